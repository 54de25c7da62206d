import { channelType } from './conversations.ts';
import { messageJson } from './messages.ts';
import type { Json, SlackChannel, SlackMessage, SlackTeam, SlackWorld } from './world.ts';

/** A new message. @source docs.slack.dev/reference/events/message */
export const messageEvent = (
  world: SlackWorld,
  team: SlackTeam,
  channel: SlackChannel,
  message: SlackMessage,
): Json => ({
  ...messageJson(world, team, message),
  ...(message.subtype === 'thread_broadcast' && message.threadTs !== null
    ? { root: rootJson(world, team, channel, message.threadTs) }
    : {}),
  channel: channel.id,
  event_ts: message.ts,
  channel_type: channelType(channel),
});

function rootJson(world: SlackWorld, team: SlackTeam, channel: SlackChannel, ts: string): Json {
  const root = channel.messages.get(ts);
  return root ? messageJson(world, team, root) : {};
}

/**
 * Edited, or taken away from the head of a thread (`message.subtype` is then `tombstone`).
 * @source docs.slack.dev/reference/events/message/message_changed
 */
export function changedEvent(
  world: SlackWorld,
  team: SlackTeam,
  channel: SlackChannel,
  message: SlackMessage,
  before: Json,
): Json {
  const ts = message.edited?.ts ?? world.ids.ts();
  return {
    type: 'message',
    subtype: 'message_changed',
    message: messageJson(world, team, message),
    previous_message: before,
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  };
}

/** @source docs.slack.dev/reference/events/message/message_deleted */
export function deletedEvent(world: SlackWorld, channel: SlackChannel, deletedTs: string, before: Json): Json {
  const ts = world.ids.ts();
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: before,
    channel: channel.id,
    hidden: true,
    deleted_ts: deletedTs,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  };
}

export const reactionEvent = (
  world: SlackWorld,
  type: 'reaction_added' | 'reaction_removed',
  user: string,
  name: string,
  message: SlackMessage,
): Json => ({
  type,
  user,
  reaction: name,
  item: { type: 'message', channel: message.channel, ts: message.ts },
  ...(message.user === null ? {} : { item_user: message.user }),
  event_ts: world.ids.ts(),
});
