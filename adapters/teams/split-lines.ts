import { seamIn } from '../../src/domain/split-text.ts';
import { mostThatFits, takeRuns, textOf } from '../../src/domain/text-runs.ts';
import { sizeOf } from './card.ts';
import type { Line } from './render-lines.ts';
import { type Run, toTextRun } from './render-runs.ts';

/** A line of at most this size is never parted; characters as JSON. */
export const LINE_SIZE = 6_000;

/** As text runs, with room for the look of a heading. */
const measure = (runs: readonly Run[]): number => sizeOf(runs.map(toTextRun)) + 40 * runs.length;
const fits = (runs: readonly Run[]): boolean => measure(runs) <= LINE_SIZE;

/** Cuts a line that is too long into lines, at sentences where it can; each keeps its look. */
export function splitLine(line: Line): Line[] {
  const lines: Line[] = [];
  let rest = line.runs;
  while (!fits(rest)) {
    const text = textOf(rest);
    const at = seamIn(text, mostThatFits(rest, Math.min(text.length - 1, LINE_SIZE), fits));
    lines.push({ ...line, runs: takeRuns(rest, 0, at) });
    rest = takeRuns(rest, at, Infinity);
  }
  if (textOf(rest).trim() !== '') lines.push({ ...line, runs: rest });
  return lines.filter((each) => textOf(each.runs).trim() !== '').map(onlyFirst);
}

/** What goes on has neither a marker nor a gap of its own. */
function onlyFirst(line: Line, index: number): Line {
  if (index === 0) return line;
  const { marker: _, rule: __, ...rest } = line;
  return { ...rest, first: false };
}
