import { describe, expect, it } from 'vitest';
import { hashCode } from '../../src/domain/join-code.ts';
import { PorrasError } from '../../src/errors.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { codeIn, twoPlaces, type TwoPlaces, YARD } from './support/two-places.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const say = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');
const TOPIC = { topic: 'Our shared work' };
const isQuestion = (each: { choices: { action: string }[] }): boolean =>
  each.choices.some(({ action }) => action === 'answer-privately');
/** Everything but what was said and what came in. */
async function stateOf(world: World): Promise<string> {
  const { deliveries: _, events: __, people: ___, ...rows } = await world.rows();
  return JSON.stringify(rows);
}

describe('a code to join', () => {
  it('is told to a facilitator alone, and only its hash is kept', async () => {
    const world = await twoPlaces();
    const before = world.platform.messages().length;
    const code = await world.code();
    expect(world.lastTo('anna')).toBe(say(world, 'connect.code', { ...TOPIC, code }));
    expect(world.platform.messages()).toHaveLength(before + 1);
    expect(await world.store.joinCodes.find({})).toMatchObject([
      { id: hashCode(code), inquiryId: 'inquiry', usedBy: null },
    ]);
    const kept = JSON.stringify(await world.rows()).toUpperCase();
    for (const form of [code, code.replaceAll('-', '')]) expect(kept).not.toContain(form);
  });

  it('comes in private too, and another each time', async () => {
    const world = await twoPlaces();
    const first = await world.code();
    await world.tell('anna', 'connect');
    const second = codeIn(world.lastTo('anna'));
    expect(second).not.toBe(first);
    expect(await world.store.joinCodes.count({})).toBe(2);
  });

  it('is not given to who does not facilitate, while the inquiry pauses, or where there is none', async () => {
    const world = await twoPlaces();
    await world.command('bo', 'connect');
    expect(world.lastTo('bo')).toBe(say(world, 'facilitators-only'));
    await world.thereCommand('xia', 'connect');
    expect(world.toldThere('xia')).toEqual([say(world, 'connect.no-code')]);
    await world.command('anna', 'pause');
    await world.command('anna', 'connect');
    expect(world.lastTo('anna')).toBe(say(world, 'connect.paused'));
    expect(await world.store.joinCodes.count({})).toBe(0);
  });

  it('that was never used is forgotten after an hour, a used one after a day', async () => {
    const world = await twoPlaces();
    await world.code();
    await world.connect();
    await world.later(59 * 60_000);
    await sweep(world.flow);
    expect(await world.store.joinCodes.count({})).toBe(2);
    await world.later(60_000);
    await sweep(world.flow);
    expect((await world.store.joinCodes.find({})).map((each) => each.usedBy !== null)).toEqual([true]);
    await world.later(23 * 3_600_000);
    await sweep(world.flow);
    expect(await world.store.joinCodes.count({})).toBe(0);
  });
});

describe('a channel that joins by a code', () => {
  it('is in the inquiry, greeted and asked what is open, as at its beginning', async () => {
    const world = await twoPlaces();
    await world.connect();
    const gate = world.yard.channel('gate');
    expect((await world.inquiry()).channels).toEqual([world.platform.channel('kitchen'), gate]);
    expect(await world.store.channels.get(gate)).toMatchObject({
      workspaceId: 'yard:works',
      name: 'The gate',
      inquiryId: 'inquiry',
    });
    const [welcome, question, ...more] = world.saidThere();
    expect(more).toEqual([]);
    expect(welcome?.text).toContain(world.inChannel()[0]?.text.split('\n')[0]);
    expect(welcome?.text).toContain(say(world, 'welcome.shared'));
    expect(question?.text).toBe(world.inChannel().find(isQuestion)?.text);
    expect(world.saidThere('shed')).toEqual([]);
  });

  it('brings its people, each in the language and time zone that are theirs', async () => {
    const world = await twoPlaces({ inquiry: { language: 'fi' } });
    await world.connect();
    const people = await world.store.participants.find({});
    expect(people).toHaveLength(PEOPLE.length + YARD.length);
    const byPerson = new Map(people.map((each) => [each.person, each]));
    expect(byPerson.get(world.yard.person('zoe'))).toMatchObject({
      name: 'Zoe',
      role: 'specialist',
      lang: 'fi',
      timeZone: 'Europe/Helsinki',
      leftAt: null,
    });
    expect(byPerson.get(world.yard.person('yves'))).toMatchObject({ lang: 'sv', timeZone: 'Europe/Stockholm' });
  });

  it('makes who brought it a facilitator, who is told so; the others learn which channel it is', async () => {
    const world = await twoPlaces({ inquiry: { facilitators: ['anna', 'bo'] } });
    await world.connect();
    expect((await world.inquiry()).facilitators).toEqual([
      world.platform.person('anna'),
      world.platform.person('bo'),
      world.yard.person('xia'),
    ]);
    expect(world.toldThere('xia')).toEqual([say(world, 'connect.done', TOPIC)]);
    const joined = say(world, 'connect.joined', { ...TOPIC, known: 'yes', channel: 'The gate', name: 'Xia' });
    for (const who of ['anna', 'bo']) expect(world.lastTo(who)).toBe(joined);
    expect(joined).toContain('The gate');
    expect(world.privately('cia')).toEqual([]);
    expect(world.inChannel().at(-1)?.text).toBe(say(world, 'connect.another', TOPIC));
    await world.thereCommand('xia', 'pause');
    expect(await world.inquiry()).toMatchObject({ status: 'paused' });
    for (const last of [world.inChannel().at(-1), world.saidThere().at(-1)])
      expect(last?.text).toBe(say(world, 'inquiry.paused', TOPIC));
    await world.thereCommand('zoe', 'resume');
    expect(world.toldThere('zoe').at(-1)).toBe(say(world, 'facilitators-only'));
  });

  it('whose name is not known is told of all the same', async () => {
    const world = await twoPlaces();
    world.yard.channelInfo = async () => ({ name: null, isMember: true });
    await world.connect();
    expect(world.lastTo('anna')).toBe(
      say(world, 'connect.joined', { ...TOPIC, known: 'no', channel: '', name: 'Xia' }),
    );
  });

  it('thinks along from then on: one talk, one set of themes, one digest', async () => {
    const world = await twoPlaces();
    await world.connect();
    await world.say('bo', 'We made the form shorter.');
    await world.there('yves', (hands) => hands.post('The gate opens by itself now.'));
    await world.there('zoe', (hands) => hands.post('Nobody knows who has the key.', { private: true }));
    await world.until('2026-03-09 09:00');
    const digests = [world.inChannel(), world.saidThere()].map((each) => each.find(({ picture }) => picture !== null));
    for (const digest of digests) {
      expect(digest?.text).toContain('The gate opens by itself now.');
      expect(digest?.text).toContain('We made the form shorter.');
      expect(digest?.text).toContain('Nobody knows who has the key.');
    }
    expect(digests[0]?.text).toBe(digests[1]?.text);
    for (const said of [world.inChannel(), world.saidThere()]) expect(said.at(-1)?.text).toContain('Question 2');
    expect(world.warnings).toEqual([]);
    expect((await world.store.deliveries.find({})).filter((each) => each.status !== 'sent')).toEqual([]);
  });

  it('has its quiet people invited where they are, in their own language', async () => {
    const world = await twoPlaces();
    await world.connect();
    await world.there('zoe', (hands) => hands.post('The gate opens by itself now.'));
    await world.until('2026-03-06 12:00');
    const [nudge] = await world.store.nudges.find({ participantId: `inquiry/${world.yard.person('yves')}` });
    expect(nudge).toMatchObject({ lang: 'sv', outcome: 'sent' });
    expect(world.toldThere('yves')).toHaveLength(1);
    expect(world.toldThere('zoe')).toEqual([]);
  });

  it('shows its people the inquiry in their home, as the others', async () => {
    const world = await twoPlaces();
    await world.connect();
    await world.there('zoe', (hands) => hands.openHome());
    const home = JSON.stringify(world.yard.homeFor('zoe'));
    expect(home).toContain('Our shared work: question 1, open until Fri');
    expect(home).not.toContain(say(world, 'home.facilitating'));
    await world.there('xia', (hands) => hands.openHome());
    expect(JSON.stringify(world.yard.homeFor('xia'))).toContain(say(world, 'home.facilitating'));
  });

  it('is asked in private what is open in private', async () => {
    const world = await twoPlaces({ inquiry: { programme: 'co-development' } });
    const [round] = await world.store.rounds.find({ status: 'open', setting: 'private' });
    const before = world.privately('bo').length;
    await world.connect();
    expect(world.saidThere().filter(isQuestion)).toHaveLength(1);
    for (const who of YARD)
      expect(await world.store.deliveries.count({ recipient: world.yard.person(who), roundId: round?.id ?? '' })).toBe(
        1,
      );
    expect(world.privately('bo')).toHaveLength(before);
  });

  it('joins even where its platform will not tell who is in it: they are known once they write', async () => {
    const world = await twoPlaces();
    world.yard.members = async () => {
      throw new PorrasError('yard-forbidden', 'The roster is secret.');
    };
    await world.connect();
    expect(world.saidThere().filter(isQuestion)).toHaveLength(1);
    expect(world.toldThere('xia')).toEqual([say(world, 'connect.done', TOPIC)]);
    await world.there('zoe', (hands) => hands.post('The gate opens by itself now.'));
    const theirs = (await world.store.participants.find({})).filter((each) => each.person.startsWith('yard:'));
    expect(theirs.map((each) => each.name)).toEqual(['Xia', 'Zoe']);
  });

  it('is asked nothing before the first question, and then with the others', async () => {
    const world = await twoPlaces({ inquiry: { startsOn: '2026-03-09' } });
    await world.connect();
    expect(world.saidThere()).toHaveLength(1);
    await world.until('2026-03-09 09:00');
    expect(world.saidThere().filter(isQuestion)).toHaveLength(1);
  });

  it('may be one of the same platform', async () => {
    const members = ['bo', 'cia'];
    const world = await twoPlaces({ channels: [{ id: 'kitchen' }, { id: 'lounge', members }] });
    const code = await world.code();
    await world.command('bo', `connect ${code}`, { channel: world.platform.channel('lounge') });
    expect((await world.inquiry()).channels).toHaveLength(2);
    expect(world.inChannel('lounge').filter(isQuestion)).toHaveLength(1);
    expect(await world.store.participants.count({})).toBe(PEOPLE.length);
  });

  it('joins by mentioning Porras as well, and the code is no contribution', async () => {
    const world = await twoPlaces();
    const code = await world.code();
    await world.there('xia', (hands) => hands.post(`@Porras connect ${code.toLowerCase()}`));
    expect((await world.inquiry()).channels).toHaveLength(2);
    await world.say('bo', `@porras connect ${await world.code()}`);
    expect(world.lastTo('bo')).toBe(say(world, 'connect.already'));
    await world.say('bo', '@porras connect our teams more often');
    expect((await world.store.contributions.find({})).map((each) => each.text)).toEqual([
      'connect our teams more often',
    ]);
  });

  it('is told in its own language how', async () => {
    const world = await twoPlaces({ inquiry: { language: 'fi' } });
    await world.command('anna', 'liitä');
    const code = codeIn(world.lastTo('anna')) ?? '';
    expect(world.lastTo('anna')).toContain(`@porras liitä ${code}`);
    await world.thereCommand('yves', `anslut ${code}`);
    expect(world.toldThere('yves')).toEqual([world.flow.content.say('sv', 'connect.done', TOPIC).replaceAll('**', '')]);
    expect(world.saidThere()[0]?.text).toContain(world.flow.content.say('fi', 'welcome.shared'));
  });
});

describe('a code that cannot be used', () => {
  const attempts: [string, (world: TwoPlaces) => Promise<string>][] = [
    ['was made up', async () => 'ABCD-EFGH-JKMN'],
    ['is no code at all', async () => 'please'],
    [
      'was used already',
      async (world) => {
        const code = await world.code();
        await world.there('xia', (hands) => hands.command(`connect ${code}`, { channel: world.yard.channel('shed') }));
        return code;
      },
    ],
    [
      'is an hour old',
      async (world) => {
        const code = await world.code();
        await world.later(3_600_000);
        return code;
      },
    ],
    [
      'is of an inquiry that is over',
      async (world) => {
        const code = await world.code();
        await world.close('anna');
        return code;
      },
    ],
  ];

  it.each(attempts)('since it %s, changes nothing; one kind word tells no more than that', async (_, codeOf) => {
    const world = await twoPlaces();
    const code = await codeOf(world);
    const before = await stateOf(world);
    const said = world.saidThere().length;
    await world.thereCommand('zoe', `connect ${code}`);
    expect(world.toldThere('zoe')).toEqual([say(world, 'connect.no-such-code')]);
    expect(world.refusals).toEqual(['connect.no-such-code']);
    expect(await stateOf(world)).toBe(before);
    expect(world.saidThere()).toHaveLength(said);
  });

  it.each<[string, string, (world: TwoPlaces) => Promise<unknown>]>([
    ['connect.paused', 'while the inquiry pauses', (world) => world.command('anna', 'pause')],
    [
      'connect.not-there',
      'where Porras is not',
      async (world) => void (world.yard.channelInfo = async () => ({ name: null, isMember: false })),
    ],
  ])('%s: %s, can be used later', async (key, _, happens) => {
    const world = await twoPlaces();
    const code = await world.code();
    const channelInfo = world.yard.channelInfo.bind(world.yard);
    await happens(world);
    await world.thereCommand('xia', `connect ${code}`);
    expect(world.toldThere('xia')).toEqual([say(world, key)]);
    expect((await world.inquiry()).channels).toHaveLength(1);
    expect(world.saidThere()).toEqual([]);
    world.yard.channelInfo = channelInfo;
    if (key === 'connect.paused') await world.command('anna', 'resume');
    await world.thereCommand('xia', `connect ${code}`);
    expect((await world.inquiry()).channels).toHaveLength(2);
  });

  it('in a channel that has an inquiry is left as it was', async () => {
    const world = await twoPlaces({ channels: [{ id: 'kitchen' }, { id: 'lounge' }] });
    await world.begin({ id: 'other', channels: ['lounge'], topic: 'Something else' });
    const code = await world.code();
    await world.command('bo', `connect ${code}`, { channel: world.platform.channel('lounge') });
    expect(world.lastTo('bo')).toBe(say(world, 'connect.already'));
    expect(await world.inquiry('other')).toMatchObject({ channels: [world.platform.channel('lounge')] });
    await world.thereCommand('xia', `connect ${code}`);
    expect((await world.inquiry()).channels).toHaveLength(2);
  });

  it('in private is kept for the channel', async () => {
    const world = await twoPlaces();
    const code = await world.code();
    await world.tell('bo', `connect ${code}`);
    expect(world.lastTo('bo')).toBe(say(world, 'connect.in-channel'));
    expect(await world.store.contributions.count({})).toBe(0);
    await world.thereCommand('xia', `connect ${code}`);
    expect((await world.inquiry()).channels).toHaveLength(2);
  });

  it('is not tried on the channel of an inquiry that is over: that channel may join', async () => {
    const world = await createWorld({ channels: [{ id: 'kitchen' }, { id: 'lounge' }] });
    await world.begin();
    await world.begin({ id: 'other', channels: ['lounge'] });
    await world.command('anna', 'close', { channel: world.platform.channel('lounge') });
    await world.submit('anna', { sure: 'yes' });
    await world.command('anna', 'connect');
    const code = codeIn(world.lastTo('anna')) ?? '';
    await world.command('bo', `connect ${code}`, { channel: world.platform.channel('lounge') });
    expect((await world.inquiry()).channels).toHaveLength(2);
  });
});

describe('who is who in a channel that has joined', () => {
  it('is asked of who brought it, and holds for its people only', async () => {
    const world = await twoPlaces({ inquiry: { roles: { leader: ['eva'] } } });
    await world.connect();
    await world.therePress('xia', 'name-roles');
    expect(world.yard.formFor('xia')?.fields.map((each) => [each.name, each.initial])).toEqual([
      ['leaders', ''],
      ['supervisors', ''],
      ['stakeholders', ''],
    ]);
    const [xia, yves] = ['xia', 'yves'].map((each) => world.yard.person(each));
    await world.there('xia', (hands) =>
      hands.submit({ leaders: `${yves},${world.platform.person('bo')}`, supervisors: xia ?? '', stakeholders: '' }),
    );
    const roles = new Map((await world.store.participants.find({})).map((each) => [each.person, each.role]));
    expect(['yves', 'xia', 'zoe'].map((each) => roles.get(world.yard.person(each)))).toEqual([
      'leader',
      'supervisor',
      'specialist',
    ]);
    expect(['eva', 'bo'].map((each) => roles.get(world.platform.person(each)))).toEqual(['leader', 'specialist']);
    expect((await world.inquiry()).roles).toEqual({
      leader: [world.platform.person('eva'), yves],
      supervisor: [xia],
      stakeholder: [],
    });
    expect(world.toldThere('yves')).toEqual([world.flow.content.say('sv', 'listen-first', TOPIC).replaceAll('**', '')]);
    expect(world.toldThere('xia').at(-1)).toBe(say(world, 'settings.saved'));
    await world.therePress('xia', 'name-roles');
    expect(world.yard.formFor('xia')?.fields.map((each) => each.initial)).toEqual([yves, xia, '']);
  });

  it('can be typed where there are no forms and nobody tells who is there', async () => {
    const world = await twoPlaces({ yardWithout: ['form', 'list-members'] });
    await world.connect();
    await world.there('zoe', (hands) => hands.post('Here I am.'));
    await world.therePress('xia', 'name-roles');
    for (const answer of ['Zoe', 'pass', 'pass'])
      await world.there('xia', (hands) => hands.post(answer, { private: true }));
    const roles = await world.store.participants.find({ role: 'leader' });
    expect(roles.map((each) => each.person)).toEqual([world.yard.person('zoe')]);
  });

  it('is nobody’s to say who does not facilitate', async () => {
    const world = await twoPlaces();
    await world.connect();
    await world.forge('bo', { type: 'choice-pressed', action: 'name-roles', value: world.yard.channel('gate') });
    expect(world.lastTo('bo')).toBe(say(world, 'choice.expired'));
    await world.forge('bo', {
      type: 'form-submitted',
      formId: 'name-roles',
      context: world.yard.channel('gate'),
      answers: { leaders: world.platform.person('bo') },
    });
    expect(world.lastTo('bo')).toBe(say(world, 'form.expired'));
    expect(await world.store.participants.count({ role: 'leader' })).toBe(0);
  });
});
