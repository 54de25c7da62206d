import type { Kind, Lang, Signal } from './words.ts';

export type Visibility = 'named' | 'pseudonymous' | 'anonymous';
export type Via = 'channel' | 'private';

/**
 * What became of a contribution apart from its theme: `live` is read by everyone; `held` waits until staff have
 * spoken; `withheld` was kept out by a facilitator or the threshold; `withdrawn` and `deleted` keep no text.
 */
export type ContributionStatus = 'live' | 'held' | 'withheld' | 'withdrawn' | 'deleted';

/** What a person said. */
export interface Contribution {
  id: string;
  inquiryId: string;
  roundId: string | null;
  /** Null for an anonymous one: nobody, Porras included, can tell whose it is. */
  participantId: string | null;
  visibility: Visibility;
  via: Via;
  text: string;
  lang: Lang;
  /** Where it stands on its platform, unique; null for an anonymous one. */
  ref: string | null;
  /** Id of the contribution that this one answers in its thread. */
  replyTo: string | null;
  status: ContributionStatus;
  sentAt: Date;
  editedAt: Date | null;
  /** When it was last labelled; null while it waits to be, as after an edit. */
  labelledAt: Date | null;
  /** Hash of the code with which an anonymous contribution can be withdrawn by whoever has the code. */
  receipt: string | null;
}

/** What the analyst, or a person, says that a contribution is. */
export interface Label {
  /** A step's key, or `none`. */
  step: string;
  /** Other steps that would do as well. */
  also: string[];
  cross: string[];
  kind: Kind;
  signals: Signal[];
  /** Id of the contribution whose idea this one develops. */
  buildsOn: string | null;
  /** 0 to 1: how sure. */
  confidence: number;
  /** One line in plain words. */
  why: string;
}

/** Contribution -> step and sub-theme, by whom and why; superseded, never overwritten. */
export interface Assignment extends Label {
  id: string;
  inquiryId: string;
  contributionId: string;
  subThemeId: string | null;
  /** `lexical`, `llm`, or `person:` and a participant's id. */
  by: string;
  /** It stands in until the analyst can read for itself. */
  provisional: boolean;
  at: Date;
  supersededAt: Date | null;
}

export interface Reaction {
  /** `${contributionId}:${participantId}:${emoji}` */
  id: string;
  inquiryId: string;
  contributionId: string;
  participantId: string;
  emoji: string;
  at: Date;
}

/** That a participant answered a round, kept apart from what they said so that anonymous answers stop nudges too. */
export interface Answered {
  /** `${roundId}:${participantId}` */
  id: string;
  inquiryId: string;
  roundId: string;
  participantId: string;
  /** `contribution`, or `elsewhere` when the person says that they contributed outside the channel. */
  how: 'contribution' | 'elsewhere';
  at: Date;
}
