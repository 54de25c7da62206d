/**
 * Fits the weights of `kind-weights.ts` to labelled inquiries by multinomial logistic regression with a strong pull
 * towards zero, and prints the file: `fit-kinds.ts FILE... > src/analysis/lexical/kind-weights.ts`, where a file is one of
 * `own/*.txt` or a gold JSONL.
 * Never fit to test/fixtures/inquiries: those are for measuring.
 */
import { readFileSync } from 'node:fs';
import { createReader } from '../../src/analysis/lexical/create-reader.ts';
import { KIND_FEATURES, kindFeatures } from '../../src/analysis/lexical/kind-features.ts';
import { loadLexicons } from '../../src/analysis/lexical/load-lexicons.ts';
import { loadModelFile } from '../../src/content/load-models.ts';
import type { Kind } from '../../src/domain/words.ts';
import { KINDS } from '../../src/domain/words.ts';
import type { Line } from '../support/label-transcript.ts';
import type { Gold } from './read-own.ts';
import { readOwn } from './read-own.ts';

const PULL = 0.002;
const ROUNDS = 3000;
const RATE = 0.5;

const read = createReader(await loadLexicons('prompts/lexicons'));
const model = await loadModelFile('prompts/models/value-co-creation.yaml');
const items = process.argv.slice(2).flatMap((file) => {
  const lines = file.endsWith('.txt') ? readOwn(file) : readGold(file);
  const kinds = new Map(lines.map(({ id, gold }) => [id, gold.kind as Kind]));
  return lines.map(({ text, lang, replyTo, gold }) => {
    const features = kindFeatures(read(text, lang, model), {
      isReply: Boolean(replyTo),
      answered: kinds.get(replyTo ?? '') ?? null,
    });
    return { x: KIND_FEATURES.map((name) => features[name]), y: KINDS.indexOf(gold.kind as Kind) };
  });
});

function readGold(file: string): (Line & { gold: Gold })[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line & { gold: Gold });
}

type Item = (typeof items)[number];
const zero = () => KINDS.map(() => KIND_FEATURES.map(() => 0));
const scoresOf = (w: number[][], x: number[]) =>
  w.map((row) => row.reduce((sum, weight, i) => sum + weight * x[i]!, 0));
const softmax = (scores: number[]) => {
  const top = Math.max(...scores);
  const e = scores.map((score) => Math.exp(score - top));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((each) => each / sum);
};

function fit(train: Item[]): number[][] {
  const w = zero();
  for (let round = 0; round < ROUNDS; round++) {
    const g = zero();
    for (const { x, y } of train)
      softmax(scoresOf(w, x)).forEach((p, k) =>
        x.forEach((value, i) => (g[k]![i]! += (p - (k === y ? 1 : 0)) * value)),
      );
    w.forEach((row, k) =>
      row.forEach(
        (weight, i) => (row[i] = weight - RATE * (g[k]![i]! / train.length + (i === 0 ? 0.2 : 1) * PULL * weight)),
      ),
    );
  }
  return w;
}

const accuracy = (w: number[][], test: Item[]) =>
  test.filter(({ x, y }) => {
    const s = scoresOf(w, x);
    return s.indexOf(Math.max(...s)) === y;
  }).length;
const FOLDS = 10;
let right = 0;
for (let fold = 0; fold < FOLDS; fold++)
  right += accuracy(
    fit(items.filter((_, i) => i % FOLDS !== fold)),
    items.filter((_, i) => i % FOLDS === fold),
  );
console.error(`${items.length} items, accuracy in ${FOLDS}-fold cross-validation ${(right / items.length).toFixed(3)}`);

const weights = fit(items);
console.log(`import type { Kind } from '../../domain/words.ts';
import type { KindFeature } from './kind-features.ts';

/** Made by test/analysis/fit-kinds.ts; change features or cues there and fit again rather than editing numbers. */
export const KIND_WEIGHTS: Record<Kind, Record<KindFeature, number>> = {
${KINDS.map((kind, k) => `  ${kind}: {\n${KIND_FEATURES.map((name, i) => `    ${name}: ${Math.round(weights[k]![i]! * 100) / 100},`).join('\n')}\n  },`).join('\n')}
};`);
