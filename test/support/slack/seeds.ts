import { addChannel } from './conversations.ts';
import {
  type ChannelKind,
  type Enterprise,
  type SlackTeam,
  type SlackToken,
  type SlackUser,
  type SlackWorld,
  seconds,
} from './world.ts';

export interface UserSeed {
  id?: string;
  name: string;
  real_name?: string;
  display_name?: string;
  email?: string;
  tz?: string;
  locale?: string;
  is_bot?: boolean;
  deleted?: boolean;
  is_admin?: boolean;
  is_owner?: boolean;
  /** Guests. */
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  /** People of another team, by Slack Connect; `team_id` is theirs. */
  is_stranger?: boolean;
  team_id?: string;
  status?: Partial<SlackUser['status']>;
  dnd?: Partial<SlackUser['dnd']>;
}

export interface ChannelSeed {
  id?: string;
  name: string;
  is_private?: boolean;
  is_archived?: boolean;
  is_ext_shared?: boolean;
  /** Ids or names of users; without it everyone, the bot too. */
  members?: string[];
  topic?: string;
}

export interface TeamSeed {
  id?: string;
  name?: string;
  domain?: string;
  enterprise?: Enterprise;
  users?: UserSeed[];
  channels?: ChannelSeed[];
  /** False leaves the app to be installed by OAuth. */
  installed?: boolean;
  /** Scopes of the token when the app is installed; those of the app unless given. */
  scopes?: string[];
}

const userOf = (world: SlackWorld, teamId: string, seed: UserSeed): SlackUser => ({
  id: seed.id ?? world.ids.next('U'),
  teamId: seed.team_id ?? teamId,
  name: seed.name,
  realName: seed.real_name ?? seed.name,
  displayName: seed.display_name ?? '',
  email: seed.email ?? `${seed.name}@example.invalid`,
  timeZone: seed.tz ?? 'Europe/Helsinki',
  locale: seed.locale ?? 'en-GB',
  isBot: seed.is_bot ?? false,
  deleted: seed.deleted ?? false,
  isRestricted: seed.is_restricted ?? false,
  isUltraRestricted: seed.is_ultra_restricted ?? false,
  isStranger: seed.is_stranger ?? false,
  isAdmin: seed.is_admin ?? false,
  isOwner: seed.is_owner ?? false,
  status: { text: '', emoji: '', expiration: 0, ...seed.status },
  dnd: { enabled: false, start: 1, end: 1, snoozeUntil: 0, ...seed.dnd },
});

/** Three people, one of them an administrator, and a bot of somebody else's. */
const PEOPLE: UserSeed[] = [
  { name: 'maija', real_name: 'Maija Mäkinen', is_admin: true, locale: 'fi-FI' },
  { name: 'pekka', real_name: 'Pekka Puro', locale: 'fi-FI' },
  { name: 'sofia', real_name: 'Sofia Sund', locale: 'sv-SE' },
  { name: 'polly', real_name: 'Polly', is_bot: true },
];

export function grantToken(world: SlackWorld, owner: string, options: Partial<SlackToken> = {}): SlackToken {
  const token: SlackToken = {
    value: `${world.app.tokenRotation ? 'xoxe.' : ''}xoxb-${world.ids.next('')}`,
    owner,
    orgWide: false,
    scopes: [...world.app.scopes],
    expiresAt: world.app.tokenRotation ? seconds(world) + 43_200 : null,
    refreshToken: world.app.tokenRotation ? `xoxe-1-${world.ids.next('')}` : null,
    state: 'good',
    ...options,
  };
  world.tokens.set(token.value, token);
  return token;
}

export function seedTeam(world: SlackWorld, seed: TeamSeed): SlackTeam {
  const id = seed.id ?? world.ids.next('T');
  const people = seed.users ?? PEOPLE;
  const botUser = userOf(world, id, { name: 'porras', real_name: world.app.name, is_bot: true });
  const users = [...people.map((it) => userOf(world, id, it)), botUser];
  const team: SlackTeam = {
    id,
    name: seed.name ?? 'Kaupunki',
    domain: seed.domain ?? (seed.name ?? 'kaupunki').toLowerCase().replace(/\W+/g, '-'),
    enterprise: seed.enterprise ?? null,
    users: new Map(users.map((user) => [user.id, user])),
    channels: new Map(),
    files: new Map(),
    homes: new Map(),
    modals: new Map(),
    ephemerals: [],
    bot: { userId: botUser.id, botId: world.ids.next('B') },
  };
  world.teams.set(id, team);
  const idOf = (nameOrId: string): string =>
    users.find((it) => it.id === nameOrId || it.name === nameOrId)?.id ?? nameOrId;
  for (const channel of seed.channels ?? [{ name: 'kehitys' }]) {
    const kind: ChannelKind = channel.is_private ? 'private' : 'public';
    const members = channel.members?.map(idOf) ?? users.filter((it) => !it.deleted).map((it) => it.id);
    const made = addChannel(world, team, kind, channel.name, channel.id);
    made.archived = channel.is_archived ?? false;
    made.externallyShared = channel.is_ext_shared ?? false;
    made.topic = channel.topic ?? '';
    for (const member of members) made.members.add(member);
  }
  if (seed.installed ?? true) grantToken(world, id, seed.scopes ? { scopes: seed.scopes } : {});
  return team;
}
