import { z } from 'zod';
import type { Model } from '../domain/model.ts';
import { NONE } from '../domain/words.ts';
import { localised, slug, text, wholeNumber } from './common-schemas.ts';

const RESERVED = [NONE, 'any'];
const key = slug.refine(
  (value) => !RESERVED.includes(value),
  `must not be ${RESERVED.join(' or ')}: these have a meaning of their own`,
);

const phrases = z.array(text);
const concept = z.strictObject({
  concept: slug,
  name: localised.exactOptional(),
  wish: localised.exactOptional(),
  weight: z.number().positive('must be above 0').exactOptional(),
  fi: phrases,
  sv: phrases,
  en: phrases,
});
const cues = z.array(concept);

const step = z.strictObject({
  key,
  name: localised,
  shortName: localised,
  belongs: localised,
  excludes: localised,
  cues,
});

const crossCutting = z.strictObject({ key, name: localised, description: localised, cues });

/** A theme model file; steps stand in climbing order. */
export const modelSchema: z.ZodType<Model> = z.strictObject({
  id: slug,
  version: wholeNumber(1),
  name: localised,
  source: text,
  steps: z.array(step).min(2, 'must have at least two steps'),
  crossCutting: z.array(crossCutting),
  foundation: z.strictObject({ name: localised, description: localised }),
});
