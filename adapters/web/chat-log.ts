import type { Address } from '../../src/domain/inquiry.ts';
import type { ChatMessage } from '../../src/domain/chat-message.ts';

/** A line of a conversation, as a row: everything in it can be stored as JSON columns. */
export type ChatRow = ChatMessage;

/** Where conversations are kept. */
export interface ChatLog {
  /** @returns false when a row with this id is there already; nothing is changed then. */
  insert(row: ChatRow): Promise<boolean>;
  get(id: string): Promise<ChatRow | null>;
  update(id: string, patch: Partial<Omit<ChatRow, 'id'>>): Promise<void>;
  /** All rows of a conversation, oldest first. */
  list(conversation: Address): Promise<ChatRow[]>;
  /** Rows that Porras has not stored yet, oldest first. */
  unheard(): Promise<ChatRow[]>;
}

/** Where pictures that Porras sent are kept. */
export interface PictureShelf {
  put(id: string, png: Uint8Array, alt: string): Promise<void>;
  get(id: string): Promise<Uint8Array | null>;
}
