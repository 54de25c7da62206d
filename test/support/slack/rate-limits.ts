import type { Clock } from '../../../src/ports/clock.ts';

/** A minute, by method and workspace. @source docs.slack.dev/apis/web-api/rate-limits and each method's page */
const TIERS: Record<string, number> = {
  'apps.connections.open': 50,
  'auth.test': 300,
  'auth.revoke': 50,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'chat.delete': 50,
  'chat.getPermalink': 300,
  'reactions.add': 50,
  'reactions.remove': 20,
  'reactions.get': 50,
  'conversations.info': 50,
  'conversations.list': 20,
  'conversations.members': 100,
  'conversations.open': 50,
  'conversations.join': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'users.info': 100,
  'users.list': 20,
  'users.profile.get': 100,
  'dnd.info': 50,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
  'files.getUploadURLExternal': 100,
  'files.completeUploadExternal': 100,
  'files.info': 100,
  'files.delete': 50,
  'team.info': 50,
  'oauth.v2.access': 600,
};

export interface RateLimitOptions {
  /** How many messages to one channel at once, 3 unless given; afterwards one a second. */
  burst?: number;
  /** Messages a minute in one workspace. */
  postsPerMinute?: number;
  /** A commercial app outside the Marketplace: history and replies once a minute. */
  nonMarketplace?: boolean;
  /** What the limits run on; the clock of this Slack unless given. */
  clock?: Clock;
}

/** Refills evenly; `most` at once. */
class Bucket {
  private left: number;
  private at: number;
  private readonly most: number;
  private readonly perMs: number;

  constructor(most: number, perMinute: number, now: number) {
    this.most = most;
    this.left = most;
    this.perMs = perMinute / 60_000;
    this.at = now;
  }

  /** @returns milliseconds until there is one; 0 if there is one now */
  wait(now: number): number {
    this.left = Math.min(this.most, this.left + Math.max(0, now - this.at) * this.perMs);
    this.at = now;
    return this.left >= 1 ? 0 : (1 - this.left) / this.perMs;
  }

  take(): void {
    this.left -= 1;
  }
}

export interface RateLimits {
  on(options?: RateLimitOptions): void;
  off(): void;
  /** @returns seconds to wait, 0 if the call may go on */
  admit(method: string, team: string, channel: string): number;
}

export function createRateLimits(clock: Clock): RateLimits {
  let options: Required<RateLimitOptions> | null = null;
  const buckets = new Map<string, Bucket>();

  function bucket(key: string, most: number, perMinute: number, now: number): Bucket {
    const there = buckets.get(key) ?? new Bucket(most, perMinute, now);
    buckets.set(key, there);
    return there;
  }

  function applying(rules: Required<RateLimitOptions>, method: string, team: string, channel: string, now: number) {
    if (method === 'chat.postMessage') {
      return [
        bucket(`post ${team} ${channel}`, rules.burst, 60, now),
        bucket(`posts ${team}`, rules.postsPerMinute, rules.postsPerMinute, now),
      ];
    }
    const slow = rules.nonMarketplace && ['conversations.history', 'conversations.replies'].includes(method);
    const perMinute = slow ? 1 : (TIERS[method] ?? 50);
    return [bucket(`${method} ${team}`, perMinute, perMinute, now)];
  }

  return {
    on(given = {}) {
      buckets.clear();
      options = { burst: 3, postsPerMinute: 300, nonMarketplace: false, clock, ...given };
    },
    off() {
      options = null;
    },
    admit(method, team, channel) {
      if (!options) return 0;
      const now = options.clock.now().getTime();
      const all = applying(options, method, team, channel, now);
      const wait = Math.max(...all.map((it) => it.wait(now)));
      if (wait > 0) return Math.max(1, Math.ceil(wait / 1000));
      for (const it of all) it.take();
      return 0;
    },
  };
}
