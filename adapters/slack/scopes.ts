import { CAPABILITIES, type Capability } from '../../src/ports/chat-platform.ts';

/** A scope that Porras asks for: the manifest, `porras doctor`, what Porras does in a workspace and the README follow it. */
export interface Scope {
  name: string;
  why: string;
  /** What is off where it was not granted. */
  without: string;
  /** What Porras then does not try. */
  capabilities: readonly Capability[];
  /** What Slack then does not tell. */
  events: readonly string[];
}

export const SCOPES: readonly Scope[] = [
  {
    name: 'chat:write',
    why: 'asks questions, writes digests, edits and takes back its own messages',
    without: 'Porras cannot say anything',
    capabilities: ['edit', 'delete', 'whisper', 'direct-message', 'choices', 'picture'],
    events: [],
  },
  {
    name: 'im:write',
    why: 'opens the private conversation with a person',
    without: 'nobody is invited or answered in private',
    capabilities: ['direct-message'],
    events: [],
  },
  {
    name: 'im:history',
    why: 'hears what people answer in private, and looks whether an interrupted private message arrived',
    without: 'private answers are not heard',
    capabilities: ['find-sent'],
    events: ['message.im'],
  },
  {
    name: 'channels:history',
    why: 'hears what is said in the public channels that it was invited to, and looks whether an interrupted message arrived',
    without: 'contributions in public channels are not heard',
    capabilities: ['find-sent', 'hear-threads'],
    events: ['message.channels'],
  },
  {
    name: 'groups:history',
    why: 'the same in private channels',
    without: 'contributions in private channels are not heard',
    capabilities: ['find-sent', 'hear-threads'],
    events: ['message.groups'],
  },
  {
    name: 'channels:read',
    why: 'knows who is in a public channel, and when it is renamed, archived or left',
    without: 'participants of public channels are known only once they write',
    capabilities: ['list-members'],
    events: [
      'member_joined_channel',
      'member_left_channel',
      'channel_left',
      'channel_rename',
      'channel_archive',
      'channel_deleted',
    ],
  },
  {
    name: 'groups:read',
    why: 'the same in private channels',
    without: 'participants of private channels are known only once they write',
    capabilities: ['list-members'],
    events: ['group_left', 'group_rename', 'group_archive', 'group_deleted'],
  },
  {
    name: 'users:read',
    why: 'knows names, languages and time zones, a status that says "away", and who has left',
    without: 'people have no names, English is spoken with them, and quiet hours are those of the inquiry',
    capabilities: ['list-members', 'profile'],
    events: ['user_change'],
  },
  {
    name: 'dnd:read',
    why: 'leaves people alone who do not want to be disturbed',
    without: 'invitations wait for quiet hours only',
    capabilities: [],
    events: [],
  },
  {
    name: 'reactions:read',
    why: 'counts reactions to a contribution as acknowledgement',
    without: 'reactions are not counted',
    capabilities: [],
    events: ['reaction_added', 'reaction_removed'],
  },
  {
    name: 'reactions:write',
    why: 'shows with a reaction that it has heard a contribution',
    without: 'contributions are taken in without a sign',
    capabilities: ['react'],
    events: [],
  },
  {
    name: 'files:write',
    why: 'uploads the picture of the staircase',
    without: 'digests have a table instead of the picture',
    capabilities: ['picture'],
    events: [],
  },
  {
    name: 'commands',
    why: '`/porras`, and "Add to the inquiry" and "This builds on…" in the menu of a message',
    without: 'there is no command and no shortcut; Porras can still be mentioned',
    capabilities: [],
    events: [],
  },
];

/** Events that need no scope. */
const FREE_EVENTS = ['app_home_opened', 'app_uninstalled', 'tokens_revoked'];

export const SCOPE_NAMES: readonly string[] = SCOPES.map(({ name }) => name);

export const EVENTS: readonly string[] = [...SCOPES.flatMap(({ events }) => events), ...FREE_EVENTS].toSorted();

/** @param granted null where Slack did not say: what was asked for is then taken to be granted. */
export const missingScopes = (granted: readonly string[] | null): Scope[] =>
  granted === null ? [] : SCOPES.filter(({ name }) => !granted.includes(name));

/** All but views: a message of Slack's is the same for everybody. */
export const SLACK_CAPABILITIES: readonly Capability[] = CAPABILITIES.filter((each) => each !== 'views');

export function capabilitiesWith(granted: readonly string[] | null): ReadonlySet<Capability> {
  const off = new Set(missingScopes(granted).flatMap(({ capabilities }) => capabilities));
  return new Set(SLACK_CAPABILITIES.filter((each) => !off.has(each)));
}
