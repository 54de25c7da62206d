import { setImmediate as turn } from 'node:timers/promises';
import type { Sleep } from '../../../src/analysis/language-model/index.ts';
import type { Clock } from '../../../src/ports/clock.ts';

export interface VirtualTime {
  clock: Clock;
  sleep: Sleep;
  /** Milliseconds since the start. */
  elapsed(): number;
  /** Lets time pass as fast as it can until the promise is settled; its value. Throws when it would wait for ever. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Lets this much time pass. */
  pass(ms: number): Promise<void>;
}

/** Time that passes only when everyone sleeps. */
export function createVirtualTime(start = '2026-03-02T09:00:00Z'): VirtualTime {
  const startedAt = Date.parse(start);
  let now = startedAt;
  let sleepers: { at: number; wake: () => void }[] = [];

  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      const leave = () => {
        sleepers = sleepers.filter((each) => each !== sleeper);
        reject(new DOMException('aborted', 'AbortError'));
      };
      const sleeper = {
        at: now + ms,
        wake: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      if (signal?.aborted) return leave();
      sleepers.push(sleeper);
      signal?.addEventListener('abort', leave, { once: true });
    });

  async function settle(): Promise<void> {
    for (let turns = 0; turns < 5; turns += 1) await turn();
  }

  function wakeNext(): boolean {
    const next = sleepers.sort((a, b) => a.at - b.at).shift();
    if (!next) return false;
    now = Math.max(now, next.at);
    next.wake();
    return true;
  }

  return {
    clock: { now: () => new Date(now) },
    sleep,
    elapsed: () => now - startedAt,
    async run(promise) {
      let settled = false;
      const done = () => {
        settled = true;
      };
      promise.finally(done).catch(() => undefined);
      for (;;) {
        await settle();
        if (settled) return promise;
        if (!wakeNext()) throw new Error('nobody sleeps, and it is not done');
      }
    },
    async pass(ms) {
      const until = now + ms;
      await settle();
      while (sleepers.some(({ at }) => at <= until)) {
        wakeNext();
        await settle();
      }
      now = until;
    },
  };
}
