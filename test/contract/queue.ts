import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PorrasError } from '../../src/errors.ts';
import type { Handlers, Job, JobName, Queue } from '../../src/ports/queue.ts';

/** What a test needs to see of a queue, however it tells time. */
export interface QueueUnderTest {
  queue: Queue;
  now(): Date;
  /** Starts running jobs, or goes on doing so after `stop`. */
  start(handlers: Handlers, onGivenUp: (job: Job, error: unknown) => void): Promise<void>;
  /** Lets the jobs that run finish and starts no more; what waits goes on waiting. */
  stop(): Promise<void>;
  /** Lets time pass: until `done` holds, if it is given, else for `ms`. Throws when `done` does not hold after `ms`. */
  pass(ms: number, done?: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** How long a queue on real time may take on a busy machine. */
const SOON = 30_000;

/** What every implementation of `Queue` must do. @param skipped why it cannot be tested here, if so */
export function testQueue(name: string, open: () => Promise<QueueUnderTest>, skipped?: string): void {
  describe.skipIf(skipped)(`queue: ${name}${skipped ? ` (${skipped})` : ''}`, () => {
    let under: QueueUnderTest;
    let queue: Queue;
    /** Ids, or names, of the jobs that have been run, in order; and what was given up. */
    let ran: string[];
    let givenUp: string[];
    let behaviour: (job: Job) => Promise<void>;

    const idOf = (job: Job): string => Object.values(job).find((value) => value !== job.name) ?? job.name;
    const handler = async (job: Job) => {
      ran.push(idOf(job));
      await behaviour(job);
    };
    const handlers = new Proxy({} as Handlers, { get: (_, job: JobName) => (DROPPED.has(job) ? undefined : handler) });
    const start = () =>
      under.start(handlers, (job, error) => givenUp.push(`${idOf(job)} ${(error as PorrasError).code}`));
    const inMs = (ms: number) => new Date(under.now().getTime() + ms);
    const deliver = (id: string): Job => ({ name: 'deliver', deliveryId: id });
    const openRound = (id: string): Job => ({ name: 'open-round', roundId: id });
    const times = (id: string) => ran.filter((one) => one === id).length;

    beforeEach(async () => {
      ran = [];
      givenUp = [];
      behaviour = async () => {};
      under = await open();
      ({ queue } = under);
      await start();
    });
    afterEach(async () => {
      await under.stop();
      await under.close();
    });

    it('runs each job once, with the data it was given', async () => {
      const jobs: Job[] = [
        { name: 'handle-event', eventId: 'slack:Ev1/ä:b' },
        { name: 'assign-themes', inquiryId: 'i1' },
        { name: 'open-round', roundId: 'r1' },
        { name: 'reflect-on-round', roundId: 'r2' },
        { name: 'nudge-quiet', roundId: 'r3' },
        { name: 'close-round', roundId: 'r4' },
        { name: 'release-held', inquiryId: 'i2' },
        { name: 'compose-digest', inquiryId: 'i3' },
        { name: 'follow-up-commitments', inquiryId: 'i4' },
        { name: 'deliver', deliveryId: 'd1' },
        { name: 'sweep' },
      ];
      const seen: Job[] = [];
      behaviour = async (job) => void seen.push(job);
      for (const job of jobs) await queue.add(job);
      await under.pass(SOON, () => seen.length >= jobs.length);
      const byName = (a: Job, b: Job) => a.name.localeCompare(b.name);
      expect(seen.toSorted(byName)).toEqual(jobs.toSorted(byName));
    });

    it('runs jobs at their times, whatever the order of adding; one that is late at once', async () => {
      await queue.add(deliver('third'), { at: inMs(900) });
      await queue.add(deliver('second'), { at: inMs(450) });
      await queue.add(deliver('first'), { at: inMs(-60_000) });
      await under.pass(SOON, () => ran.length === 3);
      expect(ran).toEqual(['first', 'second', 'third']);
    });

    it('does not run a job before its time', async () => {
      let early = 0;
      const at = inMs(400);
      behaviour = async () => {
        if (under.now() < at) early++;
      };
      await queue.add(deliver('a'), { at });
      await under.pass(SOON, () => ran.length === 1);
      expect(early).toBe(0);
    });

    it('keeps of those that wait under one key one, at the time that was said last', async () => {
      await queue.add(openRound('later'), { at: inMs(3_600_000), key: 'open:1' });
      await queue.add(openRound('earlier'), { at: inMs(200), key: 'open:1' });
      await queue.add(openRound('other'), { at: inMs(400), key: 'open:2' });
      await under.pass(SOON, () => ran.length === 2);
      expect(ran).toEqual(['earlier', 'other']);

      await queue.add(openRound('soon'), { at: inMs(300), key: 'open:3' });
      await queue.add(openRound('moved'), { at: inMs(1_200), key: 'open:3' });
      await queue.add(openRound('between'), { at: inMs(700) });
      await under.pass(SOON, () => ran.length === 4);
      expect(ran.slice(2)).toEqual(['between', 'moved']);
    });

    it('lets a job under a key run at once that waited for later', async () => {
      await queue.add(openRound('r'), { at: inMs(3_600_000), key: 'open:1' });
      await queue.add(openRound('r'), { key: 'open:1' });
      await under.pass(SOON, () => ran.length === 1);
      await queue.add(openRound('r'), { key: 'open:1' });
      await under.pass(SOON, () => ran.length === 2);
      expect(ran).toEqual(['r', 'r']);
    });

    it('lets a lively talk not put off its labelling', async () => {
      const label: Job = { name: 'assign-themes', inquiryId: 'i' };
      await queue.add(label, { at: inMs(300), key: 'themes:i' });
      await queue.add(label, { at: inMs(3_600_000), key: 'themes:i' });
      await under.pass(SOON, () => ran.length === 1);
      expect(ran).toEqual(['i']);
    });

    it('runs a job once more, and not at the same time, when it is added while it runs', async () => {
      let running = 0;
      let most = 0;
      behaviour = async () => {
        most = Math.max(most, ++running);
        if (ran.length === 1) for (let i = 0; i < 3; i++) await queue.add(openRound('r'), { key: 'open:1' });
        await new Promise((resolve) => setTimeout(resolve, 50));
        running--;
      };
      await queue.add(openRound('r'), { key: 'open:1' });
      await queue.add(openRound('s'), { at: inMs(1_000) });
      await under.pass(SOON, () => ran.includes('s') && ran.length >= 3);
      expect(ran).toEqual(['r', 'r', 's']);
      expect(most).toBe(1);
    });

    it('tries again what threw, until it goes well', async () => {
      behaviour = async () => {
        if (ran.length < 3)
          throw new PorrasError('platform-busy', 'come again', { retryable: true, retryAfterMs: 100 });
      };
      await queue.add(deliver('d'), { key: 'deliver:d' });
      await under.pass(SOON, () => ran.length === 3);
      await under.pass(300);
      expect(ran).toEqual(['d', 'd', 'd']);
      expect(givenUp).toEqual([]);
    });

    it('tries again after any error that is not one of ours', async () => {
      behaviour = async () => {
        if (ran.length < 2) throw new TypeError('a bug, or a broken connection');
      };
      await queue.add(openRound('r'));
      await under.pass(SOON, () => ran.length === 2);
      expect(givenUp).toEqual([]);
    });

    it('waits at least as long as it was asked to', async () => {
      const starts: number[] = [];
      behaviour = async () => {
        starts.push(under.now().getTime());
        if (starts.length === 1) throw new PorrasError('rate-limited', 'wait', { retryable: true, retryAfterMs: 700 });
      };
      await queue.add(deliver('d'));
      await under.pass(SOON, () => starts.length === 2);
      expect(starts[1]! - starts[0]!).toBeGreaterThanOrEqual(700);
    });

    it('gives up at once what cannot go better', async () => {
      behaviour = async (job) => {
        if (idOf(job) === 'bad') throw new PorrasError('no-such-round', 'it was deleted');
      };
      await queue.add(openRound('bad'), { key: 'open:bad' });
      await queue.add(openRound('good'));
      await under.pass(SOON, () => givenUp.length === 1 && times('good') === 1);
      await under.pass(300);
      expect(givenUp).toEqual(['bad no-such-round']);
      expect(times('bad')).toBe(1);
      await queue.add(openRound('bad'), { key: 'open:bad' });
      await under.pass(SOON, () => givenUp.length === 2);
    });

    it('gives up after as many tries as its definition says', async () => {
      behaviour = async () => {
        throw new PorrasError('still-away', 'away', { retryable: true, retryAfterMs: 10 });
      };
      await queue.add(openRound('r'));
      await queue.add({ name: 'sweep' });
      await under.pass(SOON, () => givenUp.length === 2);
      expect(givenUp.toSorted()).toEqual(['r still-away', 'sweep still-away']);
      expect([times('r'), times('sweep')]).toEqual([8, 1]);
    });

    it('refuses a job that carries anything but its ids', async () => {
      const bad = [
        { name: 'deliver', deliveryId: 'd', text: 'what somebody said' },
        { name: 'deliver' },
        { name: 'deliver', deliveryId: '' },
        { name: 'no-such-job' },
      ] as unknown as Job[];
      for (const job of bad) {
        await expect(queue.add(job)).rejects.toMatchObject({ code: 'bad-job' });
        await expect(queue.schedule('k', { pattern: '0 9 * * 1', timeZone: 'UTC' }, job)).rejects.toMatchObject({
          code: 'bad-job',
        });
      }
    });

    it('refuses a schedule that it cannot read', async () => {
      for (const cron of [
        { pattern: '0 99 * * 1', timeZone: 'Europe/Helsinki' },
        { pattern: 'every day', timeZone: 'Europe/Helsinki' },
        { pattern: '0 9 * * 1', timeZone: 'Europe/Atlantis' },
      ]) {
        await expect(queue.schedule('k', cron, { name: 'sweep' })).rejects.toMatchObject({ code: 'bad-schedule' });
      }
    });

    it('runs by a schedule in a time zone until that is taken away', async () => {
      // The patterns name the coming seconds of the clock on the wall of a zone that is 5 h 45 min ahead.
      const zone = 'Asia/Kathmandu';
      await queue.schedule('far:1', { pattern: '0 9 1 1 *', timeZone: zone }, { name: 'sweep' });
      const hour = new Date(under.now().getTime() + 5.75 * 3_600_000).getUTCHours();
      const hours = [hour, (hour + 1) % 24].toSorted((a, b) => a - b).join(',');
      const pattern = `* * ${hours} * * *`;
      await queue.schedule('digest:i', { pattern, timeZone: zone }, { name: 'compose-digest', inquiryId: 'i' });
      await queue.schedule('elsewhere', { pattern, timeZone: 'UTC' }, { name: 'compose-digest', inquiryId: 'never' });
      await under.pass(SOON, () => times('i') >= 2);
      await queue.unschedule('digest:i');
      await under.pass(1_500);
      const before = times('i');
      await under.pass(2_500);
      expect(times('i')).toBe(before);
      expect(ran.filter((id) => id !== 'i')).toEqual([]);
      await queue.unschedule('digest:i');
    });

    it('replaces a schedule by the same key, even by a job of another kind', async () => {
      const everySecond = { pattern: '* * * * * *', timeZone: 'Europe/Helsinki' };
      await queue.schedule('k:1', everySecond, { name: 'compose-digest', inquiryId: 'old' });
      await queue.schedule('k:1', everySecond, { name: 'follow-up-commitments', inquiryId: 'new' });
      await under.pass(SOON, () => times('new') >= 1);
      const before = times('old');
      await under.pass(SOON, () => times('new') >= 3);
      expect(times('old')).toBe(before);
    });

    it('keeps what waits while nobody works', async () => {
      await under.stop();
      await queue.add(deliver('now'), { key: 'deliver:now' });
      await queue.add(deliver('then'), { at: inMs(200) });
      await under.pass(500);
      expect(ran).toEqual([]);
      await start();
      await under.pass(SOON, () => ran.length === 2);
      expect(ran.toSorted()).toEqual(['now', 'then']);
    });

    it('lets a job add others', async () => {
      behaviour = async (job) => {
        if (idOf(job) === 'first') await queue.add(deliver('next'));
        if (idOf(job) === 'next') await queue.add({ name: 'assign-themes', inquiryId: 'last' }, { at: inMs(100) });
      };
      await queue.add(openRound('first'));
      await under.pass(SOON, () => ran.length === 3);
      expect(ran).toEqual(['first', 'next', 'last']);
    });

    it('runs all of many that are added at once', async () => {
      const ids = Array.from({ length: 200 }, (_, i) => `d${i}`);
      await Promise.all(ids.map((id) => queue.add(deliver(id), { key: `deliver:${id}` })));
      await under.pass(SOON, () => ran.length >= ids.length);
      expect(ran.toSorted()).toEqual(ids.toSorted());
    });
  });
}

/** Promises look for this on whatever they are given. */
const DROPPED: ReadonlySet<string> = new Set(['then']);
