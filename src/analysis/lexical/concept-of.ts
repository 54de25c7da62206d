import type { Concept, Model } from '../../domain/model.ts';
import type { ConceptFound, Reading } from './reading.ts';

/** What a contribution is about within a step: its weightiest concept there; null when no word points to one. */
export const conceptIn = (reading: Reading, step: string): ConceptFound | null =>
  reading.concepts.find((found) => found.step === step) ?? null;

export const conceptNamed = (model: Model, name: string): Concept | null =>
  model.steps.flatMap((step) => step.cues).find((concept) => concept.concept === name) ?? null;

/** The key that most of the list say, the first of equals; null for an empty list. */
export function mostCommon(keys: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  let best: string | null = null;
  for (const [key, count] of counts) if (best === null || count > counts.get(best)!) best = key;
  return best;
}
