import type { Address } from '../../src/domain/inquiry.ts';
import type { Choice, Form, Home, Message } from '../../src/domain/message.ts';
import type { Profile } from '../../src/domain/platform-event.ts';
import { unknownMessage } from './errors.ts';

/** A message as it stands in a conversation; `by` is null for Porras. */
export interface MemoryMessage {
  ref: string;
  conversation: Address;
  private: boolean;
  threadRef: string | null;
  by: Address | null;
  text: string;
  markdown: string;
  choices: Choice[];
  picture: Uint8Array | null;
  /** Set when only this person sees it. */
  whisperTo: Address | null;
  reactions: { emoji: string; by: Address | null }[];
  sentAt: Date;
  editedAt: Date | null;
  key: string | null;
}

export interface OpenForm {
  person: Address;
  conversation: Address | null;
  form: Form;
}

/** Everything that the platform holds, in the order in which it came. */
export interface MemoryState {
  messages: Map<string, MemoryMessage>;
  /** `${conversation} ${key}` -> reference, for finding what has been sent. */
  sent: Map<string, string>;
  members: Map<Address, Set<Address>>;
  forms: OpenForm[];
  homes: Map<Address, Home>;
  /** Reference of a message with `views` -> what those who have looked at it see in its place. */
  views: Map<string, Map<Address, Message>>;
  /** What is known of people besides their names. */
  profiles: Map<Address, Partial<Profile>>;
  /** How many references were made. */
  refs: number;
}

export const emptyState = (): MemoryState => ({
  messages: new Map(),
  sent: new Map(),
  members: new Map(),
  forms: [],
  homes: new Map(),
  views: new Map(),
  profiles: new Map(),
  refs: 0,
});

/** A number for a new message, never used twice. */
export function nextRef(state: MemoryState): string {
  state.refs += 1;
  return String(state.refs);
}

export function messageOfState(state: MemoryState, ref: string): MemoryMessage {
  const message = state.messages.get(ref);
  if (!message) throw unknownMessage(ref);
  return message;
}

/** What one person can read: their channels, their own private conversation, whispers to them. */
export function visibleTo(state: MemoryState, person: Address, privateConversation: Address): MemoryMessage[] {
  return [...state.messages.values()]
    .filter(
      (message) =>
        (message.whisperTo === null || message.whisperTo === person) &&
        (message.private
          ? message.conversation === privateConversation
          : (state.members.get(message.conversation)?.has(person) ?? false)),
    )
    .map((message) => asSeenBy(state, person, message));
}

export function asSeenBy(state: MemoryState, person: Address, message: MemoryMessage): MemoryMessage {
  const view = state.views.get(message.ref)?.get(person);
  if (!view) return message;
  const { text, markdown, choices = [] } = view;
  return { ...message, text, markdown, choices, picture: null };
}

export function addReaction(message: MemoryMessage, emoji: string, by: Address | null): void {
  if (!message.reactions.some((it) => it.emoji === emoji && it.by === by)) message.reactions.push({ emoji, by });
}

export function removeReaction(message: MemoryMessage, emoji: string, by: Address | null): void {
  message.reactions = message.reactions.filter((it) => it.emoji !== emoji || it.by !== by);
}
