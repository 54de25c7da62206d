import { type ChannelKind, type Json, type SlackChannel, type SlackTeam, type SlackWorld, seconds } from './world.ts';

const PREFIX: Record<ChannelKind, string> = { public: 'C', private: 'C', im: 'D', mpim: 'G' };

export function addChannel(
  world: SlackWorld,
  team: SlackTeam,
  kind: ChannelKind,
  name: string,
  id = world.ids.next(PREFIX[kind]),
): SlackChannel {
  const channel: SlackChannel = {
    id,
    teamId: team.id,
    kind,
    name,
    members: new Set(),
    archived: false,
    externallyShared: false,
    created: seconds(world),
    creator: [...team.users.keys()][0] ?? '',
    topic: '',
    purpose: '',
    messages: new Map(),
    threads: new Map(),
  };
  team.channels.set(channel.id, channel);
  return channel;
}

/** The other one in a direct message with the bot. */
export const partnerIn = (team: SlackTeam, channel: SlackChannel): string =>
  [...channel.members].find((id) => id !== team.bot.userId) ?? team.bot.userId;

export const findDm = (team: SlackTeam, user: string, other: string): SlackChannel | undefined =>
  [...team.channels.values()].find((it) => it.kind === 'im' && it.members.has(user) && it.members.has(other));

/** The direct messages between two users, opened if they are not yet. */
export function openDm(world: SlackWorld, team: SlackTeam, user: string, other = team.bot.userId): SlackChannel {
  const there = findDm(team, user, other);
  if (there) return there;
  const channel = addChannel(world, team, 'im', user);
  channel.members.add(user).add(other);
  return channel;
}

export const channelType = (channel: SlackChannel): string =>
  ({ public: 'channel', private: 'group', im: 'im', mpim: 'mpim' })[channel.kind];

/** @source docs.slack.dev/reference/objects/conversation-object */
export function channelJson(team: SlackTeam, channel: SlackChannel): Json {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: team.id,
    updated: channel.created * 1000,
  };
  if (channel.kind === 'im') {
    return { ...common, user: partnerIn(team, channel), is_user_deleted: false, priority: 0 };
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: channel.name === 'general',
    unlinked: 0,
    creator: channel.creator,
    is_shared: channel.externallyShared,
    is_ext_shared: channel.externallyShared,
    is_pending_ext_shared: false,
    pending_shared: [],
    parent_conversation: null,
    shared_team_ids: [channel.teamId],
    is_member: channel.members.has(team.bot.userId),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: channel.purpose, creator: '', last_set: 0 },
    previous_names: [],
    num_members: channel.members.size,
  };
}
