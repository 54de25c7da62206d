import type { Lang } from '../domain/words.ts';
import { ROLES } from '../domain/words.ts';
import { InputError } from '../errors.ts';
import { slug } from './common-schemas.ts';
import { type Located, type Path, place } from './located.ts';
import { oneOf } from './word-issue.ts';

/** One question in one language, as its file has it. */
export interface Wording {
  lang: Lang;
  questionId: string;
  phase: string;
  steps: string[];
  roles: string[];
  follows: string | null;
  text: string;
}

const TAGS = ['steps', 'roles', 'follows'];

/**
 * Reads a question file: `## question-id`, then lines such as `steps: needs, processes`, an empty line and the words
 * that people are asked. What stands before the first `##` is for maintainers. (prompts/README.md shows one.)
 */
export const parseQuestions = (file: string, text: string, lang: Lang, phase: string): Located<Wording>[] => {
  if (text.trim() === '') throw new InputError(place(file, 1), 'is empty; write a question in it or remove it');
  if (!slug.safeParse(phase).success) {
    throw new InputError(place(file, 1), 'the file name is the phase: small letters, digits and hyphens, then .md');
  }
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, i) => (/^##(?!#)/.test(line) ? [i] : []));
  if (starts.length === 0) {
    throw new InputError(place(file, 1), 'has no question; start each with a line such as "## a-day-that-worked"');
  }
  return starts.map((start, i) => parseOne(file, lines, start, starts[i + 1] ?? lines.length, lang, phase));
};

const parseOne = (file: string, lines: readonly string[], start: number, end: number, lang: Lang, phase: string) => {
  const questionId = (lines[start] ?? '').slice(2).trim();
  const fail = (line: number, field: string, message: string): never => {
    throw new InputError(place(file, line + 1, [questionId, field].filter(Boolean)), message);
  };
  const name = slug.safeParse(questionId);
  if (!name.success) fail(start, '', `a question's id ${name.error.issues[0]?.message}`);

  const tags = new Map<string, { line: number; words: string[] }>();
  let at = start + 1;
  for (; at < end && lines[at]?.trim() !== ''; at++) {
    const [, tag = '', list = ''] = /^([a-z]+):(.*)$/.exec(lines[at] ?? '') ?? [];
    if (!TAGS.includes(tag)) {
      fail(
        at,
        tag,
        `a tag is missing or not known; write ${oneOf(TAGS.map((known) => `"${known}: …"`))}, then an empty line, then the question`,
      );
    }
    if (tags.has(tag)) fail(at, tag, 'stands twice; keep one');
    const words = list.split(',').map((word) => word.trim());
    if (words.some((word) => word === '')) fail(at, tag, 'must be words with commas between them');
    tags.set(tag, { line: at, words });
  }
  const steps =
    tags.get('steps')?.words ?? fail(start, 'steps', 'is missing; add a line such as "steps: needs" or "steps: any"');
  const roles = tags.get('roles')?.words ?? ['any'];
  const odd = roles.find((role) => role !== 'any' && !ROLES.some((known) => known === role));
  if (odd !== undefined) fail(tags.get('roles')?.line ?? start, 'roles', `must be any, ${oneOf(ROLES)}, not "${odd}"`);
  const follows = tags.get('follows')?.words ?? [];
  if (follows.length > 1) fail(tags.get('follows')?.line ?? start, 'follows', 'must be the id of one question');

  const body = lines.slice(at, end);
  const heading = body.findIndex((line) => line.startsWith('#'));
  if (heading >= 0) fail(at + heading, '', 'only "## question-id" headings are used; write this line as text');
  const text = body.join('\n').trim();
  if (text === '') fail(start, 'text', 'is missing; write the question after the tags and an empty line');

  const value: Wording = { lang, questionId, phase, steps, roles, follows: follows[0] ?? null, text };
  const where = (path: Path = []): string =>
    place(file, (tags.get(String(path[0]))?.line ?? start) + 1, [questionId, ...path.filter((part) => part !== 'id')]);
  return { id: `${lang}:${questionId}`, value, where };
};
