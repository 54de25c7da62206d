import type { Kind, Lang, Signal } from '../src/domain/words.ts';
import type { Usage } from '../src/ports/analyst.ts';

/** What a reader said that a contribution is. */
export interface GoldLabel {
  step: string;
  also: string[];
  cross: string[];
  signals: Signal[];
  kind: Kind;
  buildsOn: string | null;
  subtheme: string | null;
}

/** What the analyst said, as it stands at the end of the inquiry. */
export interface FoundLabel {
  step: string;
  cross: string[];
  signals: Signal[];
  kind: Kind;
  buildsOn: string | null;
  /** Id of the sub-theme. */
  subtheme: string | null;
  /** `lexical` or `llm`: rules stand in where the language model could not be had, or must not read. */
  by: string;
}

export interface Item {
  id: string;
  lang: Lang;
  gold: GoldLabel;
  /** Null when it was not labelled: that counts as wrong in everything. */
  found: FoundLabel | null;
}

/** Lists of contribution ids. */
export interface MomentumLists {
  /** Those that an observer must find. */
  wanted: string[][];
  /** Those that one may count as well. */
  possible: string[][];
  found: string[][];
}

export interface ClaimCounts {
  kept: number;
  /** How many were dropped, by reason. */
  dropped: Record<string, number>;
  /** How many of those kept, by what the judge said. */
  verdicts: Record<string, number>;
}

/** What came of one gold set. */
export interface SetResult {
  name: string;
  language: Lang;
  items: Item[];
  momentums: MomentumLists;
  claims: ClaimCounts;
  usage: Record<string, Usage>;
  /** Why rules stood in for the language model: codes of errors. */
  away: string[];
}

/** What one configuration of the analyst made of every gold set; all that a report says is made from it. */
export interface Evaluation {
  /** What the analyst says that it is. */
  by: string;
  sets: SetResult[];
}
