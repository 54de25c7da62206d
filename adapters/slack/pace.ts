import { PorrasError } from '../../src/errors.ts';
import { realTimer, type Timer } from '../../src/ports/timer.ts';
import { rateLimited } from './errors.ts';
import type { SlackApi } from './slack-api.ts';

/** Slack takes about one message a second in a channel. */
const BETWEEN_MS = 1_000;
/** Waits longer than this are left to the queue, so that few workers wait for one channel. */
const PATIENCE_MS = 1_500;
/** From this many channels on, those that are quiet are forgotten. */
const MANY = 1_000;

const POSTS = new Set(['chat.postMessage', 'chat.postEphemeral']);

/**
 * Slack within its limits, as far as one process knows: messages to a channel a second apart, and no call of a method
 * that Slack asked to leave alone for a while. Short waits are waited for; long ones throw `slack-rate-limited` with how
 * long, each caller its own time, so that they do not all come back at once.
 */
export function pacedApi(api: SlackApi, timer: Timer = realTimer): SlackApi {
  /** By team and channel: when the next message may go, and when the last that was turned away was told to come. */
  const channels = new Map<string, { next: number; promised: number }>();
  /** By team and method: when Slack takes calls again. */
  const closed = new Map<string, number>();

  async function waitForMethod(team: string, method: string): Promise<void> {
    const wait = (closed.get(`${team} ${method}`) ?? 0) - timer.now();
    if (wait <= 0) return;
    if (wait > PATIENCE_MS) throw rateLimited(method, Math.ceil(wait));
    await timer.sleep(wait);
  }

  async function waitForChannel(team: string, method: string, channel: string): Promise<void> {
    const key = `${team} ${channel}`;
    const now = timer.now();
    if (channels.size > MANY)
      for (const [each, { next, promised }] of channels) if (Math.max(next, promised) < now) channels.delete(each);
    const { next, promised } = channels.get(key) ?? { next: now, promised: 0 };
    const wait = next - now;
    if (wait > PATIENCE_MS) {
      const turn = Math.max(next, promised + BETWEEN_MS);
      channels.set(key, { next, promised: turn });
      throw rateLimited(method, Math.ceil(turn - now));
    }
    channels.set(key, { next: Math.max(next, now) + BETWEEN_MS, promised });
    if (wait > 0) await timer.sleep(wait);
  }

  return {
    ...api,
    async call(team, method, args) {
      await waitForMethod(team, method);
      if (POSTS.has(method)) await waitForChannel(team, method, String(args.channel));
      try {
        return await api.call(team, method, args);
      } catch (thrown) {
        if (thrown instanceof PorrasError && thrown.code === 'slack-rate-limited' && thrown.retryAfterMs !== null)
          closed.set(`${team} ${method}`, timer.now() + thrown.retryAfterMs);
        throw thrown;
      }
    },
  };
}
