/** Header values by lower-case name; null when it is not there. */
export type ReadHeader = (name: string) => string | null;

/** All three of its forms; `Date.parse` alone sees dates in much else. */
const HTTP_DATE = /^\s*[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/;

/**
 * How long a server asks to wait, in milliseconds; null when it does not say. `Retry-After` holds seconds or an HTTP
 * date (RFC 9110, 10.2.3), `retry-after-ms` (OpenAI, Azure) milliseconds.
 */
export function retryAfter(header: ReadHeader, now: Date): number | null {
  const ms = count(header('retry-after-ms'));
  if (ms !== null) return ms;
  const value = header('retry-after');
  const seconds = count(value);
  if (seconds !== null) return Math.ceil(seconds * 1000);
  const at = HTTP_DATE.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/** A number of zero or more, and nothing else. */
function count(value: string | null): number | null {
  return value !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : null;
}
