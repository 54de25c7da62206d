import type { Pen } from './pen.ts';
import { TEXT, type TextStyle } from './style.ts';

export interface FittedName {
  lines: string[];
  style: TextStyle;
}

/** Largest first. */
const TRIES = [
  { style: TEXT.name, maxLines: 2 },
  { style: TEXT.longName, maxLines: 2 },
  { style: TEXT.longName, maxLines: 3 },
] as const;

/** All names in one style, so that none seems to weigh more: the largest in which all are whole, else the smallest. */
export const fitNames = (pen: Pen, names: { text: string; width: number }[]): FittedName[] => {
  const fit = ({ style, maxLines }: (typeof TRIES)[number]) =>
    names.map(({ text, width }) => {
      const lines = pen.lines(text, width, maxLines, style);
      return { lines, style, isWhole: lines.join(' ') === text };
    });
  for (const attempt of TRIES) {
    const fitted = fit(attempt);
    if (fitted.every(({ isWhole }) => isWhole)) return fitted;
  }
  return fit(TRIES[2]);
};
