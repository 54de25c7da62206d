import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createOpenAiModel } from '../../../src/analysis/language-model/openai/create-openai-model.ts';
import { createAsker } from '../../../src/analysis/llm/asker.ts';
import { loadInstructions } from '../../../src/analysis/llm/instruction.ts';
import { followUpQuestion, observe, wordNudge } from '../../../src/analysis/llm/own-words.ts';
import { reframeWithModel } from '../../../src/analysis/llm/reframe-with-model.ts';
import { loadModelFile } from '../../../src/content/load-models.ts';
import type { Labelled, Setting } from '../../../src/ports/analyst.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../../support/fake-openai/index.ts';

let fake: FakeOpenAi;
let setting: Setting;
beforeAll(async () => {
  fake = await startFakeOpenAi();
  const model = await loadModelFile('prompts/models/value-co-creation.yaml');
  setting = { workspaceId: 'w', model, language: 'fi', names: ['Maija Mattila'] };
});
afterAll(() => fake.close());
beforeEach(() => fake.reset());

const asker = async () =>
  createAsker(
    {
      model: createOpenAiModel({ model: 'fake', baseUrl: fake.baseUrl, apiKey: 'k' }),
      instructions: await loadInstructions('prompts/instructions'),
      secret: 's',
    },
    setting,
  );

const label = {
  step: 'processes',
  also: [],
  cross: [],
  kind: 'concern',
  signals: [],
  buildsOn: null,
  confidence: 1,
  why: '',
} as const;
const said = (id: string, text: string): Labelled => ({
  id,
  speaker: 'p1',
  role: null,
  text,
  lang: 'fi',
  replyTo: null,
  question: null,
  label: { ...label, also: [], cross: [], signals: [] },
  subThemeId: null,
});

const NUDGE = { topic: 'Lomakkeet', question: 'Mikä sujui?', reason: 'never-yet', role: 'specialist' } as const;

it('takes a calm wording of a nudge, and nothing else', async () => {
  const wordings: [string, string | null][] = [
    ['Yksi pieni asia viikostasi riittää.', 'Yksi pieni asia viikostasi riittää.'],
    ['Nyt on sinun vuorosi!', null],
    ['Katso https://example.org ja vastaa.', null],
    ['@kaikki odottavat sinua.', null],
    [' ', null],
    ['pitkä '.repeat(100), null],
  ];
  for (const [text, expected] of wordings) {
    fake.setBrain(() => ({ text }));
    expect(await wordNudge({ ...setting, ...NUDGE }, await asker())).toBe(expected);
  }
});

it('takes a follow-up question that is one and grows from an answer', async () => {
  const answers = [said('a', 'Lomake täytetään kahdesti.')];
  const replies: [object, string | null][] = [
    [{ question: 'Mikä auttoi silloin, kun se sujui?', citations: [1] }, 'Mikä auttoi silloin, kun se sujui?'],
    [{ question: 'Mikä auttoi silloin, kun se sujui?', citations: [7] }, null],
    [{ question: 'Kertokaa lisää.', citations: [1] }, null],
  ];
  for (const [reply, expected] of replies) {
    fake.setBrain(() => reply);
    expect(
      await followUpQuestion({ ...setting, question: 'Mikä sujui?', contributions: answers }, answers, await asker()),
    ).toBe(expected);
  }
});

it('keeps notes of an observation that rest on something', async () => {
  const answers = [said('a', 'Lomake täytetään kahdesti.'), said('b', 'Yksi kerta riittäisi.')];
  fake.setBrain(() => ({
    value: [
      { text: 'Yksi ehdotti yhtä kertaa.', citations: [2, 1, 2] },
      { text: 'Kaikki olivat samaa mieltä.', citations: [9] },
    ],
    momentums: [],
    opposing: [],
    shared: [{ text: 'Katso http://example.org', citations: [1] }],
  }));
  const notes = await observe({ ...setting, question: 'Mikä sujui?', contributions: answers }, answers, await asker());
  expect(notes).toEqual({
    value: [{ text: 'Yksi ehdotti yhtä kertaa.', citations: ['b', 'a'] }],
    momentums: [],
    opposing: [],
    shared: [],
  });
});

it('takes a reframing that is a question', async () => {
  fake.setBrain(() => ({ questions: [{ n: 1, question: 'Milloin lomake on kulkenut kerralla?' }] }));
  expect(await reframeWithModel({ ...setting, concern: said('a', 'Lomake täytetään kahdesti.') }, await asker())).toBe(
    'Milloin lomake on kulkenut kerralla?',
  );
  fake.setBrain(() => ({ questions: [{ n: 2, question: 'Miksi?' }] }));
  expect(
    await reframeWithModel({ ...setting, concern: said('a', 'Lomake täytetään kahdesti.') }, await asker()),
  ).toBeNull();
});

it('sends no name, number or address of anybody, and explains the marks that stand for them', async () => {
  fake.setBrain(() => ({ questions: [{ n: 1, question: 'Mitä [PERSON1] toivoisi?' }] }));
  const concern = said('a', 'Maijalle ei soiteta, numero on 040 123 4567 ja posti maija@example.org.');
  const question = await reframeWithModel({ ...setting, concern }, await asker());
  const sent = fake.exchanges().at(-1)?.request;
  expect(sent?.data).not.toMatch(/maija|040|example/i);
  expect(sent?.instruction).toContain('[PERSON1]');
  expect(question).toContain('Maija');
});
