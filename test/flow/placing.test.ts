import { describe, expect, it } from 'vitest';
import { placeInSubThemes } from '../../src/flow/theme/place-in-sub-themes.ts';
import { readBoard } from '../../src/flow/give-back/read-board.ts';
import { createWorld, type World } from './world.ts';

const en = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params);

async function talk(): Promise<World> {
  const world = await createWorld();
  world.analyst.script = { customers: { step: 'needs' } };
  await world.begin();
  await world.until('2026-03-02 09:00');
  await world.say('bo', 'The customers asked for this.', { ref: 'one' });
  await world.say('cia', 'We shortened the form.', { ref: 'two' });
  return world;
}
const idOf = async (world: World, ref: string) => (await world.store.contributions.find({ ref }))[0]?.id ?? '';
const current = async (world: World, ref: string) =>
  (await world.store.assignments.find({ contributionId: await idOf(world, ref), supersededAt: null }))[0];

async function move(world: World, who: string, ref: string, step: string): Promise<void> {
  await world.command(who, 'move');
  await world.submit(who, { contribution: await idOf(world, ref), step });
}

describe('"this belongs elsewhere"', () => {
  it('moves it at once, for anyone of the group, and keeps where it was as history', async () => {
    const world = await talk();
    await move(world, 'dan', 'one', 'processes');
    expect(await current(world, 'one')).toMatchObject({
      step: 'processes',
      by: 'person:inquiry/memory:person/dan',
      confidence: 1,
      subThemeId: 'inquiry-processes-1',
    });
    const history = await world.store.assignments.find({ contributionId: await idOf(world, 'one') });
    expect(history.map((each) => [each.step, each.supersededAt === null])).toEqual([
      ['needs', false],
      ['processes', true],
    ]);
    const board = await readBoard(world.flow, 'inquiry');
    expect(board?.steps.find((step) => step.key === 'processes')).toMatchObject({ weight: 2 });
    expect(world.lastTo('dan')).toContain('processes');
  });

  it('survives an edit, a new reading and an analyst that insists; what the person did not say is renewed', async () => {
    const world = await talk();
    await move(world, 'dan', 'one', 'processes');
    world.analyst.script = { customers: { step: 'needs', kind: 'story', signals: ['thank'] } };
    await world.later(60_000);
    await world.act('bo', (hands) => hands.edit('one', 'The customers thanked us for this.'));
    expect(await current(world, 'one')).toMatchObject({
      step: 'processes',
      by: 'person:inquiry/memory:person/dan',
      confidence: 1,
      kind: 'story',
      signals: ['thank'],
    });
    world.analyst.subThemes = async ({ placed }) => ({
      placements: Object.fromEntries(placed.map(({ id }) => [id, 'new'])),
      proposed: { new: 'Another name' },
      renames: {},
      merges: [],
    });
    const inquiry = await world.inquiry();
    await world.say('eva', 'One more about forms.');
    await placeInSubThemes(world.flow, inquiry, 'processes', 'now');
    expect(await current(world, 'one')).toMatchObject({ subThemeId: 'inquiry-processes-1' });
  });

  it('never has two sub-themes of one name in a step', async () => {
    const world = await createWorld();
    await world.begin();
    await world.say('eva', 'One about forms.');
    await world.say('bo', 'Two about forms.');
    const inquiry = await world.inquiry();
    world.analyst.subThemes = async ({ placed }) => ({
      placements: Object.fromEntries(placed.map(({ id }, index) => [id, index === 0 ? 'a' : 'b'])),
      proposed: { a: 'Shorter forms', b: 'shorter forms' },
      renames: {},
      merges: [],
    });
    await placeInSubThemes(world.flow, inquiry, 'processes', 'weekly');
    const names = (await world.flow.store.subThemes.find({ step: 'processes' })).map((each) => each.label);
    expect(names.filter((name) => name.toLowerCase() === 'shorter forms')).toEqual(['Shorter forms']);
  });

  it('can be said before anything was read; the rest is read then', async () => {
    const world = await createWorld({ flow: { labelAfterMs: 3_600_000 } });
    world.analyst.script = { customers: { step: 'needs', kind: 'story' } };
    await world.begin();
    await world.until('2026-03-02 09:00');
    await world.say('bo', 'The customers asked for this.', { ref: 'one' });
    await move(world, 'bo', 'one', 'interfaces');
    await world.later(2 * 3_600_000);
    expect(await current(world, 'one')).toMatchObject({ step: 'interfaces', kind: 'story', confidence: 1 });
  });

  it('can be "none of these", and be corrected by the next person', async () => {
    const world = await talk();
    await move(world, 'dan', 'one', 'none');
    expect((await readBoard(world.flow, 'inquiry'))?.none).toHaveLength(1);
    await move(world, 'eva', 'one', 'needs');
    expect(await current(world, 'one')).toMatchObject({ step: 'needs', by: 'person:inquiry/memory:person/eva' });
    expect(await world.store.assignments.count({ supersededAt: null })).toBe(2);
  });

  it('to a step that the model does not have changes nothing', async () => {
    const world = await talk();
    await move(world, 'dan', 'one', 'constructor');
    expect(world.lastTo('dan')).toBe(en(world, 'form.expired'));
    expect(await current(world, 'one')).toMatchObject({ step: 'needs' });
  });
});

describe('sub-themes', () => {
  const fix = async (world: World, who: string, answers: Record<string, string>) => {
    await world.command(who, 'themes');
    await world.submit(who, answers);
  };
  const subTheme = (world: World, id: string) => world.store.subThemes.get(`inquiry-${id}`);

  it('get a better name, which an analyst does not take away', async () => {
    const world = await talk();
    await fix(world, 'dan', { subTheme: 'inquiry-processes-1', label: '  Shorter \n forms ' });
    expect(await subTheme(world, 'processes-1')).toMatchObject({
      label: 'Shorter forms',
      labelBy: 'person:inquiry/memory:person/dan',
    });
    world.analyst.subThemes = async ({ known }) => ({
      placements: {},
      proposed: {},
      renames: Object.fromEntries(known.map(({ id }) => [id, { label: 'Mine', why: 'better' }])),
      merges: [],
    });
    await world.say('eva', 'One more about forms.');
    await world.until('2026-03-06 16:00');
    expect(await subTheme(world, 'processes-1')).toMatchObject({ label: 'Shorter forms' });
    expect((await subTheme(world, 'processes-1'))?.history.map((each) => each.what)).toEqual([
      'proposed as "All about processes"',
      'renamed to "Shorter forms": a person said so',
    ]);
  });

  it('are merged within their step, with what was in them', async () => {
    const world = await talk();
    world.analyst.subThemes = async ({ fresh }) => ({
      placements: Object.fromEntries(fresh.map(({ id }) => [id, 'new'])),
      proposed: { new: 'Queues' },
      renames: {},
      merges: [],
    });
    await world.say('eva', 'The queue is gone.', { ref: 'three' });
    expect(await current(world, 'three')).toMatchObject({ subThemeId: 'inquiry-processes-2' });
    await fix(world, 'dan', { subTheme: 'inquiry-processes-2', into: 'inquiry-processes-1', label: 'Smoother' });
    expect(await current(world, 'three')).toMatchObject({ subThemeId: 'inquiry-processes-1' });
    expect(await subTheme(world, 'processes-2')).toMatchObject({ mergedInto: 'inquiry-processes-1' });
    const into = await subTheme(world, 'processes-1');
    expect(into).toMatchObject({ label: 'Smoother', mergedInto: null });
    expect(into?.history.map((each) => each.what)).toEqual([
      'proposed as "All about processes"',
      'took in "Queues"',
      'renamed to "Smoother": a person said so',
    ]);
    expect(world.lastTo('dan')).toBe(en(world, 'theme.merged', { label: 'Smoother' }));
  });

  it.each([
    ['into another step', { subTheme: 'inquiry-processes-1', into: 'inquiry-needs-1' }, 'theme.other-step'],
    ['into itself', { subTheme: 'inquiry-processes-1', into: 'inquiry-processes-1' }, 'theme.other-step'],
    ['into what does not exist', { subTheme: 'inquiry-processes-1', into: 'inquiry-processes-9' }, 'theme.other-step'],
    ['without a change', { subTheme: 'inquiry-processes-1' }, 'theme.unchanged'],
    ['that do not exist', { subTheme: 'nope', label: 'Name' }, 'not-allowed'],
  ])('stay as they are when merged %s', async (_, answers, key) => {
    const world = await talk();
    const before = await world.store.subThemes.find({});
    await fix(world, 'dan', answers);
    expect(world.lastTo('dan')).toBe(en(world, key));
    expect(await world.store.subThemes.find({})).toEqual(before);
  });
});
