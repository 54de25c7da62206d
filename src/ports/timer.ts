import { setTimeout as after } from 'node:timers/promises';

/** Time as it passes outside, in milliseconds: what the limits of a platform run on, also where Porras's clock is virtual. */
export interface Timer {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const realTimer: Timer = { now: () => performance.now(), sleep: (ms) => after(ms) };
