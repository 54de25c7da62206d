import { compareLabels, type Difference, type ResamplingOptions } from '../metrics/compare-labels.ts';
import { momentumScores } from '../metrics/momentum-scores.ts';
import type { Prices } from '../options.ts';
import { pairUp } from '../pair-up.ts';
import type { Evaluation } from '../result.ts';
import { slicesOf } from '../slices.ts';
import { score, share, signed, table } from './format.ts';
import { allClaims, allUsage, costOf } from './write-report.ts';

export interface ComparisonOptions extends ResamplingOptions {
  command: string;
  prices: Prices | null;
}

/** Two configurations side by side, as Markdown, with which differences are more than noise. */
export function writeComparison(first: Evaluation, second: Evaluation, options: ComparisonOptions): string {
  const { command, prices, resamples = 1_000, seed = 1 } = options;
  const { a, b, unpaired } = pairUp(first, second);
  const others = new Map(slicesOf(b).map((slice) => [slice.name, slice.table]));
  const slices = slicesOf(a).map(({ name, items, table: ofA }) => ({
    name,
    size: items.length,
    differences: compareLabels(ofA, others.get(name)!, { resamples, seed }),
  }));
  return `${[
    '# Two configurations of the analyst, side by side',
    `Command: \`${command}\``,
    `A: ${a.by}\\\nB: ${b.by}`,
    ...(unpaired > 0 ? [`${unpaired} contributions that only one of the two has are left out.`] : []),
    `## What is more than noise`,
    verdict(slices),
    `Differences are B less A. Intervals: paired bootstrap over contributions, 95 %, ${resamples} resamples, seed ${seed}. Of many differences between equals, about one in twenty falls outside its interval by chance.`,
    ...slices.flatMap(({ name, size, differences }) => [
      `## Labels: ${name} (${size} contributions)`,
      differencesTable(differences),
    ]),
    '## Momentums, claims of digests, usage',
    othersTable(a, b, prices),
    'There are too few of these for intervals.',
  ].join('\n\n')}\n`;
}

const sign = ({ metric, difference }: Difference): string =>
  // Fewer false links are better; of all else, more is.
  difference > 0 === (metric !== 'builds-on false') ? 'B is better' : 'A is better';

function verdict(slices: readonly { name: string; differences: readonly Difference[] }[]): string {
  const lines = slices.flatMap(({ name, differences }) =>
    differences
      .filter((each) => each.moreThanNoise)
      .map((each) => `- ${name}, ${each.metric}: ${sign(each)} (${signed(each.metric, each.difference)})`),
  );
  return lines.join('\n') || 'No difference is.';
}

const differencesTable = (differences: readonly Difference[]): string =>
  table(
    ['', 'A', 'B', 'difference', '95 % interval', 'more than noise'],
    differences.map((each) => {
      const { metric, a, b, difference, interval } = each;
      const ends = interval ? `${signed(metric, interval[0])} to ${signed(metric, interval[1])}` : '–';
      return [
        metric,
        score(metric, a),
        score(metric, b),
        signed(metric, difference),
        ends,
        each.moreThanNoise ? sign(each) : 'no',
      ];
    }),
  );

function othersTable(a: Evaluation, b: Evaluation, prices: Prices | null): string {
  const [ofA, ofB] = [otherFigures(a, prices), otherFigures(b, prices)];
  return table(
    ['', 'A', 'B'],
    ofA.map(([name, value], index) => [name, value, ofB[index]?.[1] ?? '–']),
  );
}

function otherFigures({ sets }: Evaluation, prices: Prices | null): [name: string, value: string][] {
  const momentums = momentumScores(sets.map((set) => set.momentums));
  const claims = allClaims(sets);
  const usage = allUsage(sets);
  return [
    ['momentums recall', share(momentums.recall)],
    ['momentums precision', share(momentums.precision)],
    ['claims kept', String(claims.kept)],
    ['claims dropped', String(Object.values(claims.dropped).reduce((sum, count) => sum + count, 0))],
    ['calls', String(usage.calls)],
    ['tokens in', String(usage.tokensIn)],
    ['tokens out', String(usage.tokensOut)],
    ...(prices ? [['cost', costOf(usage, prices).toFixed(4)] satisfies [string, string]] : []),
  ];
}
