import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FakeOpenAi, startFakeOpenAi } from '../../support/fake-openai/index.ts';
import { createReadingBrain } from '../../support/reading-brain.ts';
import { matterOf, ordinaryTalk, replayWithModel, stepOfMatter } from './llm-world.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi({ brain: createReadingBrain({ step: stepOfMatter, matter: matterOf }) });
});
afterAll(() => fake.close());
beforeEach(() => fake.reset());

it('2,000 contributions in a week are each read by the model, and each is in the ledger', async () => {
  const talk = ordinaryTalk(2_000);
  const { labels, ledger, digest } = await replayWithModel(fake, talk, { everySeconds: 30 });
  for (const { id, text } of talk)
    expect(labels.get(id)).toMatchObject({ step: stepOfMatter(text), by: 'llm', provisional: false });
  expect(ledger).toEqual({ total: 2_000, themed: 2_000, none: 0, withheld: 0, withdrawn: 0, unprocessed: 0 });
  const themed = digest?.content.sections.flatMap((section) => section.subThemes.flatMap((each) => each.contributions));
  expect(new Set(themed).size).toBe(2_000);
}, 120_000);

it('a week in which nobody said anything gives a digest that says so, and asks the model for none', async () => {
  const { digest, ledger, posted } = await replayWithModel(fake, [], { people: ['ann', 'bo'] });
  expect(ledger.total).toBe(0);
  expect(digest?.content.sections).toEqual([]);
  expect(posted).toMatch(/nothing|no one|quiet/i);
  expect(fake.tally().byTask['claims']).toBeUndefined();
  expect(fake.tally().byTask['classify']).toBeUndefined();
});
