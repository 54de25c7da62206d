import type { Lang, Role } from '../domain/words.ts';

export type TranscriptFormat = 'jsonl' | 'slack' | 'teams';

export interface TranscriptReaction {
  /** As the platform names it: `thumbsup`, `like`, or the character itself. */
  emoji: string;
  /** Who reacted, written as authors are. */
  by: string;
}

/** What one person said, in whichever form it was kept. */
export interface TranscriptMessage {
  /** JSONL: its `id`; Slack: the message's `ts`; Teams: the message's id. Unique in a transcript. */
  id: string;
  at: Date;
  /**
   * JSONL: its `author`; exports: the display name, followed by the account id where two people share a name.
   * `matchAuthors` turns it into the people file's id.
   */
  author: string;
  /** The platform's own id of the author; in JSONL the same as `author`. */
  account: string;
  text: string;
  /** Id of the message that this one answers in its thread; always of an earlier message of the transcript. */
  replyTo: string | null;
  lang?: Lang;
  role?: Role;
  unit?: string;
  reactions: TranscriptReaction[];
  /** JSONL: the line's fields as they were, to be copied through; exports: the same message as a JSONL line has it. */
  raw: Record<string, unknown>;
  /** `file:line`, for errors. */
  where: string;
}

/** A person as an export itself knows them. */
export interface TranscriptPerson {
  /** The platform's own id. */
  id: string;
  /** As `TranscriptMessage.author` has it. */
  name: string;
  /** Every name that the export has for this person, the display name first. */
  names: string[];
  title: string | null;
  timeZone: string | null;
}

/** Messages in the order in which they were sent. */
export interface Transcript {
  messages: TranscriptMessage[];
  people: TranscriptPerson[];
  format: TranscriptFormat;
}
