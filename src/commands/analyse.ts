import { loadParts } from '../assemble-flow.ts';
import { loadModelFile } from '../content/load-models.ts';
import { localDate } from '../domain/local-time.ts';
import type { Model } from '../domain/model.ts';
import { placeInSubThemes } from '../flow/theme/place-in-sub-themes.ts';
import { InputError } from '../errors.ts';
import { contributionsFile } from '../replay/files/contributions-file.ts';
import { writeOneFile } from '../replay/files/write-files.ts';
import { mostCommon } from '../replay/most-common.ts';
import { createReplayWorld } from '../replay/replay-world.ts';
import { runInquiry } from '../replay/run-inquiry.ts';
import type { PersonRecord } from '../transcripts/people/person-record.ts';
import { readTranscript } from '../transcripts/read-transcript.ts';
import type { Transcript } from '../transcripts/transcript.ts';
import { pickFrom } from './pick-from.ts';
import { languageFrom } from './replay.ts';
import { replayAnalyst } from './replay-analyst.ts';

export interface AnalyseOptions {
  input: string;
  model: string;
  out: string;
  analyst?: string;
  lang?: string;
  channel?: string;
}

const TIME_ZONE = 'Europe/Helsinki';

/** `porras analyse`: only labels a transcript, by a model of prompts/models or a file. @returns what to print. */
export async function analyse(options: AnalyseOptions): Promise<string> {
  const transcript = await readTranscript(options.input, { channel: options.channel ?? null });
  const parts = await loadParts();
  const model = await modelFrom(options.model, parts.content.models);
  const content = { ...parts.content, models: new Map([[model.id, model]]) };
  const people = authorsOf(transcript);
  const { messages } = transcript;
  const [programme] = content.programmes.keys();
  if (!programme) throw new InputError('prompts/programmes', 'holds no programme; put one there');
  const replayed = {
    id: 'analysis',
    topic: '',
    language:
      languageFrom(options.lang) ?? mostCommon(messages.flatMap((message) => message.lang ?? [])) ?? ('en' as const),
    timeZone: TIME_ZONE,
    modelId: model.id,
    programmeId: programme,
    startsOn: localDate(messages[0]?.at ?? new Date(0), TIME_ZONE),
    facilitators: [],
  };
  const { world, stage } = createReplayWorld(
    { ...parts, content },
    replayed,
    people,
    messages,
    await replayAnalyst(options.analyst, parts),
  );
  const inquiry = await runInquiry(world, stage, replayed, people, messages);
  for (const step of model.steps) await placeInSubThemes(world.flow, inquiry, step.key, 'now');
  await writeOneFile(options.out, await contributionsFile(world.flow, inquiry, messages));
  return `${messages.length} contributions labelled in ${options.out}`;
}

const modelFrom = async (name: string, models: ReadonlyMap<string, Model>): Promise<Model> =>
  /\.ya?ml$/.test(name) ? loadModelFile(name) : pickFrom('--model', 'models', models, name);

/** There is no people file here: the authors are who there is, and their roles do not matter to labels. */
const authorsOf = ({ messages }: Transcript): PersonRecord[] =>
  [...new Map(messages.map((message) => [message.author, message])).values()].map((message) => ({
    id: message.author,
    name: null,
    role: message.role ?? 'specialist',
    unit: message.unit ?? null,
    lang: message.lang ?? 'en',
    timeZone: null,
    absences: [],
    where: message.where,
  }));
