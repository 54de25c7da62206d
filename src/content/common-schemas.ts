import { z } from 'zod';
import { isTime } from '../domain/local-time.ts';

export const text = z.string().trim().min(1, 'must not be empty');

/** Small letters, digits and hyphens: safe in ids, file names and commands. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be small letters a to z, digits and single hyphens, such as five-d');

export const localised = z.strictObject({ fi: text, sv: text, en: text });

export const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  const check = (issue: { input?: unknown }) =>
    issue.input === undefined ? undefined : `must be a whole number ${range}, not ${JSON.stringify(issue.input)}`;
  return z.int({ error: check }).min(least, { error: check }).max(most, { error: check });
};

export const clockTime = z.string().refine(isTime, 'must be a time of day from 00:00 to 23:59, such as 08:30');
