import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FAULTS, type FakeOpenAi, startFakeOpenAi } from '../../support/fake-openai/index.ts';
import { createReadingBrain } from '../../support/reading-brain.ts';
import { sweep } from '../../../src/flow/sweep.ts';
import { matterOf, ordinaryTalk, outcome, replayWithModel, stepOfMatter } from './llm-world.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi({ brain: createReadingBrain({ step: stepOfMatter, matter: matterOf }) });
});
afterAll(() => fake.close());
beforeEach(() => fake.reset());

const TALK = ordinaryTalk(20);

/** Somebody has to mend a setting first. */
const FINAL = new Set<string>(['out-of-quota', 'wrong-key', 'forbidden', 'unknown-model']);

/** Whatever happened: each contribution is stored once, has one label that holds, and is in the ledger once. */
function expectAllAccountedFor({
  contributions,
  assignments,
  ledger,
  digest,
}: Awaited<ReturnType<typeof replayWithModel>>) {
  expect(contributions.map((each) => each.id)).toEqual(TALK.map((each) => each.id));
  expect(assignments.map((each) => each.contributionId).sort()).toEqual(TALK.map((each) => each.id).sort());
  expect(ledger).toMatchObject({ total: TALK.length, unprocessed: 0 });
  const texts = new Map(TALK.map((each) => [each.id, each.text]));
  const claims = digest?.content.sections.flatMap((section) => section.claims) ?? [];
  for (const { citations, quotes } of claims) {
    for (const id of citations) expect(texts.has(id)).toBe(true);
    for (const quote of quotes) expect(texts.get(quote.contribution)).toContain(quote.text);
  }
}

describe('a model that does its work', () => {
  it('labels every contribution, names sub-themes, and has each claim read twice', async () => {
    const replay = await replayWithModel(fake, TALK);
    expectAllAccountedFor(replay);
    for (const { id, text } of TALK)
      expect(replay.labels.get(id)).toMatchObject({ step: stepOfMatter(text), by: 'llm', provisional: false });
    const sections = replay.digest?.content.sections ?? [];
    expect(sections.flatMap((section) => section.subThemes.map((each) => each.label)).sort()).toEqual([
      'learning in pairs',
      'the board folder',
      'the phone rota',
      'the travel form',
      'what customers expect',
    ]);
    expect(sections.flatMap((section) => section.claims).every((claim) => claim.verdict?.carried === 'yes')).toBe(true);
    expect(replay.digest?.content.by).toContain('classify 1');
    expect(replay.digest?.content.usage?.['claims']?.calls).toBe(5);
    expect(fake.tally().byTask['classify']?.calls).toBe(1);
  });
});

describe('a model that is wrong once', () => {
  it.each(FAULTS)('%s', async (fault) => {
    fake.script(fault);
    const replay = await replayWithModel(fake, TALK, { callTimeoutMs: 700 });
    expectAllAccountedFor(replay);
    // Once is not enough to make rules read what the model can read, unless asking again is of no use.
    const by = FINAL.has(fault) ? { by: 'lexical', provisional: true } : { by: 'llm', provisional: false };
    for (const assignment of replay.assignments) expect(assignment).toMatchObject(by);
  });
});

describe('a model that is always wrong', () => {
  it.each(FAULTS)('%s', async (fault) => {
    fake.faultWhen(() => fault);
    const replay = await replayWithModel(fake, TALK, { callTimeoutMs: 150 });
    expectAllAccountedFor(replay);
    expect(fake.tally().calls).toBeLessThan(120);
    expect(replay.assignments.filter(({ by, provisional }) => by === 'lexical' && !provisional)).toEqual([]);
  });
});

it('labels that stood in are done again when the model is back', async () => {
  fake.faultWhen(({ task }) => (task === 'classify' ? 'failing' : null));
  const replay = await replayWithModel(fake, TALK);
  expect(new Set(replay.assignments.map((each) => each.by))).toEqual(new Set(['lexical']));
  fake.reset();
  const { flow } = replay.world;
  await new Promise((resolve) => setTimeout(resolve, 5));
  await sweep(flow);
  await replay.world.queue.advanceTo(new Date(flow.clock.now().getTime() + 8 * 86_400_000));
  const after = await outcome(replay.world, replay.inquiry);
  expect(new Set(after.assignments.map((each) => each.by))).toEqual(new Set(['llm']));
});

it('a budget that is spent ends calls, not the inquiry', async () => {
  const replay = await replayWithModel(fake, TALK, { monthlyTokens: 1 });
  expectAllAccountedFor(replay);
  expect(fake.tally().calls).toBe(1);
  expect(replay.away).toContain('budget-spent');
});
