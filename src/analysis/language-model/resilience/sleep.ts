import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after `ms`; rejects as soon as the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const systemSleep: Sleep = (ms, signal) => wait(ms, undefined, signal ? { signal } : {});
