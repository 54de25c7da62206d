import type { Activity } from '../../../adapters/teams/transport.ts';

/** Everything there is in a tenant of Teams, as the fake Connector keeps it. */

export interface TeamsPerson {
  /** What tests call them. */
  key: string;
  /** As the bot knows them: `29:…`. */
  id: string;
  aadObjectId: string;
  name: string;
  userPrincipalName: string;
  locale: string;
  timeZone: string;
}

export type Kind = 'channel' | 'groupChat' | 'personal';

export interface TeamsConversation {
  id: string;
  kind: Kind;
  name: string;
  /** Of a channel. */
  team: TeamsTeam | null;
  /** Keys of people; those of a channel are the team's. */
  members: Set<string>;
  /** Other bots in it. */
  bots: { id: string; name: string }[];
  installed: boolean;
  /** Of a private conversation: the person has the app themselves, not only a team or chat of theirs. */
  own: boolean;
  /** A person has blocked the bot. */
  blocked: boolean;
  gone: boolean;
  messages: TeamsMessage[];
}

export interface TeamsTeam {
  /** The id of its General channel. */
  id: string;
  aadGroupId: string;
  name: string;
  members: Set<string>;
}

export interface TeamsMessage {
  id: string;
  conversation: string;
  /** The message that it is below; null for one that begins a thread. */
  root: string | null;
  /** Key of a person; null for the bot. */
  from: string | null;
  /** What the bot sent last. */
  activity: Activity | null;
  /** What a person wrote. */
  text: string;
  reactions: { emoji: string; by: string }[];
  edits: number;
  deleted: boolean;
  /** Cards that only these people see in its place, after they pressed something. */
  views: Map<string, Record<string, unknown>>;
}

/** What is open before a person: a dialog, with what is needed to send it. */
export interface Dialog {
  title: string;
  card: Record<string, unknown>;
  conversation: string;
  root: string | null;
  /** Of a message extension. */
  command: { commandId: string; messagePayload: unknown } | null;
}

export interface TeamsWorld {
  tenantId: string;
  appId: string;
  bot: { id: string; name: string };
  people: Map<string, TeamsPerson>;
  conversations: Map<string, TeamsConversation>;
  dialogs: Map<string, Dialog>;
  now(): Date;
  /** A number that is never used twice, like the time of a message. */
  nextId(): string;
}

export interface WorldSeed {
  tenantId?: string;
  appId?: string;
  people?: readonly { key: string; name: string; locale?: string; timeZone?: string }[];
  /** The first channel of a team is its General channel. */
  teams?: readonly { key: string; name?: string; channels?: readonly string[]; members?: readonly string[] }[];
  groupChats?: readonly { key: string; members: readonly string[] }[];
  now?: () => Date;
}

export const PEOPLE = [
  { key: 'maija', name: 'Maija Meikäläinen', locale: 'fi-FI', timeZone: 'Europe/Helsinki' },
  { key: 'pekka', name: 'Pekka Väisänen', locale: 'sv-FI', timeZone: 'Europe/Helsinki' },
  { key: 'anna', name: 'Anna O’Neill', locale: 'en-GB', timeZone: 'Europe/London' },
] as const;

export function createWorld(seed: WorldSeed = {}): TeamsWorld {
  let last = 1_700_000_000_000;
  const appId = seed.appId ?? '11111111-2222-4333-8444-555555555555';
  const world: TeamsWorld = {
    tenantId: seed.tenantId ?? '99999999-aaaa-4bbb-8ccc-dddddddddddd',
    appId,
    bot: { id: `28:${appId}`, name: 'Porras' },
    people: new Map(),
    conversations: new Map(),
    dialogs: new Map(),
    now: seed.now ?? (() => new Date()),
    nextId: () => String((last += 7)),
  };
  for (const person of seed.people ?? PEOPLE) addPerson(world, person);
  const everyone = [...world.people.keys()];
  for (const team of seed.teams ?? [{ key: 'kehitys', channels: ['general', 'ideat'] }])
    addTeam(world, { members: everyone, ...team });
  for (const chat of seed.groupChats ?? [{ key: 'ryhma', members: everyone }])
    addConversation(world, `19:${chat.key}@thread.v2`, 'groupChat', chat.key, { members: new Set(chat.members) });
  return world;
}

export function addPerson(
  world: TeamsWorld,
  { key, name, locale = 'en-US', timeZone = 'Europe/Helsinki' }: NonNullable<WorldSeed['people']>[number],
): TeamsPerson {
  const number = String(world.people.size + 1).padStart(12, '0');
  const person = {
    key,
    id: `29:1${key}-as-this-bot-knows-them_${number}`,
    aadObjectId: `aaaaaaaa-0000-4000-8000-${number}`,
    name,
    userPrincipalName: `${key}@example.com`,
    locale,
    timeZone,
  };
  world.people.set(key, person);
  return person;
}

function addTeam(world: TeamsWorld, seed: NonNullable<WorldSeed['teams']>[number]): void {
  const { key, name = key, channels = ['general'], members = [] } = seed;
  const team: TeamsTeam = {
    id: `19:${key}-${channels[0]}@thread.tacv2`,
    aadGroupId: `bbbbbbbb-0000-4000-8000-${String(world.conversations.size).padStart(12, '0')}`,
    name,
    members: new Set(members),
  };
  for (const channel of channels)
    addConversation(world, `19:${key}-${channel}@thread.tacv2`, 'channel', channel, { team, members: team.members });
}

export function addConversation(
  world: TeamsWorld,
  id: string,
  kind: Kind,
  name: string,
  more: Partial<TeamsConversation> = {},
): TeamsConversation {
  const conversation: TeamsConversation = {
    id,
    kind,
    name,
    team: null,
    members: new Set(),
    bots: [],
    installed: true,
    own: true,
    blocked: false,
    gone: false,
    messages: [],
    ...more,
  };
  world.conversations.set(id, conversation);
  return conversation;
}

/** The private conversation of a person with the bot; the same each time. */
export function personalOf(world: TeamsWorld, key: string): TeamsConversation {
  const id = `a:1${key}-and-the-bot`;
  return world.conversations.get(id) ?? addConversation(world, id, 'personal', key, { members: new Set([key]) });
}

export function found<T>(map: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`no ${what} "${key}" among: ${[...map.keys()].join(', ')}`);
  return value;
}

export const messageIn = ({ messages, id: at }: TeamsConversation, id: string): TeamsMessage => {
  const message = messages.find((each) => each.id === id && !each.deleted);
  if (!message) throw new Error(`no message "${id}" in "${at}"`);
  return message;
};
