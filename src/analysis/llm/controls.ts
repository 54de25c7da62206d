import { createHash } from 'node:crypto';
import { NONE } from '../../domain/words.ts';
import type { Utterance } from '../../ports/analyst.ts';
import { type Example, type Examples, shownExamples } from './examples.ts';

/** A worked example among the contributions to label: what its label is, is known. */
export interface Control {
  utterance: Utterance;
  steps: readonly string[];
}

/** Two, of different steps: whoever has every row labelled alike gets one of them wrong. */
const HOW_MANY = 2;

/**
 * Controls for a batch, in its own language, other ones for other batches. A model that labels them otherwise than the
 * instruction shows is following something else than the instruction, whatever the words that made it.
 */
export function controlsFor(examples: Examples, batch: readonly Utterance[]): Control[] {
  const seed = batch.map((each) => each.id).join();
  const rank = (text: string) => createHash('sha256').update(`${seed} ${text}`).digest('hex');
  const clear = shownExamples(examples, batch)
    .filter((each) => each.step !== NONE && each.answers === undefined && each.also.length === 0)
    .map((each) => ({ each, rank: rank(each.text) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const chosen = new Map<string, Example>();
  for (const { each } of clear) if (chosen.size < HOW_MANY && !chosen.has(each.step)) chosen.set(each.step, each);
  return [...chosen.values()].map((example, index) => ({
    utterance: asUtterance(example, index),
    steps: [example.step],
  }));
}

const asUtterance = ({ text }: Example, index: number): Utterance => ({
  id: `control ${index + 1}`,
  speaker: null,
  role: null,
  text,
  lang: 'en',
  replyTo: null,
  question: null,
});

/** The batch with the controls spread among it, so that their place tells nothing. */
export function amid<T>(batch: readonly T[], controls: readonly T[]): T[] {
  const mixed = [...batch];
  controls.forEach((control, index) => {
    mixed.splice(Math.floor(((index + 1) * mixed.length) / (controls.length + 1)), 0, control);
  });
  return mixed;
}
