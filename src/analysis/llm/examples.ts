import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { KINDS, type Lang, LANGUAGES, SIGNALS } from '../../domain/words.ts';
import { InputError, messageOf } from '../../errors.ts';
import type { Utterance } from '../../ports/analyst.ts';

const exampleSchema = z.strictObject({
  text: z.string().min(1),
  /** The text that it replies to. */
  answers: z.string().optional(),
  step: z.string(),
  also: z.array(z.string()).default([]),
  kind: z.enum(KINDS),
  signals: z.array(z.enum(SIGNALS)).default([]),
  cross: z.array(z.string()).default([]),
  why: z.string(),
});
export type Example = z.infer<typeof exampleSchema>;

/** Worked examples of a model, by language: `prompts/examples/MODEL/{fi,sv,en}.yaml`; none for a model that has none. */
export type Examples = Record<Lang, readonly Example[]>;

export async function loadExamples(folder: string, modelId: string): Promise<Examples> {
  const entries = await Promise.all(
    LANGUAGES.map(async (lang) => [lang, await loadFile(join(folder, modelId, `${lang}.yaml`))] as const),
  );
  return Object.fromEntries(entries) as unknown as Examples;
}

async function loadFile(file: string): Promise<Example[]> {
  const source = await readFile(file, 'utf8').catch(() => null);
  if (source === null) return [];
  try {
    return z.array(exampleSchema).parse(parse(source));
  } catch (cause) {
    throw new InputError(
      file,
      `is not a list of worked examples (${messageOf(cause).split('\n').join(' ').slice(0, 200)})`,
      { cause },
    );
  }
}

/** Where a batch is as small as this, the first examples, which show every label once, cost enough. */
const SMALL_BATCH = 3;
const ENOUGH = 9;

/** Examples in the languages of the batch, since they teach best in the language that is read. */
export function shownExamples(examples: Examples, batch: readonly Utterance[]): Example[] {
  const languages = LANGUAGES.filter((lang) => batch.some((each) => each.lang === lang));
  return languages.flatMap((lang) => examples[lang].slice(0, batch.length > SMALL_BATCH ? undefined : ENOUGH));
}

export const examplesFor = (examples: Examples, batch: readonly Utterance[]): string =>
  shownExamples(examples, batch).map(exampleLine).join('\n') || '(none)';

/** `↳ text => step (or also); kind; signals; cross`, where ↳ answers the line above. */
export function exampleLine({ text, answers, step, also, kind, signals, cross }: Example): string {
  const steps = also.length > 0 ? `${step} (or ${also.join(', ')})` : step;
  return `${answers === undefined ? '' : '↳ '}${text} => ${steps}; ${kind}; ${signals.join(', ') || '-'}; ${cross.join(', ') || '-'}`;
}
