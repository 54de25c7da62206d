import { basename, join } from 'node:path';
import type { Question } from '../domain/programme.ts';
import { type Lang, LANGUAGES } from '../domain/words.ts';
import { InputError } from '../errors.ts';
import { type Located, mergeById } from './located.ts';
import { parseQuestions, type Wording } from './parse-questions.ts';
import { listFiles, readText, shownPath } from './read-text.ts';

const NAMES: Record<Lang, string> = { fi: 'Finnish', sv: 'Swedish', en: 'English' };

/**
 * Questions of the folders' `questions/{fi,sv,en}/*.md`, in the order of the English files. The extra folder may
 * reword a question in one language only.
 * @param steps keys of the steps of every model; null when no model is at hand to check against.
 */
export const loadQuestions = async (
  dir: string,
  extraDir: string | undefined,
  steps: ReadonlySet<string> | null,
): Promise<Map<string, Question>> => {
  const base = await loadFolder(dir);
  const extra = extraDir === undefined ? [] : await loadFolder(extraDir);
  const wordings = mergeById(base, extra);
  const questions = new Map<string, Question>();
  for (const { value } of inEnglishFirst(wordings)) {
    if (!questions.has(value.questionId)) questions.set(value.questionId, join3(value.questionId, wordings));
  }
  for (const entry of wordings.values()) checkTags(entry, questions, steps);
  return questions;
};

const loadFolder = async (dir: string): Promise<Located<Wording>[]> => {
  const files = await Promise.all(
    LANGUAGES.map(async (lang) =>
      (await listFiles(join(dir, 'questions', lang), ['.md'])).map((file) => ({ lang, file })),
    ),
  );
  const parsed = await Promise.all(
    files.flat().map(async ({ lang, file }) => {
      return parseQuestions(shownPath(file), await readText(file), lang, basename(file, '.md'));
    }),
  );
  return parsed.flat();
};

const inEnglishFirst = (wordings: ReadonlyMap<string, Located<Wording>>): Located<Wording>[] => {
  const all = [...wordings.values()];
  return [...all.filter(({ value }) => value.lang === 'en'), ...all.filter(({ value }) => value.lang !== 'en')];
};

/** One question out of its three wordings, which must agree on everything but the words. */
const join3 = (id: string, wordings: ReadonlyMap<string, Located<Wording>>): Question => {
  const found = LANGUAGES.flatMap((lang) => wordings.get(`${lang}:${id}`) ?? []);
  const first = found.find(({ value }) => value.lang === 'en') ?? found[0];
  if (!first) throw new Error(`no wording of ${id}`);
  const { phase, steps, roles, follows } = first.value;
  const wording = (lang: Lang): string => {
    const entry = wordings.get(`${lang}:${id}`);
    if (!entry) {
      throw new InputError(first.where(), `is missing in ${NAMES[lang]}; add it to questions/${lang}/${phase}.md too`);
    }
    for (const tag of ['phase', 'steps', 'roles', 'follows'] as const) {
      const [here, there] = [entry, first].map(({ value }) => [value[tag] ?? ''].flat().join(', '));
      if (here !== there) {
        throw new InputError(
          entry.where([tag]),
          `is "${here}" here and "${there}" at ${first.where()}; make them the same`,
        );
      }
    }
    return entry.value.text;
  };
  const text = { fi: wording('fi'), sv: wording('sv'), en: wording('en') };
  return { id, phase, steps, roles, ...(follows === null ? {} : { follows }), text };
};

const checkTags = (
  { value, where }: Located<Wording>,
  questions: ReadonlyMap<string, Question>,
  steps: ReadonlySet<string> | null,
): void => {
  const odd = value.steps.find((step) => step !== 'any' && steps !== null && !steps.has(step));
  if (odd !== undefined) {
    throw new InputError(where(['steps']), `"${odd}" is a step of no model; use any, ${[...(steps ?? [])].join(', ')}`);
  }
  if (value.follows === null) return;
  const main = questions.get(value.follows);
  if (!main) throw new InputError(where(['follows']), `there is no question "${value.follows}"; correct the id`);
  if (main.phase !== value.phase || main.follows !== undefined) {
    throw new InputError(where(['follows']), `"${main.id}" must be a main question of the phase ${value.phase}`);
  }
};
