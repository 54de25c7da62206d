import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { KINDS, LANGUAGES, SIGNALS } from '../../src/domain/words.ts';
import { InputError } from '../../src/errors.ts';
import { labelScores } from '../metrics/label-scores.ts';
import type { Evaluation } from '../result.ts';
import { slicesOf } from '../slices.ts';

const texts = z.array(z.string());
const label = { step: z.string(), cross: texts, signals: z.array(z.enum(SIGNALS)), kind: z.enum(KINDS) };
const linked = { buildsOn: z.string().nullable(), subtheme: z.string().nullable() };
const tally = z.record(z.string(), z.number());
const evaluationSchema = z.object({
  by: z.string(),
  sets: z.array(
    z.object({
      name: z.string(),
      language: z.enum(LANGUAGES),
      items: z.array(
        z.object({
          id: z.string(),
          lang: z.enum(LANGUAGES),
          gold: z.object({ ...label, ...linked, also: texts }),
          found: z.object({ ...label, ...linked, by: z.string() }).nullable(),
        }),
      ),
      momentums: z.object({ wanted: z.array(texts), possible: z.array(texts), found: z.array(texts) }),
      claims: z.object({ kept: z.number(), dropped: tally, verdicts: tally }),
      usage: z.record(z.string(), z.object({ calls: z.number(), tokensIn: z.number(), tokensOut: z.number() })),
      away: texts,
    }),
  ),
});

/** `report.json`: the scores for other programs, and all that they were made from for a later comparison. */
export function reportJson(evaluation: Evaluation, command: string): string {
  const scores = Object.fromEntries(slicesOf(evaluation).map(({ name, table }) => [name, labelScores(table)]));
  return `${JSON.stringify({ command, scores, evaluation }, null, 1)}\n`;
}

/** The evaluation of an earlier report. @throws InputError when the file is none */
export async function readReport(file: string): Promise<Evaluation> {
  try {
    const report = z.object({ evaluation: evaluationSchema }).parse(JSON.parse(await readFile(file, 'utf8')));
    return report.evaluation;
  } catch (cause) {
    throw new InputError(file, 'is no report of an evaluation; make one with --out, which writes a JSON file as well', {
      cause,
    });
  }
}
