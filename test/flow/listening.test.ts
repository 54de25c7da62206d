import { describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { assignThemes } from '../../src/flow/theme/assign-themes.ts';
import { handleEvent } from '../../src/flow/handle-event.ts';
import { receiveEvent } from '../../src/flow/receive-event.ts';
import { createWorld, type World } from './world.ts';

async function open(options: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = await createWorld(options);
  await world.begin();
  await world.until('2026-03-02 09:00');
  return world;
}

const said = (world: World) => world.store.contributions.find({}, { by: 'sentAt' });
const labelOf = async (world: World, text: string) => {
  const [contribution] = (await said(world)).filter((each) => each.text === text);
  return (await world.store.assignments.find({ contributionId: contribution?.id ?? '', supersededAt: null }))[0];
};
const sprouts = (world: World) =>
  world.platform.messages().filter((each) => each.reactions.some(({ emoji, by }) => emoji === '🌱' && by === null));

describe('what people say in the channel', () => {
  it('is stored once, belongs to the round that is open, is labelled, and gets a quiet sign', async () => {
    const world = await open();
    const ref = await world.say('bo', 'We made the form shorter.');
    expect(await said(world)).toMatchObject([
      {
        text: 'We made the form shorter.',
        participantId: 'inquiry/memory:person/bo',
        roundId: 'inquiry-r1',
        visibility: 'named',
        via: 'channel',
        ref,
        status: 'live',
        lang: 'en',
      },
    ]);
    expect(await labelOf(world, 'We made the form shorter.')).toMatchObject({ step: 'processes', by: 'lexical' });
    expect(sprouts(world).map((each) => each.ref)).toEqual([ref]);
    expect(world.inChannel()).toHaveLength(2);
  });

  it('is one contribution when the platform delivers it twice, before and after it was handled', async () => {
    const world = await open();
    const event: PlatformEvent = {
      id: 'memory:twice',
      at: world.flow.clock.now(),
      workspaceId: 'memory',
      type: 'message-posted',
      place: { channel: world.platform.channel('kitchen'), private: false },
      by: { address: world.platform.person('bo'), name: 'Bo', isBot: false },
      ref: 'memory:message/twice',
      threadRef: null,
      text: 'Said once.',
    };
    await receiveEvent(world.flow)(event);
    await receiveEvent(world.flow)(event);
    await world.settle();
    await receiveEvent(world.flow)(event);
    await world.settle();
    // Under another id too, as platforms do that tell of a mention and of the message.
    await receiveEvent(world.flow)({ ...event, id: 'memory:twice-again' });
    await world.settle();
    expect(await said(world)).toHaveLength(1);
    expect(await world.store.assignments.count({})).toBe(1);
  });

  it('is one contribution when two jobs handle its event at once', async () => {
    const world = await open();
    await world.platform.as('bo').post('At once.');
    const [event] = await world.store.events.find({ handledAt: null });
    await Promise.all([1, 2, 3].map(() => handleEvent(world.flow, event?.id ?? '')));
    await world.settle();
    expect(await said(world)).toMatchObject([{ text: 'At once.' }]);
    expect(await world.store.answered.find({})).toHaveLength(1);
  });

  it('is labelled once when two jobs label it at once, and a placement by a person that comes between is kept', async () => {
    const world = await open({ flow: { labelAfterMs: 3_600_000 } });
    await world.say('bo', 'Both read this.');
    const [contribution] = await said(world);
    world.analyst.meanwhile = async () => {
      world.analyst.meanwhile = null;
      await world.command('cia', 'move');
      await world.submit('cia', { contribution: contribution?.id ?? '', step: 'needs' });
    };
    await Promise.allSettled([assignThemes(world.flow, 'inquiry'), assignThemes(world.flow, 'inquiry')]);
    await world.later(4 * 3_600_000);
    const current = await world.store.assignments.find({ supersededAt: null });
    expect(current).toMatchObject([{ step: 'needs', by: 'person:inquiry/memory:person/cia' }]);
  });

  it('follows its thread: an answer to an answer belongs to the round of what it answers', async () => {
    const world = await open();
    const first = await world.say('bo', 'In the first week.');
    await world.until('2026-03-09 09:00');
    await world.say('cia', 'Late, but to that.', { threadRef: first });
    await world.say('dan', 'To the new question.');
    const [one, late, fresh] = await said(world);
    expect(late).toMatchObject({ replyTo: one?.id, roundId: 'inquiry-r1' });
    expect(fresh).toMatchObject({ replyTo: null, roundId: 'inquiry-r2' });
  });

  it('counts as an answer to the first question when it was said on its morning, before it was asked', async () => {
    const world = await createWorld();
    await world.begin();
    await world.until('2026-03-02 07:30');
    await world.say('bo', 'Good morning, I begin.');
    await world.until('2026-03-02 09:00');
    expect(await said(world)).toMatchObject([{ roundId: 'inquiry-r1' }]);
    await world.until('2026-03-04 12:00');
    expect(world.privately('bo')).toEqual([]);
    expect(world.privately('cia')).toHaveLength(1);
  });

  it('is nothing that a bot says, and nothing without words', async () => {
    const world = await open({
      people: [
        { id: 'anna', name: 'Anna' },
        { id: 'calendar', name: 'Calendar', isBot: true },
      ],
    });
    await world.say('calendar', 'Meeting in five minutes.');
    await world.say('anna', '   \n ');
    expect(await said(world)).toEqual([]);
    expect(await world.store.participants.find({})).toMatchObject([{ name: 'Anna' }]);
  });

  it('in private that is only the name of Porras asks for help, and is no contribution', async () => {
    const world = await open();
    for (const call of ['Porras', 'porras?']) await world.tell('bo', call);
    expect(await said(world)).toEqual([]);
    expect(world.lastTo('bo')).toContain('settings');
    await world.tell('bo', 'Porras should ask shorter questions.');
    expect(await said(world)).toHaveLength(1);
  });

  it('may begin with the name of Porras, and closes nothing by accident', async () => {
    const world = await open();
    await world.say('anna', '@porras close to our customers we heard the most.');
    await world.say('anna', '@Porras: thank you, that was a good question.');
    expect((await said(world)).map((each) => each.text)).toEqual([
      'close to our customers we heard the most.',
      'thank you, that was a good question.',
    ]);
    expect((await world.inquiry()).status).toBe('running');
    await world.say('anna', '@porras close');
    await world.tell('anna', '2');
    expect((await world.inquiry()).status).toBe('closed');
  });

  it('is heard again when its analysis failed, and others are not kept waiting by it', async () => {
    const world = await open({ flow: { labelAfterMs: 1 } });
    world.analyst.unreadable = /unreadable/;
    for (let n = 0; n < 60; n += 1) await world.say('bo', `unreadable ${n}`);
    await world.say('cia', 'Easy to read.');
    await world.later(60_000);
    expect(await labelOf(world, 'Easy to read.')).toBeDefined();
    expect(await world.store.contributions.count({ labelledAt: null })).toBe(60);
    world.analyst.unreadable = null;
    await world.say('dan', 'And one more.');
    await world.later(60_000);
    expect(await world.store.contributions.count({ labelledAt: null })).toBe(0);
  });
});

describe('an edit', () => {
  it('replaces the words and has the new ones labelled', async () => {
    const world = await open();
    world.analyst.script = { ask: { step: 'needs', kind: 'question' } };
    const ref = await world.say('bo', 'We shortened it.');
    await world.later(60_000);
    await world.act('bo', (hands) => hands.edit(ref, 'Did we ask the customers?'));
    expect(await said(world)).toMatchObject([{ text: 'Did we ask the customers?' }]);
    expect(await labelOf(world, 'Did we ask the customers?')).toMatchObject({ step: 'needs', kind: 'question' });
  });

  it('that comes while its old words are being read is not labelled by them', async () => {
    const world = await open();
    world.analyst.script = { old: { step: 'information' }, new: { step: 'needs' } };
    world.analyst.meanwhile = async () => {
      world.analyst.meanwhile = null;
      const [row] = await said(world);
      await world.store.contributions.update(
        { id: row?.id ?? '' },
        { text: 'new words', editedAt: world.flow.clock.now(), labelledAt: null },
      );
    };
    await world.say('bo', 'old words');
    const labels = await world.store.assignments.find({});
    expect(labels).toMatchObject([{ step: 'needs' }]);
  });

  it('that is older than the last one changes nothing', async () => {
    const world = await open();
    const ref = await world.say('bo', 'First.');
    await world.later(60_000);
    await world.act('bo', (hands) => hands.edit(ref, 'Second.'));
    const stale = { type: 'message-edited', id: 'memory:stale', workspaceId: 'memory', ref, text: 'Stale.' } as const;
    const place = { channel: world.platform.channel('kitchen'), private: false };
    const by = { address: world.platform.person('bo'), name: 'Bo', isBot: false };
    const at = new Date(world.flow.clock.now().getTime() - 30_000);
    await receiveEvent(world.flow)({ ...stale, place, by, at });
    await world.later(120_000);
    expect(await said(world)).toMatchObject([{ text: 'Second.' }]);
  });

  it('of a message that was none of the inquiry changes nothing', async () => {
    const world = await createWorld();
    const ref = await world.say('bo', 'Before any inquiry.');
    await world.begin();
    await world.act('bo', (hands) => hands.edit(ref, 'Changed now.'));
    await world.later(300_000);
    expect(await said(world)).toEqual([]);
    expect(await world.store.events.count({ handledAt: null })).toBe(0);
    expect(world.warnings).toEqual([]);
  });
});

describe('a change that comes before its message', () => {
  const place = (world: World) => ({ channel: world.platform.channel('kitchen'), private: false });
  const base = (world: World, id: string) => ({ id, at: world.flow.clock.now(), workspaceId: 'memory' });
  const by = (world: World, id: string) => ({ address: world.platform.person(id), name: id, isBot: false });

  async function receive(world: World, what: 'reaction' | 'edit' | 'deletion'): Promise<void> {
    const ref = 'memory:message/late';
    const common = { ...base(world, 'memory:early'), place: place(world), ref };
    const events: Record<typeof what, PlatformEvent> = {
      reaction: { ...common, type: 'reaction-added', by: by(world, 'cia'), emoji: '👍' },
      edit: { ...common, type: 'message-edited', by: by(world, 'bo'), text: 'As it is now.' },
      deletion: { ...common, type: 'message-deleted' },
    };
    await receiveEvent(world.flow)(events[what]);
    await world.settle();
    await world.later(3_000);
    await receiveEvent(world.flow)({
      ...base(world, 'memory:late'),
      type: 'message-posted',
      place: place(world),
      by: by(world, 'bo'),
      ref,
      threadRef: null,
      text: 'As it was.',
    });
    await world.later(300_000);
  }

  it.each([
    ['reaction', { text: 'As it was.', status: 'live' }, 1],
    ['edit', { text: 'As it is now.', status: 'live' }, 0],
    ['deletion', { text: '', status: 'deleted' }, 0],
  ] as const)('waits for it: %s', async (what, expected, reactions) => {
    const world = await open();
    await receive(world, what);
    expect(await said(world)).toMatchObject([expected]);
    expect(await world.store.reactions.count({})).toBe(reactions);
    expect(await world.store.events.count({ handledAt: null })).toBe(0);
  });
});

describe('a reaction', () => {
  it('is kept, can be taken back, and says nothing on one’s own words', async () => {
    const world = await open();
    const ref = await world.say('bo', 'We shortened it.');
    await world.act('cia', (hands) => hands.react(ref, '👏'));
    await world.act('cia', (hands) => hands.react(ref, '👏'));
    await world.act('bo', (hands) => hands.react(ref, '💪'));
    expect(await world.store.reactions.find({})).toMatchObject([
      { emoji: '👏', participantId: 'inquiry/memory:person/cia' },
    ]);
    await world.act('cia', (hands) => hands.unreact(ref, '👏'));
    expect(await world.store.reactions.count({})).toBe(0);
  });

  it('to words that were taken back is none', async () => {
    const world = await open();
    const ref = await world.say('bo', 'Never mind.');
    await world.command('bo', 'mine');
    await world.press('bo', 'withdraw');
    await world.act('cia', (hands) => hands.react(ref, '👏'));
    expect(await world.store.reactions.count({})).toBe(0);
  });
});

describe('a deletion', () => {
  it('leaves nothing of the words, and that something was said', async () => {
    const world = await open();
    const ref = await world.say('bo', 'Secret plan.');
    await world.act('bo', (hands) => hands.delete(ref));
    expect(await said(world)).toMatchObject([{ text: '', status: 'deleted' }]);
    expect(await world.store.assignments.count({})).toBe(0);
    expect(JSON.stringify(await world.rows())).not.toContain('Secret plan.');
  });
});
