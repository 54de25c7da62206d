import type { MomentumLists } from '../result.ts';

/** Two chains are the same momentum when they share at least this much of all that either has (Jaccard). */
const SAME = 0.3;

export interface MomentumScores {
  wanted: number;
  found: number;
  /** Share of the wanted ones that were found. */
  recall: number;
  /** Share of the found ones that are wanted. */
  precision: number;
  /** Share of the found ones that are wanted or possible. */
  lenientPrecision: number;
}

/** NaN where there are none to measure. Chains of different gold sets are never the same. */
export function momentumScores(sets: readonly MomentumLists[]): MomentumScores {
  const counted = sets.map(({ wanted, possible, found }) => ({
    wanted: wanted.length,
    found: found.length,
    recalled: wanted.filter((each) => isAmong(each, found)).length,
    right: found.filter((each) => isAmong(each, wanted)).length,
    fair: found.filter((each) => isAmong(each, [...wanted, ...possible])).length,
  }));
  const sum = (name: keyof (typeof counted)[number]) => counted.reduce((all, each) => all + each[name], 0);
  const [wanted, found] = [sum('wanted'), sum('found')];
  return {
    wanted,
    found,
    recall: sum('recalled') / wanted,
    precision: sum('right') / found,
    lenientPrecision: sum('fair') / found,
  };
}

const isAmong = (chain: readonly string[], chains: readonly string[][]): boolean =>
  chains.some((other) => likeness(new Set(chain), new Set(other)) >= SAME);

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((id) => b.has(id)).length;
  return both / (a.size + b.size - both);
}
