import type { Model } from '../../domain/model.ts';
import type { Reading } from './reading.ts';
import { STEP_WEIGHTS } from './step-weights.ts';
import { wordKeys } from './word-keys.ts';

/** Texts with fewer words of content say too little this way. */
const LEAST_CONTENT = 4;
/** A fitted log-odds beside a cue that counts 1. */
const HEARD = 0.25;
/** The digit of a table that says nothing. */
const MIDDLE = 5;

const table = new Map(
  STEP_WEIGHTS.words
    .trim()
    .split(/\s+/)
    .map((row) => row.split('=') as [string, string]),
);

/**
 * What everyday words say for each step, where no cue does: step -> evidence, below zero against it. Fitted for one
 * model (`test/analysis/fit-steps.ts`); of others it says nothing.
 */
export function hearWords({ lang, text, content }: Reading, model: Model): Map<string, number> {
  const sums = new Map<string, number>();
  if (model.id !== STEP_WEIGHTS.model || content < LEAST_CONTENT) return sums;
  for (const key of wordKeys(lang, text)) {
    const digits = table.get(key);
    if (digits === undefined) continue;
    for (const [at, step] of STEP_WEIGHTS.steps.entries())
      sums.set(step, (sums.get(step) ?? 0) + (Number(digits[at]) - MIDDLE) * STEP_WEIGHTS.grain * HEARD);
  }
  return sums;
}
