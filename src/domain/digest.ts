import type { Role } from './words.ts';

export interface Quote {
  text: string;
  contribution: string;
}

/** A sentence of a digest with its citations. */
export interface Claim {
  text: string;
  /** Ids of the contributions that carry it. */
  citations: string[];
  quotes: Quote[];
  /** What an independent second reading said of it; absent where nobody read it twice. */
  verdict?: { carried: 'yes' | 'partly' | 'no'; why: string };
}

export interface Momentum {
  contributions: string[];
  step: string;
  summary: string;
}

/** Where every contribution ended; the five parts add up to `total`. */
export interface Ledger {
  total: number;
  themed: number;
  none: number;
  withheld: number;
  withdrawn: number;
  unprocessed: number;
}
export type LedgerPart = Exclude<keyof Ledger, 'total'>;

export interface DigestSection {
  step: string;
  claims: Claim[];
  subThemes: { id: string; label: string; contributions: string[] }[];
}

export interface DigestConcern {
  contribution: string;
  quote: string;
  /** An appreciative question that turns the concern towards what is wished for. */
  reframing: string;
}

/** Why a contribution is left out that is in a theme. */
export const NOT_CITED = 'not-cited';

export interface LeftOut {
  /** Claims that failed a check of grounding, by reason. */
  claims: { reason: string; count: number }[];
  /** Contributions that no sentence cites, by reason. */
  contributions: { reason: string; count: number }[];
}

export interface Voices {
  participants: number;
  spoke: number;
  contributions: number;
  /** Gini index of contributions per participant, 0 even to 1 all by one. */
  gini: number;
  giniWords: number;
  /** Share of words by role, or null under the threshold. */
  shareByRole: Partial<Record<Role, number>> | null;
  responseCoverage: number;
}

/** What is given back to the group at the end of a week. */
export interface DigestContent {
  week: number;
  from: string;
  to: string;
  sections: DigestSection[];
  voices: Voices;
  appreciation: Partial<Record<string, number>>;
  momentums: Momentum[];
  concerns: DigestConcern[];
  leftOut: LeftOut;
  ledger: Ledger;
  /** Where each contribution that this digest counts ended, by its id. */
  contributions: Record<string, LedgerPart>;
  /** `lexical`, or the language model and the versions of its instructions. */
  by: string;
  /** What composing it cost, by task; absent where nothing was asked of a language model. */
  usage?: Record<string, { calls: number; tokensIn: number; tokensOut: number }>;
}

export interface Digest {
  /** `${inquiryId}-d${week}` */
  id: string;
  inquiryId: string;
  week: number;
  content: DigestContent;
  markdown: string;
  pictureId: string;
  at: Date;
}

/** Bytes of a PNG, kept apart so that lists of digests stay light. */
export interface Picture {
  id: string;
  png: Uint8Array;
  alt: string;
}
