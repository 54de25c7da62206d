import type { Address } from './inquiry.ts';
import type { Choice } from './message.ts';

/** A line of a conversation in the built-in web chat: that page's own memory, as Slack and Teams have theirs. */
export interface ChatMessage {
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
  /** A deleted one keeps its place, for its replies, and nothing of what it said. */
  deleted: boolean;
  /** False until Porras has stored it; until then only its author sees it. */
  heard: boolean;
}
