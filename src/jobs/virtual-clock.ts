import type { Clock } from '../ports/clock.ts';

/** A clock that stands still until it is moved. */
export interface VirtualClock extends Clock {
  /** Moves on to `instant`; a clock never goes back, so an earlier one changes nothing. */
  moveTo(instant: Date): void;
}

export function createVirtualClock(start: Date): VirtualClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    moveTo(instant) {
      now = Math.max(now, instant.getTime());
    },
  };
}
