import type { Lang } from './words.ts';

export interface StaircaseStep {
  key: string;
  /** Short name, in the inquiry's language. */
  name: string;
  /** How many contributions the step has. */
  weight: number;
  /** Names of sub-themes with how many contributions each has; heaviest first. */
  subThemes: { label: string; weight: number; isNew: boolean }[];
}

/** What the picture of the staircase shows. */
export interface Staircase {
  lang: Lang;
  title: string;
  /** One line below the title: the week, how many contributions and voices. */
  subtitle: string;
  /** In climbing order: the first is the lowest stair. */
  steps: StaircaseStep[];
  foundation: string;
  /** Shown where a step has no contributions yet. */
  emptyStep: string;
}

/** A count that can be shown: whole and not negative, whatever came. */
export const safeWeight = (weight: number): number =>
  Number.isFinite(weight) && weight > 0 ? Math.min(Math.round(weight), Number.MAX_SAFE_INTEGER) : 0;
