import type { Model } from '../../domain/model.ts';
import type { Reading } from './reading.ts';

/** More than a bare mention: a clear cue, and in a long contribution more than one. */
const ENOUGH = 1.5;
const LONG = 40;
const ENOUGH_IN_LONG = 2.4;
/** An answer to a contribution with a cross-cutting theme is about it too if it touches on it at all. */
const ENOUGH_IN_ANSWER = 0.5;

/** Cross-cutting themes that a contribution is about. `answered`: those of the contribution that it answers. */
export function chooseCross(reading: Reading, model: Model, answered: readonly string[]): string[] {
  const least = (key: string): number => {
    if (answered.includes(key)) return ENOUGH_IN_ANSWER;
    return reading.content > LONG ? ENOUGH_IN_LONG : ENOUGH;
  };
  return model.crossCutting.map(({ key }) => key).filter((key) => (reading.cross.get(key) ?? 0) >= least(key));
}
