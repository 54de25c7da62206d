import type { CommitmentStatus } from '../domain/commitment.ts';
import type { Ledger } from '../domain/digest.ts';
import type { InquiryStatus } from '../domain/inquiry.ts';
import type { RoundStatus } from '../domain/round.ts';
import type { Kind, Lang, Signal } from '../domain/words.ts';

/**
 * The themes of an inquiry as anyone in its channel may see them: plain JSON, times in ISO 8601. What is held,
 * withheld, withdrawn or deleted is not in it.
 */
export interface BoardView {
  inquiry: {
    topic: string;
    language: Lang;
    status: InquiryStatus;
    /** The week that is going on, from 1. */
    week: number;
    /** Of how many weeks, where the programme ends. */
    weeks: number | null;
  };
  /** In climbing order: the first is the lowest stair. */
  steps: BoardStep[];
  foundation: { name: string; signals: Partial<Record<Signal, number>> };
  /** Contributions that belong to no step. */
  none: BoardContribution[];
  /** Contributions that have not been labelled yet. */
  waiting: number;
  rounds: BoardRound[];
  /** Newest first. */
  digests: BoardDigest[];
  ledger: Ledger;
  commitments: BoardCommitment[];
}

export interface BoardStep {
  key: string;
  name: string;
  shortName: string;
  /** How many contributions it has. */
  weight: number;
  /** Heaviest first. */
  subThemes: { id: string; label: string; contributions: BoardContribution[] }[];
  /** Those of the step that have no sub-theme yet. */
  unplaced: BoardContribution[];
}

export interface BoardContribution {
  id: string;
  text: string;
  /** Name as shown in this inquiry; null when it is anonymous. */
  author: string | null;
  at: string;
  kind: Kind;
  /** 0 to 1: how sure; 1 where a person placed it. */
  confidence: number;
  why: string;
  /** `lexical`, `llm`, or `person`. */
  by: string;
  /** The message that it came from, where everyone may read it. */
  ref: string | null;
}

export interface BoardRound {
  number: number;
  name: string;
  question: string;
  opensAt: string;
  closesAt: string;
  status: RoundStatus;
  answered: number;
  participants: number;
}

export interface BoardDigest {
  id: string;
  week: number;
  at: string;
  markdown: string;
  /** Id of its stored picture. */
  pictureId: string | null;
  alt: string;
}

export interface BoardCommitment {
  id: string;
  text: string;
  owner: string;
  /** YYYY-MM-DD */
  dueOn: string;
  status: CommitmentStatus;
  outcome: string | null;
}

/** The board of the inquiry that is shown; null when there is none yet. */
export type ReadBoard = () => Promise<BoardView | null>;
