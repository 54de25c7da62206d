import { loadParts } from '../../../src/assemble-flow.ts';
import { createOpenAiModel } from '../../../src/analysis/language-model/openai/create-openai-model.ts';
import { createResilientModel } from '../../../src/analysis/language-model/resilience/create-resilient-model.ts';
import { createUsageMeter } from '../../../src/analysis/language-model/resilience/usage-meter.ts';
import { loadAbsurdities } from '../../../src/analysis/llm/absurdities.ts';
import { loadInstructions } from '../../../src/analysis/llm/instruction.ts';
import { createLlmAnalyst } from '../../../src/analysis/llm/llm-analyst.ts';
import type { Inquiry } from '../../../src/domain/inquiry.ts';
import { ledgerOf } from '../../../src/domain/ledger.ts';
import { createReplayWorld } from '../../../src/replay/replay-world.ts';
import { runInquiry } from '../../../src/replay/run-inquiry.ts';
import type { VirtualWorld } from '../../../src/replay/virtual-world.ts';
import type { PersonRecord } from '../../../src/transcripts/people/person-record.ts';
import type { TranscriptMessage } from '../../../src/transcripts/transcript.ts';
import type { FakeOpenAi } from '../../support/fake-openai/index.ts';

export interface Told {
  id: string;
  author: string;
  text: string;
  replyTo?: string;
}

const START = Date.parse('2026-03-02T07:00:00Z');

/** A small inquiry read by the language model behind a fake server; waits take no time, so that faults are quick. */
export async function replayWithModel(
  fake: FakeOpenAi,
  told: Told[],
  options: { monthlyTokens?: number; callTimeoutMs?: number; everySeconds?: number; people?: string[] } = {},
) {
  const parts = await loadParts();
  const meter = createUsageMeter();
  const away: string[] = [];
  let spent = 0;
  const book = {
    spent: async () => spent,
    add: async (_workspace: string, _month: string, tokens: number) => void (spent += tokens),
  };
  const model = createResilientModel(createOpenAiModel({ model: 'fake', baseUrl: fake.baseUrl, apiKey: 'k' }), {
    meter,
    callTimeoutMs: options.callTimeoutMs ?? 2_000,
    backoff: { attempts: 3, baseMs: 1, longestMs: 5 },
    breaker: { failures: 6, restMs: 1 },
    budget: { book, monthlyTokens: options.monthlyTokens ?? null },
  });
  const analyst = createLlmAnalyst({
    model,
    lexical: parts.lexical,
    instructions: await loadInstructions('prompts/instructions'),
    examplesDir: 'prompts/examples',
    absurdities: await loadAbsurdities('prompts/controls.yaml'),
    secret: 'a secret of this test',
    isAvailable: () => model.isAvailable(),
    usage: () => meter.byTask(),
    onAway: (code) => away.push(code),
  });
  const people = (options.people ?? [...new Set(told.map((each) => each.author))]).map(
    (id): PersonRecord => ({
      id,
      name: id,
      role: 'specialist',
      unit: null,
      lang: 'en',
      timeZone: null,
      absences: [],
      where: '',
    }),
  );
  const messages = told.map(
    (each, index): TranscriptMessage => ({
      id: each.id,
      at: new Date(START + index * (options.everySeconds ?? 60) * 1_000),
      author: each.author,
      account: each.author,
      text: each.text,
      replyTo: each.replyTo ?? null,
      reactions: [],
      raw: {},
      where: '',
    }),
  );
  const replayed = {
    id: 'inq',
    topic: 'How we work',
    language: 'en' as const,
    timeZone: 'Europe/Helsinki',
    modelId: 'value-co-creation',
    programmeId: 'co-development',
    startsOn: '2026-03-02',
    facilitators: [],
  };
  const { world, stage } = createReplayWorld(parts, replayed, people, messages, analyst);
  const inquiry = await runInquiry(world, stage, replayed, people, messages);
  return { world, inquiry, away, ...(await outcome(world, inquiry)) };
}

/** What is in the store and in the channel afterwards. */
export async function outcome({ flow }: VirtualWorld, inquiry: Inquiry) {
  const { id: inquiryId } = inquiry;
  const contributions = await flow.store.contributions.find({ inquiryId }, { by: 'sentAt' });
  const assignments = await flow.store.assignments.find({ inquiryId, supersededAt: null });
  const digests = await flow.store.digests.find({ inquiryId }, { by: 'at' });
  const posted = (await flow.store.deliveries.find({ inquiryId, status: 'sent' }))
    .map((each) => each.message.markdown)
    .join('\n');
  return {
    contributions,
    assignments,
    labels: new Map(assignments.map((each) => [each.contributionId, each])),
    ledger: ledgerOf({ contributions, assignments }),
    digest: digests.at(-1),
    posted,
  };
}

const MATTERS = ['the phone rota', 'the board folder', 'the travel form', 'what customers expect', 'learning in pairs'];

/** Ordinary talk of a week, with a matter in each text. */
export const ordinaryTalk = (count: number): Told[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${index + 1}`,
    author: `person-${(index % 6) + 1}`,
    text: `${['Last week', 'In our team', 'As I see it', 'On Mondays'][index % 4]} ${MATTERS[index % MATTERS.length]} took ${index + 3} minutes of my time.`,
  }));

export const matterOf = (text: string): string => MATTERS.find((matter) => text.includes(matter)) ?? 'the rest';

export const stepOfMatter = (text: string): string =>
  ({
    'the phone rota': 'interfaces',
    'the board folder': 'information',
    'the travel form': 'processes',
    'what customers expect': 'needs',
    'learning in pairs': 'competence',
  })[matterOf(text)] ?? 'none';
