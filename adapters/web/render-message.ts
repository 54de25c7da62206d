import { createHash } from 'node:crypto';
import type { Address } from '../../src/domain/inquiry.ts';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import { encode } from './address.ts';
import type { ChatRow } from './chat-log.ts';

/** The same conversation and key always give the same reference: that is how a message is found, and sent once. */
export const refFor = (conversation: Address, key: string): string =>
  encode('message', createHash('sha256').update(`${conversation}\n${key}`).digest('hex').slice(0, 32));

export interface Where {
  conversation: Address;
  thread: string | null;
  whisperTo: Address | null;
  sentAt: Date;
}

/** What Porras says, as a row of the log. */
export const renderMessage = (outgoing: Outgoing, where: Where): ChatRow => ({
  id: refFor(where.conversation, outgoing.key),
  kind: 'message',
  author: null,
  ...where,
  ...renderBody(outgoing),
  reactions: [],
  editedAt: null,
  deleted: false,
  heard: true,
});

/** The part of a message that an edit replaces. */
export const renderBody = ({ message }: Outgoing): Pick<ChatRow, 'text' | 'markdown' | 'choices' | 'picture'> => ({
  text: message.text,
  markdown: message.markdown,
  choices: message.choices ?? [],
  picture: message.picture ? { id: message.picture.id, alt: message.picture.alt } : null,
});
