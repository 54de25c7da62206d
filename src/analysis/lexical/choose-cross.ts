import type { Model } from '../../domain/model.ts';
import type { Reading } from './reading.ts';

/** More than a bare mention: a clear cue, and in a long contribution more than one. */
const ENOUGH = 1.5;
const LONG = 40;
const ENOUGH_IN_LONG = 2.4;

/** Cross-cutting themes that a contribution is about. */
export const chooseCross = (reading: Reading, model: Model): string[] =>
  model.crossCutting
    .map(({ key }) => key)
    .filter((key) => (reading.cross.get(key) ?? 0) >= (reading.content > LONG ? ENOUGH_IN_LONG : ENOUGH));
