import { describe, expect, it } from 'vitest';
import { createWorld, PEOPLE, type World } from './world.ts';

const say = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');
const GONE = { topic: 'Our shared work' };

async function inChannels(channels: string[]): Promise<World> {
  const world = await createWorld({ channels: [{ id: 'kitchen' }, { id: 'lounge' }] });
  await world.begin({ channels, facilitators: ['anna', 'bo'] });
  await world.until('2026-03-02 09:00');
  return world;
}

describe('a channel that is gone', () => {
  it('pauses the inquiry that lived in it alone; its facilitators hear why and what they can do, nobody else', async () => {
    const world = await inChannels(['kitchen']);
    await world.happens((platform) => platform.removeChannel('kitchen'));
    expect(await world.inquiry()).toMatchObject({ status: 'paused' });
    for (const who of ['anna', 'bo']) {
      expect(world.lastTo(who)).toBe(say(world, 'channel.gone', GONE));
      expect(world.choicesOf(who).map((each) => each.action)).toEqual(['resume', 'close']);
    }
    expect(world.privately('dan')).toEqual([]);
    const sent = world.platform.messages().length;
    await world.until('2026-03-13 18:00');
    expect(world.platform.messages()).toHaveLength(sent);
    expect(world.warnings).toEqual([]);
  });

  it('takes what was planned for it along, with the reason', async () => {
    const world = await inChannels(['kitchen']);
    world.faults.away = true;
    await world.command('anna', 'pause');
    await world.command('anna', 'resume');
    world.faults.away = false;
    await world.happens((platform) => platform.removeChannel('kitchen'));
    await world.later(3_600_000);
    const kitchen = world.platform.channel('kitchen');
    expect(await world.store.deliveries.find({ recipient: kitchen, status: 'skipped' })).toMatchObject([
      { error: 'the channel is gone' },
      { error: 'the channel is gone' },
    ]);
    expect(await world.store.deliveries.count({ status: ['planned', 'sending', 'failed'] })).toBe(0);
  });

  it('leaves the inquiry in its others', async () => {
    const world = await inChannels(['kitchen', 'lounge']);
    await world.say('dan', 'Before.');
    await world.happens((platform) => platform.removeChannel('kitchen'));
    expect(await world.inquiry()).toMatchObject({
      status: 'running',
      channels: [world.platform.channel('lounge')],
    });
    expect(world.privately('anna')).toEqual([]);
    await world.say('cia', 'After.', { channel: world.platform.channel('lounge') });
    await world.until('2026-03-09 09:00');
    const [digest, question] = world.inChannel('lounge').slice(-2);
    expect(digest?.text).toContain('After.');
    expect(question?.text).toContain('Question 2');
    expect(world.warnings).toEqual([]);
  });

  it('does not keep a withdrawal from what was posted elsewhere', async () => {
    const world = await inChannels(['kitchen', 'lounge']);
    await world.tell('dan', 'Take me back.');
    await world.until('2026-03-06 18:00');
    expect(world.inChannel('lounge').at(-1)?.text).toContain('Take me back.');
    await world.happens((platform) => platform.removeChannel('kitchen'));
    await world.press('dan', 'withdraw');
    expect(world.inChannel('lounge').at(-1)?.text).not.toContain('Take me back.');
  });

  it('that no inquiry lived in changes nothing', async () => {
    const world = await inChannels(['kitchen']);
    await world.happens((platform) => platform.removeChannel('lounge'));
    expect(await world.inquiry()).toMatchObject({ status: 'running' });
    expect(world.privately('anna')).toEqual([]);
  });

  it('lets a facilitator go on, or close, with one press', async () => {
    for (const action of ['resume', 'close']) {
      const world = await inChannels(['kitchen']);
      await world.happens((platform) => platform.removeChannel('kitchen'));
      await world.press('anna', action);
      if (action === 'close') await world.submit('anna', { sure: 'yes' });
      expect(await world.inquiry()).toMatchObject({ status: action === 'close' ? 'closed' : 'running' });
    }
  });
});

describe('a channel that is renamed', () => {
  it('keeps its inquiry under its new name', async () => {
    const world = await inChannels(['kitchen']);
    await world.happens((platform) => platform.renameChannel('kitchen', 'pantry'));
    expect(await world.store.channels.get(world.platform.channel('kitchen'))).toMatchObject({
      name: 'pantry',
      inquiryId: 'inquiry',
    });
    await world.happens((platform) => platform.renameChannel('lounge', 'hall'));
    expect(await world.store.channels.count({})).toBe(1);
  });
});

describe('a person whose account is closed', () => {
  it('leaves every inquiry, is written to no more, and what they said stays', async () => {
    const people = PEOPLE.map((each) => each.id);
    const world = await createWorld({
      channels: [
        { id: 'kitchen', members: people },
        { id: 'lounge', members: people },
      ],
    });
    await world.begin();
    await world.begin({ id: 'second', channels: ['lounge'] });
    await world.until('2026-03-02 09:00');
    await world.say('dan', 'I was here.');
    await world.act('dan', (hands) => hands.leaveForGood());
    const dan = await world.store.participants.find({ person: world.platform.person('dan') });
    expect(dan).toHaveLength(2);
    expect(dan.every((each) => each.leftAt !== null)).toBe(true);
    const told = world.privately('dan').length;
    await world.until('2026-03-20 16:00');
    expect(world.privately('dan')).toHaveLength(told);
    expect(await world.store.contributions.find({})).toMatchObject([{ text: 'I was here.', status: 'live' }]);
  });

  it('gets nothing that was on its way', async () => {
    const world = await createWorld();
    await world.begin();
    await world.until('2026-03-02 09:00');
    world.faults.away = true;
    await world.command('dan', 'help');
    await world.act('dan', (hands) => hands.leaveForGood());
    world.faults.away = false;
    await world.later(3_600_000);
    expect(world.privately('dan')).toEqual([]);
    expect(await world.store.deliveries.find({ recipient: world.platform.person('dan') })).toMatchObject([
      { status: 'skipped', error: 'the person has left' },
    ]);
  });
});

describe('a channel that Porras is added to', () => {
  const added = (world: World, addedBy: string | null) =>
    world.forge('anna', {
      type: 'added-to-channel',
      place: { channel: world.platform.channel('kitchen'), private: false },
      addedBy: addedBy && world.platform.person(addedBy),
    });

  it('is greeted once, in the language of who added it, and nobody in it in private', async () => {
    const world = await createWorld({
      people: [
        { id: 'anna', name: 'Anna' },
        { id: 'maija', name: 'Maija', profile: { locale: 'fi-FI' } },
      ],
    });
    await added(world, 'maija');
    await added(world, 'maija');
    expect(world.inChannel().map((each) => each.text)).toEqual([world.flow.content.say('fi', 'greeting')]);
    expect(world.privately('maija')).toEqual([]);
  });

  it('is greeted in English when nobody is known to have added it', async () => {
    const world = await createWorld();
    await added(world, null);
    expect(world.inChannel()[0]?.text).toBe(say(world, 'greeting'));
  });

  it('is not greeted in the middle of its inquiry', async () => {
    const world = await inChannels(['kitchen']);
    const before = world.inChannel().length;
    await added(world, 'anna');
    expect(world.inChannel()).toHaveLength(before);
  });
});
