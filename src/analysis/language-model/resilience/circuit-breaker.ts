import { PorrasError } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';

export interface BreakerOptions {
  /** Consecutive failures after which nothing is sent for a while. */
  failures: number;
  restMs: number;
}

export interface Breaker {
  /** @throws PorrasError `model-resting`, retryable, with how long it still rests. */
  enter(): void;
  succeeded(): void;
  failed(): void;
  /** Ended without a verdict on the server. */
  undecided(): void;
  readonly state: 'closed' | 'open' | 'half-open';
}

/** Stops calling a server that keeps failing; after a rest one call, and one only, tries whether it is back. */
export function createBreaker({ failures, restMs }: BreakerOptions, clock: Clock): Breaker {
  let inARow = 0;
  let restsUntil: number | null = null;
  let probing = false;

  const now = () => clock.now().getTime();
  const rest = () => {
    restsUntil = now() + restMs;
    probing = false;
  };

  return {
    get state() {
      return restsUntil === null ? 'closed' : probing || now() >= restsUntil ? 'half-open' : 'open';
    },
    enter() {
      if (restsUntil === null) return;
      const left = restsUntil - now();
      if (left > 0 || probing)
        throw new PorrasError('model-resting', 'the language model failed several times in a row and is left alone', {
          retryable: true,
          // While a probe is out nobody knows; a second asks for patience without asking for much.
          retryAfterMs: Math.max(left, 1_000),
        });
      probing = true;
    },
    succeeded() {
      inARow = 0;
      restsUntil = null;
      probing = false;
    },
    failed() {
      inARow += 1;
      if (probing || inARow >= failures) rest();
    },
    undecided() {
      probing = false;
    },
  };
}
