import type { Lang, Localised } from './words.ts';

/**
 * One thing that people speak of within a step, and the words that point to it by language: what the `lexical`
 * analyst starts from. The concept is what links languages: `telefonjour` and `phone rota` meet in it.
 * How a cue is written: see prompts/lexicons/README.md.
 */
export interface Concept extends Record<Lang, string[]> {
  /** Unique within the model. */
  concept: string;
  /** What a sub-theme about it is called when nobody has named it. */
  name?: Localised;
  /** The state of affairs that people wish for when they complain about it: a clause that follows "that", "että", "att". */
  wish?: Localised;
  /** How much a cue of it tells about the step, 1 if left out. */
  weight?: number;
}

/** Words and phrases that point to a label, grouped by concept. */
export type Cues = Concept[];

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
