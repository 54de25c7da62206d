import { type Job as BullJob, UnrecoverableError } from 'bullmq';
import { PorrasError } from '../errors.ts';
import type { Handlers, Job } from '../ports/queue.ts';
import type { Backend } from './backend.ts';
import { DEFINITIONS, parseJob, QUEUES, type QueueName } from './definitions.ts';
import { retryWait } from './retry.ts';

/** A job that threw. It says nothing of what a job was about beyond its ids. */
export interface JobFailure {
  job: Job;
  /** Code of a PorrasError, else the name of the error. */
  code: string;
  /** What a PorrasError says, which is ours; null for any other error, whose words might quote somebody. */
  message: string | null;
  /** Where it was thrown, without the error's message. */
  stack: string;
  tries: number;
  /** When it is tried again, in milliseconds from now; null when it is given up. */
  retryInMs: number | null;
}

export interface WorkerHooks {
  onFailure: (failure: JobFailure) => void;
  /** Runs once a job is given up, so that what it was about can be marked. */
  onGivenUp?: (job: Job, error: unknown) => Promise<void>;
}

export interface Workers {
  /** Takes no more jobs, and resolves when those that run have finished. */
  close(): Promise<void>;
}

/** Thrown towards BullMQ, which stores its message: a code, nothing more. */
class TryAgain extends Error {
  readonly wait: number;
  constructor(code: string, wait: number) {
    super(code);
    this.wait = wait;
  }
}

/** How long a job may be silent before its worker is taken to be dead, and how often that is looked at. */
const DEAD_AFTER_MS = 30_000;
const LOOK_EVERY_MS = 10_000;
/** How many workers may die on one job before it is given up. */
const DEATHS = 5;

export async function startWorkers(backend: Backend, handlers: Handlers, hooks: WorkerHooks): Promise<Workers> {
  const names = Object.keys(QUEUES) as QueueName[];
  const workers = names.map((name) =>
    backend.worker(name, (job) => run(job, handlers, hooks), {
      concurrency: QUEUES[name],
      lockDuration: DEAD_AFTER_MS,
      stalledInterval: LOOK_EVERY_MS,
      maxStalledCount: DEATHS,
      settings: { backoffStrategy: (_tries, _type, error) => (error instanceof TryAgain ? error.wait : -1) },
    }),
  );
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return {
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

async function run(bullJob: BullJob, handlers: Handlers, hooks: WorkerHooks): Promise<void> {
  const tries = bullJob.attemptsMade + 1;
  let job = { ...(bullJob.data as object), name: bullJob.name } as Job;
  try {
    job = parseJob(job);
    const handler = handlers[job.name] as (job: Job) => Promise<void>;
    await handler(job);
  } catch (error) {
    const definition = DEFINITIONS[job.name];
    const retryInMs = definition ? retryWait(definition, error, tries) : null;
    const code = error instanceof PorrasError ? error.code : error instanceof Error ? error.name : 'unknown';
    const message = error instanceof PorrasError ? error.message : null;
    hooks.onFailure({ job, code, message, stack: framesOf(error), tries, retryInMs });
    if (retryInMs !== null) throw new TryAgain(code, retryInMs);
    await hooks.onGivenUp?.(job, error);
    throw new UnrecoverableError(code);
  }
}

function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .join('\n');
}
