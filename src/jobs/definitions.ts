import { z } from 'zod';
import { PorrasError } from '../errors.ts';
import type { Job, JobName } from '../ports/queue.ts';

const id = z.string().min(1).max(500);

/** What each job carries: ids alone, so that no word of anybody's ends in a queue or a log. */
const SCHEMA = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('handle-event'), eventId: id }),
  z.strictObject({ name: z.literal('assign-themes'), inquiryId: id }),
  z.strictObject({ name: z.literal('open-round'), roundId: id }),
  z.strictObject({ name: z.literal('reflect-on-round'), roundId: id }),
  z.strictObject({ name: z.literal('nudge-quiet'), roundId: id }),
  z.strictObject({ name: z.literal('close-round'), roundId: id }),
  z.strictObject({ name: z.literal('release-held'), inquiryId: id }),
  z.strictObject({ name: z.literal('compose-digest'), inquiryId: id }),
  z.strictObject({ name: z.literal('follow-up-commitments'), inquiryId: id }),
  z.strictObject({ name: z.literal('deliver'), deliveryId: id }),
  z.strictObject({ name: z.literal('show-home'), person: id }),
  z.strictObject({ name: z.literal('sweep') }),
]) satisfies z.ZodType<Job>;

export interface Definition {
  /** How often it is tried before it is given up, the first time included. */
  attempts: number;
  /** Wait before the second try in milliseconds; it doubles with each further try, up to `longestWaitMs`. */
  waitMs: number;
  longestWaitMs: number;
  /** What becomes of a job with the same key that waits for a later time when another is added. */
  waiting: 'replace' | 'keep';
  queue: QueueName;
}

/**
 * Kinds of work that do not wait for each other, with how many jobs of each a worker process runs at once. A delivery
 * does little but wait for the platform's answer.
 */
export const QUEUES = { events: 4, analysis: 2, rounds: 2, deliveries: 16 } as const;
export type QueueName = keyof typeof QUEUES;

const USUAL: Definition = {
  attempts: 8,
  waitMs: 1_000,
  longestWaitMs: 5 * 60_000,
  waiting: 'replace',
  queue: 'rounds',
};

export const DEFINITIONS: Readonly<Record<JobName, Definition>> = {
  'handle-event': { ...USUAL, queue: 'events' },
  'assign-themes': { ...USUAL, queue: 'analysis', waiting: 'keep' },
  'open-round': USUAL,
  'reflect-on-round': USUAL,
  'nudge-quiet': USUAL,
  'close-round': USUAL,
  'release-held': USUAL,
  'compose-digest': { ...USUAL, queue: 'analysis' },
  'follow-up-commitments': USUAL,
  // A chat platform may be away for an afternoon.
  deliver: { ...USUAL, attempts: 20, longestWaitMs: 15 * 60_000, queue: 'deliveries' },
  'show-home': { ...USUAL, queue: 'deliveries' },
  // The next one comes soon enough.
  sweep: { ...USUAL, attempts: 1 },
};

/** @throws PorrasError `bad-job`, naming the fields that are wrong but nothing that is in them. */
export function parseJob(job: unknown): Job {
  const parsed = SCHEMA.safeParse(job);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'job'} (${issue.code})`).join(', ');
  throw new PorrasError('bad-job', `a job does not have the form that src/jobs/definitions.ts gives it: ${where}`);
}
