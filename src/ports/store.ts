import type { Commitment } from '../domain/commitment.ts';
import type { Answered, Assignment, Contribution, Reaction } from '../domain/contribution.ts';
import type { Delivery, InboxEvent } from '../domain/delivery.ts';
import type { Digest, Picture } from '../domain/digest.ts';
import type { FormSession } from '../domain/form-session.ts';
import type { Channel, Inquiry, Participant, Workspace } from '../domain/inquiry.ts';
import type { Nudge } from '../domain/nudge.ts';
import type { Round } from '../domain/round.ts';
import type { SubTheme } from '../domain/theme.ts';

export interface Row {
  id: string;
}

/** Equality on fields; a list means any of these. */
export type Where<T> = { [K in keyof T]?: T[K] | readonly T[K][] };

export interface Order<T> {
  by: keyof T & string;
  descending?: boolean;
  limit?: number;
}

/**
 * Rows of one kind. Ids are made from what caused a row, so inserting twice is harmless, and `update` with the old
 * status in `where` is a compare-and-set.
 */
export interface Table<T extends Row> {
  /** @returns false when a row with this id is there already; nothing is changed then. */
  insert(row: T): Promise<boolean>;
  /** Inserts those that are not there yet. @returns how many were. */
  insertMany(rows: readonly T[]): Promise<number>;
  get(id: string): Promise<T | null>;
  /** Ordered by `order`, then by id, so that a list is the same each time. */
  find(where: Where<T>, order?: Order<T>): Promise<T[]>;
  count(where: Where<T>): Promise<number>;
  /** @returns how many rows matched and were changed. */
  update(where: Where<T>, patch: Partial<Omit<T, 'id'>>): Promise<number>;
  delete(where: Where<T>): Promise<number>;
}

export interface Tables {
  workspaces: Table<Workspace>;
  channels: Table<Channel>;
  inquiries: Table<Inquiry>;
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
}
export type TableName = keyof Tables;

export interface Store extends Tables {
  /** All of `work` or nothing of it. */
  transaction<R>(work: (tables: Tables) => Promise<R>): Promise<R>;
}
