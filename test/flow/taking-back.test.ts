import { describe, expect, it } from 'vitest';
import { observeRound } from '../../src/flow/ask/observe-round.ts';
import { readBoard } from '../../src/flow/give-back/read-board.ts';
import { takeBack } from '../../src/flow/contribute/withdraw-contribution.ts';
import { createWorld, type World } from './world.ts';

const WORDS = 'Our unit loses a day a week to double bookkeeping';

/** A week in which Dan said something in private, and the digest quoted it. */
async function digested(): Promise<World> {
  const world = await createWorld();
  world.analyst.script = { 'double bookkeeping': { step: 'information', kind: 'concern' }, dull: { step: 'none' } };
  await world.begin();
  await world.until('2026-03-02 09:00');
  await world.tell('dan', `${WORDS}.`);
  await world.say('bo', 'We shortened the form.', { ref: 'bo' });
  await world.say('cia', 'A dull day.', { ref: 'cia' });
  await world.until('2026-03-06 16:00');
  return world;
}

const everything = async (world: World): Promise<string> =>
  JSON.stringify([
    await world.rows(),
    world.platform.messages().filter((each) => each.by === null),
    await readBoard(world.flow, 'inquiry'),
    await observeRound(world.flow, await world.inquiry(), (await world.store.rounds.get('inquiry-r1'))!),
  ]);

describe('taking a contribution back', () => {
  it('reaches what is stored, the board, the sub-theme, the observation sheet, and the digest, posted or not', async () => {
    const world = await digested();
    expect(world.inChannel().at(-1)?.text).toContain(WORDS);
    expect(await everything(world)).toContain('All about information');
    await world.press('dan', 'withdraw');
    expect(await everything(world)).not.toContain(WORDS);
    expect(await everything(world)).not.toContain('All about information');
    const posted = world.inChannel().at(-1);
    expect(posted?.editedAt).not.toBeNull();
    expect(posted?.text).toContain('We shortened the form.');
    expect(new TextDecoder().decode(posted?.picture ?? new Uint8Array())).not.toContain('All about information');
    const [digest] = await world.store.digests.find({});
    expect(digest?.content.ledger).toMatchObject({ total: 3, themed: 1, none: 1, withdrawn: 1 });
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'withdraw.done'));
  });

  it('takes it out of the part of the ledger in which it was', async () => {
    const world = await digested();
    await world.act('cia', (hands) => hands.delete('cia'));
    const [digest] = await world.store.digests.find({});
    expect(digest?.content.ledger).toMatchObject({ total: 3, themed: 2, none: 0, withdrawn: 1 });
  });

  it('takes a momentum with it, and the link of a commitment', async () => {
    const world = await createWorld();
    world.analyst.script = { 'even the other': { signals: ['build'] }, shorter: { kind: 'idea' } };
    await world.begin();
    await world.until('2026-03-02 09:00');
    await world.say('bo', 'We made it shorter.', { ref: 'idea' });
    await world.say('cia', 'Let us do even the other.', { threadRef: 'idea' });
    const [idea] = await world.store.contributions.find({ ref: 'idea' });
    await world.command('cia', 'commit');
    await world.submit('cia', { idea: idea?.id ?? '', text: 'I do', dueOn: '2026-03-20' });
    await world.until('2026-03-06 16:00');
    const momentums = async () => (await world.store.digests.find({})).flatMap((each) => each.content.momentums);
    expect(await momentums()).toHaveLength(1);
    await world.act('bo', (hands) => hands.delete('idea'));
    expect(await momentums()).toEqual([]);
    expect(
      world
        .inChannel()
        .map((each) => each.text)
        .join(),
    ).not.toContain('We made it shorter.');
    expect(await world.store.commitments.find({})).toMatchObject([{ contributionId: null, text: 'I do' }]);
  });

  it('is for its author alone, once', async () => {
    const world = await digested();
    const [row] = await world.store.contributions.find({ via: 'private' });
    await world.forge('bo', { type: 'choice-pressed', action: 'withdraw', value: row?.id ?? '' });
    expect(world.lastTo('bo')).toBe(world.flow.content.say('en', 'not-allowed'));
    expect(await world.store.contributions.count({ status: 'live' })).toBe(3);
    await world.press('dan', 'withdraw');
    await world.press('dan', 'withdraw');
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'withdraw.already'));
    const [digest] = await world.store.digests.find({});
    expect(digest?.content.ledger).toMatchObject({ total: 3, withdrawn: 1 });
  });

  it('works for a digest that was posted and has since been deleted in the channel', async () => {
    const world = await digested();
    const posted = world.inChannel().at(-1);
    await world.platform.delete(posted?.ref ?? '');
    await world.press('dan', 'withdraw');
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'withdraw.done'));
    expect(JSON.stringify(await world.store.digests.find({}))).not.toContain(WORDS);
    expect(world.warnings).toMatchObject([{ ids: { code: 'unknown-message' } }]);
  });

  it('reaches a digest that is just being composed', async () => {
    const world = await createWorld({ flow: { labelAfterMs: 3_600_000 * 200 } });
    await world.begin();
    await world.until('2026-03-02 09:00');
    await world.say('bo', `${WORDS}.`, { ref: 'bo' });
    world.analyst.whileSummarising = async () => {
      const [row] = await world.store.contributions.find({ ref: 'bo' });
      if (row) await takeBack(world.flow, row, 'deleted');
    };
    await world.until('2026-03-06 16:00');
    expect(world.inChannel().at(-1)?.text).not.toContain(WORDS);
    expect(JSON.stringify(await world.rows())).not.toContain(WORDS);
  });

  it('while it is being labelled leaves no label', async () => {
    const world = await createWorld();
    await world.begin();
    await world.until('2026-03-02 09:00');
    world.analyst.meanwhile = async () => {
      world.analyst.meanwhile = null;
      await world.store.contributions.update({}, { status: 'withdrawn', text: '' });
    };
    await world.say('bo', `${WORDS}.`);
    expect(await world.store.assignments.count({})).toBe(0);
  });
});

describe('an edit after the digest', () => {
  it('takes out what no longer was said, and leaves the rest', async () => {
    const world = await digested();
    await world.act('bo', (hands) => hands.edit('bo', 'We kept the form.'));
    const posted = world.inChannel().at(-1)?.text ?? '';
    expect(posted).not.toContain('We shortened the form.');
    expect(posted).toContain(WORDS);
  });
});
