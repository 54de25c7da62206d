import type { Address } from '../domain/inquiry.ts';
import type { Form, Home, Message } from '../domain/message.ts';
import type { Person, PlatformEvent, Profile } from '../domain/platform-event.ts';
import type { Lang } from '../domain/words.ts';

/** What a platform may be able to do besides posting. Capabilities are data, answered per workspace. */
export const CAPABILITIES = [
  'edit',
  'delete',
  'react',
  'whisper',
  'direct-message',
  'choices',
  'form',
  'picture',
  'list-members',
  'permalink',
  'find-sent',
  'home',
  'profile',
  // Hears what is written below a message of Porras's, also what does not mention it.
  'hear-threads',
  // Shows whoever looks at a message with `views` their own view of it.
  'views',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/**
 * Takes an event in. Resolves once it is stored and its id is queued: only then may the adapter acknowledge it to its
 * platform. Rejects when that failed, so that the platform delivers it again.
 */
export type EventSink = (event: PlatformEvent) => Promise<void>;

/** What one person sees in place of a message, and their language, for what the adapter itself says to them. */
export interface View {
  message: Message;
  lang: Lang;
}

/**
 * The view that a person has of a message with `views`; null for any other message. It is read, never kept.
 *
 * @param after id of an event of theirs that it should show the outcome of: waited for a little while.
 */
export type ViewOf = (ref: string, person: Address, after?: string) => Promise<View | null>;

export interface Picture {
  png: Uint8Array;
  alt: string;
}

/** A message as an adapter gets it: the picture is at hand, and the key tells apart two sends of the same thing. */
export interface Outgoing {
  message: Message;
  picture: Picture | null;
  /** Idempotency key: the id of the delivery. */
  key: string;
}

export interface ChannelInfo {
  /** As people see it; null where the platform does not tell. */
  name: string | null;
  /** Whether Porras is in it; where it is not, it hears nothing and may not be able to write. */
  isMember: boolean;
}

export interface ChatPlatform {
  /** The part of every address before the first colon. */
  readonly name: string;
  capabilities(workspaceId: string): ReadonlySet<Capability>;
  /** The workspace that a channel, a person or a message is in. @throws PorrasError `foreign-address` */
  workspaceOf(address: Address): string;
  channelInfo(channel: Address): Promise<ChannelInfo>;
  /** Starts taking events in. Capability `views`: asks `viewOf` what whoever looks at a message sees in its place. */
  start(sink: EventSink, viewOf?: ViewOf): Promise<void>;
  stop(): Promise<void>;
  /** Posts to a channel, in the thread of `thread` if given. @returns the reference of the new message. */
  post(channel: Address, outgoing: Outgoing, thread?: string): Promise<string>;
  /** Capability `direct-message`: writes to one person in private. */
  directMessage(person: Address, outgoing: Outgoing): Promise<string>;
  /** Capability `whisper`: shown in the channel to this person only; it may vanish, so it is never the only copy. */
  whisper(channel: Address, person: Address, outgoing: Outgoing): Promise<void>;
  /** Capability `edit`. */
  edit(ref: string, outgoing: Outgoing): Promise<void>;
  /** Capability `delete`. */
  delete(ref: string): Promise<void>;
  /** Capability `react`: adds (or keeps) a reaction of Porras's own. */
  react(ref: string, emoji: string): Promise<void>;
  /** Capability `form`: opens a form for a person; `trigger` comes from the event that asked for it. */
  openForm(person: Address, trigger: string, form: Form): Promise<void>;
  /** Capability `list-members`: people in the channel, bots left out. */
  members(channel: Address): Promise<Person[]>;
  /** Capability `permalink`: a link that opens this message. */
  permalink(ref: string): Promise<string | null>;
  /** Capability `find-sent`: whether a message with this key has been sent to a channel or a person; its reference, or null. */
  findSent(to: Address, key: string): Promise<string | null>;
  /** Capability `home`: replaces what this person finds when they open Porras by itself. */
  showHome(person: Address, home: Home): Promise<void>;
  /** Capability `profile`: what the platform knows of a person now. */
  profile(person: Address): Promise<Profile>;
}
