import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openBackend } from '../../src/jobs/backend.ts';
import { createBullmqQueue } from '../../src/jobs/bullmq-queue.ts';
import { startWorkers } from '../../src/jobs/workers.ts';
import { systemClock } from '../../src/ports/clock.ts';
import type { Handlers } from '../../src/ports/queue.ts';
import { freshDatabase } from '../support/database.ts';

const from = (file: string) => JSON.stringify(path.join(import.meta.dirname, '../../src/jobs', file));

/** Works on every job for ever. */
const DYING = `
  import { openBackend } from ${from('backend.ts')};
  import { startWorkers } from ${from('workers.ts')};
  const backend = await openBackend({ databaseUrl: process.argv[1], onError: console.error });
  const handle = () => { console.log('at it'); return new Promise(() => setInterval(() => {}, 1_000)); };
  await startWorkers(backend, { 'assign-themes': handle }, { onFailure: console.error });`;

it('goes on at once with what a killed process was at, and with what came after it under the same key', async () => {
  const databaseUrl = await freshDatabase();
  const backend = await openBackend({ databaseUrl, onError: console.error });
  const queue = await createBullmqQueue(backend, systemClock);
  const themes = (inquiryId: string) => queue.add({ name: 'assign-themes', inquiryId }, { key: `themes:${inquiryId}` });
  await themes('i1');

  const dying = spawn(process.execPath, ['--input-type=module', '-e', DYING, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => dying.stdout.once('data', resolve));
  await themes('i1');
  dying.kill('SIGKILL');
  await new Promise((resolve) => dying.once('close', resolve));

  expect(await queue.takeOver()).toBe(1);
  expect(await queue.counts()).toMatchObject({ active: 0, waiting: 1 });
  const ran: string[] = [];
  const handlers = { 'assign-themes': async (job: { inquiryId: string }) => void ran.push(job.inquiryId) };
  const workers = await startWorkers(backend, handlers as unknown as Handlers, { onFailure: console.error });
  while (ran.length < 2) await sleep(10);
  // The lock of the dead one has its time still to run.
  expect(ran).toEqual(['i1', 'i1']);
  await workers.close();
  await queue.close();
  await backend.close();
});
