import { LRUCache } from 'lru-cache';
import type { Clock } from '../../src/ports/clock.ts';

/** A message of Porras's, as Slack has it: one or several of Slack's that belong together. */
export interface Sent {
  team: string;
  channel: string;
  key: string;
  /** The thread that it was posted in. */
  thread: string | null;
  /** Time stamps, in order; a hole is a part that is not there (yet). */
  parts: (string | undefined)[];
  /** How many there will be, once known. */
  of: number;
  /** Files that its picture blocks show. */
  files: string[];
}

/** What this process remembers of what it sent, so that Slack is asked only when nobody here can know. */
export interface SentMemory {
  /** By where it went and its key. */
  find(channel: string, key: string): Sent | null;
  /** By its first part. */
  at(channel: string, ts: string): Sent | null;
  put(sent: Sent): void;
  forget(sent: Sent): void;
  /** What `find` says is all that there is: Slack refused the rest, and nobody else tries before `ms` are over. */
  settle(channel: string, key: string, ms: number): void;
  isSettled(channel: string, key: string): boolean;
}

const MOST = 5_000;
/** Somebody else's try would take at least so long. */
const SLACK_MS = 5_000;

export function createSentMemory(clock: Clock): SentMemory {
  const byKey = new LRUCache<string, Sent>({ max: MOST });
  const byRef = new LRUCache<string, Sent>({ max: MOST });
  const settled = new LRUCache<string, number>({ max: MOST });
  const now = (): number => clock.now().getTime();
  return {
    find: (channel, key) => byKey.get(`${channel} ${key}`) ?? null,
    at: (channel, ts) => byRef.get(`${channel} ${ts}`) ?? null,
    put(sent) {
      byKey.set(`${sent.channel} ${sent.key}`, sent);
      if (sent.parts[0]) byRef.set(`${sent.channel} ${sent.parts[0]}`, sent);
    },
    forget(sent) {
      byKey.delete(`${sent.channel} ${sent.key}`);
      byRef.delete(`${sent.channel} ${sent.parts[0]}`);
    },
    settle: (channel, key, ms) => void settled.set(`${channel} ${key}`, now() + ms + SLACK_MS),
    isSettled: (channel, key) => (settled.get(`${channel} ${key}`) ?? 0) > now(),
  };
}

export const isWhole = (sent: Sent): boolean =>
  sent.of > 0 && Array.from({ length: sent.of }, (_, index) => sent.parts[index]).every((ts) => ts !== undefined);
