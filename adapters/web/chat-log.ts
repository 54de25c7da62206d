import type { Address } from '../../src/domain/inquiry.ts';
import type { Choice } from '../../src/domain/message.ts';

/** A line of a conversation, as a row: everything in it can be stored as JSON columns. */
export interface ChatRow {
  /** The message's reference; made from the delivery's key or by the page, so that inserting twice is harmless. */
  id: string;
  /** A channel's address, or that of a person's private conversation. */
  conversation: Address;
  kind: 'message' | 'joined' | 'left';
  /** Id of the message whose thread this one is in. */
  thread: string | null;
  /** A person's address; null for Porras. */
  author: Address | null;
  text: string;
  /** Null for what people write: their words are shown as they are. */
  markdown: string | null;
  choices: Choice[];
  picture: { id: string; alt: string } | null;
  /** Set when only this person sees it. */
  whisperTo: Address | null;
  reactions: { emoji: string; by: Address | null }[];
  sentAt: Date;
  editedAt: Date | null;
  /** A deleted row keeps its place, for its replies, and nothing of what it said. */
  deleted: boolean;
  /** False until Porras has stored it; until then only its author sees it. */
  heard: boolean;
}

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
