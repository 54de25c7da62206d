import { z } from 'zod';
import type { Address } from '../../src/domain/inquiry.ts';
import type { Person, Place, PlatformEvent } from '../../src/domain/platform-event.ts';
import { encode } from './address.ts';
import { badRequest, tooLong } from './errors.ts';

export const MAX_TEXT = 40_000;

const address = z.string().min(1).max(500);
const text = z.string();
const base = {
  /** Made by the page, and the same when it tries again: the same act twice is one event. */
  id: z.string().regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, _ or -'),
  /** The address of the person who acts. */
  as: address,
};

const Act = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('post'), conversation: address, thread: address.nullable(), text }),
  z.object({ ...base, type: z.literal('edit'), ref: address, text }),
  z.object({ ...base, type: z.literal('delete'), ref: address }),
  z.object({ ...base, type: z.literal('react'), ref: address, emoji: z.string().min(1).max(40), on: z.boolean() }),
  z.object({ ...base, type: z.literal('press'), ref: address, action: z.string(), value: z.string() }),
  z.object({
    ...base,
    type: z.literal('submit'),
    formId: z.string(),
    context: z.string(),
    conversation: address.nullable(),
    answers: z.record(z.string(), text),
  }),
  z.object({ ...base, type: z.literal('command'), conversation: address, text }),
  z.object({ ...base, type: z.literal('membership'), conversation: address, joined: z.boolean() }),
  z.object({ ...base, type: z.literal('home') }),
]);

/** What a person did on the page. */
export type Act = z.infer<typeof Act>;

/** @throws PorrasError `bad-request` naming the field, `too-long` when a text is. */
export function parseAct(payload: unknown): Act {
  const parsed = Act.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badRequest(
      `The request is not right at "${issue?.path.join('.') || 'its top'}": ${issue?.message ?? 'unreadable'}.`,
    );
  }
  const act = parsed.data;
  const texts = 'text' in act ? [act.text] : act.type === 'submit' ? Object.values(act.answers) : [];
  for (const { length } of texts) if (length > MAX_TEXT) throw tooLong(length, MAX_TEXT);
  if ((act.type === 'post' || act.type === 'edit') && act.text.trim() === '')
    throw badRequest('An empty message was not sent.');
  return act;
}

export const messageRef = (act: { id: string }): string => encode('message', act.id);

export interface Circumstances {
  by: Person;
  at: Date;
  workspaceId: string;
  /** Where it happened; null where an act has no place. */
  place: Place | null;
}

/** What Porras hears of an act. */
export function toEvent(act: Act, { by, at, workspaceId, place }: Circumstances): PlatformEvent {
  const event = { id: encode('event', act.id), at, workspaceId };
  if (act.type === 'home') return { ...event, type: 'home-opened', by };
  if (act.type === 'submit') {
    return {
      ...event,
      type: 'form-submitted',
      place,
      by,
      formId: act.formId,
      context: act.context,
      answers: act.answers,
    };
  }
  if (!place) throw badRequest(`"${act.type}" needs a conversation.`);
  const trigger: Address = place.channel;
  switch (act.type) {
    case 'post':
      return {
        ...event,
        type: 'message-posted',
        place,
        by,
        ref: messageRef(act),
        threadRef: act.thread,
        text: act.text,
      };
    case 'edit':
      return { ...event, type: 'message-edited', place, by, ref: act.ref, text: act.text };
    case 'delete':
      return { ...event, type: 'message-deleted', place, ref: act.ref };
    case 'react':
      return {
        ...event,
        type: act.on ? 'reaction-added' : 'reaction-removed',
        place,
        by,
        ref: act.ref,
        emoji: act.emoji,
      };
    case 'press':
      return {
        ...event,
        type: 'choice-pressed',
        place,
        by,
        ref: act.ref,
        action: act.action,
        value: act.value,
        trigger,
      };
    case 'command':
      return { ...event, type: 'command-invoked', place, by, text: act.text, trigger };
    case 'membership':
      return { ...event, type: act.joined ? 'member-joined' : 'member-left', place, by };
  }
}
