import { beforeEach, describe, expect, it } from 'vitest';
import { rateLimited, slackError } from '../../../adapters/slack/errors.ts';
import { pacedApi } from '../../../adapters/slack/pace.ts';
import type { SlackApi } from '../../../adapters/slack/slack-api.ts';
import type { Timer } from '../../../src/ports/timer.ts';

let now: number;
/** When each call reached Slack: method, channel and time in milliseconds. */
let calls: [method: string, channel: string, at: number][];
let answer: () => void;
let api: SlackApi;

/** Wakes sleepers in the order of their times. */
const sleepers: { at: number; wake: () => void }[] = [];
const timer: Timer = {
  now: () => now,
  sleep: (ms) => new Promise((wake) => void sleepers.push({ at: now + ms, wake })),
};
async function passAll(): Promise<void> {
  for (;;) {
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
    const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
    if (!next) return;
    sleepers.splice(sleepers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.wake();
  }
}

const post = (channel: string, team = 'T1'): Promise<unknown> => api.call(team, 'chat.postMessage', { channel });

beforeEach(() => {
  now = 1_000_000;
  calls = [];
  answer = () => undefined;
  api = pacedApi(
    {
      async call(_team, method, args) {
        calls.push([method, String(args['channel']), now - 1_000_000]);
        answer();
        return { ok: true };
      },
      putBytes: async () => undefined,
    },
    timer,
  );
});

describe('the pace of messages', () => {
  it('is one a second in a channel, and other channels do not wait', async () => {
    const all = ['C1', 'C1', 'C2', 'C1', 'C2'].map((channel) => post(channel).catch(() => 'later'));
    await passAll();
    expect(await Promise.all(all)).toEqual([{ ok: true }, { ok: true }, { ok: true }, 'later', { ok: true }]);
    expect(calls.map(([, channel, at]) => [channel, at])).toEqual([
      ['C1', 0],
      ['C2', 0],
      ['C1', 1_000],
      ['C2', 1_000],
    ]);
  });

  it('leaves long waits to the queue, each its own time, and then takes them at once', async () => {
    const turns = await Promise.all(
      Array.from({ length: 8 }, () =>
        post('C1').then(
          () => 0,
          (thrown: { code: string; retryAfterMs: number }) => {
            expect(thrown.code).toBe('slack-rate-limited');
            return thrown.retryAfterMs;
          },
        ),
      ).concat(passAll().then(() => 0)),
    );
    const later = turns.filter((ms) => ms > 0);
    expect(later).toEqual([2_000, 3_000, 4_000, 5_000, 6_000, 7_000]);
    const begun = calls.length;
    for (const ms of later) {
      now = 1_000_000 + ms;
      await post('C1');
    }
    expect(calls.slice(begun).map(([, , at]) => at)).toEqual(later);
  });

  it('lets 200 channels have their message in the same moment', async () => {
    const all = Array.from({ length: 200 }, (_, index) => post(`C${index}`));
    await passAll();
    await Promise.all(all);
    expect(calls.map(([, , at]) => at)).toEqual(Array(200).fill(0));
  });

  it('counts what is whispered too, and only messages', async () => {
    const update = () => api.call('T1', 'chat.update', { channel: 'C1' });
    const whisper = api.call('T1', 'chat.postEphemeral', { channel: 'C1' });
    const all = [whisper, update(), update(), post('C1')];
    await passAll();
    await Promise.all(all);
    expect(calls.map(([method, , at]) => `${method} ${at}`).toSorted()).toEqual([
      'chat.postEphemeral 0',
      'chat.postMessage 1000',
      'chat.update 0',
      'chat.update 0',
    ]);
  });
});

describe('a method that Slack asked to leave alone', () => {
  const refuse = (ms: number) => {
    answer = () => {
      throw rateLimited('users.info', ms);
    };
  };
  const info = (team = 'T1') => api.call(team, 'users.info', {});

  it('is left alone by everyone until then, in that workspace', async () => {
    refuse(30_000);
    await expect(info()).rejects.toMatchObject({ retryAfterMs: 30_000 });
    answer = () => undefined;
    now += 10_000;
    await expect(info()).rejects.toMatchObject({ code: 'slack-rate-limited', retryable: true, retryAfterMs: 20_000 });
    expect(calls).toHaveLength(1);
    await info('T2');
    await api.call('T1', 'users.list', {});
    now += 20_000;
    await info();
    expect(calls).toHaveLength(4);
  });

  it('is waited for where that is short', async () => {
    refuse(1_000);
    await expect(info()).rejects.toMatchObject({ retryAfterMs: 1_000 });
    answer = () => undefined;
    const all = [info(), info()];
    await passAll();
    await Promise.all(all);
    expect(calls.map(([, , at]) => at)).toEqual([0, 1_000, 1_000]);
  });

  it('is not closed by other refusals', async () => {
    answer = () => {
      throw slackError('users.info', 'user_not_found');
    };
    await expect(info()).rejects.toMatchObject({ code: 'slack-user-not-found' });
    await expect(info()).rejects.toMatchObject({ code: 'slack-user-not-found' });
    expect(calls).toHaveLength(2);
  });
});
