import { z } from 'zod';
import type { PickPurpose, PlatformEvent } from '../../src/domain/platform-event.ts';
import { LANGUAGES, type Lang } from '../../src/domain/words.ts';
import { hasThreads, messageRef, personAddress, rootOf, workspaceOf } from './address.ts';
import { readForm, type SentForm } from './form-answers.ts';
import { encodeTrigger } from './form-trigger.ts';
import { type Around, base, personOf } from './parse-event-context.ts';
import { readHtml } from './read-html.ts';

/** What of a card came back: a button, or a form that was sent. */
export interface FromCard {
  event: PlatformEvent;
  /** What tells whose dialog is to be opened. */
  dialog: string;
  /** The form, if it was one. */
  form: SentForm | null;
  /** Of its words; null where it did not say. */
  lang: Lang | null;
}

const Button = z.looseObject({ action: z.string().min(1), value: z.string(), lang: z.enum(LANGUAGES).nullish() });

/**
 * The data of a card's Action.Execute or Action.Submit. A form that is sent twice is one: its card, who sent it and what
 * they wrote tell that it is the same. A button may be pressed again on another day and means it then, so there the
 * activity tells; Teams repeats it when it delivers it again.
 */
export function parseCard(around: Around, data: unknown): FromCard | null {
  const { activity, tenant, place, context } = around;
  const { from, conversation, id, replyToId } = activity;
  const by = personOf(around, from);
  const form = readForm(data, tenant);
  if (form) {
    const { formId, context: ours, answers, once } = form;
    const event = {
      ...base(around, 'form', by.address, formId, ours, once, JSON.stringify(answers)),
      type: 'form-submitted' as const,
      // A form says what it was told when it was opened: of its own tenant only.
      place: form.place?.channel.startsWith(`${workspaceOf(tenant)}:`) ? form.place : null,
      by,
      formId,
      context: ours,
      answers,
    };
    return { event, dialog: event.id, form, lang: form.lang };
  }
  const { success, data: button } = Button.safeParse(data);
  if (!success) return null;
  const { action, value, lang = null } = button;
  const cause = [
    'press',
    conversation.id,
    id || (activity.timestamp ?? ''),
    replyToId ?? '',
    by.address,
    action,
    value,
  ];
  const dialog = context.digest(...cause);
  const ref = replyToId ? messageRef(tenant, conversation.id, replyToId) : null;
  return {
    event: {
      ...base(around, ...cause),
      type: 'choice-pressed',
      place,
      by,
      ref,
      action,
      value,
      trigger: encodeTrigger(dialog, place),
    },
    dialog,
    form: null,
    lang,
  };
}

const PURPOSES: Readonly<Record<string, PickPurpose>> = { add: 'add', buildsOn: 'builds-on' };
/** Commands of the message extension, as the manifest names them. */
export const PICK_COMMANDS = { add: 'add', 'builds-on': 'buildsOn' } as const satisfies Record<PickPurpose, string>;

const Picked = z.looseObject({
  commandId: z.string(),
  messagePayload: z.looseObject({
    id: z.string().min(1),
    replyToId: z.string().nullish(),
    from: z
      .looseObject({
        user: z.looseObject({ id: z.string().min(1), displayName: z.string().nullish() }).nullish(),
        application: z.looseObject({ id: z.string().min(1), displayName: z.string().nullish() }).nullish(),
      })
      .nullish(),
    body: z.looseObject({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  }),
});

/** A message extension's action in the menu of a message; null for other commands. */
export function parsePicked(around: Around, value: unknown): FromCard | null {
  const { activity, tenant, place, context } = around;
  const { success, data } = Picked.safeParse(value);
  if (!success) return null;
  const { commandId, messagePayload: message } = data;
  const purpose = Object.hasOwn(PURPOSES, commandId) ? PURPOSES[commandId] : undefined;
  if (!purpose) return null;
  const { conversation, id } = activity;
  const user = message.from?.user;
  const author = user ?? message.from?.application ?? { id: 'unknown', displayName: '' };
  const { contentType, content } = message.body ?? {};
  const read = contentType === 'text' ? { text: content ?? '', quotes: null } : readHtml(content ?? '', new Set());
  const root = message.replyToId ?? (hasThreads(conversation.id) ? rootOf(conversation.id) : read.quotes);
  const cause = ['pick', conversation.id, id || (activity.timestamp ?? ''), message.id, activity.from.id, purpose];
  const dialog = context.digest(...cause);
  return {
    event: {
      ...base(around, ...cause),
      type: 'message-picked',
      place,
      by: personOf(around, activity.from),
      purpose,
      message: {
        ref: messageRef(tenant, conversation.id, message.id),
        author: {
          address: personAddress(tenant, author.id),
          name: author.displayName || context.known(author.id) || '',
          isBot: !user,
        },
        threadRef: root && root !== message.id ? messageRef(tenant, conversation.id, root) : null,
        text: read.text,
      },
      trigger: encodeTrigger(dialog, place),
    },
    dialog,
    form: null,
    lang: null,
  };
}
