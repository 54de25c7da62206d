import type { Clock } from '../../../src/ports/clock.ts';
import type { Admin } from './admin.ts';
import type { RawAnswer } from './deliver-http.ts';
import type { Deliveries, DeliveryOptions } from './deliveries.ts';
import type { FaultRule } from './faults.ts';
import type { Hands } from './hands.ts';
import type { Consent } from './oauth.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Eyes } from './see.ts';
import type { TeamSeed } from './seeds.ts';
import type { LoggedCall } from './server.ts';
import type { SocketHub } from './socket-hub.ts';
import type { SlackApp, SlackToken } from './world.ts';

export interface SlackOptions {
  teams?: TeamSeed[];
  app?: Partial<SlackApp>;
  /** Time stamps, triggers, tokens and rate limits follow it; signatures do not. */
  clock?: Clock;
  /** How much faster than Slack the second and third retry come. */
  speedUp?: number;
}

export interface HttpConnection {
  /** Where events, interactions and commands go, unless one of the others says so. */
  url: string;
  eventsUrl?: string;
  interactivityUrl?: string;
  commandsUrl?: string;
  signingSecret?: string;
  /** Slack waits three seconds. */
  deadlineMs?: number;
  retries?: DeliveryOptions['retries'];
  /** Names as in the manifest's `bot_events`; all without it. */
  events?: readonly string[];
  /** Ask for the challenge first, as Slack does when the URL is saved. */
  verify?: boolean;
}

export type SocketConnection = Pick<HttpConnection, 'deadlineMs' | 'retries' | 'events'>;

/** A workspace as tests name things. */
export interface TeamHandle {
  id: string;
  /** Of the installation; null if there is none. */
  readonly token: string | null;
  botUserId: string;
  botId: string;
  /** Ids by name. */
  users: Record<string, string>;
  channels: Record<string, string>;
}

export interface RawDelivery {
  body: string;
  contentType?: string;
  /** More headers, or others than those of a good signature. */
  headers?: Record<string, string>;
  /** Sign it, with another time stamp if given. Not signed without it. */
  sign?: { secret?: string; timestamp?: number } | boolean;
  url?: string;
}

export interface Slack extends Admin, Eyes {
  /** The base of the Web API, with a slash at its end: `slackApiUrl` of the client. */
  apiUrl: string;
  url: string;
  app: SlackApp;
  teams: TeamHandle[];
  team(id: string): TeamHandle;
  connectHttp(connection: HttpConnection): Promise<void>;
  /** Switches to Socket Mode. The app connects by itself, before or after; what is told meanwhile waits for it. */
  connectSocket(connection?: SocketConnection): Promise<void>;
  sockets: Pick<SocketHub, 'connections' | 'connected' | 'disconnect' | 'cut'>;
  disconnect(): Promise<void>;
  /** A person, by id or name. */
  as(team: string, user: string): Hands;
  deliveries: Deliveries;
  redeliver: Deliveries['redeliver'];
  settled: Deliveries['settled'];
  /** The body of the event of a new message, which is in the channel then and was told to nobody: for load. */
  messageBody(team: string, user: string, channel: string, text: string): string;
  deliverRaw(request: RawDelivery): Promise<RawAnswer>;
  /** Makes the next calls of a method go wrong. */
  fail(method: string, rule: FaultRule): void;
  mend(): void;
  limits: RateLimits;
  /** Calls of the Web API, of one method or all. */
  calls(method?: string): LoggedCall[];
  /** Where Slack's consent page sends a person who agrees, or does not. */
  consent(url: string, choice: Consent): string;
  grant(owner: string, options?: Partial<SlackToken>): SlackToken;
  addTeam(seed: TeamSeed): TeamHandle;
  /** Ephemeral messages vanish when their reader reloads. */
  reload(team: string, user: string): void;
  close(): Promise<void>;
}
