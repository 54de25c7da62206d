import type { z } from 'zod';
import { InputError } from '../errors.ts';
import { LIMITS } from './limits.ts';

type Complaint = { input?: unknown };

/** Says that a field is missing, or what it must be. */
export const must =
  (what: string) =>
  ({ input }: Complaint): string =>
    input === undefined ? 'is missing' : `must be ${what}`;

/** `value` in the shape of `schema`. @throws InputError that names the field, what is wrong with it, and `hint`. */
export const shaped = <T>(schema: z.ZodType<T>, value: unknown, where: string, hint: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.').slice(0, LIMITS.name) ?? '';
  const what = issue && field !== '' ? `field "${field}" ${issue.message}` : 'not an object in braces';
  throw new InputError(where, `${what}; ${hint}`);
};
