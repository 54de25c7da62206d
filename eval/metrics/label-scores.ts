import { type ClusterScores, clusterScores, type Weights } from './cluster-scores.ts';
import type { LabelTable, SetCounts } from './label-table.ts';

/** What is scored item by item, in the order of the report. All but false links lie between 0 and 1, 1 the best. */
export const LABEL_METRICS = [
  'step accuracy',
  'step lenient',
  'step macro-F1',
  'kind accuracy',
  'kind merged',
  'signals F1',
  'cross F1',
  'builds-on recall',
  'builds-on false',
  'sub-themes V',
  'sub-themes ARI',
] as const;
export type LabelMetric = (typeof LABEL_METRICS)[number];

/** NaN where there is nothing to measure, such as the recall of links where gold has none. */
export type LabelScores = Record<LabelMetric, number>;

/**
 * Scores of weighted items. Step: exact; lenient, which takes gold's `also` as well; macro-F1, the mean over the steps
 * that gold has. Kind: exact; merged, with idea and solution as one. Signals and cross-cutting: micro-F1. Builds-on:
 * recall of the exact source, and how many links there are where gold has none. Sub-themes: mean over gold sets,
 * weighted by their items, since telling two inquiries apart is no merit.
 */
export function labelScores(table: LabelTable, weights: Weights | null = null): LabelScores {
  const n = weights ? total(weights) : table.size;
  const share = (flags: Uint8Array) => count(flags, weights) / n;
  const clusters = table.clustered.map((each) => clusterScores(each, weights)).filter(({ weight }) => weight > 0);
  return {
    'step accuracy': share(table.stepExact),
    'step lenient': share(table.stepLenient),
    'step macro-F1': macroF1(table, weights),
    'kind accuracy': share(table.kindExact),
    'kind merged': share(table.kindMerged),
    'signals F1': microF1(table.signals, weights),
    'cross F1': microF1(table.cross, weights),
    'builds-on recall': count(table.linkedRight, weights) / count(table.linked, weights),
    'builds-on false': count(table.falseLink, weights),
    'sub-themes V': weighted(clusters, 'v'),
    'sub-themes ARI': weighted(clusters, 'ari'),
  };
}

function total(weights: Weights): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

function count(numbers: Uint8Array | Uint16Array, weights: Weights | null): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) sum += numbers[at]! * (weights ? weights[at]! : 1);
  return sum;
}

function microF1({ tp, fp, fn }: SetCounts, weights: Weights | null): number {
  const right = 2 * count(tp, weights);
  return right / (right + count(fp, weights) + count(fn, weights));
}

function macroF1({ stepGold, stepFound, stepClasses, size }: LabelTable, weights: Weights | null): number {
  const [right, inGold, inFound] = [0, 1, 2].map(() => new Uint32Array(stepClasses + 1)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  for (let at = 0; at < size; at += 1) {
    const weight = weights ? weights[at]! : 1;
    const [gold, found] = [stepGold[at]!, stepFound[at]!];
    inGold[gold]! += weight;
    inFound[found]! += weight;
    if (gold === found) right[gold]! += weight;
  }
  let sum = 0;
  let classes = 0;
  for (let step = 0; step < stepClasses; step += 1) {
    if (inGold[step] === 0) continue;
    sum += (2 * right[step]!) / (inGold[step]! + inFound[step]!);
    classes += 1;
  }
  return sum / classes;
}

function weighted(clusters: readonly ClusterScores[], name: 'v' | 'ari'): number {
  const weight = clusters.reduce((sum, each) => sum + each.weight, 0);
  return clusters.reduce((sum, each) => sum + each[name] * each.weight, 0) / weight;
}
