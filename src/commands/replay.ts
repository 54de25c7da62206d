import { loadParts } from '../assemble-flow.ts';
import { isDate, weekday } from '../domain/local-time.ts';
import { LANGUAGES, type Lang } from '../domain/words.ts';
import { InputError } from '../errors.ts';
import { allFiles } from '../replay/files/all-files.ts';
import { personIds } from '../replay/files/person-ids.ts';
import { writeFiles } from '../replay/files/write-files.ts';
import { mostCommon } from '../replay/most-common.ts';
import { createReplayWorld } from '../replay/replay-world.ts';
import { type ReplayedInquiry, runInquiry } from '../replay/run-inquiry.ts';
import { matchAuthors } from '../transcripts/people/match-authors.ts';
import { readPeople } from '../transcripts/people/read-people.ts';
import { readTranscript } from '../transcripts/read-transcript.ts';
import { pickFrom } from './pick-from.ts';
import { replayAnalyst } from './replay-analyst.ts';

export interface ReplayOptions {
  input: string;
  people: string;
  programme: string;
  model: string;
  start: string;
  out: string;
  analyst?: string;
  lang?: string;
  topic?: string;
  channel?: string;
  timezone?: string;
}

/** `porras replay`: a whole inquiry on a virtual clock over a transcript. Sends nothing. @returns what to print. */
export async function replay(options: ReplayOptions): Promise<string> {
  if (!isDate(options.start))
    throw new InputError('--start', `"${options.start}" is not a date; write it as 2026-03-02`);
  const people = await readPeople(options.people);
  const transcript = matchAuthors(await readTranscript(options.input, { channel: options.channel ?? null }), people);
  const parts = await loadParts();
  const programme = pickFrom('--programme', 'programmes', parts.content.programmes, options.programme);
  const model = pickFrom('--model', 'models', parts.content.models, options.model);
  const language = languageFrom(options.lang) ?? mostCommon(people.map((person) => person.lang)) ?? 'en';
  const replayed: ReplayedInquiry = {
    id: 'replay',
    topic: options.topic ?? programme.name[language],
    language,
    timeZone: options.timezone ?? mostCommon(people.flatMap((person) => person.timeZone ?? [])) ?? 'Europe/Helsinki',
    modelId: model.id,
    programmeId: programme.id,
    startsOn: options.start,
    facilitators: [],
  };
  const { messages } = transcript;
  const { world, stage } = createReplayWorld(
    parts,
    replayed,
    people,
    messages,
    await replayAnalyst(options.analyst, parts),
  );
  const inquiry = await runInquiry(world, stage, replayed, people, messages);
  const files = await allFiles(world.flow, inquiry, messages, personIds(inquiry, stage, people));
  await writeFiles(options.out, files);
  const note =
    weekday(options.start) === 1 ? '' : ' (the start is not a Monday: rounds and digests follow calendar weeks)';
  return `${messages.length} contributions, ${files.size} files in ${options.out}${note}`;
}

export function languageFrom(lang: string | undefined): Lang | undefined {
  if (lang === undefined) return undefined;
  const known = LANGUAGES.find((each) => each === lang);
  if (!known)
    throw new InputError(
      '--lang',
      `"${lang}" is not a language that Porras speaks; it is one of ${LANGUAGES.join(', ')}`,
    );
  return known;
}
