import type { Model } from '../../domain/model.ts';
import type { Kind, Lang, Signal } from '../../domain/words.ts';
import type { Hit } from './cue-index.ts';
import type { Token } from './tokenise.ts';

/** Whose a cue is. */
export type Owner =
  | { group: 'step'; step: string; concept: string; weight: number }
  | { group: 'cross'; key: string }
  | { group: 'kind'; key: Kind; not: boolean }
  | { group: 'signal'; key: Signal; not: boolean }
  | { group: 'social'; key: 'greeting' | 'logistics' | 'smalltalk' }
  | { group: 'stance'; key: 'dissent' | 'agree' | 'proposal' };

export interface ConceptFound {
  concept: string;
  step: string;
  weight: number;
  /** What it tells about the step: `weight` times that of the concept. */
  forStep: number;
  /** The words that spoke for it, as written, weightiest first. */
  words: string[];
  /** Where its weightiest cue begins. */
  at: number;
}

/** All that the analyst sees in one text, whatever thread it stands in. */
export interface Reading {
  lang: Lang;
  /** As `clean` made it. */
  text: string;
  tokens: Token[];
  concepts: ConceptFound[];
  cross: Map<string, number>;
  kinds: Map<Kind, number>;
  signals: Map<Signal, number>;
  /** Signals whose words open the contribution: a cheer comes first, praise told on the way is a report. */
  opening: Set<Signal>;
  social: Map<string, number>;
  stance: Map<string, number>;
  /** Stems of words with content, each once, as `lang:stem`; and numbers, which no language changes. */
  stems: string[];
  /** Stem -> how it was first written. */
  surfaces: Map<string, string>;
  /** How many tokens are neither stop words, mentions, emoji, nor part of a thank-you, greeting or cheer. */
  content: number;
  /** How many words are not part of a thank-you, greeting or cheer. */
  rest: number;
  questions: number;
  endsInQuestion: boolean;
  mentions: boolean;
  /** Lines that begin as those of a list do. */
  listLines: number;
  numbers: number;
}

export type Read = (text: string, lang: Lang, model: Model) => Reading;
export type Found = Hit<Owner>;
