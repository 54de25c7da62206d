import TinyQueue from 'tinyqueue';
import { PorrasError } from '../errors.ts';
import type { Handlers, Job, Queue } from '../ports/queue.ts';
import { type Cron, nextRun } from './cron.ts';
import { DEFINITIONS, parseJob } from './definitions.ts';
import { retryWait } from './retry.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface VirtualQueue extends Queue {
  /** Set before `advanceTo`; a flow needs its queue before its handlers can be made. */
  handlers: Handlers | null;
  /**
   * Runs what is due up to and including `instant`, jobs that are added meanwhile too: by time, then in the order of
   * adding, one after another, with the clock at each job's time. Then leaves the clock at `instant`.
   */
  advanceTo(instant: Date): Promise<void>;
  /** When the next job is due; null when none waits. */
  nextAt(): Date | null;
}

export interface VirtualQueueOptions {
  /** Called for a job that was given up; without it `advanceTo` throws the job's error. */
  onGivenUp?: (job: Job, error: unknown) => void | Promise<void>;
}

interface Entry {
  at: number;
  /** Order of adding. */
  number: number;
  job: Job;
  key: string | null;
  schedule: string | null;
  tries: number;
  cancelled: boolean;
}

/** A queue in memory on a virtual clock, for replay and tests: weeks pass in as long as their jobs take. */
export function createVirtualQueue(clock: VirtualClock, options: VirtualQueueOptions = {}): VirtualQueue {
  const entries = new TinyQueue<Entry>([], (a, b) => a.at - b.at || a.number - b.number);
  const waiting = new Map<string, Entry>();
  const schedules = new Map<string, { cron: Cron; job: Job; next: Entry }>();
  let added = 0;
  let advancing = false;

  function push(at: number, job: Job, more: Partial<Entry> = {}): Entry {
    const number = added++;
    const entry = { at, number, job, key: null, schedule: null, tries: 0, cancelled: false, ...more };
    entries.push(entry);
    return entry;
  }

  function pushNext(key: string, cron: Cron, job: Job): void {
    const next = push(nextRun(cron, clock.now()).getTime(), job, { schedule: key });
    schedules.set(key, { cron, job, next });
  }

  function peek(): Entry | undefined {
    while (entries.peek()?.cancelled) entries.pop();
    return entries.peek();
  }

  async function run(entry: Entry): Promise<void> {
    clock.moveTo(new Date(entry.at));
    if (entry.key !== null && waiting.get(entry.key) === entry) waiting.delete(entry.key);
    const schedule = entry.schedule === null ? undefined : schedules.get(entry.schedule);
    if (schedule?.next === entry) pushNext(entry.schedule!, schedule.cron, schedule.job);

    const { job } = entry;
    const tries = entry.tries + 1;
    try {
      await handle(job);
    } catch (error) {
      const wait = retryWait(DEFINITIONS[job.name], error, tries);
      if (wait !== null) push(clock.now().getTime() + wait, job, { tries });
      else if (options.onGivenUp) await options.onGivenUp(job, error);
      else throw error;
    }
  }

  async function handle(job: Job): Promise<void> {
    if (!queue.handlers)
      throw new PorrasError('no-handlers', 'set the handlers of the virtual queue before advancing it');
    const handler = queue.handlers[job.name] as (job: Job) => Promise<void>;
    await handler({ ...job });
  }

  const queue: VirtualQueue = {
    handlers: null,
    async add(unchecked, { at, key } = {}) {
      const job = parseJob(unchecked);
      const now = clock.now().getTime();
      const time = Math.max(now, at?.getTime() ?? now);
      const other = key === undefined ? undefined : waiting.get(key);
      if (other && (other.at <= now || DEFINITIONS[job.name].waiting === 'keep')) return;
      if (other) other.cancelled = true;
      const entry = push(time, job, { key: key ?? null });
      if (key !== undefined) waiting.set(key, entry);
    },
    async schedule(key, cron, unchecked) {
      const job = parseJob(unchecked);
      nextRun(cron, clock.now());
      await queue.unschedule(key);
      pushNext(key, { ...cron }, job);
    },
    async unschedule(key) {
      const schedule = schedules.get(key);
      if (schedule) schedule.next.cancelled = true;
      schedules.delete(key);
    },
    async advanceTo(instant) {
      if (advancing)
        throw new PorrasError('already-advancing', 'the virtual queue is advancing: wait until it has come there');
      advancing = true;
      try {
        for (let entry = peek(); entry && entry.at <= instant.getTime(); entry = peek()) {
          entries.pop();
          await run(entry);
        }
        clock.moveTo(instant);
      } finally {
        advancing = false;
      }
    },
    nextAt() {
      const entry = peek();
      return entry ? new Date(entry.at) : null;
    },
  };
  return queue;
}
