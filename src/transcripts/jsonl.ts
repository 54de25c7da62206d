import { z } from 'zod';
import { LANGUAGES, ROLES } from '../domain/words.ts';
import { InputError } from '../errors.ts';
import { parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { readLines } from './lines.ts';
import { must, shaped } from './shape.ts';
import { checkCharacters, checkLength } from './text.ts';
import type { Transcript, TranscriptMessage } from './transcript.ts';

const text = z.string({ error: must('text in quotation marks') });
const name = text.min(1, 'is empty').max(LIMITS.name, `is longer than ${LIMITS.name} characters`);

const MESSAGE = z.object({
  id: name,
  ts: z.iso.datetime({
    offset: true,
    error: must('a date and time with a time zone, as in 2026-03-02T08:04:00+02:00'),
  }),
  author: name,
  text,
  replyTo: name.nullish(),
  lang: z.enum(LANGUAGES, { error: must(`one of ${LANGUAGES.join(', ')}, or left out`) }).nullish(),
  role: z.enum(ROLES, { error: must(`one of ${ROLES.join(', ')}, or left out`) }).nullish(),
  unit: text.nullish(),
  reactions: z.array(z.object({ emoji: name, by: name }), { error: must('a list of {emoji, by}') }).nullish(),
});
const HINT = 'a line is {"id", "ts", "author", "text", "replyTo"?, "lang"?, "role"?, "unit"?}';

/**
 * Reads a transcript in JSONL, line by line. Blank lines are skipped. Lines stand in the order in which they were said.
 * @throws InputError that names file and line of the first thing that is wrong.
 */
export const readJsonl = async (path: string): Promise<Transcript> => {
  const messages: TranscriptMessage[] = [];
  for await (const line of readLines(path)) {
    if (line.text.trim() === '') continue;
    const message = parseLine(line.text, path, line.number);
    const previous = messages.at(-1);
    if (previous && message.at < previous.at) {
      throw new InputError(
        message.where,
        `${message.at.toISOString()} is earlier than the message before it (${previous.where}); sort the lines by "ts", or mend the date`,
      );
    }
    messages.push(message);
  }
  return { messages, people: [], format: 'jsonl' };
};

const parseLine = (line: string, file: string, number: number): TranscriptMessage => {
  const where = `${file}:${number}`;
  const raw = parseJson(line, file, number);
  const { id, ts, author, text, replyTo, lang, role, unit, reactions } = shaped(MESSAGE, raw, where, HINT);
  checkLength(text, where);
  for (const [field, value] of Object.entries({ id, author, text, unit: unit ?? '' }))
    checkCharacters(value, field, where);
  return {
    id,
    at: new Date(ts),
    author,
    account: author,
    text,
    replyTo: replyTo ?? null,
    ...(lang && { lang }),
    ...(role && { role }),
    ...(unit && { unit }),
    reactions: reactions ?? [],
    // The schema has seen that it is an object.
    raw: raw as Record<string, unknown>,
    where,
  };
};
