import type { Address } from '../../src/domain/inquiry.ts';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import type { MemoryMessage } from './state.ts';

export interface Where {
  ref: string;
  conversation: Address;
  private: boolean;
  threadRef: string | null;
  whisperTo: Address | null;
  sentAt: Date;
}

/** A message of Porras as it stands in memory. */
export function renderMessage(outgoing: Outgoing, where: Where): MemoryMessage {
  return { ...where, ...renderBody(outgoing), by: null, reactions: [], editedAt: null, key: outgoing.key };
}

/** The part of a message that an edit replaces. */
export const renderBody = (outgoing: Outgoing): Pick<MemoryMessage, 'text' | 'markdown' | 'choices' | 'picture'> => ({
  text: outgoing.message.text,
  markdown: outgoing.message.markdown,
  choices: structuredClone(outgoing.message.choices ?? []),
  picture: outgoing.picture ? outgoing.picture.png.slice() : null,
});
