import { z } from 'zod';
import type { PickPurpose, Place, PlatformEvent } from '../../src/domain/platform-event.ts';
import { messageRef, personAddress, workspaceOf } from './address.ts';
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
import { answersIn } from './parse-event-answers.ts';
import { encodeTrigger } from './trigger.ts';

const user = z.object({ id: userId });
const trigger_id = z.string().min(1);
const channel = z.object({ id: channelId });

const Pressed = z.object({
  user,
  trigger_id,
  channel: channel.optional(),
  container: z.object({
    message_ts: timestamp.optional(),
    channel_id: channelId.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  actions: z.tuple(
    [
      z.object({
        action_id: z.string(),
        action_ts: timestamp.optional(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    ],
    z.unknown(),
  ),
});

const Submitted = z.object({
  user,
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() }))) }),
  }),
});
const Metadata = z.object({
  context: z.string(),
  place: z.object({ channel: z.string(), private: z.boolean() }).nullish(),
});

const Picked = z.object({
  callback_id: z.string(),
  trigger_id,
  user,
  channel,
  action_ts: timestamp.optional(),
  message: z.object({
    ts: timestamp,
    thread_ts: timestamp.optional(),
    user: userId.optional(),
    bot_id: z.string().nullish(),
    text: z.string().default(''),
  }),
});

const Command = z.object({ user_id: userId, channel_id: channelId, text: z.string().default(''), trigger_id });

/** A button in a message, in a form or on the home. */
export function parsePressed(body: unknown, context: ParseContext): PlatformEvent | null {
  const { user: by, trigger_id: trigger, channel: where, container, actions } = Pressed.parse(body);
  const [pressed] = actions;
  const [, action] = /^porras:(.+):\d+$/.exec(pressed.action_id) ?? [];
  // Slack takes no empty value: a button about nothing in particular has none.
  const value = pressed.value ?? pressed.selected_option?.value ?? '';
  if (action === undefined) return null;
  const channelOf = where?.id ?? container.channel_id;
  const place: Place = channelOf
    ? placeOf(context, channelOf)
    : { channel: personAddress(context.team, by.id), private: true };
  const { message_ts: ts, is_ephemeral: vanishes } = container;
  return {
    ...base(context, trigger, pressed.action_ts),
    type: 'choice-pressed',
    place,
    by: personOf(context, by.id),
    // What only one person sees cannot be changed afterwards.
    ref: channelOf && ts && !vanishes ? messageRef(context.team, channelOf, ts) : null,
    action,
    value,
    trigger: encodeTrigger(trigger, place),
  };
}

/**
 * A form that was sent. Slack shows it again when it got no answer in time, and people press again: the view, which is
 * made anew whenever a form is opened, tells that it is the same.
 */
export function parseSubmitted(body: unknown, context: ParseContext): PlatformEvent | null {
  const { user: by, view } = Submitted.parse(body);
  const [, formId] = /^porras:(.+)$/s.exec(view.callback_id) ?? [];
  if (formId === undefined) return null;
  const { context: ours, place } = Metadata.parse(JSON.parse(view.private_metadata));
  return {
    ...base(context, view.id),
    type: 'form-submitted',
    // A form says what it was told when it was opened: of its own workspace only.
    place: place?.channel.startsWith(`${workspaceOf(context.team)}:`) ? place : null,
    by: personOf(context, by.id),
    formId,
    context: ours,
    answers: answersIn(view.state.values, context.team),
  };
}

const PURPOSES: Readonly<Record<string, PickPurpose>> = { 'porras:add': 'add', 'porras:builds-on': 'builds-on' };

/** A shortcut in the menu of a message. */
export function parsePicked(body: unknown, context: ParseContext): PlatformEvent | null {
  const { callback_id, trigger_id: trigger, user: by, channel: where, action_ts, message } = Picked.parse(body);
  const purpose = Object.hasOwn(PURPOSES, callback_id) ? PURPOSES[callback_id] : undefined;
  if (!purpose) return null;
  const { ts, thread_ts, bot_id, text } = message;
  const place = placeOf(context, where.id);
  // Old integrations write without a user of their own; whoever picks that is told why it cannot be added.
  const author = personOf(context, message.user ?? `U${bot_id ?? '0'}`);
  return {
    ...base(context, trigger, action_ts),
    type: 'message-picked',
    place,
    by: personOf(context, by.id),
    purpose,
    message: {
      ref: messageRef(context.team, where.id, ts),
      author: { ...author, isBot: author.isBot || Boolean(bot_id) || !message.user || message.user === context.self },
      threadRef: thread_ts && thread_ts !== ts ? messageRef(context.team, where.id, thread_ts) : null,
      text: textOf(context, text),
    },
    trigger: encodeTrigger(trigger, place),
  };
}

export function parseCommand(body: unknown, context: ParseContext): PlatformEvent {
  const { user_id, channel_id, text, trigger_id: trigger } = Command.parse(body);
  const place = placeOf(context, channel_id);
  return {
    ...base(context, trigger),
    type: 'command-invoked',
    place,
    by: personOf(context, user_id),
    text: textOf(context, text),
    trigger: encodeTrigger(trigger, place),
  };
}

/** Slack does not repeat these by itself; `cause` is the same when a proxy does, and another with each press. */
const base = (context: ParseContext, cause: string, ts?: string) => ({
  id: `slack:${cause}`,
  at: ts === undefined ? context.now : dateOf(ts),
  workspaceId: workspaceOf(context.team),
});
