import { loadParts } from '../../src/assemble-flow.ts';
import { chooseAnalyst } from '../../src/choose-analyst.ts';
import { readConfig } from '../../src/config.ts';
import { addDays, atLocal } from '../../src/domain/local-time.ts';
import { assignThemes } from '../../src/flow/theme/assign-themes.ts';
import { composeDigest } from '../../src/flow/give-back/compose-digest.ts';
import { receiveEvent } from '../../src/flow/receive-event.ts';
import { systemClock } from '../../src/ports/clock.ts';
import { createReplayWorld } from '../../src/replay/replay-world.ts';
import { runInquiry } from '../../src/replay/run-inquiry.ts';
import type { VirtualWorld } from '../../src/replay/virtual-world.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import type { PersonRecord } from '../../src/transcripts/people/person-record.ts';
import type { TranscriptMessage } from '../../src/transcripts/transcript.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../support/fake-openai/index.ts';
import { createReadingBrain } from '../support/reading-brain.ts';
import { STEP_WORDS, syntheticText } from './synthetic-talk.ts';

const PEOPLE = 40;
const START = '2026-03-02';

/**
 * What a week of so many contributions costs with a language model, counted by the fake server: reading them, sub-themes
 * and one digest; what one more costs; and what a history ten times as long adds to the cost of a new week.
 */
export async function benchLlm(args: string[]): Promise<object> {
  const at = args.indexOf('--contributions');
  const contributions = at < 0 ? 1_000 : Number(args[at + 1]);
  const brain = createReadingBrain({
    step: stepOf,
    matter: (text) => text.split(' ').slice(-3).join(' ').replace(/[.?]$/, ''),
  });
  const fake = await startFakeOpenAi({ brain });
  try {
    const week = await costOf(fake, contributions, 0);
    const long = await costOf(fake, Math.ceil(contributions / 10), contributions);
    const longer = await costOf(fake, Math.ceil(contributions / 10), contributions * 10);
    return {
      contributions,
      calls: week.tally.calls,
      charsIn: week.tally.charsIn,
      charsOut: week.tally.charsOut,
      byTask: week.tally.byTask,
      oneMore: week.oneMore,
      tenfoldHistoryRatio: Math.round((longer.tally.charsIn / long.tally.charsIn) * 1000) / 1000,
    };
  } finally {
    await fake.close();
  }
}

const stepOf = (text: string): string =>
  Object.entries(STEP_WORDS).find(([, word]) => text.includes(word))?.[0] ?? 'none';

/** The cost of one week of `count` contributions after a history of `before`, and of one more after it. */
async function costOf(fake: FakeOpenAi, count: number, before: number) {
  const parts = await loadParts();
  const config = readConfig({ OPENAI_BASE_URL: fake.baseUrl, PORRAS_MODEL: 'fake' }).languageModel;
  const analyst = await chooseAnalyst({
    config,
    lexical: parts.lexical,
    store: createMemoryStore(),
    clock: systemClock,
    onAway: () => undefined,
  });
  const people = Array.from(
    { length: PEOPLE },
    (_, index): PersonRecord => ({
      id: `p${index}`,
      name: `Person ${index}`,
      role: 'specialist',
      unit: null,
      lang: 'en',
      timeZone: null,
      absences: [],
      where: '',
    }),
  );
  const history = talk(0, before, 0);
  const { world, stage } = createReplayWorld(parts, replayed, people, history, analyst);
  const inquiry = await runInquiry(world, stage, replayed, people, history);
  fake.reset();
  await hear(world, stage.channel, stage.person, talk(before, count, 8));
  await assignThemes(world.flow, inquiry.id);
  await composeDigest(world.flow, inquiry.id, { request: 'bench' });
  const tally = fake.tally();
  fake.reset();
  await hear(world, stage.channel, stage.person, talk(before + count, 1, 9));
  await assignThemes(world.flow, inquiry.id);
  const { calls, charsIn } = fake.tally();
  return { tally, oneMore: { calls, charsIn } };
}

const replayed = {
  id: 'bench',
  topic: 'How we work together',
  language: 'en' as const,
  timeZone: 'Europe/Helsinki',
  modelId: 'value-co-creation',
  programmeId: 'co-development',
  startsOn: START,
  facilitators: [],
};

/** So many contributions on one day of the inquiry. */
const talk = (from: number, count: number, day: number): TranscriptMessage[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${from + index}`,
    at: new Date(atLocal(addDays(START, day), '09:00', 'Europe/Helsinki').getTime() + index * 500),
    author: `p${(from + index) % PEOPLE}`,
    account: `p${(from + index) % PEOPLE}`,
    text: syntheticText(from + index),
    replyTo: null,
    reactions: [],
    raw: {},
    where: '',
  }));

async function hear(
  { flow, queue }: VirtualWorld,
  channel: string,
  person: (id: string) => string,
  messages: TranscriptMessage[],
): Promise<void> {
  for (const { id, at, author, text } of messages) {
    await queue.advanceTo(at);
    const by = { address: person(author), name: author, isBot: false };
    await receiveEvent(flow)({
      id,
      at,
      workspaceId: 'memory',
      type: 'message-posted',
      place: { channel, private: false },
      by,
      ref: id,
      threadRef: null,
      text,
    });
  }
  await queue.advanceTo(messages.at(-1)?.at ?? flow.clock.now());
}
