import { PorrasError } from '../errors.ts';
import type { Definition } from './definitions.ts';

/**
 * How long to wait before a job that threw is tried again, in milliseconds; null to give it up.
 * @param tries how often it has run so far
 */
export function retryWait(definition: Definition, error: unknown, tries: number): number | null {
  if (tries >= definition.attempts) return null;
  if (error instanceof PorrasError) {
    if (!error.retryable) return null;
    // Whoever asks for a pause knows best how long.
    if (error.retryAfterMs !== null) return Math.max(0, Math.ceil(error.retryAfterMs));
  }
  return Math.min(definition.waitMs * 2 ** (tries - 1), definition.longestWaitMs);
}
