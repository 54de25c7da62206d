import type { LabelTable } from './label-table.ts';
import { LABEL_METRICS, type LabelMetric, labelScores } from './label-scores.ts';
import { createRandom } from './random.ts';

export interface Difference {
  metric: LabelMetric;
  a: number;
  b: number;
  /** `b` less `a`. */
  difference: number;
  /** Ends of the 95 % interval of the difference; null where there is nothing to measure. */
  interval: [low: number, high: number] | null;
  /** Whether the interval leaves zero out. */
  moreThanNoise: boolean;
}

export interface ResamplingOptions {
  resamples?: number;
  seed?: number;
}

/**
 * Two configurations on the same items, side by side. The interval is that of a paired bootstrap: the same items are
 * drawn with replacement for both, and the middle 95 % of the differences are kept (Efron & Tibshirani 1993, ch. 13).
 */
export function compareLabels(
  a: LabelTable,
  b: LabelTable,
  { resamples = 1_000, seed = 1 }: ResamplingOptions = {},
): Difference[] {
  if (a.size !== b.size) throw new RangeError(`tables of ${a.size} and ${b.size} items cannot be compared`);
  const [scoresA, scoresB] = [labelScores(a), labelScores(b)];
  const drawn = LABEL_METRICS.map((): number[] => []);
  const random = createRandom(seed);
  const weights = new Uint16Array(a.size);
  for (let resample = 0; resample < resamples; resample += 1) {
    weights.fill(0);
    for (let draw = 0; draw < a.size; draw += 1) weights[random(a.size)]! += 1;
    const [ofA, ofB] = [labelScores(a, weights), labelScores(b, weights)];
    LABEL_METRICS.forEach((metric, index) => {
      const difference = ofB[metric] - ofA[metric];
      if (!Number.isNaN(difference)) drawn[index]!.push(difference);
    });
  }
  return LABEL_METRICS.map((metric, index) => {
    const difference = scoresB[metric] - scoresA[metric];
    const interval = Number.isNaN(difference) ? null : middle(drawn[index]!);
    const moreThanNoise = interval !== null && (interval[0] > 0 || interval[1] < 0);
    return { metric, a: scoresA[metric], b: scoresB[metric], difference, interval, moreThanNoise };
  });
}

function middle(values: readonly number[]): [number, number] | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return [quantile(sorted, 0.025), quantile(sorted, 0.975)];
}

/** Between the two nearest values, in proportion. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}
