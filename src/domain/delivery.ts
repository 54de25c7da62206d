import type { Address } from './inquiry.ts';
import type { Message } from './message.ts';

export type DeliveryStatus = 'planned' | 'sending' | 'sent' | 'failed' | 'skipped';

/** Where a message goes: to a channel (perhaps a thread of it), or to one person in private. */
export type Target =
  | { to: 'channel'; channel: Address; thread: string | null }
  | { to: 'person'; person: Address }
  | { to: 'whisper'; channel: Address; person: Address };

/** An outgoing message and its fate. */
export interface Delivery {
  /** Idempotency key, made from what caused it: the same cause never plans two deliveries. */
  id: string;
  workspaceId: string;
  inquiryId: string | null;
  /** The round that this message opens or speaks of: an answer in its thread belongs to that round. */
  roundId: string | null;
  target: Target;
  /** The channel or person of `target`, to look up what someone was last told. */
  recipient: Address;
  message: Message;
  /** Its words are erased once it has been sent: nothing may link an anonymous contribution to its author. */
  forget: boolean;
  status: DeliveryStatus;
  attempts: number;
  /** Reference of the message, once sent. */
  ref: string | null;
  /** Why it failed or was skipped. */
  error: string | null;
  plannedAt: Date;
  sentAt: Date | null;
}

/** An event that came in. What it carried is forgotten once it has been handled. */
export interface InboxEvent {
  id: string;
  payload: unknown;
  receivedAt: Date;
  handledAt: Date | null;
  /** Why it could not be handled, after the last try. */
  error: string | null;
}
