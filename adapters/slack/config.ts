/** How Porras is connected to Slack; `src/config.ts` reads it from the settings. */
export interface SlackConfig {
  /** By which Slack signs its requests; null where only Socket Mode brings events. */
  signingSecret: string | null;
  /** The bot token of one workspace; null where Porras is installed in many, by `oauth`. */
  botToken: string | null;
  oauth: SlackOAuth | null;
  /** The app-level token: events then come over a socket that Porras opens (Socket Mode). */
  appToken: string | null;
  /** Where the world finds Porras's own server, without a slash at the end. */
  publicUrl: string | null;
  /** With a slash at the end. */
  apiUrl: string;
}

export interface SlackOAuth {
  clientId: string;
  clientSecret: string;
  /** Signs the state that ties an installation to the browser that began it. */
  stateSecret: string;
  /** Seals tokens at rest: the one to seal with, then older ones. */
  secretKeys: readonly [string, ...string[]];
}

/** Paths of Porras's own server; the manifest names them too. */
export const PATHS = {
  events: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
} as const;

/** Told of what an operator should know: a code or short sentence, and ids. Never what people wrote. */
export type SlackLog = (what: string, ids: Record<string, string>) => void;
