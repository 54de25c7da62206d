import { PorrasError } from '../../src/errors.ts';
import { realTimer, type Timer } from '../../src/ports/timer.ts';
import { baseConversation } from './address.ts';
import { rateLimited } from './errors.ts';
import type { Conversation, TeamsTransport } from './transport.ts';

export interface PaceTimer extends Timer {
  /** From 0 to below 1: so that those who wait do not all come back at once. */
  random?: () => number;
}

interface Window {
  most: number;
  ms: number;
}

/** @source learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const SENDS: readonly Window[] = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];
/** Waits longer than this are left to the queue, so that few workers wait for one conversation. */
const PATIENCE_MS = 1_500;
/** From this many conversations on, those that are quiet are forgotten. */
const MANY = 1_000;
const LONGEST_MS = 3_600_000;

/**
 * Teams within its limits for one conversation, as far as one process knows, and left alone where it asked to wait. Short
 * waits are waited for; long ones throw `teams-rate-limited` with how long. What it refuses is not tried again here: the
 * outbox does that.
 */
export function pacedTransport(transport: TeamsTransport, timer: PaceTimer = realTimer): TeamsTransport {
  /** When was sent to a conversation lately, or will be; oldest first. */
  const sends = new Map<string, number[]>();
  /** Until when a conversation asked to be left alone. */
  const closed = new Map<string, number>();
  const random = timer.random ?? Math.random;

  async function patiently(call: string, wait: number): Promise<void> {
    if (wait <= 0) return;
    if (wait > PATIENCE_MS) throw rateLimited(call, Math.ceil(wait * (1 + random() / 4)));
    await timer.sleep(wait);
  }

  /** Takes the next place in the line of a conversation. */
  async function takePlace(key: string): Promise<void> {
    const now = timer.now();
    if (sends.size > MANY)
      for (const [each, times] of sends) if ((times.at(-1) ?? 0) < now - 30_000) sends.delete(each);
    const times = (sends.get(key) ?? []).filter((at) => at > now - LONGEST_MS);
    const at = Math.max(now, ...SENDS.map(({ most, ms }) => (times.at(-most) ?? -Infinity) + ms));
    if (at - now <= PATIENCE_MS) times.push(at);
    sends.set(key, times);
    await patiently('messages to this conversation', at - now);
  }

  async function paced<T>(key: string, call: string, isSend: boolean, work: () => Promise<T>): Promise<T> {
    const wait = (closed.get(key) ?? 0) - timer.now();
    if (wait <= 0) closed.delete(key);
    await patiently(call, wait);
    if (isSend) await takePlace(key);
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof PorrasError && thrown.code === 'teams-rate-limited' && thrown.retryAfterMs !== null)
        closed.set(key, timer.now() + thrown.retryAfterMs);
      throw thrown;
    }
  }

  const keyOf = ({ tenantId, conversationId }: Conversation): string =>
    `${tenantId} ${baseConversation(conversationId)}`;

  return {
    send: (to, activity) => paced(keyOf(to), 'messages', true, () => transport.send(to, activity)),
    update: (to, id, activity) => paced(keyOf(to), 'messages', true, () => transport.update(to, id, activity)),
    remove: (to, id) => paced(keyOf(to), 'messages', true, () => transport.remove(to, id)),
    createConversation: (what) =>
      paced(`${what.tenantId} ${'user' in what ? what.user : what.channel}`, 'new conversations', true, () =>
        transport.createConversation(what),
      ),
    members: (to, page) => paced(`${keyOf(to)} members`, 'members', false, () => transport.members(to, page)),
    member: (to, id) => paced(`${keyOf(to)} members`, 'members', false, () => transport.member(to, id)),
  };
}
