import type { Usage } from '../../src/ports/analyst.ts';
import { LABEL_METRICS, labelScores } from '../metrics/label-scores.ts';
import { momentumScores } from '../metrics/momentum-scores.ts';
import type { Prices } from '../options.ts';
import type { ClaimCounts, Evaluation, SetResult } from '../result.ts';
import { slicesOf } from '../slices.ts';
import { counts, score, share, table } from './format.ts';

/** The report on one configuration, as Markdown. */
export function writeReport(evaluation: Evaluation, command: string, prices: Prices | null): string {
  const { by, sets } = evaluation;
  return `${[
    '# How well the analyst reads',
    `Command: \`${command}\``,
    `Analyst: ${by}`,
    `Gold sets: ${sets.map(({ name, items }) => `${name} (${items.length})`).join(', ')}`,
    ...awayText(sets),
    '## Labels',
    labelsTable(evaluation),
    '## Momentums',
    momentumsTable(sets),
    '## Claims of digests',
    claimsTable(sets),
    '## Usage',
    usageText(sets, prices),
  ].join('\n\n')}\n`;
}

function awayText(sets: readonly SetResult[]): string[] {
  const codes = sets.flatMap(({ away }) => away);
  if (codes.length === 0) return [];
  const byCode = Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]));
  return [
    `**The language model could not be had ${codes.length} times (${counts(byCode)}); rules stood in, and these figures are partly theirs.**`,
  ];
}

function labelsTable(evaluation: Evaluation): string {
  const slices = slicesOf(evaluation);
  const scores = slices.map((slice) => labelScores(slice.table));
  return table(
    ['', ...slices.map(({ name }) => name)],
    [
      ['contributions', ...slices.map(({ items }) => String(items.length))],
      ...LABEL_METRICS.map((metric) => [metric, ...scores.map((each) => score(metric, each[metric]))]),
      [
        'read by rules',
        ...slices.map(({ items }) => String(items.filter(({ found }) => found?.by === 'lexical').length)),
      ],
      ['not labelled', ...slices.map(({ items }) => String(items.filter(({ found }) => found === null).length))],
    ],
  );
}

function momentumsTable(sets: readonly SetResult[]): string {
  const row = (name: string, own: readonly SetResult[]) => {
    const { wanted, found, recall, precision, lenientPrecision } = momentumScores(own.map((each) => each.momentums));
    return [name, String(wanted), String(found), share(recall), share(precision), share(lenientPrecision)];
  };
  return table(
    ['', 'wanted', 'found', 'recall', 'precision', 'precision with possible ones'],
    [row('all', sets), ...(sets.length > 1 ? sets.map((set) => row(set.name, [set])) : [])],
  );
}

function claimsTable(sets: readonly SetResult[]): string {
  const row = (name: string, { kept, dropped, verdicts }: ClaimCounts) => {
    const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
    return [name, String(kept + lost), String(kept), share(kept / (kept + lost)), counts(dropped), counts(verdicts)];
  };
  return table(
    ['', 'claims', 'kept', 'share kept', 'dropped, by reason', 'kept, by verdict of the judge'],
    [
      row('all', allClaims(sets)),
      ...(sets.length > 1 ? sets.map(({ name, language, claims }) => row(`${name} (${language})`, claims)) : []),
    ],
  );
}

export function allClaims(sets: readonly SetResult[]): ClaimCounts {
  const sum = (parts: readonly Record<string, number>[]) => {
    const all: Record<string, number> = {};
    for (const [name, count] of parts.flatMap(Object.entries<number>)) all[name] = (all[name] ?? 0) + count;
    return all;
  };
  return {
    kept: sets.reduce((all, { claims }) => all + claims.kept, 0),
    dropped: sum(sets.map(({ claims }) => claims.dropped)),
    verdicts: sum(sets.map(({ claims }) => claims.verdicts)),
  };
}

function usageText(sets: readonly SetResult[], prices: Prices | null): string {
  const byTask = usageByTask(sets);
  if (byTask.size === 0) return 'No language model was asked.';
  const row = (name: string, usage: Usage) => [
    name,
    String(usage.calls),
    String(usage.tokensIn),
    String(usage.tokensOut),
    ...(prices ? [costOf(usage, prices).toFixed(4)] : []),
  ];
  return table(
    ['task', 'calls', 'tokens in', 'tokens out', ...(prices ? ['cost'] : [])],
    [...[...byTask].map(([task, usage]) => row(task, usage)), row('all', allUsage(sets))],
  );
}

function usageByTask(sets: readonly SetResult[]): Map<string, Usage> {
  const byTask = new Map<string, Usage>();
  for (const [task, usage] of sets.flatMap((set) => Object.entries(set.usage)))
    byTask.set(task, added(byTask.get(task) ?? NOTHING, usage));
  return new Map([...byTask].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const NOTHING: Usage = { calls: 0, tokensIn: 0, tokensOut: 0 };

const added = (a: Usage, b: Usage): Usage => ({
  calls: a.calls + b.calls,
  tokensIn: a.tokensIn + b.tokensIn,
  tokensOut: a.tokensOut + b.tokensOut,
});

export const allUsage = (sets: readonly SetResult[]): Usage =>
  sets.flatMap((set) => Object.values(set.usage)).reduce(added, NOTHING);

/** Input that the provider had cached counts in full, so it is the most that it can have cost. */
export const costOf = ({ tokensIn, tokensOut }: Usage, prices: Prices): number =>
  (tokensIn * prices.in + tokensOut * prices.out) / 1_000_000;
