import type { Lang, Localised } from './words.ts';

/** Words and phrases that point to a label, by language: what the `lexical` analyst starts from. */
export type Cues = Record<Lang, string[]>;

/** One stair of the staircase: a contribution belongs to one primary step. */
export interface Step {
  key: string;
  name: Localised;
  /** A few words for a narrow place such as a picture or a button. */
  shortName: Localised;
  /** What belongs here. */
  belongs: Localised;
  /** What does not, and where it goes instead. */
  excludes: Localised;
  cues: Cues;
}

export interface CrossCutting {
  key: string;
  name: Localised;
  description: Localised;
  cues: Cues;
}

/** The theme model that an inquiry climbs: data, read from `prompts/models/*.yaml`. Steps are in climbing order. */
export interface Model {
  id: string;
  version: number;
  name: Localised;
  source: string;
  steps: Step[];
  crossCutting: CrossCutting[];
  foundation: { name: Localised; description: Localised };
}
