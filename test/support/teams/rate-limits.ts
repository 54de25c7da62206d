/** @source learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const WINDOWS = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];

export interface RateLimits {
  on: boolean;
  /** Seconds to wait, or null where one more may come. */
  refuse(conversation: string): number | null;
}

/** What a bot may send to a conversation, counted over moving windows. */
export function createRateLimits(now: () => number): RateLimits {
  const sends = new Map<string, number[]>();
  return {
    on: false,
    refuse(conversation) {
      if (!this.on) return null;
      const at = now();
      const times = (sends.get(conversation) ?? []).filter((each) => each > at - 3_600_000);
      sends.set(conversation, times);
      const free = Math.max(...WINDOWS.map(({ most, ms }) => (times.at(-most) ?? -Infinity) + ms));
      if (free > at) return Math.max(1, Math.ceil((free - at) / 1000));
      times.push(at);
      return null;
    },
  };
}
