import type { Clustered } from './label-table.ts';

/** How often each item counts: once each, or as often as a resample drew it. */
export type Weights = Uint16Array;

export interface ClusterScores {
  /**
   * V-measure (Rosenberg & Hirschberg 2007): the harmonic mean of homogeneity (a cluster holds one sub-theme of gold)
   * and completeness (a sub-theme of gold lies in one cluster), 0 to 1.
   */
  v: number;
  /** Rand index adjusted for chance (Hubert & Arabie 1985): 1 for the same clusters, about 0 for random ones. */
  ari: number;
  /** How much the items weigh together. */
  weight: number;
}

/** Compares the clusters of one gold set with those that were found. */
export function clusterScores(clustered: Clustered, weights: Weights | null): ClusterScores {
  const { items, gold, found, goldCount, foundCount } = clustered;
  const cells = new Uint32Array(goldCount * foundCount);
  const rows = new Uint32Array(goldCount);
  const columns = new Uint32Array(foundCount);
  let n = 0;
  for (let at = 0; at < items.length; at += 1) {
    const weight = weights ? weights[items[at]!]! : 1;
    if (weight === 0) continue;
    const [row, column] = [gold[at]!, found[at]!];
    cells[row * foundCount + column]! += weight;
    rows[row]! += weight;
    columns[column]! += weight;
    n += weight;
  }
  if (n === 0) return { v: Number.NaN, ari: Number.NaN, weight: 0 };
  return { v: vMeasure(cells, rows, columns, n), ari: adjustedRand(cells, rows, columns, n), weight: n };
}

/** From entropies: homogeneity is what the two share beside what gold has, completeness beside what was found. */
function vMeasure(cells: Uint32Array, rows: Uint32Array, columns: Uint32Array, n: number): number {
  const [goldEntropy, foundEntropy] = [entropy(rows, n), entropy(columns, n)];
  const shared = Math.max(0, goldEntropy + foundEntropy - entropy(cells, n));
  const homogeneity = goldEntropy === 0 ? 1 : shared / goldEntropy;
  const completeness = foundEntropy === 0 ? 1 : shared / foundEntropy;
  const sum = homogeneity + completeness;
  return sum === 0 ? 0 : (2 * homogeneity * completeness) / sum;
}

function entropy(counts: Uint32Array, n: number): number {
  let sum = 0;
  for (const count of counts) if (count > 0) sum += count * Math.log(count);
  return Math.log(n) - sum / n;
}

function adjustedRand(cells: Uint32Array, rows: Uint32Array, columns: Uint32Array, n: number): number {
  const [together, inGold, inFound] = [pairs(cells), pairs(rows), pairs(columns)];
  const all = (n * (n - 1)) / 2;
  const expected = all === 0 ? 0 : (inGold * inFound) / all;
  const most = (inGold + inFound) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function pairs(counts: Uint32Array): number {
  let sum = 0;
  for (const count of counts) sum += (count * (count - 1)) / 2;
  return sum;
}
