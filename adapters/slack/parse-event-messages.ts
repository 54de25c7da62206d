import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { isPrivate, messageRef, workspaceOf } from './address.ts';
import { emojiNamed } from './emoji.ts';
import {
  channelId,
  dateOf,
  type ParseContext,
  personOf,
  placeOf,
  textOf,
  timestamp,
  userId,
} from './parse-event-context.ts';

const Message = z.object({
  subtype: z.string().optional(),
  user: userId.optional(),
  bot_id: z.string().nullish(),
  text: z.string().default(''),
  ts: timestamp,
  thread_ts: timestamp.optional(),
});
const Posted = Message.extend({ channel: channelId });
const Changed = z.object({
  channel: channelId,
  event_ts: timestamp,
  message: Message,
  previous_message: z.object({ text: z.string().default('') }).optional(),
});
const Deleted = z.object({ channel: channelId, event_ts: timestamp, deleted_ts: timestamp });
const Reaction = z.object({
  user: userId,
  reaction: z.string().min(1),
  item: z.object({ type: z.literal('message'), channel: channelId, ts: timestamp }),
  event_ts: timestamp,
});

/** What people write, besides what has no subtype. Others tell of joining, topics, reminders: no one's words. */
const WRITTEN = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** `message` of any subtype. */
export function parseMessage(
  event: Readonly<Record<string, unknown>>,
  id: string,
  context: ParseContext,
): PlatformEvent | null {
  if (event['subtype'] === 'message_changed') return parseChanged(event, id, context);
  if (event['subtype'] === 'message_deleted') {
    const { channel, event_ts, deleted_ts } = Deleted.parse(event);
    return deleted(channel, deleted_ts, event_ts, id, context);
  }
  return parsePosted(event, id, context);
}

/** A plain message, or `app_mention`, which tells of the same message once more. */
export function parsePosted(event: unknown, id: string, context: ParseContext): PlatformEvent | null {
  const { subtype, user, bot_id, text, ts, thread_ts, channel } = Posted.parse(event);
  if (subtype !== undefined && !WRITTEN.has(subtype)) return null;
  if (!isFromPerson({ user, bot_id }, context) || text.trim() === '') return null;
  return {
    // Apps that subscribe to both get a message twice, with two ids. In private there are no mentions, and an id that
    // names the conversation would tell who wrote something anonymous.
    id: isPrivate(channel) ? id : `slack:${hash(context.team, channel, ts)}`,
    at: dateOf(ts),
    workspaceId: workspaceOf(context.team),
    type: 'message-posted',
    place: placeOf(context, channel),
    by: personOf(context, user!),
    ref: messageRef(context.team, channel, ts),
    threadRef: thread_ts && thread_ts !== ts ? messageRef(context.team, channel, thread_ts) : null,
    text: textOf(context, text),
  };
}

function parseChanged(event: unknown, id: string, context: ParseContext): PlatformEvent | null {
  const { channel, event_ts, message, previous_message: before } = Changed.parse(event);
  // The first message of a thread leaves its place when it is deleted.
  if (message.subtype === 'tombstone') return deleted(channel, message.ts, event_ts, id, context);
  // Slack changes messages too: it adds what links lead to, or how many answered.
  if (!isFromPerson(message, context) || before?.text === message.text) return null;
  return {
    id,
    at: dateOf(event_ts),
    workspaceId: workspaceOf(context.team),
    type: 'message-edited',
    place: placeOf(context, channel),
    by: personOf(context, message.user!),
    ref: messageRef(context.team, channel, message.ts),
    text: textOf(context, message.text),
  };
}

const deleted = (channel: string, ts: string, at: string, id: string, context: ParseContext): PlatformEvent => ({
  id,
  at: dateOf(at),
  workspaceId: workspaceOf(context.team),
  type: 'message-deleted',
  place: placeOf(context, channel),
  ref: messageRef(context.team, channel, ts),
});

export function parseReaction(
  type: 'reaction-added' | 'reaction-removed',
  event: unknown,
  id: string,
  context: ParseContext,
): PlatformEvent | null {
  const parsed = Reaction.safeParse(event);
  // Files can be reacted to as well.
  if (!parsed.success) return null;
  const { user, reaction, item, event_ts } = parsed.data;
  if (user === context.self) return null;
  return {
    id,
    at: dateOf(event_ts),
    workspaceId: workspaceOf(context.team),
    type,
    place: placeOf(context, item.channel),
    by: personOf(context, user),
    ref: messageRef(context.team, item.channel, item.ts),
    emoji: emojiNamed(reaction),
  };
}

const isFromPerson = (
  { user, bot_id }: { user?: string | undefined; bot_id?: string | null | undefined },
  { self }: ParseContext,
): boolean => user !== undefined && user !== self && user !== 'USLACKBOT' && !bot_id;

const hash = (...parts: string[]): string => createHash('sha256').update(parts.join(':')).digest('hex').slice(0, 32);
