import { z } from 'zod';
import type { Exported, ExportedMessage } from '../from-export.ts';
import { must, shaped } from '../shape.ts';
import { cleaned } from '../text.ts';
import { htmlToPlain } from '../../html-to-plain.ts';

const text = z.string({ error: must('text') });
const instant = z.iso.datetime({ offset: true, error: must('a date and time, as in 2026-03-02T06:04:00.000Z') });
const user = z.object({ id: text, displayName: text.nullish() });

/** Source: Microsoft Graph 1.0, resource type `chatMessage`. */
const MESSAGE = z.object({
  id: text.min(1, 'is empty'),
  replyToId: text.nullish(),
  messageType: text.nullish(),
  createdDateTime: instant,
  deletedDateTime: text.nullish(),
  subject: text.nullish(),
  from: z.object({ user: user.nullish() }).nullish(),
  body: z.object({ contentType: text.nullish(), content: text.nullish() }, { error: must('an object') }),
  attachments: z.array(z.object({ id: text.nullish(), contentType: text.nullish() })).nullish(),
  reactions: z.array(z.object({ reactionType: text, user: z.object({ user: user.nullish() }).nullish() })).nullish(),
  channelIdentity: z.object({ channelId: text.nullish() }).nullish(),
  chatId: text.nullish(),
  /** Replies of a thread, where they were asked for together with its first message. */
  replies: z.array(z.unknown()).nullish(),
});
type TeamsMessage = z.infer<typeof MESSAGE>;

/** What a conversation holds, a channel's or a chat's. */
export interface TeamsConversation extends Exported {
  id: string;
  name: string;
}

/** A message as it stands in the file. */
export interface TeamsItem {
  value: unknown;
  where: string;
}

/** A quotation names its source, which may be in another conversation: `softReplyTo` counts only where it is known. */
type Said = ExportedMessage & { softReplyTo: string | null };

interface Gathered {
  said: Said[];
  leftOut: Exported['leftOut'];
  names: Map<string, string>;
}

/** Sorts messages by conversation, and leaves out what is no contribution: events, bots, removed and empty ones. */
export const toConversations = (items: Iterable<TeamsItem>): TeamsConversation[] => {
  const conversations = new Map<string, Gathered>();
  for (const { value, where } of items) {
    const message = shaped(MESSAGE, value, where, 'an export is the JSON of chatMessage as Microsoft Graph gives it');
    const id = message.channelIdentity?.channelId ?? message.chatId ?? '';
    const conversation: Gathered = conversations.get(id) ?? { said: [], leftOut: [], names: new Map() };
    conversations.set(id, conversation);
    const said = toSaid(message, where);
    if (said) conversation.said.push(said);
    else conversation.leftOut.push({ id: message.id, at: new Date(message.createdDateTime) });
    for (const person of peopleIn(message))
      if (person.displayName) conversation.names.set(person.id, person.displayName);
  }
  return [...conversations].map(([id, { said, leftOut, names }]) => ({
    id,
    name: id,
    messages: withKnownQuotes(said),
    leftOut,
    people: [...names].map(([account, name]) => ({ id: account, names: [name], title: null, timeZone: null })),
  }));
};

const toSaid = (message: TeamsMessage, where: string): Said | null => {
  const author = message.from?.user;
  if (!author || message.deletedDateTime || (message.messageType ?? 'message') !== 'message') return null;
  const content = message.body.content ?? '';
  const { text: body, quotes } =
    message.body.contentType === 'html' ? htmlToPlain(content) : { text: content, quotes: null };
  const said = cleaned([message.subject ?? '', body].filter((part) => part !== '').join('\n'));
  if (said.trim() === '') return null;
  const quoted = message.attachments?.find(({ contentType }) => contentType === 'messageReference')?.id;
  return {
    id: message.id,
    at: new Date(message.createdDateTime),
    account: author.id,
    text: said,
    replyTo: message.replyToId || null,
    softReplyTo: quoted ?? quotes,
    reactions: (message.reactions ?? []).flatMap(({ reactionType, user: by }) =>
      by?.user ? [{ emoji: reactionType, account: by.user.id }] : [],
    ),
    where,
  };
};

const withKnownQuotes = (said: Said[]): ExportedMessage[] => {
  const sentAt = new Map(said.map(({ id, at }) => [id, at]));
  return said.map(({ softReplyTo, ...message }) => {
    const quotedAt = softReplyTo === null ? undefined : sentAt.get(softReplyTo);
    return message.replyTo === null && quotedAt && quotedAt < message.at
      ? { ...message, replyTo: softReplyTo }
      : message;
  });
};

const peopleIn = (message: TeamsMessage) =>
  [message.from?.user, ...(message.reactions ?? []).map((reaction) => reaction.user?.user)].filter(
    (person) => !!person,
  );
