import { describe, expect, it } from 'vitest';
import { readBoard } from '../../src/flow/give-back/read-board.ts';
import { createWorld, type World } from './world.ts';

const IDS = ['anna', 'bo', 'cia', 'dan', 'eva', 'fia', 'gus', 'hal', 'ida'];
const PEOPLE = IDS.map((id) => ({ id, name: id.toUpperCase() }));

/** Two inquiries in two channels and languages; Dan is in both. */
async function two(): Promise<World> {
  const world = await createWorld({
    people: PEOPLE,
    channels: [
      { id: 'kitchen', members: ['anna', 'bo', 'cia', 'dan', 'eva'] },
      { id: 'lab', members: ['dan', 'fia', 'gus', 'hal', 'ida'] },
    ],
  });
  await world.begin({ id: 'kitchen', channels: ['kitchen'], language: 'fi', topic: 'Keittiö', facilitators: ['anna'] });
  await world.later(1_000);
  await world.begin({ id: 'lab', channels: ['lab'], language: 'en', topic: 'Lab', facilitators: ['fia'] });
  await world.until('2026-03-02 09:00');
  return world;
}

describe('two inquiries at once', () => {
  it('hear, label and give back each their own, each in its language', async () => {
    const world = await two();
    await world.say('bo', 'Lomake lyheni.', { channel: world.platform.channel('kitchen') });
    await world.say('gus', 'The centrifuge hums.', { channel: world.platform.channel('lab') });
    await world.until('2026-03-06 16:00');
    const kitchen = world
      .inChannel('kitchen')
      .map((each) => each.text)
      .join('\n');
    const lab = world
      .inChannel('lab')
      .map((each) => each.text)
      .join('\n');
    expect(kitchen).toContain('Lomake lyheni.');
    expect(kitchen).not.toContain('centrifuge');
    expect(kitchen).toContain(world.flow.content.say('fi', 'digest.ledger'));
    expect(lab).toContain('The centrifuge hums.');
    expect(lab).not.toContain('Lomake');
    expect(lab).toContain(world.flow.content.say('en', 'digest.ledger'));
    expect(JSON.stringify(await readBoard(world.flow, 'kitchen'))).not.toContain('centrifuge');
    expect(JSON.stringify(await readBoard(world.flow, 'lab'))).not.toContain('Lomake');
    expect(
      world
        .privately('gus')
        .map((each) => each.text)
        .join(),
    ).not.toContain('Keittiö');
  });

  it('a private answer reaches the one whose question was asked last, not the youngest', async () => {
    const world = await two();
    await world.say('dan', 'Already there.', { channel: world.platform.channel('lab') });
    await world.until('2026-03-04 09:00');
    // Dan is invited for the kitchen only.
    expect(
      world
        .privately('dan')
        .map((each) => each.text)
        .join(),
    ).toContain('Keittiö');
    await world.tell('dan', 'Tänne sitten.');
    const [answer] = await world.store.contributions.find({ text: 'Tänne sitten.' });
    expect(answer).toMatchObject({ inquiryId: 'kitchen', roundId: 'kitchen-r1' });
    expect(await world.store.answered.count({ roundId: 'lab-r1' })).toBe(1);
    await world.until('2026-03-06 16:00');
    expect(
      world
        .inChannel('lab')
        .map((each) => each.text)
        .join(),
    ).not.toContain('Tänne sitten.');
  });

  it('an answer in the thread of one goes there, though the other is younger', async () => {
    const world = await two();
    const question = world.inChannel('kitchen').at(-1);
    await world.say('dan', 'Ketjuun.', { threadRef: question?.ref ?? '', channel: world.platform.channel('kitchen') });
    expect(await world.store.contributions.find({})).toMatchObject([{ inquiryId: 'kitchen', roundId: 'kitchen-r1' }]);
  });

  it('a thread of one cannot be answered into from the other', async () => {
    const world = await two();
    const ref = await world.say('bo', 'Keittiöstä.', { channel: world.platform.channel('kitchen') });
    await world.say('gus', 'From the lab.', { threadRef: ref, channel: world.platform.channel('lab') });
    const [answer] = await world.store.contributions.find({ inquiryId: 'lab' });
    expect(answer).toMatchObject({ replyTo: null, roundId: 'lab-r1' });
  });

  it('pausing and closing one leaves the other alone', async () => {
    const world = await two();
    await world.command('anna', 'pause', { channel: world.platform.channel('kitchen') });
    await world.close('fia', { private: true });
    expect(await world.inquiry('kitchen')).toMatchObject({ status: 'paused' });
    expect(await world.inquiry('lab')).toMatchObject({ status: 'closed' });
    await world.command('anna', 'resume', { channel: world.platform.channel('kitchen') });
    expect(await world.inquiry('kitchen')).toMatchObject({ status: 'running' });
    expect(await world.inquiry('lab')).toMatchObject({ status: 'closed' });
  });
});

describe('one inquiry in two channels', () => {
  async function one(): Promise<World> {
    const world = await createWorld({
      people: PEOPLE,
      channels: [
        { id: 'kitchen', members: ['anna', 'bo', 'cia', 'dan'] },
        { id: 'lab', members: ['dan', 'fia', 'gus'] },
      ],
    });
    await world.begin({ channels: ['kitchen', 'lab'] });
    await world.until('2026-03-02 09:00');
    return world;
  }

  it('asks, hears and gives back in both; whoever is in both is one', async () => {
    const world = await one();
    await world.say('bo', 'From the kitchen.', { channel: world.platform.channel('kitchen') });
    await world.say('gus', 'From the lab.', { channel: world.platform.channel('lab') });
    expect(await world.store.participants.count({})).toBe(6);
    await world.until('2026-03-06 16:00');
    for (const channel of ['kitchen', 'lab']) {
      const said = world.inChannel(channel);
      expect(said.at(-1)?.text).toContain('From the kitchen.');
      expect(said.at(-1)?.text).toContain('From the lab.');
    }
    expect(world.privately('dan')).toHaveLength(1);
  });

  it('leaving one channel is not leaving the inquiry; leaving both is', async () => {
    const world = await one();
    await world.act('dan', (hands) => hands.leave(world.platform.channel('lab')));
    const dan = async () => (await world.store.participants.find({ person: world.platform.person('dan') }))[0];
    expect((await dan())?.leftAt).toBeNull();
    await world.act('dan', (hands) => hands.leave(world.platform.channel('kitchen')));
    expect((await dan())?.leftAt).not.toBeNull();
  });

  it('a withdrawal is edited out of both', async () => {
    const world = await one();
    const ref = await world.say('gus', 'Gone soon.', { channel: world.platform.channel('lab') });
    await world.until('2026-03-06 16:00');
    await world.act('gus', (hands) => hands.delete(ref));
    for (const channel of ['kitchen', 'lab']) expect(world.inChannel(channel).at(-1)?.text).not.toContain('Gone soon.');
  });

  it('closing it frees both', async () => {
    const world = await one();
    await world.close('anna', { channel: world.platform.channel('kitchen') });
    expect(await world.store.channels.count({ inquiryId: null })).toBe(2);
    for (const channel of ['kitchen', 'lab'])
      expect(world.inChannel(channel).at(-1)?.text).toBe(
        world.flow.content.say('en', 'inquiry.closed', { topic: 'Our shared work' }).replaceAll('**', ''),
      );
  });
});
