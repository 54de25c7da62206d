import type { Clock } from '../../src/ports/clock.ts';

export interface ShiftedClock extends Clock {
  moveTo(instant: Date): void;
}

/** Runs as the machine's does, but from another time on. */
export function createShiftedClock(start: Date): ShiftedClock {
  let shift = start.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + shift),
    moveTo(instant) {
      shift = instant.getTime() - Date.now();
    },
  };
}
