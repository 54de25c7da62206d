import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from './errors.ts';
import { ROOT } from './paths.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => protocols.some((each) => value.startsWith(`${each}://`)),
      `must begin with ${protocols.join(':// or ')}://`,
    );

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
    schema: z.coerce.number().int().positive().optional(),
    does: 'tokens that a workspace may spend in a calendar month; beyond them contributions are read without a language model',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
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

export interface Config {
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  dataDir: string;
  port: number;
  host: string;
  logLevel: string;
  /** Null where none is configured: contributions are then read by rules. */
  languageModel: LanguageModelConfig | null;
  /** Names of the settings that were given rather than left to their default. */
  given: ReadonlySet<string>;
}

/** Reads and checks every setting before anything starts. The only reader of the environment. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const read = <N extends SettingName>(name: N): z.infer<(typeof SETTINGS)[N]['schema']> => {
    const parsed = SETTINGS[name].schema.safeParse(env[name]?.trim() || undefined);
    // The value is not shown: a database's address holds a password.
    if (!parsed.success) problems.push(`${name} ${parsed.error.issues.map((issue) => issue.message).join(', ')}`);
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
