import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { KINDS, type Lang, SIGNALS } from '../src/domain/words.ts';
import { InputError } from '../src/errors.ts';
import { mostCommon } from '../src/replay/most-common.ts';
import { matchAuthors } from '../src/transcripts/people/match-authors.ts';
import type { PersonRecord } from '../src/transcripts/people/person-record.ts';
import { readPeople } from '../src/transcripts/people/read-people.ts';
import { readTranscript } from '../src/transcripts/read-transcript.ts';
import type { TranscriptMessage } from '../src/transcripts/transcript.ts';
import type { GoldLabel } from './result.ts';

/** An inquiry that a person has labelled. */
export interface GoldSet {
  /** The name of its folder. */
  name: string;
  /** The one that most of its people have. */
  language: Lang;
  timeZone: string;
  people: PersonRecord[];
  messages: TranscriptMessage[];
  /** By contribution id. */
  gold: Map<string, GoldLabel>;
  momentums: { wanted: string[][]; possible: string[][] };
}

const goldSchema = z.object({
  step: z.string(),
  also: z.array(z.string()).default([]),
  cross: z.array(z.string()).default([]),
  signals: z.array(z.enum(SIGNALS)).default([]),
  kind: z.enum(KINDS),
  buildsOn: z.string().nullable().default(null),
  subtheme: z.string().nullable().default(null),
});
const chains = z.array(z.array(z.string()).min(1));
const momentumsSchema = z.object({ momentums: chains, possibleMomentums: chains.default([]) });

/**
 * Reads a folder with `gold.jsonl` (a transcript whose lines carry `gold`), `people.csv` or `people.json`, and, where
 * there are any, `momentums.json`. @throws InputError naming file and line
 */
export async function readGoldSet(folder: string): Promise<GoldSet> {
  const people = await readPeople(join(folder, existsSync(join(folder, 'people.json')) ? 'people.json' : 'people.csv'));
  const { messages } = matchAuthors(await readTranscript(join(folder, 'gold.jsonl')), people);
  return {
    name: basename(resolve(folder)),
    language: mostCommon(people.map((each) => each.lang)) ?? 'en',
    timeZone: mostCommon(people.flatMap((each) => each.timeZone ?? [])) ?? 'Europe/Helsinki',
    people,
    messages,
    gold: new Map(messages.map((message) => [message.id, goldOf(message)])),
    momentums: await readMomentums(join(folder, 'momentums.json')),
  };
}

function goldOf({ raw, where }: TranscriptMessage): GoldLabel {
  const parsed = goldSchema.safeParse(raw['gold']);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new InputError(
    where,
    `field ${['gold', ...(issue?.path ?? [])].join('.')}: ${issue?.message}; gold is step, also, cross, signals, kind, buildsOn, subtheme`,
  );
}

async function readMomentums(file: string): Promise<GoldSet['momentums']> {
  if (!existsSync(file)) return { wanted: [], possible: [] };
  try {
    const { momentums, possibleMomentums } = momentumsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return { wanted: momentums, possible: possibleMomentums };
  } catch (cause) {
    throw new InputError(file, 'is not {momentums: [[id, ...], ...], possibleMomentums: [...]}', { cause });
  }
}
