/**
 * Fits what everyday words say for the steps of a model: `fit-steps.ts MODEL.yaml GOLD... > src/analysis/lexical/step-weights.ts`.
 * GOLD is a file of `own/` (.txt) or a transcript with its gold beside it (.jsonl). Words of the model's own cues of more
 * than one word are counted in too, each for a small share of a contribution.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadModelFile } from '../../src/content/load-models.ts';
import { wordKeys } from '../../src/analysis/lexical/word-keys.ts';
import { readOwn } from './read-own.ts';

/** Words heard less are drawn towards saying nothing: as if each had been heard so often spread evenly. */
const DOUBT = 4;
const CUE_SHARE = 0.15;
/** A digit of the table is this much of a log-odds, and 5 is none. */
const GRAIN = 0.35;
const LEAST = 0.9;

const [modelFile, ...files] = process.argv.slice(2);
if (!modelFile || files.length === 0) throw new Error('usage: fit-steps.ts MODEL.yaml GOLD...');
const model = await loadModelFile(modelFile);
const steps = model.steps.map(({ key }) => key);
const counts = new Map<string, number[]>();
const sizes = steps.map(() => 0);
for (const { lang, step, text } of files.flatMap(readGold)) {
  const at = steps.indexOf(step);
  if (at < 0) continue;
  sizes[at]!++;
  count(lang, text, at, 1);
}
for (const [at, step] of model.steps.entries())
  for (const concept of step.cues)
    for (const lang of ['fi', 'sv', 'en'] as const)
      for (const cue of concept[lang]) if (cue.includes(' ')) count(lang, cue.replace(/[*!~=#-]/g, ' '), at, CUE_SHARE);

const all = sizes.reduce((sum, size) => sum + size, 0);
const prior = sizes.map((size) => size / all);
const rows: string[] = [];
for (const [key, own] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const total = own.reduce((sum, each) => sum + each, 0);
  if (total < LEAST) continue;
  const odds = own.map((each, at) => Math.log((each + DOUBT * prior[at]!) / (total + DOUBT) / prior[at]!));
  const mean = odds.reduce((sum, each) => sum + each, 0) / odds.length;
  const digits = odds.map((each) => Math.min(9, Math.max(0, Math.round((each - mean) / GRAIN) + 5))).join('');
  if (!/^5+$/.test(digits)) rows.push(`${key}=${digits}`);
}
const lines = rows.reduce<string[]>((made, row) => {
  const last = made.at(-1);
  if (last !== undefined && last.length + row.length < 220) made[made.length - 1] = `${last} ${row}`;
  else made.push(row);
  return made;
}, []);
process.stdout.write(`/** Written by \`test/analysis/fit-steps.ts\`; do not edit by hand. A digit for each step of the model, 5 says nothing. */
export const STEP_WEIGHTS = {
  model: '${model.id}',
  steps: ${JSON.stringify(steps)},
  grain: ${GRAIN},
  words: \`
${lines.join('\n')}
\`,
};
`);

function count(lang: string, text: string, at: number, share: number): void {
  for (const key of wordKeys(lang, text)) {
    const own = counts.get(key) ?? steps.map(() => 0);
    own[at] = own[at]! + share;
    counts.set(key, own);
  }
}

function readGold(file: string): { lang: string; step: string; text: string }[] {
  if (file.endsWith('.txt')) return readOwn(file).map(({ lang, text, gold }) => ({ lang, text, step: gold.step }));
  const lines = (name: string) => readFileSync(name, 'utf8').split('\n').filter(Boolean);
  const gold = new Map(
    lines(file).map((line) => {
      const { id, gold: own } = JSON.parse(line) as { id: string; gold: { step: string } };
      return [id, own.step];
    }),
  );
  return lines(join(dirname(file), 'transcript.jsonl'))
    .map((line) => JSON.parse(line) as { id: string; lang: string; text: string })
    .map(({ id, lang, text }) => ({ lang, text, step: gold.get(id) ?? '' }));
}
