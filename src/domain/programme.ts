import type { Localised } from './words.ts';

/** Where a round's question is asked: in the channel, or privately to each participant (a pre-phase). */
export type Setting = 'channel' | 'private';

/** A round as the programme plans it; `src/domain/plan.ts` turns it into instants for one inquiry. */
export interface ProgrammeRound {
  /** Unique within the programme. */
  key: string;
  name: Localised;
  /** One sentence on what this round is for, said in the preview and in the observation sheet. */
  purpose: Localised;
  setting: Setting;
  /** Questions that a facilitator may put in instead come from this phase. */
  phase: string;
  /**
   * Ids. In a channel: the main question, and perhaps the reflection question that follows it later in the round. In
   * private: all are asked at once, of each participant those that are written for their role or for `any`.
   * Never empty once loaded: a round that lists none gets the next unused main question of its phase.
   */
  questions: string[];
  /** Steps of the model that the round is most about; empty when it is about all. */
  steps: string[];
  /** Calendar days from day 0 of the inquiry to the opening day; rounds are in the order of opening. */
  opensOnDay: number;
  /** Calendar days that the round stays open, the opening day included: Monday to Friday is 5. */
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
  /**
   * Whether the rounds start over until a facilitator closes. Day 0 of the next cycle is the day after the last
   * closing day, that is max(opensOnDay + openForDays) days after day 0 of this one.
   */
  repeats: boolean;
}

export interface Pace {
  /** When a round opens on its day. */
  openAt: string;
  /** When a round closes on its last day. */
  closeAt: string;
  /** When quiet participants are first looked for, in working days after the opening. */
  nudgeAfterDays: number;
  /** When reflection questions follow the main one, in working days after the opening. */
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
  /** Id of the main question that this one takes further; absent for a main question. */
  follows?: string;
  text: Localised;
}
