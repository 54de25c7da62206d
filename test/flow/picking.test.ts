import { describe, expect, it } from 'vitest';
import { createWorld, type InquiryOptions, PEOPLE, type World, type WorldOptions } from './world.ts';

const say = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');
const TOPIC = { topic: 'Our shared work' };

async function begun(inquiry: InquiryOptions = {}, options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  await world.begin(inquiry);
  await world.until('2026-03-02 09:00');
  return world;
}

/** In a second channel nothing runs, so Porras does not hear what is said there. */
const WITH_LOUNGE: WorldOptions = {
  channels: [{ id: 'kitchen', members: PEOPLE.map((each) => each.id) }, { id: 'lounge' }],
};
const inLounge = (world: World, who: string, text: string, threadRef?: string) =>
  world.say(who, text, { channel: world.platform.channel('lounge'), ...(threadRef && { threadRef }) });
const pick = (world: World, who: string, ref: string, purpose: 'add' | 'builds-on' = 'add') =>
  world.act(who, (hands) => hands.pick(ref, purpose));

describe('picking one’s own message', () => {
  it('brings it in with one’s name, under its own reference, and says so in private', async () => {
    const world = await begun({}, WITH_LOUNGE);
    const ref = await inLounge(world, 'bo', 'We tidied up.');
    await pick(world, 'bo', ref);
    expect(await world.store.contributions.find({})).toMatchObject([
      { text: 'We tidied up.', ref, visibility: 'named', via: 'channel', roundId: 'inquiry-r1' },
    ]);
    expect(world.lastTo('bo')).toBe(say(world, 'pick.added', TOPIC));
    expect(world.choicesOf('bo').map((each) => each.action)).toEqual(['correct', 'withdraw']);
    expect((await world.store.contributions.find({}))[0]?.labelledAt).not.toBeNull();
  });

  it('twice, or when it has been heard already, records it once and says so', async () => {
    const world = await begun({}, WITH_LOUNGE);
    const ref = await inLounge(world, 'bo', 'We tidied up.');
    await pick(world, 'bo', ref);
    await pick(world, 'bo', ref);
    expect(world.lastTo('bo')).toBe(say(world, 'pick.already'));
    const heard = await world.say('bo', 'In the kitchen.');
    await pick(world, 'bo', heard);
    expect(world.lastTo('bo')).toBe(say(world, 'pick.already'));
    expect(await world.store.contributions.count({})).toBe(2);
  });

  it('keeps its thread', async () => {
    const world = await begun();
    const root = await world.say('bo', 'We tidied up.');
    await world.command('anna', 'pause');
    const reply = await world.say('cia', 'And it shows.', { threadRef: root });
    await world.command('anna', 'resume');
    await pick(world, 'cia', reply);
    const [first] = await world.store.contributions.find({ ref: root });
    expect(await world.store.contributions.find({ ref: reply })).toMatchObject([{ replyTo: first?.id }]);
  });

  it('that was taken back does not bring it back', async () => {
    const world = await begun();
    const ref = await world.say('bo', 'We tidied up.');
    const [said] = await world.store.contributions.find({ ref });
    await world.command('bo', 'mine');
    await world.press('bo', 'withdraw', said?.id);
    await pick(world, 'bo', ref);
    expect(world.lastTo('bo')).toBe(say(world, 'pick.taken-back'));
    expect(await world.store.contributions.find({ ref })).toMatchObject([{ status: 'withdrawn', text: '' }]);
  });
});

describe('picking somebody else’s message', () => {
  it('asks its author in private, and records nothing until they say yes', async () => {
    const world = await begun({}, WITH_LOUNGE);
    const ref = await inLounge(world, 'bo', 'The *queue* is gone.');
    await pick(world, 'cia', ref);
    expect(world.lastTo('cia')).toBe(say(world, 'pick.asked', { name: 'Bo' }));
    expect(world.lastTo('bo')).toBe(
      [say(world, 'pick.ask', { ...TOPIC, name: 'Cia' }), '> The *queue* is gone.', say(world, 'pick.ask-how')].join(
        '\n\n',
      ),
    );
    expect(await world.store.contributions.count({})).toBe(0);
    await world.press('bo', 'pick-add');
    expect(await world.store.contributions.find({})).toMatchObject([
      { text: 'The *queue* is gone.', ref, visibility: 'named', participantId: 'inquiry/memory:person/bo' },
    ]);
    expect(world.lastTo('bo')).toBe(say(world, 'pick.added', TOPIC));
    expect(await world.store.picks.count({})).toBe(0);
  });

  it('and a no forgets the words, tells nobody, and is not asked about again', async () => {
    const world = await begun({}, WITH_LOUNGE);
    const ref = await inLounge(world, 'bo', 'The queue is gone.');
    await pick(world, 'cia', ref);
    const told = world.privately('cia').length;
    await world.press('bo', 'pick-leave');
    expect(world.lastTo('bo')).toBe(say(world, 'pick.left'));
    expect(world.privately('cia')).toHaveLength(told);
    expect(JSON.stringify(await world.rows())).not.toContain('The queue is gone.');
    await pick(world, 'dan', ref);
    expect(world.lastTo('dan')).toBe(say(world, 'pick.asked', { name: 'Bo' }));
    expect(world.privately('bo').filter((each) => each.choices.some((it) => it.action === 'pick-add'))).toHaveLength(1);
    await world.press('bo', 'pick-add');
    expect(world.lastTo('bo')).toBe(say(world, 'choice.expired'));
    expect(await world.store.contributions.count({})).toBe(0);
  });

  it('takes the words as they are when the author says yes, and forgets them with the message', async () => {
    const world = await begun({}, WITH_LOUNGE);
    const edited = await inLounge(world, 'bo', 'The qeue is gone.');
    await pick(world, 'cia', edited);
    await world.act('bo', (hands) => hands.edit(edited, 'The queue is gone.'));
    await world.press('bo', 'pick-add');
    expect(await world.store.contributions.find({})).toMatchObject([{ text: 'The queue is gone.' }]);
    const deleted = await inLounge(world, 'bo', 'Forget this.');
    await pick(world, 'cia', deleted);
    await world.act('bo', (hands) => hands.delete(deleted));
    await world.press('bo', 'pick-add');
    expect(await world.store.contributions.count({})).toBe(1);
    expect(JSON.stringify(await world.rows())).not.toContain('Forget this.');
  });

  it('and after two weeks without an answer the words are forgotten', async () => {
    const world = await begun({}, WITH_LOUNGE);
    await pick(world, 'cia', await inLounge(world, 'bo', 'The queue is gone.'));
    await world.until('2026-03-16 10:00');
    await world.flow.queue.add({ name: 'sweep' });
    await world.settle();
    expect(await world.store.picks.count({})).toBe(0);
  });

  it('asks also where the platform has not told who anybody is', async () => {
    const people = PEOPLE.map((each) => ({ ...each, name: '' }));
    const world = await begun({}, { ...WITH_LOUNGE, people });
    const ref = await inLounge(world, 'bo', 'The queue is gone.');
    await pick(world, 'cia', ref);
    expect(world.lastTo('cia')).toBe(say(world, 'pick.asked', { name: 'Someone' }));
    expect(world.lastTo('bo')).toContain(say(world, 'pick.ask', { ...TOPIC, name: 'Someone' }));
  });

  it('is for its author to answer, for nobody else', async () => {
    const world = await begun({}, WITH_LOUNGE);
    const ref = await inLounge(world, 'bo', 'The queue is gone.');
    await pick(world, 'cia', ref);
    for (const action of ['pick-add', 'pick-leave']) {
      await world.forge('dan', { type: 'choice-pressed', action, value: ref });
      expect(world.lastTo('dan')).toBe(say(world, 'choice.expired'));
    }
    expect(await world.store.contributions.count({})).toBe(0);
    expect(await world.store.picks.count({})).toBe(1);
  });
});

describe('a message that cannot be added is refused kindly, and nothing is kept', () => {
  const people = [...PEOPLE, { id: 'out', name: 'Out' }, { id: 'calendar', name: 'Calendar', isBot: true }];
  const world = () => begun({}, { ...WITH_LOUNGE, people });

  it.each([
    {
      what: 'a bot’s',
      key: 'pick.no-words',
      by: 'bo',
      ref: (it: World) => inLounge(it, 'calendar', 'Lunch at noon.'),
    },
    {
      what: 'Porras’s own',
      key: 'pick.no-words',
      by: 'bo',
      ref: async (it: World) => it.inChannel().at(-1)?.ref ?? '',
    },
    { what: 'one without words', key: 'pick.no-words', by: 'bo', ref: (it: World) => inLounge(it, 'bo', '  ') },
    {
      what: 'an outsider’s',
      key: 'pick.not-in-it',
      params: { name: 'Out' },
      by: 'bo',
      ref: (it: World) => inLounge(it, 'out', 'I looked in.'),
    },
    { what: 'by an outsider', key: 'no-inquiry-here', by: 'out', ref: (it: World) => inLounge(it, 'out', 'Hello.') },
    {
      what: 'while the inquiry pauses',
      key: 'inquiry-paused',
      by: 'bo',
      async ref(it: World) {
        await it.command('anna', 'pause');
        return it.say('bo', 'Meanwhile.');
      },
    },
  ])('$what', async ({ key, params = {}, by, ref }) => {
    const it = await world();
    await pick(it, by, await ref(it));
    expect(it.lastTo(by)).toBe(say(it, key, params));
    expect(it.refusals).toEqual([key]);
    expect(await it.store.contributions.count({})).toBe(0);
    expect(await it.store.picks.count({})).toBe(0);
  });
});

describe('"This builds on…"', () => {
  async function built(world: World, ref: string, text = 'We could do the same upstairs.'): Promise<void> {
    await pick(world, 'cia', ref, 'builds-on');
    await world.submit('cia', { text });
  }

  it('records one’s own words as a reply that builds on the message, whatever the analyst thinks', async () => {
    const world = await begun();
    world.analyst.script = { upstairs: { kind: 'idea', signals: ['thank'] } };
    const ref = await world.say('bo', 'We tidied up.');
    await built(world, ref);
    const [first] = await world.store.contributions.find({ ref });
    const [second] = await world.store.contributions.find({ ref: null });
    expect(second).toMatchObject({ visibility: 'named', via: 'channel', replyTo: first?.id, roundId: 'inquiry-r1' });
    const label = async () =>
      (await world.store.assignments.find({ contributionId: second?.id ?? '', supersededAt: null }))[0];
    expect(await label()).toMatchObject({ buildsOn: first?.id, signals: ['thank', 'build'], kind: 'idea' });
    await world.store.contributions.update({ id: second?.id ?? '' }, { labelledAt: null });
    await world.flow.queue.add({ name: 'assign-themes', inquiryId: 'inquiry' });
    await world.settle();
    expect(await label()).toMatchObject({ buildsOn: first?.id, signals: ['thank', 'build'] });
    expect(world.lastTo('cia')).toBe(say(world, 'build.done'));
  });

  it('shows them in the thread, where reactions to them count', async () => {
    const world = await begun();
    const ref = await world.say('bo', 'We tidied up.');
    await built(world, ref, 'We could\n*do* the same.');
    const shown = world.inChannel().at(-1);
    expect(shown).toMatchObject({ threadRef: ref, text: 'Cia builds on this:\n\n> We could\n> *do* the same.' });
    await world.act('dan', (hands) => hands.react(shown?.ref ?? '', '👏'));
    const [second] = await world.store.contributions.find({ ref: null });
    expect(await world.store.reactions.find({})).toMatchObject([{ contributionId: second?.id, emoji: '👏' }]);
  });

  it.each([
    { what: 'deleted', without: [], left: [] },
    { what: 'edited', without: ['delete'] as const, left: ['build.taken-back'] },
  ])('and taking them back takes them out of the thread ($what)', async ({ without, left }) => {
    const world = await begun({}, { without });
    const ref = await world.say('bo', 'We tidied up.');
    const before = world.inChannel().length;
    await built(world, ref, 'Take me back.');
    await world.press('cia', 'withdraw');
    expect(world.lastTo('cia')).toBe(say(world, 'withdraw.done'));
    expect(
      world
        .inChannel()
        .slice(before)
        .map((each) => each.text),
    ).toEqual(left.map((key) => say(world, key)));
    expect(JSON.stringify(await world.rows())).not.toContain('Take me back.');
  });

  it('on one’s own words is a reply, and no building on another', async () => {
    const world = await begun();
    const ref = await world.say('cia', 'We tidied up.');
    await built(world, ref);
    const [second] = await world.store.contributions.find({ ref: null });
    expect(second?.replyTo).not.toBeNull();
    expect(await world.store.assignments.find({ contributionId: second?.id ?? '' })).toMatchObject([
      { buildsOn: null, signals: [] },
    ]);
  });

  it('on what is not in the inquiry records one’s own words only', async () => {
    const world = await begun({}, WITH_LOUNGE);
    const ref = await inLounge(world, 'bo', 'The queue is gone.');
    await built(world, ref);
    expect(await world.store.contributions.find({})).toMatchObject([
      { text: 'We could do the same upstairs.', replyTo: null, roundId: 'inquiry-r1' },
    ]);
    expect(JSON.stringify(await world.rows())).not.toContain('The queue is gone.');
    // Nothing of the inquiry is said in a channel where it is not.
    expect(world.inChannel('lounge')).toEqual([]);
  });

  it('on Porras’s question is an answer to it', async () => {
    const world = await begun();
    const question = world.inChannel().at(-1)?.ref ?? '';
    await built(world, question);
    expect(await world.store.contributions.find({})).toMatchObject([{ roundId: 'inquiry-r1', replyTo: null }]);
    expect(world.inChannel().at(-1)).toMatchObject({ threadRef: question });
  });

  it.each([
    ['an empty answer', 'form.not-understood', { text: ' ' }],
    ['an inquiry that is not there', 'form.expired', { text: 'x' }, 'none'],
    ['no context that one can read', 'form.expired', { text: 'x' }, null],
  ])('with %s changes nothing', async (_, key, answers, inquiryId: string | null = 'inquiry') => {
    const world = await begun();
    const ref = await world.say('bo', 'We tidied up.');
    const context =
      inquiryId === null
        ? '{"inquiryId":1'
        : JSON.stringify({ inquiryId, ref, channel: world.platform.channel('kitchen') });
    await world.forge('cia', { type: 'form-submitted', formId: 'build-on', context, answers });
    expect(world.lastTo('cia')).toBe(say(world, key));
    expect(await world.store.contributions.count({})).toBe(1);
  });
});
