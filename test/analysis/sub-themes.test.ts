import { expect, test } from 'vitest';
import type { SubTheme } from '../../src/domain/theme.ts';
import type { Lang } from '../../src/domain/words.ts';
import type { Labelled } from '../../src/ports/analyst.ts';
import { analyst, labelled, model, say, setting } from './say.ts';

const step = 'interfaces';
const inStep = async (texts: [string, Lang, string, Partial<Labelled>?][]): Promise<Labelled[]> => {
  const said = await labelled(texts.map(([id, lang, text, more]) => say(id, lang, text, more)));
  return said.map((each, at) => ({
    ...each,
    subThemeId: texts[at]![3]?.subThemeId ?? null,
    label: { ...each.label, step },
  }));
};
const theme = (id: string, label: string, labelBy = 'lexical'): SubTheme => ({
  id,
  inquiryId: 'i',
  step,
  label,
  labelBy,
  mergedInto: null,
  history: [],
  createdAt: new Date(0),
});
const plan = (fresh: Labelled[], placed: Labelled[] = [], known: SubTheme[] = [], language: Lang = 'fi') =>
  analyst.subThemes({ ...setting, language, step, fresh, placed, known, weekly: true });

test('talk of the same thing in three languages meets in one sub-theme', async () => {
  const { placements, proposed } = await plan(
    await inStep([
      ['fi', 'fi', 'Puhelinvuorot pitää jakaa tasaisemmin.'],
      ['sv', 'sv', 'Telefonjouren borde delas jämnare.'],
      ['en', 'en', 'The phone rota should be fairer.'],
      ['other', 'fi', 'Viikkopalaveri venyy aina.'],
    ]),
  );
  expect(new Set([placements['fi'], placements['sv'], placements['en']]).size).toBe(1);
  expect(placements['other']).not.toBe(placements['fi']);
  expect(Object.keys(proposed)).toHaveLength(2);
});

test.each<[Lang, string]>([
  ['fi', 'Kuka tuuraa, kun joku on poissa'],
  ['sv', 'Vem täcker upp när någon är borta'],
  ['en', 'Who covers when someone is away'],
])('names are in the language of the inquiry: %s', async (language, name) => {
  const { proposed } = await plan(
    await inStep([['a', 'en', 'Nobody covers for me when I am on sick leave.']]),
    [],
    [],
    language,
  );
  expect(Object.values(proposed)).toEqual([name]);
});

test('a name takes up the words that several people used, as they wrote them', async () => {
  const fresh = await inStep([
    ['a', 'fi', 'Varahenkilöt puuttuvat kokonaan.'],
    ['b', 'fi', 'Nimetään varahenkilöt kesäksi.'],
  ]);
  expect(Object.values((await plan(fresh)).proposed)).toEqual(['Kuka tuuraa, kun joku on poissa: varahenkilöt']);
});

test('what comes later joins the sub-theme that is there', async () => {
  const placed = await inStep([['old', 'fi', 'Kuka tuuraa kesällä?', { subThemeId: 't1' }]]);
  const { placements, proposed } = await plan(
    await inStep([['new', 'en', 'Who covers for us on sick leave?']]),
    placed,
    [theme('t1', 'Kesätuuraukset', 'person:p1')],
  );
  expect(placements).toEqual({ new: 't1' });
  expect(proposed).toEqual({});
});

test('an answer goes where its thread is', async () => {
  const { placements } = await plan(
    await inStep([
      ['root', 'fi', 'Kuka tuuraa kesällä?'],
      ['answer', 'fi', 'Meillä tämä ratkesi vasta elokuussa.', { replyTo: 'root' }],
    ]),
  );
  expect(placements['answer']).toBe(placements['root']);
});

test('too many sub-themes are merged, but never one that a person named', async () => {
  const ids = Array.from({ length: 9 }, (_, at) => `t${at}`);
  const placed = await inStep(
    ids.flatMap((id, at) =>
      Array.from({ length: at + 1 }, (_, n): [string, Lang, string, Partial<Labelled>] => [
        `${id}-${n}`,
        'fi',
        `Asia numero ${at} puhuttaa`,
        { subThemeId: id },
      ]),
    ),
  );
  const { merges } = await plan(
    [],
    placed,
    ids.map((id) => theme(id, id, id === 't0' ? 'person:p1' : 'lexical')),
  );
  expect(merges.map(({ from }) => from)).toEqual(['t1', 't2']);
  for (const { into } of merges) expect(ids).toContain(into);
});

test('a plain name is made more telling once, a person’s name never', async () => {
  const placed = await inStep([
    ['a', 'fi', 'Varahenkilöt puuttuvat kokonaan.', { subThemeId: 't1' }],
    ['b', 'fi', 'Nimetään varahenkilöt kesäksi.', { subThemeId: 't1' }],
  ]);
  const plain = 'Kuka tuuraa, kun joku on poissa';
  expect((await plan([], placed, [theme('t1', plain)])).renames['t1']?.label).toBe(`${plain}: varahenkilöt`);
  expect((await plan([], placed, [theme('t1', `${plain}: varahenkilöt`)])).renames).toEqual({});
  expect((await plan([], placed, [theme('t1', plain, 'person:p1')])).renames).toEqual({});
});

test.each([
  ['Kuka tuuraa vahtimestaria perjantaisin?', 'Kuka tuuraa vahtimestaria perjantaisin'],
  [
    'Kuka tuuraa vahtimestaria perjantaisin, kun ovet pitäisi avata jo ennen kuutta?',
    'Kuka tuuraa vahtimestaria perjantaisin',
  ],
  [
    'Kuka tuuraa vahtimestaria perjantaisin silloin kun ovet pitäisi avata jo ennen kuutta?',
    'Kuka tuuraa vahtimestaria perjantaisin silloin kun ovet…',
  ],
])('a model whose concepts have no names gets names from people’s own words: %s', async (text, name) => {
  const bare = {
    ...model,
    steps: model.steps.map((each) => ({
      ...each,
      cues: each.cues.map(({ concept, fi, sv, en }) => ({ concept, fi, sv, en })),
    })),
  };
  const fresh = await inStep([['a', 'fi', text]]);
  const { proposed } = await analyst.subThemes({
    ...setting,
    model: bare,
    language: 'fi',
    step,
    fresh,
    placed: [],
    known: [],
    weekly: true,
  });
  expect(Object.values(proposed)).toEqual([name]);
});
