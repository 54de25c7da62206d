import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Backend, openBackend } from '../../src/jobs/backend.ts';
import { createBullmqQueue } from '../../src/jobs/bullmq-queue.ts';
import { startWorkers, type Workers } from '../../src/jobs/workers.ts';
import { systemClock } from '../../src/ports/clock.ts';
import { type QueueUnderTest, testQueue } from '../contract/queue.ts';
import { freshDatabase } from '../support/database.ts';

async function underTest(backend: Backend): Promise<QueueUnderTest> {
  const queue = await createBullmqQueue(backend, systemClock);
  let workers: Workers | null = null;
  return {
    queue,
    now: () => systemClock.now(),
    async start(handlers, onGivenUp) {
      workers = await startWorkers(backend, handlers, {
        onFailure: () => {},
        onGivenUp: async (job, error) => onGivenUp(job, error),
      });
    },
    async stop() {
      await workers?.close();
      workers = null;
    },
    async pass(ms, done) {
      if (!done) return sleep(ms);
      for (const until = Date.now() + ms; !done(); await sleep(10)) {
        if (Date.now() > until) throw new Error('it did not come to pass');
      }
    },
    async close() {
      await queue.close();
      await backend.close();
    },
  };
}

const onError = (error: Error): void => console.error(error);

testQueue('BullMQ on PostgreSQL', async () =>
  underTest(await openBackend({ databaseUrl: await freshDatabase(), onError })),
);

const redisUrl = process.env['REDIS_URL'];

testQueue(
  'BullMQ on Redis',
  async () => underTest(await openBackend({ databaseUrl: '', redisUrl, redisPrefix: `test-${randomUUID()}`, onError })),
  redisUrl ? undefined : 'skipped: set REDIS_URL to a Redis, as .ci/run does',
);
