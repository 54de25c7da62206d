import type { Queue as BullQueue, JobsOptions } from 'bullmq';
import { PorrasError } from '../errors.ts';
import { groupCommit } from '../group-commit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Job, JobName, Queue } from '../ports/queue.ts';
import type { Backend } from './backend.ts';
import { nextRun } from './cron.ts';
import { DEFINITIONS, parseJob, QUEUES, type QueueName } from './definitions.ts';

export interface BullmqQueue extends Queue {
  /** How many jobs wait, run, or were given up, for the health page. */
  counts(): Promise<Record<string, number>>;
  /**
   * Puts back what is marked as running: only for whoever knows that nobody else works on this queue, so that what
   * seems to run is what a process died over. Otherwise that shows when its lock runs out. @returns how many jobs
   */
  takeOver(): Promise<number>;
  close(): Promise<void>;
}

interface NewJob {
  name: JobName;
  data: object;
  opts: JobsOptions;
}

/** How many of the jobs that were given up are kept to be looked at. */
const KEPT_FAILURES = 1_000;

/** The queue of a running Porras: BullMQ, on PostgreSQL or Redis. Workers are started apart (src/jobs/workers.ts). */
export async function createBullmqQueue(backend: Backend, clock: Clock): Promise<BullmqQueue> {
  const names = Object.keys(QUEUES) as QueueName[];
  const queues = new Map(names.map((name) => [name, backend.queue(name)]));
  await ask(() => Promise.all([...queues.values()].map((queue) => queue.waitUntilReady())));
  // Jobs that are added at the same time are written together.
  const addTo = new Map(
    names.map((name) => [name, groupCommit((jobs: readonly NewJob[]) => queues.get(name)!.addBulk([...jobs]))]),
  );
  const queueOf = (job: Job): BullQueue => queues.get(DEFINITIONS[job.name].queue)!;

  return {
    async add(unchecked, { at, key } = {}) {
      const { name, ...data } = parseJob(unchecked);
      const delay = at ? Math.max(0, at.getTime() - clock.now().getTime()) : 0;
      const opts = {
        ...optionsFor(name),
        delay,
        ...(key !== undefined && { deduplication: deduplication(name, key) }),
      };
      await ask(() => addTo.get(DEFINITIONS[name].queue)!({ name, data, opts }));
    },
    async schedule(key, cron, unchecked) {
      const job = parseJob(unchecked);
      nextRun(cron, clock.now());
      await removeSchedule(queues, key, queueOf(job));
      const { name, ...data } = job;
      const repeat = { pattern: cron.pattern, tz: cron.timeZone };
      await ask(() => queueOf(job).upsertJobScheduler(plain(key), repeat, { name, data, opts: optionsFor(name) }));
    },
    unschedule: (key) => removeSchedule(queues, key),
    async counts() {
      const all: Record<string, number> = {};
      for (const queue of queues.values()) {
        const counts = await ask(() => queue.getJobCounts('waiting', 'delayed', 'active', 'failed'));
        for (const [state, count] of Object.entries(counts)) all[state] = (all[state] ?? 0) + count;
      }
      return all;
    },
    async takeOver() {
      const running = (await ask(() => Promise.all([...queues.values()].map((queue) => queue.getActive())))).flat();
      // Without its token a job is moved whoever holds its lock.
      await ask(() => Promise.all(running.map((job) => job.moveToWait())));
      return running.length;
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** BullMQ splits some of its keys at colons. */
const plain = (key: string): string => encodeURIComponent(key);

/**
 * With `keepLastIfActive`, of two jobs with one key the second runs when the first has finished, in whichever process:
 * that is what keeps two workers from labelling one inquiry at once, with no lock of ours.
 */
const deduplication = (name: JobName, key: string) => ({
  id: plain(key),
  keepLastIfActive: true,
  replace: DEFINITIONS[name].waiting === 'replace',
});

const optionsFor = (name: JobName): JobsOptions => ({
  attempts: DEFINITIONS[name].attempts,
  backoff: { type: 'porras' },
  removeOnComplete: true,
  removeOnFail: { count: KEPT_FAILURES },
  stackTraceLimit: 0,
});

/** A schedule may have been for a job of another queue before. */
async function removeSchedule(queues: Map<QueueName, BullQueue>, key: string, except?: BullQueue): Promise<void> {
  for (const queue of queues.values()) {
    if (queue !== except) await ask(() => queue.removeJobScheduler(plain(key)));
  }
}

async function ask<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    throw new PorrasError('queue-away', 'the queue does not answer: check that PostgreSQL, or Redis, runs', {
      retryable: true,
      cause,
    });
  }
}
