import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { InputError, messageOf } from '../../src/errors.ts';

const usage = z.object({
  tokensIn: z.number(),
  cachedIn: z.number(),
  tokensOut: z.number(),
  reasoning: z.number(),
  estimated: z.literal(true).optional(),
});
const reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.unknown(), usage }),
  z.object({ kind: z.literal('refusal'), code: z.enum(['refused', 'content-filter']), text: z.string(), usage }),
  z.object({
    kind: z.literal('invalid'),
    code: z.enum(['truncated', 'empty', 'not-json', 'wrong-schema']),
    raw: z.string(),
    issues: z.array(z.string()),
    usage,
  }),
]);
export type RecordedReply = z.infer<typeof reply>;

const header = z.object({ model: z.string() });
const entry = z.object({ key: z.string(), task: z.string(), replies: z.array(reply).min(1) });
export type RecordedRequest = z.infer<typeof entry>;

/** What a language model answered. It holds no request, but answers quote: it is as confidential as what was read. */
export interface Recording {
  /** Where and which model it was. */
  model: string;
  /** By key; replies in the order in which they came. */
  requests: Map<string, RecordedRequest>;
}

export const emptyRecording = (model: string): Recording => ({ model, requests: new Map() });

/** Writes a recording: a line for the model, then one for each request by key, so that the same recording is the same file. */
export async function writeRecording(file: string, { model, requests }: Recording): Promise<void> {
  const entries = [...requests.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, [{ model }, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** @throws InputError naming file and line */
export async function readRecording(file: string): Promise<Recording> {
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError(file, `cannot be read (${messageOf(cause)}); make it with --record`, { cause });
  });
  const [first = '', ...rest] = source.split('\n').filter(Boolean);
  const entries = rest.map((line, index) => shaped(entry, line, `${file}:${index + 2}`));
  return {
    model: shaped(header, first, `${file}:1`).model,
    requests: new Map(entries.map((each) => [each.key, each])),
  };
}

function shaped<T>(schema: z.ZodType<T>, line: string, where: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new InputError(where, 'is not a line of a recording; make it anew with --record', { cause });
  }
}
