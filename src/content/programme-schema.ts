import { z } from 'zod';
import type { Programme } from '../domain/programme.ts';
import { clockTime, localised, slug, text, wholeNumber } from './common-schemas.ts';

const round = z.strictObject({
  key: slug,
  name: localised,
  purpose: localised,
  setting: z.enum(['channel', 'private']),
  phase: slug,
  questions: z.array(slug),
  steps: z.array(text),
  opensOnDay: wholeNumber(0),
  openForDays: wholeNumber(1),
});

const pace = z.strictObject({
  openAt: clockTime,
  closeAt: clockTime,
  nudgeAfterDays: wholeNumber(0),
  reflectAfterDays: wholeNumber(0),
  digest: z.strictObject({ weekday: wholeNumber(1, 7), at: clockTime }),
  followUpAt: clockTime,
});

/** A programme file: every field is written out, so that a reader sees the whole pace. */
export const programmeSchema: z.ZodType<Programme> = z.strictObject({
  id: slug,
  version: wholeNumber(1),
  name: localised,
  description: localised,
  source: text,
  repeats: z.boolean(),
  pace,
  rounds: z.array(round).min(1, 'must have at least one round'),
});
