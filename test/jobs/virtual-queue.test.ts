import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../src/jobs/virtual-clock.ts';
import { createVirtualQueue } from '../../src/jobs/virtual-queue.ts';
import type { Handlers, Job } from '../../src/ports/queue.ts';
import { type QueueUnderTest, testQueue } from '../contract/queue.ts';

testQueue('on a virtual clock', async (): Promise<QueueUnderTest> => {
  const clock = createVirtualClock(new Date('2026-03-27T12:00:00Z'));
  let onGivenUp: (job: Job, error: unknown) => void = () => {};
  const queue = createVirtualQueue(clock, { onGivenUp: (job, error) => onGivenUp(job, error) });
  let stopped = true;
  return {
    queue,
    now: () => clock.now(),
    async start(handlers, given) {
      queue.handlers = handlers;
      onGivenUp = given;
      stopped = false;
    },
    stop: async () => void (stopped = true),
    async pass(ms, done) {
      const until = clock.now().getTime() + ms;
      while (!stopped && !(done?.() ?? false)) {
        const next = queue.nextAt();
        if (!next || next.getTime() > until) break;
        await queue.advanceTo(next);
      }
      if (done && !done()) throw new Error('it did not come to pass');
      if (!done && !stopped) await queue.advanceTo(new Date(until));
    },
    close: async () => {},
  };
});

/** Runs `job` by a cron pattern over a stretch of time. @returns when it ran, as ISO texts without seconds */
async function runsOf(pattern: string, timeZone: string, from: string, to: string): Promise<string[]> {
  const clock = createVirtualClock(new Date(from));
  const queue = createVirtualQueue(clock);
  const runs: string[] = [];
  queue.handlers = { sweep: async () => void runs.push(clock.now().toISOString().slice(0, 16)) } as unknown as Handlers;
  await queue.schedule('s', { pattern, timeZone }, { name: 'sweep' });
  await queue.advanceTo(new Date(to));
  return runs;
}

describe('virtual queue', () => {
  it('keeps to the clock on the wall when summer time begins and ends', async () => {
    expect(await runsOf('0 9 * * 1', 'Europe/Helsinki', '2026-03-20T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual([
      '2026-03-23T07:00',
      '2026-03-30T06:00',
    ]);
    expect(await runsOf('0 9 * * 1', 'Europe/Stockholm', '2026-10-16T00:00:00Z', '2026-10-30T00:00:00Z')).toEqual([
      '2026-10-19T07:00',
      '2026-10-26T08:00',
    ]);
  });

  it('runs once on the nights when an hour is missing or comes twice', async () => {
    expect(await runsOf('30 3 * * *', 'Europe/Helsinki', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toHaveLength(
      1,
    );
    expect(await runsOf('30 3 * * *', 'Europe/Helsinki', '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toHaveLength(
      1,
    );
  });

  it('shows each job its own time, orders by time and then by adding, and stops at the instant', async () => {
    const clock = createVirtualClock(new Date(0));
    const queue = createVirtualQueue(clock);
    const ran: string[] = [];
    queue.handlers = {
      deliver: async ({ deliveryId }: { deliveryId: string }) => {
        ran.push(`${deliveryId}@${clock.now().getTime()}`);
        if (deliveryId === 'b') await queue.add({ name: 'deliver', deliveryId: 'from b' });
      },
    } as unknown as Handlers;
    for (const [deliveryId, at] of [
      ['late', 31],
      ['c', 20],
      ['b', 10],
      ['d', 20],
      ['e', 30],
      ['past', -5],
    ] as const) {
      await queue.add({ name: 'deliver', deliveryId }, { at: new Date(at) });
    }
    await queue.advanceTo(new Date(30));
    expect(ran).toEqual(['past@0', 'b@10', 'from b@10', 'c@20', 'd@20', 'e@30']);
    expect(clock.now()).toEqual(new Date(30));
    expect(queue.nextAt()).toEqual(new Date(31));
  });

  it('throws what a job threw that is given up, and goes on from there', async () => {
    const clock = createVirtualClock(new Date(0));
    const queue = createVirtualQueue(clock);
    let ran = 0;
    queue.handlers = {
      sweep: async () => {
        if (++ran === 1) throw new Error('mishap');
      },
    } as unknown as Handlers;
    await queue.add({ name: 'sweep' });
    await queue.add({ name: 'sweep' });
    await expect(queue.advanceTo(new Date(1))).rejects.toThrow('mishap');
    await queue.advanceTo(new Date(1));
    expect(ran).toBe(2);
  });

  it('waits longer before each further try', async () => {
    const clock = createVirtualClock(new Date(0));
    const queue = createVirtualQueue(clock, { onGivenUp: () => {} });
    const times: number[] = [];
    queue.handlers = {
      'open-round': async () => {
        times.push(clock.now().getTime() / 1_000);
        throw new Error('away');
      },
    } as unknown as Handlers;
    await queue.add({ name: 'open-round', roundId: 'r' });
    await queue.advanceTo(new Date(3_600_000));
    expect(times).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
  });
});
