import { describe, expect, it } from 'vitest';
import { createWorld, PEOPLE, type World } from './world.ts';

const en = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');

const FORM = {
  topic: 'How we work',
  language: 'fi',
  programme: 'five-d',
  model: 'value-co-creation',
  startsOn: '2026-03-02',
  pace: '1',
  timeZone: 'Europe/Helsinki',
  quietFrom: '16:00',
  quietTo: '09:00',
};

async function draft(answers: Record<string, string> = {}, world?: World): Promise<World> {
  const made = world ?? (await createWorld());
  await made.command('anna', 'new');
  await made.submit('anna', { ...FORM, ...answers });
  return made;
}
const inquiries = (world: World) => world.store.inquiries.find({}, { by: 'createdAt' });

describe('an inquiry is made', () => {
  it('by a form in which all but the topic is filled in', async () => {
    const world = await createWorld();
    await world.command('anna', 'new');
    const form = world.platform.formFor('anna');
    const required = form?.fields.filter((each) => each.required && !each.initial).map((each) => each.name);
    expect(required).toEqual(['topic']);
    expect(form?.fields.map((each) => each.name)).toEqual([
      'topic',
      'language',
      'programme',
      'model',
      'startsOn',
      'pace',
      'timeZone',
      'quietFrom',
      'quietTo',
      'facilitators',
      'leaders',
      'supervisors',
      'stakeholders',
    ]);
    await world.submit('anna', Object.fromEntries(form?.fields.map((each) => [each.name, each.initial ?? '']) ?? []));
    expect(world.lastTo('anna')).toBe(en(world, 'create.no-topic'));
  });

  it('with a preview that says, in private, everything that Porras would say and when', async () => {
    const world = await draft();
    expect(world.inChannel()).toEqual([]);
    expect(world.privately('bo')).toEqual([]);
    const preview = world.lastTo('anna');
    expect(preview).toContain('How we work');
    for (const { questions } of world.flow.content.programmes.get('five-d')?.rounds ?? [])
      for (const id of questions) expect(preview).toContain(world.flow.content.questions.get(id)?.text.fi);
    expect(preview).toContain(en(world, 'preview.digest', { week: 5 }));
    expect(preview).toContain(en(world, 'preview.nothing-yet'));
    expect(world.choicesOf('anna').map((each) => each.action)).toEqual([
      'start-inquiry',
      'change-inquiry',
      'discard-inquiry',
    ]);
  });

  it('and starts when its author says so: people, roles, rounds, a welcome in the channel’s language', async () => {
    const people = (...ids: string[]) => ids.map((id) => `memory:person/${id}`).join(',');
    const world = await draft({
      facilitators: people('bo'),
      leaders: people('eva'),
      supervisors: people('fia', 'gus'),
      pace: '2',
    });
    await world.press('anna', 'start-inquiry');
    expect(await inquiries(world)).toMatchObject([
      {
        status: 'running',
        topic: 'How we work',
        language: 'fi',
        facilitators: ['memory:person/anna', 'memory:person/bo'],
        policy: { pace: 2, quietHours: { from: '16:00', to: '09:00' } },
      },
    ]);
    const roles = (await world.store.participants.find({}, { by: 'name' })).map((each) => [each.name, each.role]);
    expect(roles).toEqual([
      ['Anna', 'specialist'],
      ['Bo', 'specialist'],
      ['Cia', 'specialist'],
      ['Dan', 'specialist'],
      ['Eva', 'leader'],
      ['Fia', 'supervisor'],
      ['Gus', 'supervisor'],
    ]);
    expect(world.inChannel().map((each) => each.text)).toEqual([
      world.flow.content
        .say('fi', 'welcome', { topic: 'How we work', how: 'thread', sign: 'yes' })
        .replaceAll('**', ''),
    ]);
    const opens = (await world.store.rounds.find({}, { by: 'number' })).map((each) =>
      each.opensAt.toISOString().slice(0, 10),
    );
    // Easter Monday is a holiday.
    expect(opens).toEqual(['2026-03-02', '2026-03-16', '2026-03-30', '2026-04-13', '2026-04-27']);
    await world.until('2026-03-02 08:30');
    expect(world.inChannel()).toHaveLength(2);
  });

  it('can be changed: the form opens again with what was answered, and only the new plan can be started', async () => {
    const world = await draft({ leaders: 'memory:person/eva,memory:person/fia' });
    const [first] = await inquiries(world);
    await world.press('anna', 'change-inquiry');
    const initial = Object.fromEntries(
      world.platform.formFor('anna')?.fields.map((each) => [each.name, each.initial]) ?? [],
    );
    expect(initial).toMatchObject({ ...FORM, leaders: 'memory:person/eva,memory:person/fia' });
    await world.submit('anna', { ...initial, topic: 'How we rest' } as Record<string, string>);
    expect(await inquiries(world)).toMatchObject([{ topic: 'How we rest', status: 'draft' }]);
    await world.forge('anna', { type: 'choice-pressed', action: 'start-inquiry', value: first?.id ?? '' });
    expect(world.lastTo('anna')).toBe(en(world, 'choice.expired'));
    await world.press('anna', 'start-inquiry');
    expect(world.inChannel()[0]?.text).toContain('How we rest');
  });

  it('can be discarded, and nothing was said to anyone', async () => {
    const world = await draft();
    await world.press('anna', 'discard-inquiry');
    expect(world.lastTo('anna')).toBe(en(world, 'create.discarded'));
    expect(await inquiries(world)).toEqual([]);
    await world.press('anna', 'start-inquiry');
    expect(world.lastTo('anna')).toBe(en(world, 'choice.expired'));
    expect(world.inChannel()).toEqual([]);
  });

  it('once, however often start is pressed', async () => {
    const world = await draft();
    await world.press('anna', 'start-inquiry');
    await world.press('anna', 'start-inquiry');
    await world.until('2026-03-02 09:00');
    expect(world.inChannel()).toHaveLength(2);
    expect(await world.store.rounds.count({})).toBe(5);
  });

  it.each([
    ['no topic', { topic: ' \n ' }, 'create.no-topic'],
    ['a day that has passed', { startsOn: '2026-03-01' }, 'create.bad-start'],
    ['a day that is none', { startsOn: '2026-13-01' }, 'create.bad-start'],
    ['a time zone that is none', { timeZone: 'Europe/Atlantis' }, 'create.bad-time-zone'],
    ['an offset for a time zone', { timeZone: '+02:00' }, 'create.bad-time-zone'],
    ['a programme that is none', { programme: '__proto__' }, 'form.expired'],
    ['a model that is none', { model: '../secret' }, 'form.expired'],
  ])('not with %s', async (_, answers, key) => {
    const world = await draft(answers);
    expect(world.lastTo('anna')).toBe(en(world, key));
    expect(await inquiries(world)).toEqual([]);
    expect(world.warnings).toEqual([]);
  });

  it.each([
    ['a pace that is not offered', { pace: '1e9' }, { policy: { pace: 1 } }],
    [
      'quiet hours that are none',
      { quietFrom: '25:00', quietTo: 'x' },
      { policy: { quietHours: { from: '17:00', to: '08:00' } } },
    ],
    ['a language that it does not speak', { language: 'tlh' }, { language: 'en' }],
    ['a topic of a thousand words', { topic: 'word '.repeat(1_000) }, {}],
    [
      'people who are not in the channel',
      { facilitators: 'memory:person/nobody,evil:person/x' },
      { facilitators: ['memory:person/anna'] },
    ],
  ])('with %s as if that had not been said', async (_, answers, expected) => {
    const world = await draft(answers);
    const [made] = await inquiries(world);
    expect(made).toMatchObject(expected);
    expect(made?.topic.length).toBeLessThanOrEqual(200);
  });

  it('not when its day has passed before start was pressed', async () => {
    const world = await draft();
    await world.until('2026-03-05 10:00');
    await world.press('anna', 'start-inquiry');
    expect(world.lastTo('anna')).toBe(en(world, 'create.bad-start'));
    expect(await inquiries(world)).toMatchObject([{ status: 'draft' }]);
  });

  it('in a channel, and one at a time in each', async () => {
    const world = await draft();
    await world.command('anna', 'new', { private: true });
    expect(world.lastTo('anna')).toBe(en(world, 'create.in-channel'));
    await world.command('bo', 'new');
    await world.submit('bo', { ...FORM, topic: 'Second' });
    await world.press('anna', 'start-inquiry');
    await world.press('bo', 'start-inquiry');
    const already = en(world, 'create.already', { topic: 'How we work' });
    const inFinnish = world.flow.content.say('fi', 'create.already', { topic: 'How we work' });
    expect([already, inFinnish]).toContain(world.lastTo('bo'));
    expect((await inquiries(world)).map((each) => each.status).sort()).toEqual(['draft', 'running']);
    await world.command('cia', 'new');
    expect([already, inFinnish]).toContain(world.lastTo('cia'));
    expect(world.platform.formFor('cia')).toBeNull();
  });

  it('not for a channel that one is not in, or that is not there, whatever the form says', async () => {
    const world = await createWorld({
      channels: [
        { id: 'kitchen', members: PEOPLE.map(({ id }) => id) },
        { id: 'board-room', members: ['eva'] },
      ],
    });
    for (const context of [
      'memory:channel/board-room',
      'memory:channel/nowhere',
      'slack:channel/x',
      '',
      'x'.repeat(900),
    ]) {
      await world.forge('anna', { type: 'form-submitted', formId: 'create-inquiry', context, answers: FORM });
      expect(world.lastTo('anna')).toBe(en(world, 'not-allowed'));
    }
    expect(await inquiries(world)).toEqual([]);
    expect(world.warnings).toEqual([]);
  });
});
