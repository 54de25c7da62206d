import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVerbatim } from '../../src/domain/grounding.ts';
import { KINDS, LANGUAGES, NONE, SIGNALS } from '../../src/domain/words.ts';
import type { Labelled, Utterance } from '../../src/ports/analyst.ts';
import { analyst, classify, labelled, model, say, setting } from './say.ts';

const STEPS = [...model.steps.map(({ key }) => key), NONE];
const CUES = model.steps
  .flatMap(({ cues }) => cues.flatMap(({ fi, sv, en }) => [...fi, ...sv, ...en]))
  .map((cue) => cue.replace(/[*!~=#.-]/g, ''));

/** Talk made of cue words, other words, marks and whatever else can stand in a text. */
const talk = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...CUES) },
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('kiitos', '?', '!', '\n- ', '”', '"', 'nurse-02', '👍🏽', '\u200B', 'אבג', '12,5'),
    ),
    { maxLength: 25 },
  )
  .map((words) => words.join(' '));

const batches: fc.Arbitrary<Utterance[]> = fc
  .array(
    fc.record({
      text: talk,
      lang: fc.constantFrom(...LANGUAGES),
      speaker: fc.constantFrom('a', 'b', 'c', null),
      answers: fc.nat(20),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ answers, ...each }, at) =>
      say(`u${at}`, each.lang, each.text, {
        speaker: each.speaker,
        replyTo: answers < at ? `u${answers}` : answers === 20 ? 'gone' : null,
      }),
    ),
  );

const placedOf = async (
  batch: Utterance[],
  step: string,
): Promise<{ own: Labelled[]; plan: Awaited<ReturnType<typeof analyst.subThemes>> }> => {
  const own = (await labelled(batch)).map((each) => ({ ...each, label: { ...each.label, step } }));
  const plan = await analyst.subThemes({
    ...setting,
    language: 'fi',
    step,
    fresh: own,
    placed: [],
    known: [],
    weekly: true,
  });
  return { own, plan };
};

describe('whatever people write', () => {
  test('each utterance gets one label, made of known words only', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (batch) => {
        const labels = await classify(batch);
        expect([...labels.keys()]).toEqual(batch.map(({ id }) => id));
        for (const { id, replyTo, speaker } of batch) {
          const label = labels.get(id)!;
          expect(STEPS).toContain(label.step);
          expect(KINDS).toContain(label.kind);
          for (const also of label.also) expect(STEPS.filter((step) => step !== label.step)).toContain(also);
          for (const signal of label.signals) expect(SIGNALS).toContain(signal);
          expect(label.confidence).toBeGreaterThanOrEqual(0);
          expect(label.confidence).toBeLessThanOrEqual(1);
          expect(label.why).toMatch(/\S/);
          const answered = batch.find((each) => each.id === replyTo);
          const toOneself = speaker !== null && answered?.speaker === speaker;
          expect(toOneself ? label.signals : []).toEqual([]);
          expect(label.buildsOn !== null).toBe(label.signals.includes('build'));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the same batch gets the same labels', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (batch) => {
        expect(await classify(structuredClone(batch))).toEqual(await classify(batch));
      }),
      { numRuns: 40 },
    );
  });

  test('everything fresh is placed, in proposed sub-themes that have a name, at most seven', async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.constantFrom(...model.steps.map(({ key }) => key)), async (batch, step) => {
        const { own, plan } = await placedOf(batch, step);
        expect(Object.keys(plan.placements).sort()).toEqual(own.map(({ id }) => id).sort());
        for (const place of Object.values(plan.placements)) expect(Object.keys(plan.proposed)).toContain(place);
        for (const label of Object.values(plan.proposed)) expect(label).toMatch(/\S/);
        expect(Object.keys(plan.proposed).length).toBeLessThanOrEqual(7);
      }),
      { numRuns: 100 },
    );
  });

  test('quotes stand in what they cite, letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.constantFrom(...model.steps.map(({ key }) => key)), async (batch, step) => {
        const { own } = await placedOf(batch, step);
        const { claims } = await analyst.summarise({
          ...setting,
          language: 'fi',
          step,
          contributions: own,
          subThemes: [],
        });
        const texts = new Map(own.map(({ id, text }) => [id, text]));
        for (const { text, citations, quotes } of claims) {
          for (const id of citations) expect(texts.has(id)).toBe(true);
          for (const quote of quotes) {
            expect(citations).toContain(quote.contribution);
            expect(isVerbatim(quote.text, texts.get(quote.contribution)!)).toBe(true);
            expect(text).toContain(quote.text);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('hostile input', () => {
  const LONG = 100_000;
  test.each([
    ['letters', 'a'.repeat(LONG)],
    ['one cue again and again', 'osaaminen '.repeat(LONG / 10)],
    ['beginnings of a phrase', 'kuka '.repeat(LONG / 5)],
    ['marks', '?!"”'.repeat(LONG / 4)],
    ['mentions', '@a-1 '.repeat(LONG / 5)],
    ['combining marks', 'e\u0301\u0323'.repeat(LONG / 3)],
    ['zero-width characters', '\u200B\u200D'.repeat(LONG / 2)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(LONG / 11)],
    ['right to left', '\u202Eאבגד מילה '.repeat(LONG / 11)],
    ['half of a pair', '\uD83D'.repeat(LONG)],
    ['line breaks', '\n- \n'.repeat(LONG / 4)],
    ['braces', '{people, plural, one {#} other {#}} <b>'.repeat(LONG / 40)],
    ['nothing', ''],
  ])('%s: 100,000 characters are read and placed', async (_, text) => {
    const [said] = await labelled([say('x', 'fi', text)]);
    expect(STEPS).toContain(said!.label.step);
    const step = model.steps[0]!.key;
    const fresh = [{ ...said!, label: { ...said!.label, step } }];
    const plan = await analyst.subThemes({
      ...setting,
      language: 'fi',
      step,
      fresh,
      placed: [],
      known: [],
      weekly: true,
    });
    expect(Object.keys(plan.placements)).toEqual(['x']);
    const { claims } = await analyst.summarise({
      ...setting,
      language: 'fi',
      step,
      contributions: fresh,
      subThemes: [],
    });
    for (const { quotes } of claims) for (const quote of quotes) expect(isVerbatim(quote.text, text)).toBe(true);
    expect(await analyst.reframe({ ...setting, language: 'fi', concern: fresh[0]! })).toMatch(/\?$/);
  });

  test('a cue hidden by invisible characters is found all the same', async () => {
    const [said] = await labelled([say('x', 'fi', 'Kuka tuu\u200Braa, kun joku on lo\u00ADmalla?')]);
    expect(said!.label.step).toBe('interfaces');
  });
});
