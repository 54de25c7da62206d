/** How Porras is connected to Teams; `src/config.ts` reads it from the settings. */
export interface TeamsConfig {
  /** Of the app registration (or the managed identity) that is the bot. Null only with `openForDevelopment`. */
  appId: string | null;
  /** The client secret; null for a managed identity, which has none. */
  appPassword: string | null;
  appType: TeamsAppType;
  /** The tenant of the app registration; of a bot of several tenants null. */
  tenantId: string | null;
  /**
   * Takes requests in that nobody signed, and sends without a token: for the Agents Playground on one's own machine. It
   * is refused together with an app id.
   */
  openForDevelopment: boolean;
  /** Where the world finds Porras's own server, without a slash at the end. */
  publicUrl: string | null;
  /** What ids of events are made with, where it should outlive the client secret or there is none. */
  secretKey?: string | null;
  /** Where the keys are published by which requests are signed. */
  openIdMetadataUrl?: string;
}

export type TeamsAppType = 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';

/** Paths of Porras's own server: the first is what the README names, the second what tools for bots expect. */
export const PATHS = ['/teams/messages', '/api/messages'] as const;

/** What the app's page in Teams links to. */
export const ABOUT = '/teams/about';

export const OPEN_ID_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Told of what an operator should know: a code or short sentence, and ids. Never what people wrote. */
export type TeamsLog = (what: string, ids: Record<string, string>) => void;
