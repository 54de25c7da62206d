/** Everything that can go wrong with an answer, on its way or in it. */
export const FAULTS = [
  // Refused
  'rate-limited',
  'out-of-quota',
  'failing',
  'overloaded',
  'wrong-key',
  'forbidden',
  'unknown-model',
  'bad-request',
  'too-long',
  'prompt-filtered',
  // Lost on the way
  'hang',
  'slow-drip',
  'reset',
  'cut-body',
  'html',
  // Ended early or withheld
  'truncated',
  'refusal',
  'content-filter',
  'empty-choices',
  'empty-text',
  // Broken
  'not-json',
  'wrong-schema',
  'duplicate-ids',
  'missing-ids',
  'invented-ids',
  'invented-enum',
  // Right, but
  'usage-missing',
  'fenced',
] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  kind: FaultKind;
  /** `Retry-After` of those that are refused: seconds or an HTTP date. */
  retryAfter?: string;
  /** Pause between two characters of `slow-drip`. */
  everyMs?: number;
}

export const asFault = (fault: FaultKind | Fault): Fault => (typeof fault === 'string' ? { kind: fault } : fault);

/** How often each fault comes, 0 to 1; in all at most 1. */
export type Chances = Partial<Record<FaultKind, number>>;

/** Draws faults by their chances; the same seed draws the same. */
export function drawFaults(chances: Chances, seed: number): () => Fault | null {
  const random = mulberry32(seed);
  return () => {
    let left = random();
    for (const kind of FAULTS) {
      left -= chances[kind] ?? 0;
      if (left < 0) return { kind };
    }
    return null;
  };
}

/** Tommy Ettinger's small generator, public domain. @returns 0 to 1 */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
