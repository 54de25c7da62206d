import { describe, expect, it } from 'vitest';
import { receiveEvent } from '../../src/flow/receive-event.ts';
import { createWorld, type InquiryOptions, type World } from './world.ts';

const en = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');
const TOPIC = { topic: 'Our shared work' };

async function open(inquiry: InquiryOptions = {}): Promise<World> {
  const world = await createWorld();
  await world.begin(inquiry);
  await world.until('2026-03-02 09:00');
  return world;
}
const rounds = async (world: World) =>
  (await world.store.rounds.find({}, { by: 'number' })).map((each) => [each.number, each.status]);
const asked = (world: World) =>
  world
    .inChannel()
    .filter((each) => each.choices.some((it) => it.action === 'answer-privately'))
    .map((each) => each.sentAt.toISOString().slice(0, 10));

describe('pausing', () => {
  it('is said in the channel; nothing is gathered, asked, nudged or given back until it goes on', async () => {
    const world = await open();
    await world.command('anna', 'pause');
    expect(world.lastTo('anna')).toBe(en(world, 'did.pause'));
    expect(world.inChannel().at(-1)?.text).toBe(en(world, 'inquiry.paused', TOPIC));
    const messages = world.platform.messages().length;
    await world.say('bo', 'Into the void.');
    await world.until('2026-03-20 18:00');
    expect(world.platform.messages()).toHaveLength(messages + 1);
    expect(await world.store.contributions.count({})).toBe(0);
  });

  it('twice is once', async () => {
    const world = await open();
    await world.command('anna', 'pause');
    await world.command('anna', 'pause');
    expect(world.inChannel().filter((each) => each.text === en(world, 'inquiry.paused', TOPIC))).toHaveLength(1);
  });

  it('for a day or two: what fell due happens when it goes on', async () => {
    const world = await open();
    await world.until('2026-03-08 12:00');
    await world.command('anna', 'pause');
    await world.until('2026-03-10 10:00');
    expect(asked(world)).toEqual(['2026-03-02']);
    await world.command('anna', 'resume');
    expect(world.lastTo('anna')).toBe(en(world, 'did.resume'));
    expect(asked(world)).toEqual(['2026-03-02', '2026-03-10']);
    await world.until('2026-03-16 09:00');
    expect(asked(world)).toEqual(['2026-03-02', '2026-03-10', '2026-03-16']);
  });

  it('for weeks: the questions go on one a week from then, none is opened only to be closed', async () => {
    const world = await open();
    await world.command('anna', 'pause');
    await world.until('2026-03-26 10:00');
    await world.command('anna', 'resume');
    expect(asked(world)).toEqual(['2026-03-02']);
    await world.until('2026-04-14 12:00');
    // Easter Monday is a holiday.
    expect(asked(world)).toEqual(['2026-03-02', '2026-03-30', '2026-04-07', '2026-04-13']);
    expect((await rounds(world)).slice(0, 5)).toEqual([
      [1, 'closed'],
      [2, 'closed'],
      [3, 'closed'],
      [4, 'open'],
      [5, 'planned'],
    ]);
    const digests = world.inChannel().filter((each) => each.picture !== null);
    expect(digests.map((each) => each.sentAt.toISOString().slice(0, 10))).toEqual([
      '2026-03-27',
      '2026-04-03',
      '2026-04-10',
    ]);
  });

  it('over the end of a programme that repeats does not end it', async () => {
    const world = await open();
    await world.until('2026-05-05 12:00');
    await world.command('anna', 'pause');
    await world.until('2026-06-03 12:00');
    await world.command('anna', 'resume');
    await world.until('2026-06-08 12:00');
    expect(asked(world).at(-1)).toBe('2026-06-08');
  });
});

describe('skipping', () => {
  it('closes the question that is open, or passes over the next one, and says which', async () => {
    const world = await open();
    await world.command('anna', 'skip');
    expect(world.lastTo('anna')).toBe(en(world, 'skip.done', { number: 1 }));
    await world.command('anna', 'skip');
    expect(world.lastTo('anna')).toBe(en(world, 'skip.done', { number: 2 }));
    expect((await rounds(world)).slice(0, 3)).toEqual([
      [1, 'closed'],
      [2, 'skipped'],
      [3, 'planned'],
    ]);
    await world.until('2026-03-16 12:00');
    expect(asked(world)).toEqual(['2026-03-02', '2026-03-16']);
  });

  it('of the last one of a programme asks the facilitators what comes next', async () => {
    const world = await open({ programme: 'five-d' });
    for (let n = 0; n < 5; n += 1) await world.command('anna', 'skip');
    expect(world.privately('anna').map((each) => each.text)).toContain(
      en(world, 'facilitator.last-round-closed', TOPIC),
    );
    await world.command('anna', 'skip');
    expect(world.lastTo('anna')).toBe(en(world, 'skip.nothing'));
  });
});

describe('a programme', () => {
  it('that ends asks its facilitators, and only them, what comes next', async () => {
    const world = await open({ programme: 'five-d' });
    await world.until('2026-04-02 12:00');
    const isAsked = (who: string) =>
      world.privately(who).filter((each) => each.text === en(world, 'facilitator.last-round-closed', TOPIC)).length;
    expect(isAsked('anna')).toBe(0);
    await world.until('2026-04-20 12:00');
    expect([isAsked('anna'), isAsked('bo')]).toEqual([1, 0]);
    // Week after week with nothing to say is no news.
    const before = world.inChannel().length;
    await world.until('2026-05-20 12:00');
    expect(world.inChannel()).toHaveLength(before);
  });

  it('that repeats goes on with new rounds, numbered on, also when questions were added between', async () => {
    const world = await open();
    for (const text of ['One more?', 'And one?']) {
      await world.command('anna', 'ask');
      await world.submit('anna', { text, days: '2' });
    }
    await world.until('2026-05-11 12:00');
    const all = await world.store.rounds.find({}, { by: 'number' });
    expect(new Set(all.map((each) => each.number)).size).toBe(all.length);
    expect(all).toHaveLength(22);
    expect(all.filter((each) => each.status === 'open').map((each) => each.key)).toEqual(['went-well']);
    expect(asked(world).at(-1)).toBe('2026-05-11');
  });
});

describe('an extra question', () => {
  it('is asked at once, in the facilitator’s words, and takes answers', async () => {
    const world = await open();
    await world.command('anna', 'ask');
    await world.submit('anna', { text: 'What *surprised* you?', days: '2' });
    expect(world.lastTo('anna')).toBe(en(world, 'ask.done'));
    expect(world.inChannel().at(-1)?.text).toContain('What *surprised* you?');
    await world.say('bo', 'That it rained.', { threadRef: world.inChannel().at(-1)?.ref ?? '' });
    const [said] = await world.store.contributions.find({});
    const round = await world.store.rounds.get(said?.roundId ?? '');
    expect(round).toMatchObject({ key: 'extra', ownText: 'What *surprised* you?', number: 11, status: 'open' });
    await world.until('2026-03-04 15:00');
    expect(await world.store.rounds.get(round?.id ?? '')).toMatchObject({ status: 'closed' });
  });

  it.each([
    ['no words', { text: '  ', days: '5' }],
    ['a window without end', { text: 'Why?', days: '99999999999' }],
    ['a window that is no number', { text: 'Why?', days: 'NaN' }],
    ['a window into the past', { text: 'Why?', days: '-5' }],
  ])('with %s is not asked', async (_, answers) => {
    const world = await open();
    await world.command('anna', 'ask');
    await world.submit('anna', answers);
    expect(world.lastTo('anna')).toBe(en(world, 'form.not-understood'));
    expect(await world.store.rounds.count({ key: 'extra' })).toBe(0);
    expect(world.warnings).toEqual([]);
  });
});

describe('closing', () => {
  it('ends everything with a last digest of what was not given back, and frees the channel', async () => {
    const world = await createWorld({ flow: { labelAfterMs: 3_600_000 } });
    await world.begin();
    await world.until('2026-03-02 09:00');
    await world.say('bo', 'Just before the end.');
    await world.close('anna');
    expect(await world.inquiry()).toMatchObject({ status: 'closed' });
    const [digest] = await world.store.digests.find({});
    expect(digest?.content.ledger).toMatchObject({ total: 1, themed: 1, unprocessed: 0 });
    expect(world.inChannel().at(-1)?.text).toBe(en(world, 'inquiry.closed', TOPIC));
    const messages = world.platform.messages().length;
    await world.say('bo', 'After the end.');
    await world.until('2026-04-20 12:00');
    expect(world.platform.messages()).toHaveLength(messages + 1);
    expect(await world.store.contributions.count({})).toBe(1);
    await world.command('anna', 'digest');
    expect(world.lastTo('anna')).toBe(en(world, 'no-inquiry-here'));
    await world.begin({ id: 'next', startsOn: '2026-04-21' });
    expect(await world.inquiry('next')).toMatchObject({ status: 'running' });
  });

  it('without anything new gives no digest', async () => {
    const world = await open();
    await world.close('anna', { private: true });
    expect(world.lastTo('anna')).toBe(en(world, 'did.close'));
    expect(await world.store.digests.count({})).toBe(0);
  });

  it('from a pause works as well', async () => {
    const world = await open();
    await world.say('bo', 'Before the pause.');
    await world.command('anna', 'pause');
    await world.close('anna');
    expect(await world.inquiry()).toMatchObject({ status: 'closed' });
    expect(await world.store.digests.count({})).toBe(1);
  });
});

describe('people come and go', () => {
  it('whoever joins is welcomed in private and asked from then on; whoever leaves is asked nothing more', async () => {
    const members = ['anna', 'bo', 'cia', 'dan', 'eva'];
    const world = await createWorld({ channels: [{ id: 'kitchen', members }] });
    await world.begin();
    await world.until('2026-03-02 09:00');
    await world.act('gus', (hands) => hands.join());
    expect(world.lastTo('gus')).toBe(en(world, 'joined', TOPIC));
    await world.act('eva', (hands) => hands.leave());
    await world.until('2026-03-04 12:00');
    expect(world.choicesOf('gus').map((each) => each.action)).toContain('why-me');
    expect(world.privately('eva')).toEqual([]);
    await world.act('eva', (hands) => hands.join());
    expect(await world.store.participants.count({ leftAt: null })).toBe(6);
    expect(await world.store.participants.count({})).toBe(6);
  });

  it('what somebody said stays when they leave, and they can still take it back', async () => {
    const world = await open();
    await world.tell('dan', 'A parting word.');
    await world.act('dan', (hands) => hands.leave());
    await world.press('dan', 'withdraw');
    expect(await world.store.contributions.find({})).toMatchObject([{ status: 'withdrawn', text: '' }]);
  });
});

describe('a workspace that removes Porras', () => {
  it('gets nothing more, and its inquiries wait until somebody takes them up again', async () => {
    const world = await open();
    const base = (id: string) => ({ id: `memory:${id}`, at: world.flow.clock.now(), workspaceId: 'memory' });
    await receiveEvent(world.flow)({ ...base('in'), type: 'installed', name: 'Town' });
    await receiveEvent(world.flow)({ ...base('out'), type: 'removed' });
    await world.settle();
    const messages = world.platform.messages().length;
    await world.command('anna', 'status');
    await world.until('2026-03-16 12:00');
    expect(world.platform.messages()).toHaveLength(messages);
    expect(await world.inquiry()).toMatchObject({ status: 'paused' });
    expect(await world.store.deliveries.count({ status: ['planned', 'sending'] })).toBe(0);
    await receiveEvent(world.flow)({ ...base('again'), type: 'installed', name: 'Town' });
    await world.settle();
    await world.command('anna', 'resume');
    expect(world.lastTo('anna')).toBe(en(world, 'did.resume'));
    expect(asked(world)).toHaveLength(2);
  });
});
