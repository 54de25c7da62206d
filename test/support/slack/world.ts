import type { Clock } from '../../../src/ports/clock.ts';
import type { Json } from './blocks/problem.ts';
import { createIds, type Ids } from './ids.ts';

export type { Json } from './blocks/problem.ts';

export interface SlackUser {
  id: string;
  /** The team that they belong to: another one for people who come by Slack Connect. */
  teamId: string;
  name: string;
  realName: string;
  displayName: string;
  email: string;
  timeZone: string;
  locale: string;
  isBot: boolean;
  deleted: boolean;
  isRestricted: boolean;
  isUltraRestricted: boolean;
  isStranger: boolean;
  isAdmin: boolean;
  isOwner: boolean;
  status: { text: string; emoji: string; expiration: number };
  /** Seconds since 1970. */
  dnd: { enabled: boolean; start: number; end: number; snoozeUntil: number };
}

export interface SlackFile {
  id: string;
  teamId: string;
  by: string;
  name: string;
  title: string;
  alt: string;
  size: number;
  bytes: Buffer | null;
  created: number;
  complete: boolean;
  sharedIn: { channel: string; ts: string; threadTs: string | null }[];
}

export interface SlackMessage {
  ts: string;
  channel: string;
  user: string | null;
  botId: string | null;
  appId: string | null;
  username: string | null;
  /** As Slack stores it: escaped, with mentions and links in angle brackets. */
  text: string;
  blocks: Json[] | null;
  threadTs: string | null;
  subtype: string | null;
  clientMsgId: string | null;
  metadata: Json | null;
  files: SlackFile[];
  reactions: { name: string; users: string[] }[];
  edited: { user: string; ts: string } | null;
  /** The only one who sees an ephemeral message. */
  onlyFor: string | null;
  /** More fields of some subtypes. */
  extra: Json;
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface SlackChannel {
  id: string;
  teamId: string;
  kind: ChannelKind;
  name: string;
  members: Set<string>;
  archived: boolean;
  externallyShared: boolean;
  created: number;
  creator: string;
  topic: string;
  purpose: string;
  /** By ts, oldest first. */
  messages: Map<string, SlackMessage>;
  /** The replies of each root that has any, oldest first. */
  threads: Map<string, SlackMessage[]>;
}

export interface SlackView {
  id: string;
  user: string;
  /** What the app gave, blocks with their ids. */
  given: Json;
  hash: string;
  rootId: string;
  previousId: string | null;
  /** What an answered view says is wrong, by block id. */
  errors: Record<string, string>;
  /** Where the one who opened it came from, for the interactions in it. */
  updates: number;
}

export interface Enterprise {
  id: string;
  name: string;
}

export interface SlackTeam {
  id: string;
  name: string;
  domain: string;
  enterprise: Enterprise | null;
  users: Map<string, SlackUser>;
  channels: Map<string, SlackChannel>;
  files: Map<string, SlackFile>;
  homes: Map<string, SlackView>;
  /** The open modals of each user, the one on top last. */
  modals: Map<string, SlackView[]>;
  ephemerals: SlackMessage[];
  /** The app's bot here; kept after it is uninstalled. */
  bot: { userId: string; botId: string };
}

export interface SlackApp {
  id: string;
  name: string;
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  verificationToken: string;
  scopes: string[];
  redirectUris: string[] | null;
  tokenRotation: boolean;
  appToken: string;
}

export interface SlackToken {
  value: string;
  /** A team's id, or the enterprise's for an org-wide install. */
  owner: string;
  orgWide: boolean;
  scopes: string[];
  expiresAt: number | null;
  refreshToken: string | null;
  state: 'good' | 'revoked' | 'inactive';
}

export interface SlackWorld {
  clock: Clock;
  ids: Ids;
  app: SlackApp;
  teams: Map<string, SlackTeam>;
  tokens: Map<string, SlackToken>;
  /** Where it listens, without a slash at the end. */
  url: string;
}

export const createWorld = (clock: Clock, app: SlackApp): SlackWorld => ({
  clock,
  ids: createIds(clock),
  app,
  teams: new Map(),
  tokens: new Map(),
  url: '',
});

export const seconds = (world: SlackWorld): number => Math.floor(world.clock.now().getTime() / 1000);

/** Looks in a team, and says what there is when there is no such thing. */
export function found<T>(things: ReadonlyMap<string, T>, id: string, what: string): T {
  const thing = things.get(id);
  if (thing === undefined)
    throw new Error(`no ${what} ${id} in this Slack; there are: ${[...things.keys()].join(', ')}`);
  return thing;
}
