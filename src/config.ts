import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from './errors.ts';
import { ROOT } from './paths.ts';

const wholeNumber = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);
const port = wholeNumber.refine((value) => value <= 65_535, 'must be 65535 at most');
const oneOf = <const Word extends string>(...words: Word[]) => z.enum(words, `must be ${words.join(' or ')}`);
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => protocols.some((each) => value.startsWith(`${each}://`)),
      `must begin with ${protocols.join(':// or ')}://`,
    );

const secret = z.string().min(32, 'needs at least 32 random characters, such as `openssl rand -base64 32` gives');
const guid = z
  .string()
  .regex(
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'must be an id such as 11111111-2222-3333-4444-555555555555',
  );
const beginning = (start: string) => z.string().refine((value) => value.startsWith(start), `must begin with ${start}`);

/** Every setting that Porras reads, with what it does. An empty one counts as not set. */
export const SETTINGS = {
  DATABASE_URL: {
    schema: url('postgresql', 'postgres').optional(),
    does: 'PostgreSQL (13 or newer) for data and, without REDIS_URL, for the queue; unset: one of its own, in PORRAS_DATA_DIR',
  },
  REDIS_URL: { schema: url('redis', 'rediss').optional(), does: 'Redis for the queue; needs DATABASE_URL too' },
  PORRAS_DATA_DIR: {
    schema: z.string().default('.data'),
    does: 'where the built-in PostgreSQL keeps its data; relative to the project',
  },
  PORT: { schema: port.default(3000), does: 'port of the web server' },
  HOST: {
    schema: z.string().default('127.0.0.1'),
    does: 'address that the web server listens on; the demo always listens on loopback',
  },
  OPENAI_API_KEY: {
    schema: z.string().optional(),
    does: 'key of OpenAI, or of a server that speaks like it: contributions are then read by a language model',
  },
  OPENAI_BASE_URL: {
    schema: url('http', 'https').optional(),
    does: 'a server that speaks like OpenAI (Ollama, vLLM, ...), with PORRAS_MODEL',
  },
  AZURE_OPENAI_ENDPOINT: {
    schema: url('https', 'http').optional(),
    does: 'Azure OpenAI resource; PORRAS_MODEL is then the deployment',
  },
  AZURE_OPENAI_API_KEY: { schema: z.string().optional(), does: 'its key' },
  AZURE_OPENAI_API_VERSION: { schema: z.string().default('2025-04-01-preview'), does: 'its API version' },
  PORRAS_MODEL: {
    schema: z.string().optional(),
    does: 'the language model, as its server calls it; `provider:model` for any other provider, by langchain, whose package has to be installed',
  },
  PORRAS_MONTHLY_TOKENS: {
    schema: wholeNumber.refine((value) => value > 0, 'must be more than 0').optional(),
    does: 'tokens that a workspace may spend in a calendar month; beyond them contributions are read without a language model',
  },
  PORRAS_PUBLIC_URL: {
    schema: url('https', 'http').optional(),
    does: 'where the world finds this server: Slack and Teams send people and events there',
  },
  PORRAS_SECRET_KEY: {
    schema: secret.optional(),
    does: 'seals the tokens of workspaces at rest, and makes ids of events untraceable; at least 32 random characters',
  },
  PORRAS_SECRET_KEY_OLD: {
    schema: secret.optional(),
    does: 'the key before it, while that is being replaced: opens what it sealed',
  },
  SLACK_SIGNING_SECRET: { schema: z.string().optional(), does: 'by which Slack signs what it sends over HTTP' },
  SLACK_APP_TOKEN: {
    schema: beginning('xapp-').optional(),
    does: 'app-level token (xapp-...): Socket Mode, in which nothing has to be reachable from outside',
  },
  SLACK_BOT_TOKEN: {
    schema: beginning('xoxb-').optional(),
    does: 'bot token (xoxb-...) of one workspace; for many: the three that follow',
  },
  SLACK_CLIENT_ID: { schema: z.string().optional(), does: 'of the app: people install Porras at /slack/install' },
  SLACK_CLIENT_SECRET: { schema: z.string().optional(), does: 'of the app' },
  SLACK_STATE_SECRET: {
    schema: z.string().min(16, 'needs at least 16 random characters').optional(),
    does: 'ties an installation to the browser that began it; at least 16 random characters',
  },
  SLACK_API_URL: {
    schema: url('https', 'http').default('https://slack.com/api/'),
    does: "Slack's Web API, where it is not the usual one (GovSlack)",
  },
  MICROSOFT_APP_ID: {
    schema: guid.optional(),
    does: 'Teams: application (client) id of the bot, or of its managed identity',
  },
  MICROSOFT_APP_PASSWORD: {
    schema: z.string().optional(),
    does: 'value of its client secret; a managed identity has none',
  },
  MICROSOFT_APP_TYPE: {
    schema: oneOf('SingleTenant', 'MultiTenant', 'UserAssignedMSI').default('SingleTenant'),
    does: 'how the bot is registered: SingleTenant, UserAssignedMSI, or MultiTenant (no new ones are made)',
  },
  MICROSOFT_APP_TENANT_ID: {
    schema: guid.optional(),
    does: 'directory (tenant) id in which it is registered; what comes from other tenants is refused, except with MultiTenant',
  },
  PORRAS_TEAMS_OPEN: {
    schema: oneOf('1', 'true').optional(),
    does: 'only for development, without MICROSOFT_APP_ID: takes in what nobody signed, as the Agents Playground sends it',
  },
  LOG_LEVEL: {
    schema: oneOf('debug', 'info', 'warn', 'error', 'silent').default('info'),
    does: 'what is logged; never what people wrote',
  },
} as const;
export type SettingName = keyof typeof SETTINGS;

export interface LanguageModelConfig {
  by: 'openai' | 'azure' | 'langchain';
  model: string;
  apiKey: string | undefined;
  baseUrl: string | undefined;
  azure: { endpoint: string; apiVersion: string } | undefined;
  /** The setting that the key came from, for advice. */
  keyName: string;
  monthlyTokens: number | null;
}

/** As `adapters/slack/config.ts` wants it, which says what each is. */
export interface SlackSettings {
  signingSecret: string | null;
  botToken: string | null;
  oauth: {
    clientId: string;
    clientSecret: string;
    stateSecret: string;
    secretKeys: readonly [string, ...string[]];
  } | null;
  appToken: string | null;
  publicUrl: string | null;
  apiUrl: string;
}

/** As `adapters/teams/config.ts` wants it, which says what each is. */
export interface TeamsSettings {
  appId: string | null;
  appPassword: string | null;
  appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  tenantId: string | null;
  openForDevelopment: boolean;
  publicUrl: string | null;
  secretKey: string | null;
}

export interface Config {
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  dataDir: string;
  port: number;
  host: string;
  logLevel: string;
  /** Null where none is configured: contributions are then read by rules. */
  languageModel: LanguageModelConfig | null;
  /** Without a slash at its end. */
  publicUrl: string | null;
  /** Null where none of its settings is given. */
  slack: SlackSettings | null;
  /** Null where neither an app id is given nor its absence meant. */
  teams: TeamsSettings | null;
  /** Names of the settings that were given rather than left to their default. */
  given: ReadonlySet<string>;
}

/** Reads and checks every setting before anything starts. The only reader of the environment. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const read = <N extends SettingName>(name: N): z.infer<(typeof SETTINGS)[N]['schema']> => {
    const parsed = SETTINGS[name].schema.safeParse(env[name]?.trim() || undefined);
    // The value is not shown: a database's address holds a password.
    if (!parsed.success) {
      const problem = `${name} ${parsed.error.issues.map((issue) => issue.message).join(', ')}`;
      if (!problems.includes(problem)) problems.push(problem);
    }
    return parsed.data as z.infer<(typeof SETTINGS)[N]['schema']>;
  };
  const dataDir = read('PORRAS_DATA_DIR');
  const config: Config = {
    databaseUrl: read('DATABASE_URL'),
    redisUrl: read('REDIS_URL'),
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(ROOT, dataDir),
    port: read('PORT'),
    host: read('HOST'),
    logLevel: read('LOG_LEVEL'),
    languageModel: languageModelFrom(read, problems),
    publicUrl: publicUrlFrom(read),
    slack: slackFrom(read, problems),
    teams: teamsFrom(read, problems),
    given: new Set(Object.keys(SETTINGS).filter((name) => env[name]?.trim())),
  };
  if (config.redisUrl && !config.databaseUrl) problems.push('REDIS_URL needs DATABASE_URL too');
  if (problems.length > 0) throw new InputError('settings', `${problems.join('; ')}. See "Configuration" in README.md`);
  return config;
}

type Read = <N extends SettingName>(name: N) => z.infer<(typeof SETTINGS)[N]['schema']>;

/** What OpenAI's key alone gives. */
const DEFAULT_MODEL = 'gpt-5-mini';

/** A key, or a server's address with a model, is all that it takes. A base URL decides before the model's name does, since names such as `llama3:8b` have colons too. */
function languageModelFrom(read: Read, problems: string[]): LanguageModelConfig | null {
  const model = read('PORRAS_MODEL');
  const endpoint = read('AZURE_OPENAI_ENDPOINT');
  const baseUrl = read('OPENAI_BASE_URL');
  const apiKey = read('OPENAI_API_KEY');
  const monthlyTokens = read('PORRAS_MONTHLY_TOKENS') ?? null;
  const none = { apiKey: undefined, baseUrl: undefined, azure: undefined, monthlyTokens };
  if (endpoint) {
    if (!model) problems.push('AZURE_OPENAI_ENDPOINT needs PORRAS_MODEL, the name of the deployment');
    const azure = { endpoint, apiVersion: read('AZURE_OPENAI_API_VERSION') };
    return {
      ...none,
      by: 'azure',
      model: model ?? '',
      apiKey: read('AZURE_OPENAI_API_KEY'),
      azure,
      keyName: 'AZURE_OPENAI_API_KEY',
    };
  }
  if (baseUrl) {
    if (!model) problems.push('OPENAI_BASE_URL needs PORRAS_MODEL, the model as that server calls it');
    return { ...none, by: 'openai', model: model ?? '', apiKey, baseUrl, keyName: 'OPENAI_API_KEY' };
  }
  if (model?.includes(':') && !model.startsWith('openai:'))
    return { ...none, by: 'langchain', model, keyName: 'the key of its provider' };
  if (!apiKey) {
    if (model) problems.push('PORRAS_MODEL needs OPENAI_API_KEY or OPENAI_BASE_URL, or the form provider:model');
    return null;
  }
  return {
    ...none,
    by: 'openai',
    model: model?.replace(/^openai:/, '') ?? DEFAULT_MODEL,
    apiKey,
    keyName: 'OPENAI_API_KEY',
  };
}

const publicUrlFrom = (read: Read): string | null => read('PORRAS_PUBLIC_URL')?.replace(/\/+$/, '') ?? null;

/** One workspace by its bot token, or many by OAuth; events over HTTP, which are signed, or over a socket. */
function slackFrom(read: Read, problems: string[]): SlackSettings | null {
  const signingSecret = read('SLACK_SIGNING_SECRET') ?? null;
  const appToken = read('SLACK_APP_TOKEN') ?? null;
  const botToken = read('SLACK_BOT_TOKEN') ?? null;
  const client = {
    SLACK_CLIENT_ID: read('SLACK_CLIENT_ID'),
    SLACK_CLIENT_SECRET: read('SLACK_CLIENT_SECRET'),
    SLACK_STATE_SECRET: read('SLACK_STATE_SECRET'),
  };
  const many = Object.values(client).some((value) => value !== undefined);
  if (!signingSecret && !appToken && !botToken && !many) return null;
  if (!signingSecret && !appToken)
    problems.push('Slack needs SLACK_SIGNING_SECRET (events over HTTP) or SLACK_APP_TOKEN (Socket Mode)');
  if (!botToken && !many)
    problems.push('Slack needs SLACK_BOT_TOKEN (one workspace), or SLACK_CLIENT_ID and its companions (many)');
  if (botToken && many)
    problems.push('SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many: set one of them');
  const needed = {
    ...client,
    PORRAS_SECRET_KEY: read('PORRAS_SECRET_KEY'),
    PORRAS_PUBLIC_URL: read('PORRAS_PUBLIC_URL'),
  };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (many && missing.length > 0) problems.push(`Slack in many workspaces needs ${missing.join(', ')} too`);
  const old = read('PORRAS_SECRET_KEY_OLD');
  return {
    signingSecret,
    botToken,
    oauth: many
      ? {
          clientId: client.SLACK_CLIENT_ID ?? '',
          clientSecret: client.SLACK_CLIENT_SECRET ?? '',
          stateSecret: client.SLACK_STATE_SECRET ?? '',
          secretKeys: [needed.PORRAS_SECRET_KEY ?? '', ...(old ? [old] : [])],
        }
      : null,
    appToken,
    publicUrl: publicUrlFrom(read),
    apiUrl: read('SLACK_API_URL').replace(/\/*$/, '/'),
  };
}

/** A bot by its secret, in one tenant or many, or by a managed identity; without an app id only for development. */
function teamsFrom(read: Read, problems: string[]): TeamsSettings | null {
  const appId = read('MICROSOFT_APP_ID') ?? null;
  const appPassword = read('MICROSOFT_APP_PASSWORD') ?? null;
  const appType = read('MICROSOFT_APP_TYPE') ?? 'SingleTenant';
  const tenantId = read('MICROSOFT_APP_TENANT_ID') ?? null;
  const openForDevelopment = read('PORRAS_TEAMS_OPEN') !== undefined;
  if (!appId && !openForDevelopment) {
    if (appPassword || tenantId)
      problems.push('Teams needs MICROSOFT_APP_ID: without it nothing tells who sent a request');
    return null;
  }
  if (appId && openForDevelopment)
    problems.push(
      'PORRAS_TEAMS_OPEN lets everybody in and is for no bot that has a MICROSOFT_APP_ID: unset one of them',
    );
  if (appId && appType !== 'UserAssignedMSI' && !appPassword)
    problems.push('MICROSOFT_APP_ID needs MICROSOFT_APP_PASSWORD too, or MICROSOFT_APP_TYPE=UserAssignedMSI');
  if (appId && appType !== 'MultiTenant' && !tenantId)
    problems.push(`MICROSOFT_APP_TYPE ${appType} needs MICROSOFT_APP_TENANT_ID too`);
  return {
    appId,
    appPassword,
    appType,
    tenantId,
    openForDevelopment,
    publicUrl: publicUrlFrom(read),
    secretKey: read('PORRAS_SECRET_KEY') ?? null,
  };
}
