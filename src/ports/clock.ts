/** Every time in the core comes from here, so that a whole inquiry can be run on a virtual clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
