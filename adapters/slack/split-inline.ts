import { seamIn } from '../../src/domain/split-text.ts';
import type { Inline } from './render-blocks.ts';

export interface Room {
  /** Characters that are seen. */
  text: number;
  /** Characters as JSON. */
  size: number;
}

export const textOf = (inlines: readonly Inline[]): string => inlines.map((each) => each.text).join('');
export const sizeOfInlines = (inlines: readonly Inline[]): number => JSON.stringify(inlines).length;

/** Cuts a run of formatted text into runs that each have room; each piece keeps its formatting. */
export function splitInlines(inlines: readonly Inline[], room: Room): Inline[][] {
  const runs: Inline[][] = [];
  let rest = [...inlines];
  while (textOf(rest).length > room.text || sizeOfInlines(rest) > room.size) {
    const at = seamIn(textOf(rest), Math.min(room.text, mostThatFits(rest, room.size)));
    runs.push(trimmed(take(rest, 0, at), 'end'));
    rest = trimmed(take(rest, at, Infinity), 'start');
  }
  return [...runs, rest].filter((run) => run.length > 0);
}

/** How many characters from the beginning fit a size; at least one. */
function mostThatFits(inlines: readonly Inline[], size: number): number {
  let low = 1;
  let high = Math.min(textOf(inlines).length, size);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sizeOfInlines(take(inlines, 0, middle)) <= size) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The part of a run between two places in its text. */
function take(inlines: readonly Inline[], from: number, to: number): Inline[] {
  const taken: Inline[] = [];
  let at = 0;
  for (const each of inlines) {
    const text = each.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') taken.push({ ...each, text });
    at += each.text.length;
  }
  return taken;
}

function trimmed(inlines: Inline[], side: 'start' | 'end'): Inline[] {
  const rest = [...inlines];
  while (rest.length > 0) {
    const index = side === 'start' ? 0 : rest.length - 1;
    const each = rest[index]!;
    const text = side === 'start' ? each.text.trimStart() : each.text.trimEnd();
    if (text !== '') return rest.with(index, { ...each, text });
    rest.splice(index, 1);
  }
  return rest;
}
