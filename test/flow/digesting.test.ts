import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVerbatim } from '../../src/domain/grounding.ts';
import { receiveEvent } from '../../src/flow/receive-event.ts';
import { createWorld, local, type World } from './world.ts';
import { hostileText } from './support/hostile-text.ts';

const en = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');

async function open(options: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = await createWorld(options);
  await world.begin();
  await world.until('2026-03-02 09:00');
  return world;
}
const digests = (world: World) => world.store.digests.find({}, { by: 'at' });
const posted = (world: World) => world.inChannel().filter((each) => each.picture !== null);
const parts = ({ themed, none, withheld, withdrawn, unprocessed }: Record<string, number>): number =>
  themed! + none! + withheld! + withdrawn! + unprocessed!;

describe('a digest', () => {
  it('of a week without a word is short and honest', async () => {
    const world = await open();
    await world.until('2026-03-06 16:00');
    const [digest] = await digests(world);
    expect(digest?.content).toMatchObject({ week: 1, sections: [], momentums: [], concerns: [], ledger: { total: 0 } });
    expect(posted(world)).toHaveLength(1);
    expect(posted(world)[0]?.text).toContain(en(world, 'digest.empty-week'));
    expect(posted(world)[0]?.text.length).toBeLessThan(400);
  });

  it('of one contribution cites it', async () => {
    const world = await open();
    await world.say('bo', 'We made the form shorter.');
    await world.until('2026-03-06 16:00');
    const [digest] = await digests(world);
    const [said] = await world.store.contributions.find({});
    expect(digest?.content.sections.map((each) => each.claims.map((claim) => claim.citations))).toEqual([[[said?.id]]]);
    expect(digest?.content.ledger).toMatchObject({ total: 1, themed: 1 });
    expect(digest?.content.contributions).toEqual({ [said?.id ?? '']: 'themed' });
    expect(posted(world)[0]?.choices.map((each) => each.action)).toEqual(['commit', 'correct', 'fix-theme']);
  });

  it('of nothing but small talk has no themes and counts all of it', async () => {
    const world = await open();
    world.analyst.script = { '': { step: 'none' } };
    for (const one of ['bo', 'cia', 'dan']) await world.say(one, 'Good morning!');
    await world.until('2026-03-06 16:00');
    const [digest] = await digests(world);
    expect(digest?.content).toMatchObject({
      sections: [],
      ledger: { total: 3, none: 3, themed: 0 },
      leftOut: { claims: [], contributions: [{ reason: 'none', count: 3 }] },
    });
  });

  it('on request gives what is new, and the next one what is new since then; nothing twice', async () => {
    const world = await open();
    await world.say('bo', 'One.');
    await world.command('anna', 'digest');
    expect(world.lastTo('anna')).toBe(en(world, 'did.compose-digest'));
    await world.command('anna', 'digest');
    expect(world.lastTo('anna')).toBe(en(world, 'digest.nothing-new'));
    await world.say('cia', 'Two.');
    await world.command('anna', 'digest');
    await world.say('dan', 'Three.');
    await world.until('2026-03-06 16:00');
    expect(posted(world).map((each) => ['One.', 'Two.', 'Three.'].filter((text) => each.text.includes(text)))).toEqual([
      ['One.'],
      ['Two.'],
      ['Three.'],
    ]);
  });

  it('has what was said before it and heard after it in the next one', async () => {
    const world = await open();
    await world.say('bo', 'In time.');
    // The platform was slow: said on Friday before the digest, delivered on Saturday.
    await world.until('2026-03-07 10:00');
    await receiveEvent(world.flow)({
      id: 'memory:slow',
      at: local('2026-03-06 14:59'),
      workspaceId: 'memory',
      type: 'message-posted',
      place: { channel: world.platform.channel('kitchen'), private: false },
      by: { address: world.platform.person('cia'), name: 'Cia', isBot: false },
      ref: 'memory:message/slow',
      threadRef: null,
      text: 'On its way for a day.',
    });
    await world.until('2026-03-13 16:00');
    const [first, second] = await digests(world);
    expect(first?.content.ledger.total).toBe(1);
    expect(second?.markdown).toContain('On its way for a day.');
    expect(second?.content.ledger).toMatchObject({ total: 1, themed: 1 });
  });

  it('counts what is held, or could not be read, as waiting, and gives it back when it waits no longer', async () => {
    const world = await createWorld();
    await world.begin({ policy: { holdLeadersHours: 24 }, roles: { leader: ['eva'] } });
    await world.until('2026-03-02 09:00');
    world.analyst.unreadable = /Scrawl/;
    await world.tell('eva', 'The view of a leader.');
    await world.say('bo', 'Scrawl.');
    await world.command('anna', 'digest');
    await world.until('2026-03-03 12:00');
    world.analyst.unreadable = null;
    await world.say('cia', 'And more.');
    await world.until('2026-03-13 16:00');
    const [first, second, third] = await digests(world);
    expect(first?.content.ledger).toMatchObject({ total: 2, withheld: 1, unprocessed: 1, themed: 0 });
    expect(second?.content.ledger).toMatchObject({ total: 3, withheld: 0, unprocessed: 0, themed: 3 });
    expect(third?.content.ledger).toMatchObject({ total: 0 });
  });

  it('gives anonymous answers back once, though only their day is known', async () => {
    const world = await open();
    for (const [who, day] of [
      ['bo', '05'],
      ['cia', '06'],
      ['dan', '06'],
      ['eva', '07'],
    ] as const) {
      await world.until(`2026-03-${day} ${who === 'dan' ? '15:30' : '11:00'}`);
      await world.command(who, `anonymous Said by ${who}.`, { private: true });
      await world.say(who, `Named, by ${who}.`);
    }
    await world.until('2026-03-20 16:00');
    const all = await digests(world);
    const times = new Map<string, number>();
    for (const each of all)
      for (const id of Object.keys(each.content.contributions)) times.set(id, (times.get(id) ?? 0) + 1);
    expect([...times.values()]).toEqual(Array(8).fill(1));
    expect(all.map((each) => each.content.ledger.total)).toEqual([4, 4, 0]);
  });

  it('left to an analyst that makes things up, says only what was said', async () => {
    const world = await open();
    world.analyst.script = { customers: { step: 'needs' } };
    await world.say('bo', 'We made the form shorter.');
    await world.say('cia', 'The customers asked for it.');
    const [one, two] = await world.store.contributions.find({}, { by: 'sentAt' });
    const claim = (text: string, citations: string[], quotes: [string, string][] = []) => ({
      text,
      citations,
      quotes: quotes.map(([quote, contribution]) => ({ text: quote, contribution })),
    });
    world.analyst.summarise = async ({ step }) => ({
      dropped: [],
      claims:
        step !== 'processes'
          ? []
          : [
              claim('True: “We made the form shorter.”', [one!.id], [['We made the form shorter.', one!.id]]),
              claim('Cites nothing.', []),
              claim('Cites what is not there.', ['c0000']),
              claim('Cites what belongs elsewhere.', [two!.id]),
              claim('“We made the form longer.”', [one!.id], [['We made the form longer.', one!.id]]),
              claim('They said “it is shorter”.', [one!.id]),
              claim('All 40 of you said so.', [one!.id]),
            ],
    });
    await world.until('2026-03-06 16:00');
    const [digest] = await digests(world);
    expect(digest?.content.sections.flatMap((each) => each.claims.map((each_) => each_.text))).toEqual([
      'True: “We made the form shorter.”',
    ]);
    expect(digest?.content.leftOut.claims.reduce((sum, each) => sum + each.count, 0)).toBe(6);
    expect(posted(world)[0]?.text).toContain(en(world, 'ledger.left-out', { dropped: 6, notCited: 1 }));
  });

  it('meets concerns with a question, and quotes them letter for letter', async () => {
    const world = await open();
    world.analyst.script = { queue: { kind: 'concern' } };
    await world.say('bo', 'The queue is *longer* than ever.');
    await world.until('2026-03-06 16:00');
    const [digest] = await digests(world);
    expect(digest?.content.concerns).toMatchObject([
      { quote: 'The queue is *longer* than ever.', reframing: 'When has this gone well?' },
    ]);
    expect(posted(world)[0]?.text).toContain('“The queue is *longer* than ever.”');
  });

  it('links to messages in the channel, never to private ones', async () => {
    const world = await open();
    const ref = await world.say('bo', 'In the channel.');
    await world.tell('cia', 'In private.');
    await world.until('2026-03-06 16:00');
    const links = [...(posted(world)[0]?.markdown ?? '').matchAll(/\]\((https:[^)]+)\)/g)].map((each) => each[1]);
    expect(links).toEqual([`https://memory.invalid/${encodeURIComponent(ref)}`]);
  });

  it('comes at the same local time on both sides of the change to summer time, one a week', async () => {
    const world = await createWorld({ at: '2026-03-16 06:00' });
    await world.begin({ startsOn: '2026-03-16' });
    await world.until('2026-04-11 12:00');
    expect((await digests(world)).map((each) => [each.week, each.at.toISOString()])).toEqual([
      [1, '2026-03-20T13:00:00.000Z'],
      [2, '2026-03-27T13:00:00.000Z'],
      [3, '2026-04-03T12:00:00.000Z'],
      [4, '2026-04-10T12:00:00.000Z'],
    ]);
    const opened = (await world.store.rounds.find({ status: ['open', 'closed'] }, { by: 'number' })).map((each) =>
      each.openedAt?.toISOString(),
    );
    expect(opened).toEqual([
      '2026-03-16T06:00:00.000Z',
      '2026-03-23T06:00:00.000Z',
      '2026-03-30T05:00:00.000Z',
      // Easter Monday.
      '2026-04-07T05:00:00.000Z',
    ]);
  });

  it('of any texts adds up, cites what exists, and quotes letter for letter; nothing is lost between two or told twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.constantFrom('bo', 'cia', 'dan'),
            how: fc.constantFrom('channel', 'private', 'anonymous'),
            text: hostileText,
            wait: fc.nat(40),
            next: fc.constantFrom('nothing', 'digest', 'withdraw', 'edit'),
          }),
          { maxLength: 12 },
        ),
        async (talk) => {
          const world = await open();
          world.analyst.script = {
            a: { step: 'needs', kind: 'concern' },
            e: { step: 'none' },
            '1': { signals: ['build'] },
          };
          for (const { who, how, text, wait, next } of talk) {
            if (how === 'anonymous') await world.command(who, `anonymous ${text}`, { private: true });
            else await world.say(who, text, { private: how === 'private' });
            const [last] = await world.store.contributions.find(
              { status: 'live' },
              { by: 'sentAt', descending: true, limit: 1 },
            );
            await world.later(wait * 3_600_000);
            if (next === 'digest') await world.command('anna', 'digest');
            if (next === 'withdraw' && last?.via === 'channel' && last.ref)
              await world.act(who, (hands) => hands.delete(last.ref!));
            if (next === 'edit' && last?.via === 'channel' && last.ref)
              await world.act(who, (hands) => hands.edit(last.ref!, `${text} edited`));
          }
          await world.later(8 * 24 * 3_600_000);
          const all = new Map((await world.store.contributions.find({})).map((each) => [each.id, each]));
          const told = new Map<string, number>();
          for (const { content } of await digests(world)) {
            expect(content.ledger.total).toBe(parts({ ...content.ledger }));
            expect(content.ledger.total).toBe(Object.keys(content.contributions).length);
            for (const id of Object.keys(content.contributions)) told.set(id, (told.get(id) ?? 0) + 1);
            for (const claim of content.sections.flatMap((each) => each.claims)) {
              for (const id of claim.citations) expect(all.get(id)?.status).toBe('live');
              for (const quote of claim.quotes)
                expect(isVerbatim(quote.text, all.get(quote.contribution)?.text ?? '')).toBe(true);
            }
            for (const concern of content.concerns)
              expect(all.get(concern.contribution)?.text).toContain(concern.quote);
            for (const momentum of content.momentums)
              for (const id of momentum.contributions) expect(all.get(id)?.status).toBe('live');
          }
          expect([...told.keys()].sort()).toEqual([...all.keys()].sort());
          expect([...told.values()].every((times) => times === 1)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
