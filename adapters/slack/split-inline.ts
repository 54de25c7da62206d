import { seamIn } from '../../src/domain/split-text.ts';
import { mostThatFits, takeRuns, textOf } from '../../src/domain/text-runs.ts';
import type { Inline } from './render-blocks.ts';

export interface Room {
  /** Characters that are seen. */
  text: number;
  /** Characters as JSON. */
  size: number;
}

export const sizeOfInlines = (inlines: readonly Inline[]): number => JSON.stringify(inlines).length;

/** Cuts a run of formatted text into runs that each have room; each piece keeps its formatting. */
export function splitInlines(inlines: readonly Inline[], room: Room): Inline[][] {
  const runs: Inline[][] = [];
  let rest = [...inlines];
  while (textOf(rest).length > room.text || sizeOfInlines(rest) > room.size) {
    const text = textOf(rest);
    const fits = (some: Inline[]): boolean => sizeOfInlines(some) <= room.size;
    const at = seamIn(text, Math.min(room.text, mostThatFits(rest, Math.min(text.length, room.size), fits)));
    runs.push(trimmed(takeRuns(rest, 0, at), 'end'));
    rest = trimmed(takeRuns(rest, at, Infinity), 'start');
  }
  return [...runs, rest].filter((run) => run.length > 0);
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
