import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/domain/count-words.ts';
import { gini, responseCoverage, voicesOf } from '../../src/domain/voices.ts';
import type { Role } from '../../src/domain/words.ts';
import { aParticipant, said } from './support.ts';

describe('the Gini index', () => {
  it.each([
    [[], 0],
    [[0, 0, 0], 0],
    [[5], 0],
    [[2, 2, 2, 2], 0],
    [[0, 0, 0, 8], 0.75],
    [[1, 3], 0.25],
    [[1, 2, 3, 4, 5], 4 / 15],
  ])('of %j is %d', (values, index) => {
    expect(gini(values)).toBeCloseTo(index, 12);
  });

  const amounts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 60 });

  it('is at least 0 and under 1', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        expect(gini(values)).toBeGreaterThanOrEqual(0);
        expect(gini(values)).toBeLessThan(1);
      }),
    );
  });

  it('is 0 when all have the same', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 60 }), (value, n) => {
        expect(gini(Array<number>(n).fill(value))).toBe(0);
      }),
    );
  });

  it('depends neither on the unit, nor on the order, nor on how often the group is repeated', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 50 }), (values, factor) => {
        expect(gini(values.map((value) => value * factor))).toBeCloseTo(gini(values), 9);
        expect(gini(values.toReversed())).toBe(gini(values));
        expect(gini([...values, ...values])).toBeCloseTo(gini(values), 9);
      }),
    );
  });

  it('equals its definition, the mean difference of two people relative to twice the mean', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const n = values.length;
        const sum = values.reduce((a, b) => a + b, 0);
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        expect(gini(values)).toBeCloseTo(sum === 0 ? 0 : differences / (2 * n * sum), 9);
      }),
    );
  });

  it('falls when one who has more gives to one who has less', () => {
    fc.assert(
      fc.property(amounts, fc.nat(59), fc.nat(59), (values, i, j) => {
        const [rich, poor] = [values[i % values.length] ?? 0, values[j % values.length] ?? 0];
        fc.pre(rich - poor >= 2);
        const given = values.with(i % values.length, rich - 1).with(j % values.length, poor + 1);
        expect(gini(given)).toBeLessThan(gini(values));
      }),
    );
  });
});

describe('voices', () => {
  const team = (role: Role, n: number) =>
    Array.from({ length: n }, (_, index) => aParticipant(`${role}-${index + 1}`, { role }));
  const speak = (people: { id: string }[], text: string) => people.map(({ id }) => said(`of-${id}`, id, text));

  it('count who spoke and how evenly, the silent included', () => {
    const participants = team('specialist', 4);
    const contributions = [
      said('a', 'specialist-1', 'One two three'),
      said('b', 'specialist-1', 'four'),
      said('c', 'specialist-2', 'Hello there'),
    ];
    expect(voicesOf({ participants, contributions, reactions: [], threshold: 5 })).toEqual({
      participants: 4,
      spoke: 2,
      contributions: 3,
      gini: gini([2, 1, 0, 0]),
      giniWords: gini([4, 2, 0, 0]),
      shareByRole: null,
      responseCoverage: 0,
    });
  });

  it('count an anonymous contribution, but give it to nobody; do not count what is not live', () => {
    const participants = team('specialist', 2);
    const contributions = [
      said('a', null),
      said('b', 'specialist-1', 'x', { status: 'withdrawn' }),
      said('c', 'specialist-1', 'x', { status: 'held' }),
    ];
    expect(voicesOf({ participants, contributions, reactions: [], threshold: 1 })).toMatchObject({
      contributions: 1,
      spoke: 0,
      gini: 0,
    });
  });

  it('count those who left only if they had spoken', () => {
    const leftAt = new Date('2026-09-09T06:00:00Z');
    const participants = [aParticipant('a', { leftAt }), aParticipant('b', { leftAt }), aParticipant('c')];
    const voices = voicesOf({ participants, contributions: [said('x', 'a')], reactions: [], threshold: 5 });
    expect(voices).toMatchObject({ participants: 2, spoke: 1, gini: 0.5 });
  });

  it('give shares of words by role when enough people of every role spoke', () => {
    const [specialists, leaders] = [team('specialist', 6), team('leader', 5)];
    const contributions = [...speak(specialists, 'one two three four five'), ...speak(leaders, 'one two')];
    const { shareByRole } = voicesOf({
      participants: [...specialists, ...leaders],
      contributions,
      reactions: [],
      threshold: 5,
    });
    expect(shareByRole).toEqual({ specialist: 0.75, leader: 0.25 });
  });

  it('give none when one role is small: what the others leave over would tell its share', () => {
    const [specialists, leaders] = [team('specialist', 20), team('leader', 4)];
    const contributions = [...speak(specialists, 'one'), ...speak(leaders, 'one two')];
    expect(
      voicesOf({ participants: [...specialists, ...leaders], contributions, reactions: [], threshold: 5 }).shareByRole,
    ).toBeNull();
  });

  it('give none when few of a role spoke: it would tell who was silent', () => {
    const [specialists, leaders] = [team('specialist', 6), team('leader', 6)];
    const few = [...speak(specialists, 'one'), ...speak(leaders.slice(0, 1), 'one')];
    expect(
      voicesOf({ participants: [...specialists, ...leaders], contributions: few, reactions: [], threshold: 5 })
        .shareByRole,
    ).toBeNull();
  });

  it('never tell the share of fewer people than the threshold, directly or by subtraction', () => {
    const sizes = fc.record({
      specialist: fc.nat(8),
      supervisor: fc.nat(8),
      leader: fc.nat(8),
      stakeholder: fc.nat(8),
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 6 }), fc.infiniteStream(fc.boolean()), (counts, threshold, coin) => {
        const participants = Object.entries(counts).flatMap(([role, n]) => team(role as Role, n));
        const spoke = participants.filter(() => coin.next().value === true);
        const { shareByRole } = voicesOf({
          participants,
          contributions: speak(spoke, 'word'),
          reactions: [],
          threshold,
        });
        const groups = Map.groupBy(participants, ({ role }) => role);
        const speakers = [...groups.values()].map((group) => group.filter((person) => spoke.includes(person)).length);
        expect(shareByRole === null).toBe(speakers.length === 0 || Math.min(...speakers) < threshold);
        const total = Object.values(shareByRole ?? { specialist: 1 }).reduce((a, b) => a + b, 0);
        expect(total).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('response coverage', () => {
  const reaction = (contributionId: string, participantId: string) => ({ contributionId, participantId });
  const reply = (id: string, by: string | null, to: string) => said(id, by, 'Yes', { replyTo: to });

  it('is the share of contributions that somebody else answered or reacted to', () => {
    const contributions = [said('a', 'p'), said('b', 'p'), said('c', 'q'), reply('d', 'q', 'a')];
    expect(responseCoverage(contributions, [reaction('b', 'q')])).toBe(0.5);
  });

  it.each([
    ['an answer of one’s own', [said('a', 'p'), reply('b', 'p', 'a')], [], 0],
    ['a reaction of one’s own', [said('a', 'p')], [reaction('a', 'p')], 0],
    [
      'an answer that was withdrawn',
      [said('a', 'p'), { ...reply('b', 'q', 'a'), status: 'withdrawn' as const }],
      [],
      0,
    ],
    ['a reaction to what is not there', [said('a', 'p')], [reaction('z', 'q')], 0],
    ['an anonymous answer to an anonymous one', [said('a', null), reply('b', null, 'a')], [], 0],
    ['an anonymous answer to a named one', [said('a', 'p'), reply('b', null, 'a')], [], 0.5],
    ['a reaction to an anonymous one', [said('a', null)], [reaction('a', 'q')], 1],
    ['many responses to one', [said('a', 'p'), said('b', 'p')], [reaction('a', 'q'), reaction('a', 'r')], 0.5],
    ['nothing at all', [], [], 0],
  ])('with %s is as it should be', (_, contributions, reactions, share) => {
    expect(responseCoverage(contributions, reactions)).toBe(share);
  });
});

it.each([
  ['', 0],
  ['Huomenta kaikille! 👋 — ', 2],
  ['Työn, joka tehdään yhdessä', 4],
  ['e-mail 24/7', 4],
  ['don’t', 1],
])('"%s" has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});
