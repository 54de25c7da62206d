import { messageOf, PorrasError } from '../../src/errors.ts';
import { tryToken } from './client-credentials.ts';
import { OPEN_ID_METADATA, PATHS, type TeamsConfig } from './config.ts';

export interface TeamsCheck {
  what: string;
  /** Says what it found; throws what is wrong and how to mend it. */
  look: () => Promise<string>;
}

export interface DoctorTools {
  tryToken: (config: TeamsConfig) => Promise<void>;
  fetch: typeof globalThis.fetch;
}

/** What `porras doctor` looks at for Teams. It sends nothing and changes nothing. */
export function examineTeams(config: TeamsConfig, tools: DoctorTools = { tryToken, fetch }): TeamsCheck[] {
  return [
    { what: 'Teams: public address', look: async () => publicUrl(config) },
    { what: 'Teams: credentials', look: () => credentials(config, tools) },
    ...(config.appId === null ? [] : [{ what: 'Teams: keys of its requests', look: () => keys(config, tools) }]),
  ];
}

function publicUrl({ publicUrl: address, openForDevelopment }: TeamsConfig): string {
  if (address === null) {
    if (openForDevelopment) return 'none, as for development';
    throw new PorrasError(
      'public-url',
      `Teams sends what happens to an https address: set PORRAS_PUBLIC_URL to the one that leads to this server, and give the bot ${PATHS[0]} there as its messaging endpoint`,
    );
  }
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' || hostname === 'localhost' || /^[\d.]+$|^\[/.test(hostname))
    throw new PorrasError(
      'public-url',
      `Teams reaches only https addresses with a name, not ${address}: set PORRAS_PUBLIC_URL to the one that leads to this server`,
    );
  return `the bot's messaging endpoint has to be ${address}${PATHS[0]}`;
}

const HOW = {
  SingleTenant: 'a secret, in one tenant',
  MultiTenant: 'a secret, in many tenants',
  UserAssignedMSI: 'a managed identity',
} as const;

async function credentials(config: TeamsConfig, tools: DoctorTools): Promise<string> {
  const { appId, appType } = config;
  if (appId === null) return 'none: anybody is let in (PORRAS_TEAMS_OPEN), which is for development only';
  await tools.tryToken(config);
  return `Microsoft gives ${appId} a token, by ${HOW[appType]}`;
}

async function keys({ openIdMetadataUrl = OPEN_ID_METADATA }: TeamsConfig, tools: DoctorTools): Promise<string> {
  try {
    const answer = await tools.fetch(openIdMetadataUrl, { signal: AbortSignal.timeout(10_000) });
    const { jwks_uri: keysAt } = (await answer.json()) as { jwks_uri?: unknown };
    if (answer.ok && typeof keysAt === 'string') return 'can be read';
    throw new Error(`status ${answer.status}`);
  } catch (thrown) {
    throw new PorrasError(
      'teams-keys',
      `${openIdMetadataUrl} cannot be read (${messageOf(thrown)}), so no request can be told to be from Teams: let this machine reach it`,
      { cause: thrown },
    );
  }
}
