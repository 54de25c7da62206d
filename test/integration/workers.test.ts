import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { PorrasError } from '../../src/errors.ts';
import { openBackend } from '../../src/jobs/backend.ts';
import { createBullmqQueue } from '../../src/jobs/bullmq-queue.ts';
import { type JobFailure, startWorkers } from '../../src/jobs/workers.ts';
import { systemClock } from '../../src/ports/clock.ts';
import type { Handlers } from '../../src/ports/queue.ts';
import { freshDatabase } from '../support/database.ts';

const SECRET = 'what somebody said';

it('tells of a job that failed by its ids, in the log and in the queue, never by the words of its error', async () => {
  const backend = await openBackend({ databaseUrl: await freshDatabase(), onError: (error) => console.error(error) });
  const queue = await createBullmqQueue(backend, systemClock);
  const failures: JobFailure[] = [];
  const handlers = {
    deliver: async () => {
      throw new TypeError(`cannot read ${SECRET}`);
    },
    sweep: async () => {
      throw new PorrasError('store-failed', 'the database refused work: see its log');
    },
  } as unknown as Handlers;
  const workers = await startWorkers(backend, handlers, { onFailure: (failure) => failures.push(failure) });

  await queue.add({ name: 'deliver', deliveryId: 'd1' });
  await queue.add({ name: 'sweep' });
  while (failures.length < 2) await sleep(10);
  await workers.close();

  const deliver = failures.find(({ job }) => job.name === 'deliver')!;
  expect(deliver).toMatchObject({
    job: { deliveryId: 'd1' },
    code: 'TypeError',
    message: null,
    tries: 1,
    retryInMs: 1_000,
  });
  expect(deliver.stack).toContain('workers.test.ts');
  expect(failures.find(({ job }) => job.name === 'sweep')).toMatchObject({
    code: 'store-failed',
    message: 'the database refused work: see its log',
    retryInMs: null,
  });
  const kept = await Promise.all(
    (['deliveries', 'rounds'] as const).map(async (name) => {
      const bull = backend.queue(name);
      const jobs = (await bull.getJobs(['failed', 'delayed'])).map((job) => job.asJSON());
      await bull.close();
      return jobs;
    }),
  );
  expect(kept.flat()).toHaveLength(2);
  expect(JSON.stringify([kept, failures])).not.toContain(SECRET);
  expect(await queue.counts()).toMatchObject({ delayed: 1, failed: 1 });
  await queue.close();
  await backend.close();
});
