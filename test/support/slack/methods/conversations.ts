import { type Call, channelOf, type Method, needScope, pageOf, readableChannel } from '../call.ts';
import { addChannel, channelJson, channelType, openDm } from '../conversations.ts';
import { messageJson } from '../messages.ts';
import { scopeFor } from '../scopes.ts';
import { SlackError } from '../slack-error.ts';
import type { ChannelKind, SlackMessage } from '../world.ts';

const info: Method = (call) => {
  const channel = channelOf(call);
  needScope(call, scopeFor(channel.kind, 'read'));
  return { channel: channelJson(call.team, channel) };
};

const KINDS: Record<string, ChannelKind> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

const list: Method = (call) => {
  const types = call.args.list('types');
  const kinds = (types.length > 0 ? types : ['public_channel']).map((type) => {
    const kind = KINDS[type];
    if (!kind) throw new SlackError('invalid_types');
    needScope(call, scopeFor(kind, 'read'));
    return kind;
  });
  const shown = [...call.team.channels.values()].filter(
    (it) =>
      kinds.includes(it.kind) &&
      (it.kind === 'public' || it.members.has(call.team.bot.userId)) &&
      !(call.args.flag('exclude_archived') && it.archived),
  );
  const { page, next } = pageOf(call, shown, call.args.number('limit', 100));
  return {
    channels: page.map((it) => channelJson(call.team, it)),
    response_metadata: { next_cursor: next },
  };
};

const members: Method = (call) => {
  const channel = channelOf(call);
  needScope(call, scopeFor(channel.kind, 'read'));
  const { page, next } = pageOf(call, [...channel.members], call.args.number('limit', 100));
  return { members: page, response_metadata: { next_cursor: next } };
};

const open: Method = (call) => {
  const { world, team, args } = call;
  const wanted = args.list('users');
  if (wanted.length === 0) {
    const channel = team.channels.get(args.text('channel'));
    if (!channel || !['im', 'mpim'].includes(channel.kind)) throw new SlackError('channel_not_found');
    return { no_op: true, already_open: true, channel: { id: channel.id } };
  }
  const users = wanted.map((id) => {
    const user = team.users.get(id);
    if (!user) throw new SlackError('user_not_found');
    if (user.deleted) throw new SlackError('user_disabled');
    if (user.isBot) throw new SlackError('cannot_dm_bot');
    return user;
  });
  const [first] = users;
  const whole = args.flag('return_im');
  if (users.length === 1 && first) {
    const channel = openDm(world, team, first.id);
    return { channel: whole ? channelJson(team, channel) : { id: channel.id } };
  }
  needScope(call, 'mpim:write');
  const group = addChannel(world, team, 'mpim', `mpdm-${users.map((it) => it.name).join('--')}-1`);
  for (const user of users) group.members.add(user.id);
  group.members.add(team.bot.userId);
  return { channel: whole ? channelJson(team, group) : { id: group.id } };
};

const joinChannel: Method = (call) => {
  const channel = channelOf(call);
  if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
  if (channel.archived) throw new SlackError('is_archived');
  const bot = call.team.bot.userId;
  const already = channel.members.has(bot);
  if (!already) {
    channel.members.add(bot);
    call.announce(
      call.team,
      {
        type: 'member_joined_channel',
        user: bot,
        channel: channel.id,
        channel_type: channelType(channel) === 'channel' ? 'C' : 'G',
        team: call.team.id,
        event_ts: call.world.ids.ts(),
      },
      channel,
    );
  }
  return {
    channel: channelJson(call.team, channel),
    ...(already ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } } : {}),
  };
};

/** Messages between `oldest` and `latest`, both left out unless `inclusive`. */
function within(call: Call, messages: readonly SlackMessage[]): SlackMessage[] {
  const oldest = call.args.text('oldest') || '0';
  const latest = call.args.text('latest') || '99999999999';
  const inclusive = call.args.flag('inclusive');
  const compare = (ts: string, edge: string) => Number(ts) - Number(edge);
  return messages.filter(
    (it) =>
      (compare(it.ts, oldest) > 0 && compare(it.ts, latest) < 0) ||
      (inclusive && (it.ts === oldest || it.ts === latest)),
  );
}

function answer(call: Call, messages: readonly SlackMessage[]) {
  const limit = call.args.number('limit', 100);
  const { page, next } = pageOf(call, messages, limit);
  const metadata = call.args.flag('include_all_metadata');
  return {
    messages: page.map((it) => messageJson(call.world, call.team, it, { metadata })),
    has_more: next !== '',
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  };
}

const history: Method = (call) => {
  const channel = readableChannel(call);
  const shown = [...channel.messages.values()].filter(
    (it) => it.threadTs === null || it.subtype === 'thread_broadcast',
  );
  return { ...answer(call, within(call, shown).toReversed()), pin_count: 0, channel_actions_ts: null };
};

const replies: Method = (call) => {
  const channel = readableChannel(call);
  const asked = channel.messages.get(call.args.text('ts'));
  const root = asked?.threadTs ? channel.messages.get(asked.threadTs) : asked;
  if (!root) throw new SlackError('thread_not_found');
  return answer(call, [root, ...within(call, channel.threads.get(root.ts) ?? [])]);
};

export const conversationMethods: Record<string, Method> = {
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.open': open,
  'conversations.join': joinChannel,
  'conversations.history': history,
  'conversations.replies': replies,
};
