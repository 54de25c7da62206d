import { describe, expect, it } from 'vitest';
import { readBoard } from '../../src/flow/give-back/read-board.ts';
import { createWorld, type World } from './world.ts';

async function open(inquiry: Parameters<World['begin']>[0] = {}): Promise<World> {
  const world = await createWorld();
  await world.begin(inquiry);
  await world.until('2026-03-02 09:00');
  return world;
}
const said = (world: World) => world.store.contributions.find({}, { by: 'sentAt' });

describe('a private answer', () => {
  it('joins the themes without a name, is acknowledged, and is seen by nobody else', async () => {
    const world = await open();
    await world.tell('dan', 'I would like to be asked more often.');
    expect(await said(world)).toMatchObject([
      { via: 'private', visibility: 'pseudonymous', roundId: 'inquiry-r1', status: 'live' },
    ]);
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'heard.private', { topic: 'Our shared work' }));
    expect(world.choicesOf('dan').map((each) => each.action)).toEqual(['show-name', 'correct', 'withdraw']);
    const board = JSON.stringify(await readBoard(world.flow, 'inquiry'));
    expect(board).toContain('I would like to be asked more often.');
    expect(board).not.toContain('Dan');
    for (const other of ['anna', 'bo', 'cia']) expect(world.privately(other)).toEqual([]);
    await world.until('2026-03-06 16:00');
    expect(world.inChannel().at(-1)?.text).toContain('I would like to be asked more often.');
    expect(world.inChannel().at(-1)?.text).not.toContain('Dan');
  });

  it('can get its author’s name later, by the author only', async () => {
    const world = await open();
    await world.tell('dan', 'That was mine.');
    const [row] = await said(world);
    await world.forge('bo', { type: 'choice-pressed', action: 'show-name', value: row?.id ?? '' });
    expect(await said(world)).toMatchObject([{ visibility: 'pseudonymous' }]);
    await world.press('dan', 'show-name');
    expect(await said(world)).toMatchObject([{ visibility: 'named' }]);
    expect(JSON.stringify(await readBoard(world.flow, 'inquiry'))).toContain('Dan');
  });

  it('is told to wait while the inquiry is paused, and to be without one where there is none', async () => {
    const world = await open();
    await world.command('anna', 'pause');
    await world.tell('dan', 'Now?');
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'inquiry-paused'));
    const elsewhere = await createWorld();
    await elsewhere.tell('dan', 'Anybody there?');
    expect(elsewhere.lastTo('dan')).toBe(elsewhere.flow.content.say('en', 'no-inquiry-for-you'));
    expect(await said(elsewhere)).toEqual([]);
  });
});

describe('an anonymous answer', () => {
  const SECRET = 'Nobody dares to say that the reports are read by nobody.';

  /** Asked and answered at instants at which nothing else happens. */
  async function answeredAnonymously(how: 'form' | 'command' | 'typed'): Promise<World> {
    const world = await createWorld(how === 'typed' ? { without: ['form', 'choices'] } : {});
    await world.begin();
    await world.until('2026-03-04 09:00');
    await world.later(1_111);
    if (how === 'typed') await world.tell('dan', '1');
    if (how === 'form') await world.press('dan', 'answer-anonymously');
    await world.later(2_222);
    if (how === 'command') await world.tell('dan', `@porras anonymous ${SECRET}`);
    else if (how === 'typed') await world.tell('dan', SECRET);
    else await world.submit('dan', { text: SECRET });
    await world.later(3_600_000);
    return world;
  }

  it.each(['form', 'command', 'typed'] as const)('leaves nothing that links it to its author (%s)', async (how) => {
    const world = await answeredAnonymously(how);
    const [answer] = await said(world);
    expect(answer).toMatchObject({ text: SECRET, visibility: 'anonymous', participantId: null, ref: null });
    const receipt = /[\da-f]{4}-[\da-f]{4}/.exec(world.privately('dan').at(-1)?.text ?? '')?.[0] ?? '';
    expect(receipt).not.toBe('');

    const rows = Object.entries(await world.rows()).flatMap(([table, all]) => all.map((row) => ({ table, row })));
    const holds = (row: object, what: string) => JSON.stringify(row).includes(what);
    const dan = world.platform.person('dan');
    const ofAuthor = rows.filter(({ row }) => holds(row, dan));
    const ofAnswer = rows.filter(({ row }) => holds(row, SECRET) || holds(row, answer?.id ?? ''));
    expect(ofAnswer.map(({ table }) => table)).toContain('assignments');
    for (const { row } of ofAuthor) {
      for (const part of [SECRET, answer?.id ?? '', receipt, answer?.receipt ?? ''])
        expect(holds(row, part)).toBe(false);
    }
    // The author is in no row that says to the second when something happened to the answer.
    const instants = ({ row }: { row: Record<string, unknown> }) =>
      Object.values(row).flatMap((value) =>
        value instanceof Date && value.getTime() % 86_400_000 !== 0 ? value.getTime() : [],
      );
    const ofAnswerTimes = new Set(ofAnswer.flatMap(instants));
    expect(ofAuthor.flatMap(instants).filter((at) => ofAnswerTimes.has(at))).toEqual([]);
    // Nor does an event's id lead from the one to the other.
    const events = await world.store.events.find({});
    expect(events.every((event) => event.payload === null && event.handledAt !== null)).toBe(true);
    expect(rows.some(({ row }) => holds(row, receipt))).toBe(false);
  });

  it('is marked for the round as any other, to the day only', async () => {
    const world = await answeredAnonymously('form');
    await world.say('bo', 'With my name.');
    const marks = await world.store.answered.find({});
    expect(marks.map((each) => [each.participantId, each.how])).toEqual([
      ['inquiry/memory:person/bo', 'contribution'],
      ['inquiry/memory:person/dan', 'contribution'],
    ]);
    expect(marks.every((mark) => mark.at.getTime() % 86_400_000 === 0)).toBe(true);
    await world.until('2026-03-06 14:00');
    expect(await world.store.nudges.find({ participantId: 'inquiry/memory:person/dan' })).toMatchObject([
      { outcome: 'answered' },
    ]);
  });

  it('can be withdrawn with its code, by whoever has it, and by nobody without', async () => {
    const world = await answeredAnonymously('form');
    const receipt = /[\da-f]{4}-[\da-f]{4}/.exec(world.lastTo('dan'))?.[0] ?? '';
    await world.tell('bo', '@porras withdraw 0000-dead');
    expect(world.lastTo('bo')).toBe(world.flow.content.say('en', 'withdraw.unknown'));
    const [answer] = await said(world);
    await world.forge('dan', { type: 'choice-pressed', action: 'withdraw', value: answer?.id ?? '' });
    expect(await said(world)).toMatchObject([{ status: 'live' }]);
    await world.tell('dan', `withdraw ${receipt}`);
    expect(await said(world)).toMatchObject([{ status: 'withdrawn', text: '' }]);
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'withdraw.done'));
    await world.tell('dan', `@porras withdraw ${receipt}`);
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'withdraw.already'));
    expect(JSON.stringify(await world.rows())).not.toContain(SECRET);
  });

  it('is not made of what everyone in the channel could read', async () => {
    const world = await open();
    await world.say('dan', '@porras anonymous The boss never listens.');
    expect(await said(world)).toEqual([]);
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'anonymous.in-the-open'));
  });

  it('is refused in private where the inquiry does not allow it', async () => {
    const world = await open({ policy: { allowAnonymous: false } });
    expect(
      world
        .inChannel()
        .at(-1)
        ?.choices.map((each) => each.action),
    ).toEqual(['answer-privately']);
    await world.command('dan', 'anonymous Let me.', { private: true });
    expect(await said(world)).toEqual([]);
    expect(world.lastTo('dan')).toBe(world.flow.content.say('en', 'anonymous-not-allowed'));
  });

  it('is not held with those of leaders: that would tell whose it is', async () => {
    const world = await open({ policy: { holdLeadersHours: 24 }, roles: { leader: ['eva'] } });
    await world.command('eva', 'anonymous I wonder, too.', { private: true });
    expect(await said(world)).toMatchObject([{ status: 'live', visibility: 'anonymous' }]);
  });

  it('is not quoted in a small group, which is told so at the start', async () => {
    const world = await createWorld({
      people: [
        { id: 'anna', name: 'Anna' },
        { id: 'bo', name: 'Bo' },
      ],
    });
    await world.begin();
    const threshold = { threshold: 5 };
    expect(world.inChannel()[0]?.text).toContain(world.flow.content.say('en', 'welcome.small-group', threshold));
    await world.until('2026-03-02 09:00');
    await world.command('bo', `anonymous ${SECRET}`, { private: true });
    await world.until('2026-03-06 16:00');
    expect(world.inChannel().at(-1)?.text).not.toContain('Nobody dares');
    const [digest] = await world.store.digests.find({});
    expect(digest?.content.leftOut.claims).toEqual([{ reason: 'anonymous-under-threshold', count: 1 }]);
    expect(digest?.content.ledger).toMatchObject({ total: 1, themed: 1 });
  });
});

describe('leaders and stakeholders', () => {
  const HOLDING = { policy: { holdLeadersHours: 24 }, roles: { leader: ['eva'], stakeholder: ['fia'] } };

  it('are asked once, in private, to listen first; others are not', async () => {
    const world = await open({ roles: { leader: ['eva'], stakeholder: ['fia'], supervisor: ['bo'] } });
    const words = world.flow.content.say('en', 'listen-first', { topic: 'Our shared work', hours: 0 });
    const plain = (text: string) => text.replaceAll('**', '');
    expect(world.privately('eva').map((each) => each.text)).toEqual([plain(words)]);
    expect(world.privately('fia').map((each) => each.text)).toEqual([plain(words)]);
    expect([...world.privately('bo'), ...world.privately('cia')]).toEqual([]);
    await world.until('2026-03-09 09:00');
    expect(world.privately('eva').filter((each) => each.text === plain(words))).toHaveLength(1);
  });

  it('are held in private until the time is up', async () => {
    const world = await open(HOLDING);
    await world.tell('eva', 'My view.');
    expect(await said(world)).toMatchObject([{ status: 'held' }]);
    expect(world.lastTo('eva')).toBe(world.flow.content.say('en', 'heard.held', { topic: '' }));
    expect(JSON.stringify(await readBoard(world.flow, 'inquiry'))).not.toContain('My view.');
    await world.until('2026-03-03 07:00');
    expect(await said(world)).toMatchObject([{ status: 'held', labelledAt: null }]);
    await world.until('2026-03-03 09:00');
    expect(await said(world)).toMatchObject([{ status: 'live' }]);
    expect(await world.store.assignments.count({})).toBe(1);
  });

  it('are let go as soon as most of the staff have spoken', async () => {
    const world = await open(HOLDING);
    await world.tell('eva', 'My view.');
    for (const one of ['anna', 'bo']) await world.say(one, 'Ours.');
    expect(await world.store.contributions.count({ status: 'held' })).toBe(1);
    await world.say('cia', 'Ours as well.');
    expect(await world.store.contributions.count({ status: 'held' })).toBe(0);
  });

  it('are let go when their round is skipped or the inquiry closes, and are in its last digest', async () => {
    const world = await open(HOLDING);
    await world.tell('eva', 'My view.');
    await world.close('anna');
    expect(await said(world)).toMatchObject([{ status: 'live' }]);
    const [digest] = await world.store.digests.find({});
    expect(digest?.content.ledger).toMatchObject({ total: 1, themed: 1, withheld: 0 });
  });
});
