import { seamIn } from '../../src/domain/split-text.ts';
import { sizeOf } from './card.ts';
import type { Line } from './render-lines.ts';
import { type Run, takeRuns, textOf, toTextRun } from './render-runs.ts';

/** A line of at most this size is never parted; characters as JSON. */
export const LINE_SIZE = 6_000;

/** As text runs, with room for the look of a heading. */
const measure = (runs: readonly Run[]): number => sizeOf(runs.map(toTextRun)) + 40 * runs.length;

/** Cuts a line that is too long into lines, at sentences where it can; each keeps its look. */
export function splitLine(line: Line): Line[] {
  const lines: Line[] = [];
  let rest = line.runs;
  while (measure(rest) > LINE_SIZE) {
    const text = textOf(rest);
    const at = seamIn(text, mostThatFits(rest));
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

/** How many characters from the beginning fit; at least one. */
function mostThatFits(runs: readonly Run[]): number {
  let low = 1;
  let high = Math.min(textOf(runs).length - 1, LINE_SIZE);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(takeRuns(runs, 0, middle)) <= LINE_SIZE) low = middle;
    else high = middle - 1;
  }
  return Math.max(1, low);
}
