import { describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { PorrasError } from '../../src/errors.ts';
import { removeChannel } from '../../src/flow/facilitate/leave-with-channel.ts';
import { receiveEvent } from '../../src/flow/receive-event.ts';
import { twoPlaces, type TwoPlaces, YARD } from './support/two-places.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const say = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');
const TOPIC = { topic: 'Our shared work' };
const isQuestion = (each: { choices: { action: string }[] }): boolean =>
  each.choices.some(({ action }) => action === 'answer-privately');

async function connected(options: Parameters<typeof twoPlaces>[0] = {}): Promise<TwoPlaces> {
  const world = await twoPlaces(options);
  await world.connect();
  return world;
}

async function disconnect(world: TwoPlaces, sure = 'yes'): Promise<void> {
  await world.thereCommand('xia', 'disconnect');
  await world.there('xia', (hands) => hands.submit({ sure }));
}

const stayed = async (world: World): Promise<string[]> =>
  (await world.store.participants.find({ leftAt: null })).map((each) => each.person).toSorted();
const addresses = (world: TwoPlaces, yard: string[] = YARD): string[] =>
  [...PEOPLE.map(({ id }) => world.platform.person(id)), ...yard.map((id) => world.yard.person(id))].toSorted();

describe('a channel that is taken out of an inquiry', () => {
  it('is asked about first, and stays in when it was not meant', async () => {
    const world = await connected();
    await world.thereCommand('xia', 'disconnect');
    expect(world.yard.formFor('xia')).toMatchObject({
      title: say(world, 'disconnect.title'),
      intro: say(world, 'disconnect.intro', TOPIC),
    });
    expect((await world.inquiry()).channels).toHaveLength(2);
    await world.there('xia', (hands) => hands.submit({ sure: 'no' }));
    expect(world.toldThere('xia').at(-1)).toBe(say(world, 'disconnect.not-done'));
    expect((await world.inquiry()).channels).toHaveLength(2);
  });

  it('hears a farewell and nothing more; the inquiry goes on in the other', async () => {
    const world = await connected();
    await world.there('zoe', (hands) => hands.post('The gate opens by itself now.'));
    await disconnect(world);
    expect(world.toldThere('xia').at(-1)).toBe(say(world, 'disconnect.done'));
    expect(world.saidThere().at(-1)?.text).toBe(say(world, 'disconnect.farewell', TOPIC));
    expect(await world.inquiry()).toMatchObject({ status: 'running', channels: [world.platform.channel('kitchen')] });
    const [there, told] = [world.saidThere().length, YARD.map((who) => world.toldThere(who).length)];
    await world.there('zoe', (hands) => hands.post('Does anybody hear this?'));
    await world.until('2026-03-09 09:00');
    expect(world.saidThere()).toHaveLength(there);
    expect(YARD.map((who) => world.toldThere(who).length)).toEqual(told);
    expect(world.inChannel().at(-1)?.text).toContain('Question 2');
    const digest = world.inChannel().find((each) => each.picture !== null)?.text;
    expect(digest).toContain('The gate opens by itself now.');
    expect(digest).not.toContain('Does anybody');
    expect(world.warnings).toEqual([]);
  });

  it('takes its people along, and their part in leading, and leaves them their words', async () => {
    const world = await connected();
    let ref = '';
    await world.there('zoe', async (hands) => (ref = await hands.post('The gate opens by itself now.')));
    await disconnect(world);
    expect(await stayed(world)).toEqual(addresses(world, []));
    expect((await world.inquiry()).facilitators).toEqual([world.platform.person('anna')]);
    await world.thereCommand('xia', 'pause');
    expect(await world.inquiry()).toMatchObject({ status: 'running' });
    await world.there('zoe', (hands) => hands.delete(ref));
    expect(await world.store.contributions.find({})).toMatchObject([{ status: 'deleted' }]);
  });

  it('does not bring its people back when they react there to what was said; what they take back goes', async () => {
    const world = await connected();
    let ref = '';
    await world.there('zoe', async (hands) => (ref = await hands.post('The gate opens by itself now.')));
    await world.there('yves', (hands) => hands.react(ref, '👏'));
    await disconnect(world);
    await world.there('xia', (hands) => hands.react(ref, '👏'));
    expect(await stayed(world)).toEqual(addresses(world, []));
    const yves = { participantId: `inquiry/${world.yard.person('yves')}` };
    expect(await world.store.reactions.find({})).toMatchObject([yves]);
    await world.there('yves', (hands) => hands.unreact(ref, '👏'));
    expect(await world.store.reactions.find({})).toEqual([]);
    expect(await stayed(world)).toEqual(addresses(world, []));
  });

  it('takes none of its words in any more, though their author was asked for them before', async () => {
    const world = await connected();
    let ref = '';
    await world.there('zoe', async (hands) => {
      ref = await hands.post('The gate opens by itself now.');
    });
    await world.store.contributions.delete({ ref });
    await world.there('yves', (hands) => hands.pick(ref, 'add'));
    await disconnect(world);
    await world.therePress('zoe', 'pick-add');
    expect(world.toldThere('zoe').at(-1)).toBe(say(world, 'choice.expired'));
    expect(await world.store.contributions.find({})).toEqual([]);
    expect(await stayed(world)).toEqual(addresses(world, []));
  });

  it('leaves those in who are in another channel of it', async () => {
    const world = await createWorld({
      channels: [{ id: 'kitchen', members: ['anna', 'bo', 'cia'] }, { id: 'lounge' }],
    });
    await world.begin({ channels: ['kitchen', 'lounge'], facilitators: ['anna', 'dan'] });
    const lounge = { channel: world.platform.channel('lounge') };
    await world.command('dan', 'disconnect', lounge);
    await world.submit('dan', { sure: 'yes' });
    const people = ['anna', 'bo', 'cia'].map((id) => world.platform.person(id));
    expect(await stayed(world)).toEqual(people);
    expect((await world.inquiry()).facilitators).toEqual([people[0]]);
  });

  it('leaves everybody in where the platform does not tell who is in the other', async () => {
    const world = await createWorld({ channels: [{ id: 'kitchen' }, { id: 'lounge' }], without: ['list-members'] });
    await world.begin({ channels: ['kitchen', 'lounge'] });
    await world.say('bo', 'Here I am.');
    await world.command('anna', 'disconnect', { channel: world.platform.channel('lounge') });
    await world.submit('anna', { sure: 'yes' });
    expect((await world.inquiry()).channels).toHaveLength(1);
    expect(await stayed(world)).toEqual([world.platform.person('bo')]);
  });

  it('may be the one in which the inquiry was begun: the other goes on, led by its own', async () => {
    const world = await connected();
    await world.command('anna', 'disconnect');
    await world.submit('anna', { sure: 'yes' });
    expect(await world.inquiry()).toMatchObject({
      status: 'running',
      channels: [world.yard.channel('gate')],
      facilitators: [world.yard.person('xia')],
    });
    const said = world.inChannel().length;
    await world.there('zoe', (hands) => hands.post('The gate opens by itself now.'));
    await world.until('2026-03-09 09:00');
    expect(world.inChannel()).toHaveLength(said);
    expect(world.saidThere().at(-1)?.text).toContain('Question 2');
    expect(world.saidThere().filter((each) => each.picture !== null)).toHaveLength(1);
  });

  it('can join again, and is not asked twice what it was asked', async () => {
    const world = await connected();
    await disconnect(world);
    await world.connect();
    expect((await world.inquiry()).channels).toHaveLength(2);
    expect(await stayed(world)).toEqual(addresses(world));
    expect(world.saidThere().filter(isQuestion)).toHaveLength(1);
    await world.until('2026-03-09 09:00');
    expect(world.saidThere().filter(isQuestion)).toHaveLength(2);
  });

  it('is sent nothing of what was on its way, but the farewell', async () => {
    const world = await connected();
    world.faults.away = true;
    await world.thereCommand('xia', 'pause');
    await disconnect(world);
    world.faults.away = false;
    await world.later(3_600_000);
    expect(
      world
        .saidThere()
        .slice(2)
        .map((each) => each.text),
    ).toEqual([say(world, 'disconnect.farewell', TOPIC)]);
    expect(world.inChannel().at(-1)?.text).toBe(say(world, 'inquiry.paused', TOPIC));
    expect(await world.store.deliveries.count({ status: ['planned', 'sending', 'failed'] })).toBe(0);
  });

  it('gets no digest that was being made when it left', async () => {
    let meanwhile = async (): Promise<unknown> => undefined;
    const painter = {
      async paint() {
        await meanwhile();
        return new Uint8Array();
      },
    };
    const world = await createWorld({ channels: [{ id: 'kitchen' }, { id: 'lounge' }], flow: { painter } });
    await world.begin({ channels: ['kitchen', 'lounge'] });
    await world.until('2026-03-02 09:00');
    await world.say('bo', 'We made the form shorter.');
    await world.until('2026-03-06 14:00');
    const said = world.inChannel('lounge').length;
    meanwhile = () => removeChannel(world.flow, 'inquiry', world.platform.channel('lounge'));
    await world.until('2026-03-06 16:30');
    expect(world.inChannel().at(-1)?.text).toContain('We made the form shorter.');
    expect(world.inChannel('lounge')).toHaveLength(said);
  });

  it('gets no further question that was being thought of when it left', async () => {
    const world = await createWorld({ channels: [{ id: 'kitchen' }, { id: 'lounge' }] });
    await world.begin({ channels: ['kitchen', 'lounge'] });
    await world.until('2026-03-02 09:00');
    await world.say('bo', 'We made the form shorter.');
    const said = world.inChannel('lounge').length;
    world.flow.analyst.followUp = async () => {
      await removeChannel(world.flow, 'inquiry', world.platform.channel('lounge'));
      return 'And what made it short?';
    };
    await world.until('2026-03-05 14:00');
    expect(world.inChannel().at(-1)?.text).toContain('And what made it short?');
    expect(world.inChannel('lounge')).toHaveLength(said);
  });
});

describe('a channel that cannot be taken out', () => {
  it.each<[string, string, (world: TwoPlaces) => Promise<unknown>]>([
    ['disconnect.in-channel', 'in private', (world) => world.tell('anna', 'disconnect')],
    ['disconnect.last', 'the only one', (world) => world.command('anna', 'disconnect')],
    ['facilitators-only', 'by who does not facilitate', (world) => world.command('bo', 'disconnect')],
  ])('%s: %s', async (key, _, attempt) => {
    const world = await twoPlaces();
    await attempt(world);
    expect(world.lastTo(key === 'facilitators-only' ? 'bo' : 'anna')).toBe(say(world, key));
    expect((await world.inquiry()).channels).toHaveLength(1);
  });

  it('since there is no inquiry in it, is told so', async () => {
    const world = await twoPlaces();
    await world.thereCommand('xia', 'disconnect');
    expect(world.toldThere('xia')).toEqual([say(world, 'no-inquiry-here')]);
  });

  it('by a form that somebody made up', async () => {
    const world = await connected();
    for (const [who, context, key] of [
      ['bo', world.yard.channel('gate'), 'facilitators-only'],
      ['anna', world.yard.channel('shed'), 'form.expired'],
      ['anna', 'nowhere', 'form.expired'],
    ] as const) {
      await world.forge(who, {
        type: 'form-submitted',
        formId: 'disconnect-channel',
        context,
        answers: { sure: 'yes' },
      });
      expect(world.lastTo(who)).toBe(say(world, key));
    }
    expect((await world.inquiry()).channels).toHaveLength(2);
    expect(await stayed(world)).toEqual(addresses(world));
  });

  it('since the others went while one was asked, is the last one now', async () => {
    const world = await connected();
    await world.thereCommand('xia', 'disconnect');
    await world.happens((platform) => platform.removeChannel('kitchen'));
    await world.there('xia', (hands) => hands.submit({ sure: 'yes' }));
    expect(world.toldThere('xia').at(-1)).toBe(say(world, 'disconnect.last'));
    expect((await world.inquiry()).channels).toEqual([world.yard.channel('gate')]);
  });
});

/** Porras is installed in, or removed from, the workspace of the yard or of the kitchen. */
async function tell(world: TwoPlaces, workspaceId: string, type: 'installed' | 'removed', nth = 1): Promise<void> {
  const base = { id: `${workspaceId.split(':')[0]}:${type}-${nth}`, at: world.flow.clock.now(), workspaceId };
  const event = type === 'installed' ? { ...base, type, name: workspaceId } : { ...base, type };
  await world.happens(() => receiveEvent(world.flow)(event satisfies PlatformEvent));
}

describe('a workspace that removes Porras from an inquiry that lives elsewhere too', () => {
  async function removed(which: 'yard:works' | 'memory'): Promise<TwoPlaces> {
    const world = await connected();
    await tell(world, 'memory', 'installed');
    await tell(world, 'yard:works', 'installed');
    await tell(world, which, 'removed');
    return world;
  }

  it('is passed over; the other goes on with its questions, invitations and digests', async () => {
    const world = await removed('yard:works');
    expect(await world.inquiry()).toMatchObject({ status: 'running' });
    await world.say('bo', 'We made the form shorter.');
    const [there, told] = [world.saidThere().length, YARD.map((who) => world.toldThere(who).length)];
    await world.until('2026-03-09 09:00');
    expect(world.inChannel().some((each) => each.picture !== null)).toBe(true);
    expect(world.inChannel().at(-1)?.text).toContain('Question 2');
    expect(world.saidThere()).toHaveLength(there);
    expect(YARD.map((who) => world.toldThere(who).length)).toEqual(told);
    const theirs = await world.store.deliveries.find({
      workspaceId: 'yard:works',
      plannedAt: { gt: new Date('2026-03-02T12:00:00Z') },
    });
    expect(theirs.length).toBeGreaterThan(1);
    for (const each of theirs) expect(each).toMatchObject({ status: 'skipped', error: 'removed from the workspace' });
    expect(await world.store.deliveries.count({ status: ['planned', 'sending', 'failed'] })).toBe(0);
    const nudged = (await world.store.nudges.find({})).map((each) => each.participantId);
    expect(nudged).toContain(`inquiry/${world.platform.person('cia')}`);
    expect(nudged.filter((each) => each.includes('yard:'))).toEqual([]);
    expect(world.warnings).toEqual([]);
  });

  it('may be the one in which the inquiry was begun', async () => {
    const world = await removed('memory');
    const said = world.inChannel().length;
    await world.there('zoe', (hands) => hands.post('The gate opens by itself now.'));
    await world.until('2026-03-09 09:00');
    expect(await world.inquiry()).toMatchObject({ status: 'running' });
    expect(world.inChannel()).toHaveLength(said);
    expect(world.saidThere().at(-1)?.text).toContain('Question 2');
  });

  it('is in it again once Porras is back', async () => {
    const world = await removed('yard:works');
    await world.until('2026-03-05 09:00');
    await tell(world, 'yard:works', 'installed', 2);
    await world.until('2026-03-09 09:00');
    expect(world.saidThere().at(-1)?.text).toContain('Question 2');
  });

  it('pauses it when it was the last', async () => {
    const world = await removed('yard:works');
    await tell(world, 'memory', 'removed', 2);
    expect(await world.inquiry()).toMatchObject({ status: 'paused' });
  });

  it('links to nothing there, and the digest is whole', async () => {
    const world = await connected();
    await world.there('zoe', (hands) => hands.post('The gate opens by itself now.'));
    await tell(world, 'yard:works', 'installed');
    await tell(world, 'yard:works', 'removed');
    world.yard.permalink = async () => {
      throw new PorrasError('yard-not-installed', 'Porras is not installed there.');
    };
    await world.until('2026-03-06 16:00');
    expect(world.inChannel().find((each) => each.picture !== null)?.text).toContain('The gate opens by itself now.');
    expect(world.warnings).toEqual([]);
  });
});

describe('a channel that is gone from one of two platforms', () => {
  it('takes its people along, and the other goes on', async () => {
    const world = await connected();
    await world.happens(() => world.yard.removeChannel('gate'));
    expect(await world.inquiry()).toMatchObject({ status: 'running', channels: [world.platform.channel('kitchen')] });
    expect(await stayed(world)).toEqual(addresses(world, []));
    const told = YARD.map((who) => world.toldThere(who).length);
    await world.until('2026-03-09 09:00');
    expect(YARD.map((who) => world.toldThere(who).length)).toEqual(told);
    expect(world.inChannel().at(-1)?.text).toContain('Question 2');
    expect(world.warnings).toEqual([]);
  });
});
