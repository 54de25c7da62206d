import { describe, expect, it } from 'vitest';
import { viewForPerson } from '../../src/flow/ask/view-for-person.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const say = (world: World, key: string, params = {}, lang: 'en' | 'fi' | 'sv' = 'en') =>
  world.flow.content.say(lang, key, params);

async function open(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  await world.begin();
  await world.until('2026-03-02 09:00');
  return world;
}
const question = (world: World) =>
  world.platform.messages().find((each) => each.choices.some((it) => it.action === 'answer-privately'));
const ref = (world: World): string => question(world)?.ref ?? '';
/** What this person sees in place of the question once they have looked. */
async function seen(world: World, who: string) {
  await world.act(who, (hands) => hands.look(ref(world)));
  const shown = world.platform.visibleTo(who).find((each) => each.ref === ref(world));
  return { text: shown?.text ?? '', actions: shown?.choices.map((each) => each.action) ?? [], choices: shown?.choices };
}
const PLAIN = ['answer-anonymously', 'answer-privately'];

describe('who looks at a question', () => {
  it('sees it as it is, before they have answered', async () => {
    const world = await open();
    await world.say('cia', 'We tidied up.');
    expect(await seen(world, 'bo')).toMatchObject({ text: question(world)?.text, actions: PLAIN });
  });

  it('sees after it that they have, how often, and what can be done about it, wherever they answered', async () => {
    const world = await open();
    await world.say('bo', 'We tidied up.');
    expect(await seen(world, 'bo')).toMatchObject({
      text: `${question(world)?.text}\n\n${say(world, 'view.answered', { answers: 1 })}`,
      actions: ['show-mine', ...PLAIN],
    });
    await world.tell('bo', 'It took an hour.');
    expect((await seen(world, 'bo')).text).toContain(say(world, 'view.answered', { answers: 2 }));
    expect((await seen(world, 'cia')).actions).toEqual(PLAIN);
  });

  it('reads what is about them in their own language, and the question in the inquiry’s', async () => {
    const world = await open();
    await world.store.participants.update({ person: world.platform.person('bo') }, { lang: 'fi' });
    await world.say('bo', 'Siivosimme.');
    const { text, choices } = await seen(world, 'bo');
    expect(text).toBe(`${question(world)?.text}\n\n${say(world, 'view.answered', { answers: 1 }, 'fi')}`);
    expect(choices?.map((each) => each.label)).toEqual(
      ['show-mine', ...PLAIN].map((action) => say(world, `choice.${action}`, {}, 'fi')),
    );
  });

  it('finds what they said by the button, in private', async () => {
    const world = await open();
    await world.say('bo', 'We tidied up.');
    await seen(world, 'bo');
    await world.press('bo', 'show-mine');
    expect(world.lastTo('bo')).toContain('We tidied up.');
    expect(world.privately('cia')).toEqual([]);
  });

  it('sees it plain again once they have taken everything back', async () => {
    const world = await open();
    await world.tell('bo', 'We tidied up.');
    expect((await seen(world, 'bo')).actions).toContain('show-mine');
    await world.press('bo', 'withdraw');
    expect((await seen(world, 'bo')).actions).toEqual(PLAIN);
  });

  it('has the button to answer in the channel where threads may not be heard', async () => {
    const world = await open({ without: ['hear-threads'] });
    await world.say('bo', 'We tidied up.');
    expect((await seen(world, 'bo')).actions).toEqual(['show-mine', 'answer-in-channel', ...PLAIN]);
  });

  it('is told that it has closed, with no more buttons than what they said', async () => {
    const world = await open();
    await world.say('bo', 'We tidied up.');
    await world.until('2026-03-06 15:30');
    const closed = say(world, 'view.closed');
    const [bo, cia] = [await seen(world, 'bo'), await seen(world, 'cia')];
    for (const { text } of [bo, cia]) {
      expect(text).toContain(closed);
      expect(text).not.toContain('Answer in this thread');
    }
    expect([bo.actions, cia.actions]).toEqual([['show-mine'], []]);
  });
});

describe('a further question', () => {
  async function reflecting(options: WorldOptions = {}): Promise<{ world: World; further: string }> {
    const world = await open(options);
    await world.say('bo', 'We tidied up.');
    await world.until('2026-03-05 09:00');
    const asked = world.inChannel().find((each) => each.text.startsWith("You're under way"));
    return { world, further: asked?.ref ?? '' };
  }
  const actionsOf = (world: World, of: string) =>
    world
      .inChannel()
      .find((each) => each.ref === of)
      ?.choices.map((each) => each.action);

  it('is answered in its thread where that is heard, and by its buttons elsewhere', async () => {
    const heard = await reflecting();
    expect(actionsOf(heard.world, heard.further)).toEqual([]);
    const { world, further } = await reflecting({ without: ['hear-threads'] });
    expect(actionsOf(world, further)).toEqual(['answer-in-channel', ...PLAIN]);
    await world.press('cia', 'answer-in-channel');
    await world.submit('cia', { text: 'And we kept it tidy.' });
    expect(world.inChannel().at(-1)).toMatchObject({ threadRef: further });
    expect(await world.store.contributions.find({ via: 'channel' })).toMatchObject([
      { roundId: 'inquiry-r1' },
      { roundId: 'inquiry-r1', text: 'And we kept it tidy.' },
    ]);
  });

  it('does not say that it has been answered, since answers are to the round; when that closes, it says so', async () => {
    const { world, further } = await reflecting({ without: ['hear-threads'] });
    const bo = world.platform.person('bo');
    const asked = await viewForPerson(world.flow, further, world.platform.person('cia'));
    expect(await viewForPerson(world.flow, further, bo)).toEqual(asked);
    await world.until('2026-03-06 15:30');
    const closed = await viewForPerson(world.flow, further, bo);
    const question = asked?.message.text.split('\n\n').slice(0, -1).join('\n\n');
    expect(closed?.message.text).toBe(`${question}\n\n${say(world, 'view.closed')}`);
    expect(closed?.message.choices ?? []).toEqual([]);
  });
});

describe('a view tells on nobody', () => {
  it('an anonymous answer leaves no trace in it', async () => {
    const world = await open();
    await world.press('dan', 'answer-anonymously');
    await world.submit('dan', { text: 'The reports are read by nobody.' });
    expect(await world.store.answered.count({ participantId: 'inquiry/memory:person/dan' })).toBe(1);
    expect(await seen(world, 'dan')).toMatchObject({ text: question(world)?.text, actions: PLAIN });
    await world.tell('dan', 'And they are long.');
    expect((await seen(world, 'dan')).text).toContain(say(world, 'view.answered', { answers: 1 }));
  });

  it('nor does “I’ve said it elsewhere”', async () => {
    const world = await open();
    await world.until('2026-03-04 12:00');
    await world.press('dan', 'contributed-elsewhere');
    expect((await seen(world, 'dan')).actions).toEqual(PLAIN);
  });

  it('whoever looks on is a stranger to it: not in the inquiry, gone from it, or nobody at all', async () => {
    const world = await open();
    await world.say('bo', 'We tidied up.');
    await world.act('bo', (hands) => hands.leave());
    const plain = await viewForPerson(world.flow, ref(world), world.platform.person('cia'));
    for (const who of [world.platform.person('bo'), 'memory:person/out', 'slack:T1:U1', ''])
      expect(await viewForPerson(world.flow, ref(world), who)).toEqual(plain);
  });

  it('looking leaves no trace and changes nothing', async () => {
    const world = await open();
    await world.say('bo', 'We tidied up.');
    await world.settle();
    const before = JSON.stringify(await world.rows());
    for (const who of ['anna', 'bo', 'cia']) await viewForPerson(world.flow, ref(world), world.platform.person(who));
    expect(JSON.stringify(await world.rows())).toBe(before);
  });

  it('a message of another kind has none, and what goes wrong gives the message as it was posted', async () => {
    const world = await open();
    const [welcome] = world.inChannel();
    const bo = world.platform.person('bo');
    expect(await viewForPerson(world.flow, welcome?.ref ?? '', bo)).toBeNull();
    expect(await viewForPerson(world.flow, 'memory:message/none', bo)).toBeNull();
    const broken = { ...world.flow.store, participants: { ...world.flow.store.participants } };
    broken.participants.get = async () => {
      throw new Error('away');
    };
    const view = await viewForPerson({ ...world.flow, store: broken }, ref(world), bo);
    expect(view).toMatchObject({ message: { text: question(world)?.text }, lang: 'en' });
    expect(world.warnings).toMatchObject([{ ids: { deliveryId: expect.stringMatching(/^round:inquiry-r1:/) } }]);
  });
});
