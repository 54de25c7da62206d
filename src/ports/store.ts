import type { ChatMessage } from '../domain/chat-message.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { Answered, Assignment, Contribution, Reaction } from '../domain/contribution.ts';
import type { Delivery, InboxEvent } from '../domain/delivery.ts';
import type { Digest, Picture } from '../domain/digest.ts';
import type { FormSession } from '../domain/form-session.ts';
import type { Channel, Inquiry, Participant, Workspace } from '../domain/inquiry.ts';
import type { Installation } from '../domain/installation.ts';
import type { JoinCode } from '../domain/join-code.ts';
import type { KnownConversation } from '../domain/known-conversation.ts';
import type { KnownPerson } from '../domain/known-person.ts';
import type { MessageParts } from '../domain/message-parts.ts';
import type { ModelCall } from '../domain/model-call.ts';
import type { Nudge } from '../domain/nudge.ts';
import type { PickedMessage } from '../domain/picked-message.ts';
import type { Round } from '../domain/round.ts';
import type { SubTheme } from '../domain/theme.ts';

export interface Row {
  id: string;
}

type Scalar = string | number | boolean | Date | null;

/** The fields that can be asked for and ordered by: those with a plain value. Lists and nested values cannot. */
export type ScalarKey<T> = { [K in keyof T]-?: T[K] extends Scalar ? K : never }[keyof T] & string;

/** Bounds of a field; a null is within no bounds. Texts compare by code point, whatever the database's locale. */
export interface Range<V> {
  lt?: V;
  lte?: V;
  gt?: V;
  gte?: V;
}

/**
 * Conditions that must all hold. A value means equal to it (null: not set), a list any of these, a `Range` within its
 * bounds. No condition matches every row; a condition that is `undefined` is refused, lest it match every row by accident.
 */
export type Where<T> = { [K in ScalarKey<T>]?: T[K] | readonly T[K][] | Range<NonNullable<T[K]>> };

export interface Order<T> {
  /** Rows that have null here come last, in both directions. */
  by: ScalarKey<T>;
  /** Turns the order of `by` around; rows that are equal in it stay ordered by rising id. */
  descending?: boolean;
  limit?: number;
}

/**
 * Rows of one kind. Ids are made from what caused a row, so inserting twice is harmless, and `update` with the old
 * status in `where` is a compare-and-set.
 *
 * What is stored is what JSON can carry: in a nested field a `Date` comes back as its ISO text and `undefined` is left
 * out. NUL characters and lone surrogates, which no database keeps, are dropped or replaced on the way in.
 */
export interface Table<T extends Row> {
  /** @returns false when a row with this id, or with this unique `ref`, is there already; nothing is changed then. */
  insert(row: T): Promise<boolean>;
  /** Inserts those that are not there yet. @returns how many were. */
  insertMany(rows: readonly T[]): Promise<number>;
  get(id: string): Promise<T | null>;
  /** Ordered by `order`, then by id, so that a list is the same each time. Rows are copies. */
  find(where: Where<T>, order?: Order<T>): Promise<T[]>;
  count(where: Where<T>): Promise<number>;
  /**
   * @returns how many rows matched and were changed.
   * @throws PorrasError `conflict` when a unique field would be there twice; nothing is changed then.
   */
  update(where: Where<T>, patch: Partial<Omit<T, 'id'>>): Promise<number>;
  delete(where: Where<T>): Promise<number>;
}

export interface Tables {
  workspaces: Table<Workspace>;
  channels: Table<Channel>;
  inquiries: Table<Inquiry>;
  people: Table<KnownPerson>;
  participants: Table<Participant>;
  rounds: Table<Round>;
  contributions: Table<Contribution>;
  assignments: Table<Assignment>;
  subThemes: Table<SubTheme>;
  reactions: Table<Reaction>;
  answered: Table<Answered>;
  nudges: Table<Nudge>;
  digests: Table<Digest>;
  pictures: Table<Picture>;
  commitments: Table<Commitment>;
  deliveries: Table<Delivery>;
  events: Table<InboxEvent>;
  formSessions: Table<FormSession>;
  picks: Table<PickedMessage>;
  chatMessages: Table<ChatMessage>;
  modelCalls: Table<ModelCall>;
  installations: Table<Installation>;
  conversations: Table<KnownConversation>;
  messageParts: Table<MessageParts>;
  joinCodes: Table<JoinCode>;
}
export type TableName = keyof Tables;

export interface Store extends Tables {
  /** All of `work` or nothing of it. */
  transaction<R>(work: (tables: Tables) => Promise<R>): Promise<R>;
}
