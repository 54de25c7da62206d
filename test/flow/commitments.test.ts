import { describe, expect, it } from 'vitest';
import { dateText } from '../../src/domain/date-text.ts';
import { createWorld, type World } from './world.ts';

const en = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');

async function taken(answers: Record<string, string> = {}): Promise<World> {
  const world = await createWorld();
  world.analyst.script = { shorter: { kind: 'idea' } };
  await world.begin();
  await world.until('2026-03-02 09:00');
  await world.say('bo', 'The form could be shorter.', { ref: 'idea' });
  const [idea] = await world.store.contributions.find({ ref: 'idea' });
  await world.command('cia', 'commit');
  await world.submit('cia', { idea: idea?.id ?? '', text: 'I try it out', dueOn: '2026-03-10', ...answers });
  return world;
}

describe('a commitment', () => {
  it('is said in the channel and stands in the digest', async () => {
    const world = await taken();
    const due = dateText('en', '2026-03-10');
    expect(world.inChannel().at(-1)?.text).toBe(en(world, 'commit.said', { owner: 'Cia', text: 'I try it out', due }));
    expect(world.lastTo('cia')).toBe(en(world, 'commit.done', { due }));
    await world.until('2026-03-06 16:00');
    const digest = world.inChannel().at(-1)?.text;
    expect(digest).toContain('I try it out');
    expect(digest).toContain(en(world, 'commitment.open', { owner: 'Cia', due }));
  });

  it('is asked about on its day, in private, once', async () => {
    const world = await taken();
    await world.until('2026-03-10 08:59');
    expect(world.choicesOf('cia').map((each) => each.action)).not.toContain('commitment-done');
    await world.until('2026-03-13 12:00');
    const asked = world.privately('cia').filter((each) => each.choices.some((it) => it.action === 'commitment-done'));
    expect(asked.map((each) => each.text)).toEqual([en(world, 'follow-up.ask', { text: 'I try it out' })]);
    for (const other of ['anna', 'bo'])
      expect(world.privately(other).some((each) => each.text.includes('I try it out'))).toBe(false);
  });

  it('is asked about once more a week later, in other words, and then no more', async () => {
    const world = await taken({ dueOn: '2026-03-04' });
    const asked = () =>
      world
        .privately('cia')
        .filter((each) => each.choices.some((it) => it.action === 'commitment-done'))
        .map((each) => each.text);
    const once = [en(world, 'follow-up.ask', { text: 'I try it out' })];
    await world.until('2026-03-10 18:00');
    expect(asked()).toEqual(once);
    await world.until('2026-03-27 18:00');
    const twice = [...once, en(world, 'follow-up.ask-again', { text: 'I try it out' })];
    expect(asked()).toEqual(twice);
    await world.press('cia', 'commitment-later');
    await world.until('2026-04-03 18:00');
    expect(asked()).toEqual([...twice, ...once]);
  });

  it('is not asked about while its owner is away', async () => {
    const world = await taken({ dueOn: '2026-03-04' });
    await world.store.participants.update(
      { person: world.platform.person('cia') },
      { absences: [{ from: '2026-03-03', to: '2026-03-05' }] },
    );
    const asked = () => world.choicesOf('cia').some((each) => each.action === 'commitment-done');
    await world.until('2026-03-05 18:00');
    expect(asked()).toBe(false);
    await world.until('2026-03-06 12:00');
    expect(asked()).toBe(true);
  });

  it('can be postponed by a week, and is asked about again then', async () => {
    const world = await taken();
    await world.until('2026-03-10 10:00');
    await world.press('cia', 'commitment-later');
    expect(world.lastTo('cia')).toBe(en(world, 'follow-up.postponed', { due: dateText('en', '2026-03-17') }));
    await world.until('2026-03-17 10:00');
    expect(world.choicesOf('cia').map((each) => each.action)).toContain('commitment-done');
  });

  it.each(['done', 'dropped'] as const)('that is %s tells whoever had the idea what became of it', async (status) => {
    const world = await taken();
    await world.until('2026-03-10 10:00');
    await world.press('cia', status === 'done' ? 'commitment-done' : 'commitment-drop');
    await world.submit('cia', { outcome: 'Two pages\ninstead of nine.' });
    expect(world.lastTo('cia')).toBe(en(world, 'settle.done', { idea: 'yes' }));
    const told = world.lastTo('bo');
    expect(told).toContain(en(world, `idea.${status}`, { text: 'I try it out' }));
    expect(told).toContain('> Two pages\n> instead of nine.');
    expect(await world.store.commitments.find({})).toMatchObject([{ status, outcome: 'Two pages\ninstead of nine.' }]);
    // Settled is settled.
    await world.press('cia', 'commitment-later');
    expect(world.lastTo('cia')).toBe(en(world, 'not-allowed'));
    await world.until('2026-03-13 16:00');
    expect(world.inChannel().at(-1)?.text).toContain(en(world, `commitment.${status}`, { owner: 'Cia', due: '' }));
  });

  it('is news for a digest once, when it is settled', async () => {
    const world = await taken();
    const digestNow = async () => {
      const before = world.inChannel().length;
      await world.later(60_000);
      await world.command('anna', 'digest');
      return world.inChannel()[before]?.text ?? null;
    };
    await world.until('2026-03-10 10:00');
    expect(await digestNow()).toBeNull();
    await world.press('cia', 'commitment-done');
    await world.submit('cia', { outcome: 'Two pages.' });
    expect(await digestNow()).toContain('Two pages.');
    expect(await digestNow()).toBeNull();
    // To take on more is told where it is done.
    await world.command('cia', 'commit');
    await world.submit('cia', { idea: '', text: 'I tell the others', dueOn: '2026-03-20' });
    expect(await digestNow()).toBeNull();
  });

  it('of one’s own idea, or of none, tells nobody', async () => {
    const world = await taken({ idea: '' });
    await world.until('2026-03-10 10:00');
    await world.press('cia', 'commitment-done');
    await world.submit('cia', {});
    expect(world.privately('bo').some((each) => each.text.includes('I try it out'))).toBe(false);
    expect(await world.store.commitments.find({})).toMatchObject([{ status: 'done', outcome: null }]);
  });

  it.each([
    ['a day that has passed', { dueOn: '2026-03-01' }],
    ['a day that is none', { dueOn: '2026-02-30' }],
    ['something else than a day', { dueOn: 'soon' }],
    ['nothing to do', { text: '  ' }],
  ])('with %s is asked for again', async (_, answers) => {
    const world = await taken(answers);
    expect(await world.store.commitments.count({})).toBe(0);
    expect(world.lastTo('cia')).toBe(en(world, 'commit.bad-date'));
  });

  it('of somebody who left is not asked about', async () => {
    const world = await taken();
    await world.act('cia', (hands) => hands.leave());
    await world.until('2026-03-12 12:00');
    expect(world.choicesOf('cia')).toEqual([]);
  });
});
