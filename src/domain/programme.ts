import type { Localised } from './words.ts';

/** Where a round's question is asked: in the channel, or privately to each participant (a pre-phase). */
export type Setting = 'channel' | 'private';

/** A round as the programme plans it; `src/domain/plan.ts` turns it into instants for one inquiry. */
export interface ProgrammeRound {
  key: string;
  name: Localised;
  /** One sentence on what this round is for, said in the preview and in the observation sheet. */
  purpose: Localised;
  setting: Setting;
  /** Questions are drawn from those tagged with this phase... */
  phase: string;
  /** ...or are these, in this order, by id; the first is the round's main question, the rest are reflection questions. */
  questions: string[];
  /** Steps of the model that the round is most about; empty when it is about all. */
  steps: string[];
  /** Working days from the start of the inquiry to the opening, and how many days the round stays open. */
  opensOnDay: number;
  openForDays: number;
}

/** Ordered rounds and their pace: data, read from `prompts/programmes/*.yaml`. */
export interface Programme {
  id: string;
  version: number;
  name: Localised;
  description: Localised;
  source: string;
  /** Local clock times (HH:MM) and ISO weekdays (1 = Monday). */
  pace: Pace;
  rounds: ProgrammeRound[];
  /** Whether the rounds start over when the last has closed (`weekly-reflection`), until a facilitator closes. */
  repeats: boolean;
}

export interface Pace {
  /** When a round opens on its day. */
  openAt: string;
  /** When a round closes on its last day. */
  closeAt: string;
  /** How far into a round's window, in days, quiet participants are first looked for. */
  nudgeAfterDays: number;
  /** When reflection questions follow the main one, in days after the opening. */
  reflectAfterDays: number;
  digest: { weekday: number; at: string };
  /** When commitments that are due are asked about. */
  followUpAt: string;
}

/** A question that people are asked: a prompt for people, read from `prompts/questions/{en,fi,sv}/*.md`. */
export interface Question {
  id: string;
  phase: string;
  /** Step keys, or `any`. */
  steps: string[];
  /** For whom it is written; `any` for most. */
  roles: string[];
  text: Localised;
}
