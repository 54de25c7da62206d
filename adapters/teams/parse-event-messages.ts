import { decodeHTML } from 'entities';
import { z } from 'zod';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { hasThreads, messageRef, rootOf, threadRefOf } from './address.ts';
import { encodeTrigger } from './form-trigger.ts';
import { emojiOf } from './parse-event-emoji.ts';
import { type Around, base, isOurs, type Parse, personOf } from './parse-event-context.ts';
import { readMessage, readPlain } from './read-html.ts';

const Words = z.looseObject({
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
});
const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});
const Reactions = z.looseObject({
  replyToId: z.string().min(1),
  reactionsAdded: z.array(z.object({ type: z.string().min(1) })).nullish(),
  reactionsRemoved: z.array(z.object({ type: z.string().min(1) })).nullish(),
});

/** What somebody wrote, as they and others saw it. */
function wordsIn({ activity, place }: Around): { text: string; quotes: string | null } {
  const { text, attachments } = Words.parse(activity);
  const ours = namesOfPorras(activity.entities ?? [], activity.recipient.id);
  const html = attachments?.find(
    ({ contentType, content }) => contentType === 'text/html' && typeof content === 'string',
  );
  const read = html
    ? readMessage(html.content as string, text ?? '', ours)
    : { text: readPlain(text ?? '', ours), quotes: null };
  // Among two nobody has to be called by name.
  return place.private ? { ...read, text: read.text.replace(/^@Porras\b[:,]?\s*/, '') } : read;
}

function namesOfPorras(entities: readonly unknown[], id: string): Set<string> {
  const mentions = entities.flatMap((entity) => Mention.safeParse(entity).data ?? []);
  return new Set(
    mentions
      .filter(({ mentioned }) => mentioned.id === id)
      .flatMap(({ text, mentioned }) => [decodeHTML((text ?? '').replace(/<[^<>]*>/g, '')), mentioned.name ?? ''])
      .map((name) => name.trim())
      .filter(Boolean),
  );
}

/** `/porras` and what follows, by itself or after a mention: a command, whatever it says. Teams has no commands of its own. */
const COMMAND = /^\s*(?:@Porras\b[:,]?\s*)?\/porras\b[ \t]?([\s\S]*)$/i;

export const parseMessage: Parse = (around) => {
  const { activity, place, context } = around;
  const { text, quotes } = wordsIn(around);
  if (!isFromPerson(around) || !activity.id || text.trim() === '') return [];
  const by = personOf(around, activity.from);
  const [, command] = COMMAND.exec(text) ?? [];
  const event = base(around, 'message', activity.conversation.id, activity.id);
  const trigger = encodeTrigger(context.digest('command', activity.conversation.id, activity.id), place);
  if (command !== undefined)
    return [{ ...event, type: 'command-invoked', place, by, text: command.trimEnd(), trigger }];
  return [
    {
      ...event,
      type: 'message-posted',
      place,
      by,
      ref: refOf(around, activity.id),
      threadRef: threadOf(around, quotes),
      text,
      trigger,
    },
  ];
};

/** `editMessage`, and a deletion that was undone: the words are there again. */
export const parseUpdate: Parse = (around) => {
  const { activity, place } = around;
  const { text } = wordsIn(around);
  if (!isFromPerson(around) || !activity.id || text.trim() === '') return [];
  return [
    {
      ...base(around, 'edit', activity.conversation.id, activity.id, activity.timestamp ?? '', text),
      type: 'message-edited',
      place,
      by: personOf(around, activity.from),
      ref: refOf(around, activity.id),
      text,
    },
  ];
};

export const parseDeletion: Parse = (around) => {
  const { activity, place } = around;
  if (!activity.id || isOurs(activity, activity.from)) return [];
  return [
    {
      ...base(around, 'delete', activity.conversation.id, activity.id, activity.timestamp ?? ''),
      type: 'message-deleted',
      place,
      ref: refOf(around, activity.id),
    },
  ];
};

export const parseReactions: Parse = (around) => {
  const { activity, place } = around;
  if (!isFromPerson(around)) return [];
  const { replyToId, reactionsAdded, reactionsRemoved } = Reactions.parse(activity);
  const event = (type: 'reaction-added' | 'reaction-removed', reaction: string): PlatformEvent => ({
    ...base(
      around,
      type,
      activity.conversation.id,
      activity.id ?? '',
      replyToId,
      activity.from.id,
      reaction,
      activity.timestamp ?? '',
    ),
    type,
    place,
    by: personOf(around, activity.from),
    ref: refOf(around, replyToId),
    emoji: emojiOf(reaction),
  });
  return [
    ...(reactionsAdded ?? []).map(({ type }) => event('reaction-added', type)),
    ...(reactionsRemoved ?? []).map(({ type }) => event('reaction-removed', type)),
  ];
};

export const isFromPerson = ({ activity: { from, recipient } }: Around): boolean =>
  from.id !== recipient.id && !from.id.startsWith('28:') && from.role !== 'bot';

const refOf = ({ activity, tenant }: Around, id: string): string => messageRef(tenant, activity.conversation.id, id);

/** In a channel the message that the thread hangs below; in a chat the one that an answer quotes. */
function threadOf({ activity, tenant }: Around, quotes: string | null): string | null {
  const { id } = activity.conversation;
  if (hasThreads(id)) return rootOf(id) === activity.id ? null : threadRefOf(tenant, id);
  return quotes === null ? null : messageRef(tenant, id, quotes);
}
