import { expect, test } from 'vitest';
import { groundClaims } from '../../src/domain/grounding.ts';
import type { SubTheme } from '../../src/domain/theme.ts';
import type { Lang } from '../../src/domain/words.ts';
import type { Labelled, Utterance } from '../../src/ports/analyst.ts';
import { analyst, labelled, model, say, setting } from './say.ts';

const step = 'interfaces';
const themes: SubTheme[] = [
  {
    id: 't1',
    inquiryId: 'i',
    step,
    label: 'Kuka tuuraa',
    labelBy: 'lexical',
    mergedInto: null,
    history: [],
    createdAt: new Date(0),
  },
];
const placed = async (batch: Utterance[]): Promise<Labelled[]> =>
  (await labelled(batch)).map((each) => ({ ...each, subThemeId: 't1', label: { ...each.label, step } }));
const summarise = async (contributions: Labelled[], language: Lang = 'fi') =>
  (await analyst.summarise({ ...setting, language, step, contributions, subThemes: themes })).claims;

const THREE = [
  say('a', 'fi', 'Kuka tuuraa, kun toimistosihteeri on lomalla?', { speaker: 'p1' }),
  say('b', 'sv', 'Vi saknar vikarier hela sommaren.', { speaker: 'p2' }),
  say('c', 'fi', 'Sijaisia ei ole.', { speaker: 'p1' }),
];

test('people are counted, not contributions', async () => {
  const [claim] = await summarise(await placed(THREE));
  expect(claim?.text).toContain('2 ihmistä');
  expect(claim?.citations).toEqual(['a', 'b', 'c']);
});

test.each<[Lang, RegExp]>([
  ['fi', /tästä puhui 2 ihmistä/],
  ['sv', /2 personer talade/],
  ['en', /2 people spoke/],
])('claims are in the language of the inquiry: %s', async (language, words) => {
  expect((await summarise(await placed(THREE), language))[0]?.text).toMatch(words);
});

test('a sentence that has to be cut shows it, and what is quoted of it is still letter for letter', async () => {
  const long = `Kukaan ei tuuraa, kun olen lomalla${', ja puhelin soi'.repeat(20)}`;
  const contributions = await placed([say('a', 'fi', long)]);
  const [claim] = await summarise(contributions);
  const quoted = claim?.quotes[0]?.text ?? '';
  expect(long.startsWith(quoted)).toBe(true);
  expect(claim?.text).toContain(`”${quoted}…”`);
  const labels = new Map(contributions.map((each) => [each.id, each.label]));
  const cited = contributions.map(({ id, text }) => ({
    id,
    text,
    status: 'live' as const,
    visibility: 'named' as const,
    participantId: 'p1',
  }));
  expect(groundClaims({ claims: claim ? [claim] : [], step, contributions: cited, labels }).dropped).toEqual([]);
});

test('claims hold when they are checked, anonymous ones and awkward labels included', async () => {
  const contributions = await placed([
    ...THREE,
    say('d', 'en', 'He said "no cover", and "that is that".', { speaker: null }),
    say('e', 'fi', 'Olen eri mieltä, tuuraus ei toimi näin.', { speaker: 'p3' }),
  ]);
  for (const label of ['Kuka tuuraa', '”Lainattu” nimi', 'Tuuraus 2031', "Kesän 'oma' juttu"]) {
    const { claims } = await analyst.summarise({
      ...setting,
      language: 'fi',
      step,
      contributions,
      subThemes: [{ ...themes[0]!, label }],
    });
    const { kept, dropped } = groundClaims({
      claims,
      step,
      contributions: contributions.map((each) => ({
        id: each.id,
        text: each.text,
        status: 'live',
        visibility: 'named',
        participantId: each.speaker,
      })),
      labels: new Map(contributions.map((each) => [each.id, each.label])),
      people: 9,
    });
    expect(dropped).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
  }
});

test('a view against the rest is kept', async () => {
  const contributions = await placed([
    ...THREE,
    say('d', 'fi', 'Olen eri mieltä, tuuraaja ei ratkaise tätä.', { speaker: 'p3' }),
  ]);
  const against = (await summarise(contributions)).find(({ text }) => text.includes('toista mieltä'));
  expect(against?.citations).toEqual(['d']);
});

test('nothing said, nothing claimed', async () => {
  expect(await summarise([])).toEqual([]);
});

test('a chain of building is a momentum, with what joined in it', async () => {
  const contributions = await labelled([
    say('a', 'fi', 'Kukaan ei tuuraa, kun olen lomalla.'),
    say('b', 'fi', 'Voisiko meillä olla tuurausparit?', { replyTo: 'a' }),
    say('c', 'sv', 'Jag kan göra en lista över paren till fredag.', { replyTo: 'b' }),
    say('z', 'fi', 'Kiitos!', { replyTo: 'a' }),
  ]);
  const [momentum, ...more] = await analyst.momentums({ ...setting, language: 'fi', contributions });
  expect(more).toEqual([]);
  expect(momentum?.contributions).toEqual(['a', 'b', 'c']);
  expect(momentum?.step).toBe('interfaces');
  expect(momentum?.summary).toContain('3 ihmisen');
});

test('what only resembles something said elsewhere joins no momentum', async () => {
  const contributions = await labelled([
    say('a', 'fi', 'Kukaan ei tuuraa, kun olen lomalla.'),
    say('b', 'fi', 'Voisiko meillä olla tuurausparit?', { replyTo: 'a' }),
    say('c', 'sv', 'Jag kan göra en lista över paren till fredag.', { replyTo: 'b' }),
    say('d', 'fi', 'Ehdotan pareja myös kokouksiin.'),
  ]);
  const last = contributions.at(-1)!;
  last.label = { ...last.label, signals: ['build'], buildsOn: 'b' };
  const [momentum] = await analyst.momentums({ ...setting, language: 'fi', contributions });
  expect(momentum?.contributions).toEqual(['a', 'b', 'c']);
});

test.each([
  ['one person alone', 'p1', 'p1'],
  ['thanks only', 'p1', 'p2'],
])('no momentum of %s', async (what, first, second) => {
  const text = what === 'thanks only' ? 'Kiitos!' : 'Voisiko meillä olla tuurausparit? Teen listan.';
  const contributions = await labelled([
    say('a', 'fi', 'Kukaan ei tuuraa.', { speaker: first }),
    say('b', 'fi', text, { speaker: second, replyTo: 'a' }),
    say('c', 'fi', text, { speaker: second, replyTo: 'b' }),
  ]);
  expect(await analyst.momentums({ ...setting, language: 'fi', contributions })).toEqual([]);
});

const concern = async (id: string, lang: Lang, text: string) => (await labelled([say(id, lang, text)], lang))[0]!;

test.each<[Lang, string, string]>([
  ['fi', 'Lomalla ei tuuraa kukaan ja työt seisovat.', 'työt sujuvat rauhassa'],
  ['sv', 'Ingen vikarierar när jag är på semester.', 'arbetet flyter på lugnt'],
  ['en', 'Nobody covers for me when I am on leave.', 'the work carries on calmly'],
])('a concern turns towards what is wished for: %s', async (language, text, wish) => {
  const question = await analyst.reframe({ ...setting, language, concern: await concern('x', language, text) });
  expect(question).toContain(wish);
  expect(question).toMatch(/\?$/);
});

test('different concerns get different questions, the same one the same', async () => {
  const ask = async (id: string) =>
    analyst.reframe({ ...setting, language: 'fi', concern: await concern(id, 'fi', 'Lomalla ei tuuraa kukaan.') });
  expect(new Set(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask))).size).toBeGreaterThan(1);
  expect(await ask('a')).toBe(await ask('a'));
});

test.each<Lang>(['fi', 'sv', 'en'])(
  'a model without wishes gets open questions, with at most four words of the concern: %s',
  async (language) => {
    const bare = {
      ...model,
      steps: model.steps.map((each) => ({
        ...each,
        cues: each.cues.map(({ concept, fi, sv, en }) => ({ concept, fi, sv, en })),
      })),
    };
    const said = await concern('x', 'fi', 'Lomalla ei tuuraa kukaan.');
    for (const id of ['a', 'b', 'c', 'd']) {
      const question = await analyst.reframe({ ...setting, model: bare, language, concern: { ...said, id } });
      expect(question).toMatch(/\?$/);
      const quoted = /[”“](.*?)”/.exec(question)?.[1] ?? '';
      expect(quoted.split(' ').length).toBeLessThanOrEqual(4);
      expect(said.text).toContain(quoted);
    }
  },
);

test('it costs nothing', () => {
  expect(analyst.usage()).toEqual({});
  expect(analyst.describe()).toBe('lexical');
});
