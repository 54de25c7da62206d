import { z } from 'zod';
import { LANGUAGES } from '../domain/words.ts';

const LANGUAGE_NAMES: Record<string, string> = { fi: 'Finnish', sv: 'Swedish', en: 'English' };

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** What zod found wrong, in words that tell what to do; wording given in a schema goes before it. */
export const wordIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      if (issue.input === undefined) return missing(issue.path?.at(-1));
      return issue.code === 'invalid_type'
        ? `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}, not ${shown(issue.input)}`
        : `must be ${oneOf(issue.values.map(String))}, not ${shown(issue.input)}`;
    case 'unrecognized_keys':
      return `is not a field that is known here; correct the spelling or remove it${knownFields(issue.inst)}`;
    case 'too_small':
      return issue.origin === 'number' ? `must be at least ${issue.minimum}` : 'must not be empty';
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return undefined;
  }
};

const missing = (field: PropertyKey | undefined): string =>
  LANGUAGES.some((lang) => lang === field)
    ? `is missing; say it in ${LANGUAGE_NAMES[String(field)]} too`
    : 'is missing; add it';

const knownFields = (schema: unknown): string =>
  schema instanceof z.ZodObject ? ` (known: ${Object.keys(schema.shape).join(', ')})` : '';

/** `a`, `a or b`, `a, b or c`. */
export const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** The value as it stands in the file, cut short. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
};
