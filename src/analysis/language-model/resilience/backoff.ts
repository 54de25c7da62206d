export interface BackoffOptions {
  /** Attempts in all, the first included. */
  attempts: number;
  /** The longest wait before the second attempt; it doubles with each. */
  baseMs: number;
  longestMs: number;
}

/**
 * How long to wait after attempt `attempt` (1 is the first): anything up to the exponential limit ("full jitter": a crowd
 * that failed together does not come back together), and never less than the server asked for.
 * @param random 0 to 1
 */
export function backoff(
  attempt: number,
  retryAfterMs: number | null,
  { baseMs, longestMs }: BackoffOptions,
  random: () => number,
): number {
  if (retryAfterMs !== null) return Math.ceil(retryAfterMs + random() * baseMs);
  return Math.ceil(random() * Math.min(longestMs, baseMs * 2 ** (attempt - 1)));
}
