import { type LabelMetric } from '../metrics/label-scores.ts';

/** What is counted rather than a share. */
const isCount = (metric: LabelMetric): boolean => metric === 'builds-on false';

export const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

export const score = (metric: LabelMetric, value: number): string => (isCount(metric) ? String(value) : share(value));

export function signed(metric: LabelMetric, value: number): string {
  if (Number.isNaN(value)) return '–';
  const text = isCount(metric) ? String(Math.round(value * 10) / 10) : value.toFixed(3);
  return Number(text) > 0 ? `+${text}` : text.replace('-', '−').replace(/^−0\.000$/, '0.000');
}

/** A Markdown table; cells are made by us, names of gold sets and models excepted. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `| --- |${' ---: |'.repeat(head.length - 1)}`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** `not-verbatim 2, judged-no 1`, the most frequent first. */
export const counts = (counted: Record<string, number>): string =>
  Object.entries(counted)
    .toSorted(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || '–';
