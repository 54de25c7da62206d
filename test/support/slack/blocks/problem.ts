export type Json = Record<string, unknown>;

/** What Slack would refuse: where (a JSON pointer, as in `response_metadata.messages`) and why. */
export interface Problem {
  path: string;
  message: string;
}

export type Report = (path: string, message: string) => void;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const lengthOf = (text: string): number => Array.from(text).length;

/** Checks a string field: there at all when `required`, not empty, and not too long. */
export function checkString(
  report: Report,
  path: string,
  value: unknown,
  { max, required = false, min = 1 }: { max: number; required?: boolean; min?: number },
): void {
  if (value === undefined) {
    if (required) report(path, 'missing required field');
    return;
  }
  if (typeof value !== 'string') return report(path, 'must be a string');
  if (lengthOf(value) < min) report(path, `must be more than ${min - 1} characters`);
  if (lengthOf(value) > max) report(path, `must be less than ${max + 1} characters`);
}

export function checkCount(report: Report, path: string, value: unknown, max: number, min = 1): value is unknown[] {
  if (!Array.isArray(value)) {
    report(path, 'must be an array');
    return false;
  }
  if (value.length < min) report(path, `must contain at least ${min} items`);
  if (value.length > max) report(path, `no more than ${max} items allowed`);
  return true;
}

export function checkUrl(report: Report, path: string, value: unknown): void {
  checkString(report, path, value, { max: 3_000, required: true });
  if (typeof value !== 'string') return;
  const url = URL.parse(value);
  if (!url || !['http:', 'https:'].includes(url.protocol)) report(path, 'must be a valid URL');
}

const COMMON = new Set(['type', 'block_id']);

/** Slack refuses fields that it does not know. */
export function checkFields(report: Report, path: string, value: Json, known: readonly string[]): void {
  for (const field of Object.keys(value)) {
    if (!COMMON.has(field) && !known.includes(field)) report(`${path}/${field}`, 'additional property');
  }
}
