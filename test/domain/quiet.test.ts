import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudgeReason, quietParticipants } from '../../src/domain/quiet.ts';
import { answer, aParticipant, aRound } from './support.ts';

const WEDNESDAY = new Date('2026-09-09T06:00:00Z');
const round = aRound(1);

const quiet = (participant: Parameters<typeof aParticipant>[1], at = WEDNESDAY): boolean =>
  quietParticipants({ participants: [aParticipant('p', participant)], round, answered: [], at }).length === 1;

describe('who is quiet in a round', () => {
  it('is whoever has left no answer to it, leaders and stakeholders too', () => {
    const participants = [aParticipant('a'), aParticipant('b'), aParticipant('c', { role: 'leader' })];
    const answered = [answer('inq-r1', 'a'), answer('inq-r0', 'b')];
    expect(quietParticipants({ participants, round, answered, at: WEDNESDAY }).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('is nobody who has left or not joined yet', () => {
    expect(quiet({ leftAt: new Date('2026-09-08T12:00:00Z') })).toBe(false);
    expect(quiet({ joinedAt: new Date('2026-09-10T12:00:00Z') })).toBe(false);
    expect(quiet({ joinedAt: WEDNESDAY, leftAt: new Date('2026-09-20T12:00:00Z') })).toBe(true);
  });

  it('is nobody who is away on that day, as their own calendar has it', () => {
    const absences = [{ from: '2026-09-07', to: '2026-09-09' }];
    expect(quiet({ absences })).toBe(false);
    expect(quiet({ absences }, new Date('2026-09-09T21:30:00Z'))).toBe(true);
    expect(quiet({ absences, timeZone: 'America/New_York' }, new Date('2026-09-09T21:30:00Z'))).toBe(false);
  });

  it('and those who answered are all who are present, and never the same', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const participants = ids.map((id) => aParticipant(id));
    fc.assert(
      fc.property(fc.subarray(ids), (spoke) => {
        const answered = spoke.map((id) => answer('inq-r1', id));
        const silent = quietParticipants({ participants, round, answered, at: WEDNESDAY }).map(({ id }) => id);
        expect([...silent, ...spoke].sort()).toEqual(ids);
      }),
    );
  });
});

describe('why somebody is nudged', () => {
  const reason = (asked: number[], answeredRounds: number[], joinedAt = new Date('2026-01-01T00:00:00Z')) =>
    nudgeReason({
      participant: aParticipant('p', { joinedAt }),
      rounds: [1, 2, 3, 4].map((number) =>
        aRound(number, asked.includes(number) ? {} : { status: 'planned', openedAt: null }),
      ),
      answered: [answer('inq-r1', 'somebody'), ...answeredRounds.map((number) => answer(`inq-r${number}`, 'p'))],
    });

  it.each([
    ['not-yet-this-round', [1], []],
    ['not-yet-this-round', [1, 2], [1]],
    ['never-yet', [1, 2], []],
    ['never-yet', [1, 2, 3], []],
    ['quiet-for-a-while', [1, 2, 3], [1]],
    ['not-yet-this-round', [1, 2, 3], [2]],
  ] as const)('%s: asked in rounds %j, answered %j', (because, asked, answeredRounds) => {
    expect(reason([...asked], [...answeredRounds])).toBe(because);
  });

  it('forgives rounds before one joined, and rounds that were skipped', () => {
    expect(reason([1, 2], [], new Date('2026-09-14T00:00:00Z'))).toBe('not-yet-this-round');
    const rounds = [aRound(1, { status: 'skipped' }), aRound(2)];
    expect(nudgeReason({ participant: aParticipant('p'), rounds, answered: [] })).toBe('not-yet-this-round');
  });

  it('looks back from the round that it is about', () => {
    const rounds = [aRound(1), aRound(2), aRound(3)];
    const answered = [answer('inq-r1', 'p')];
    expect(nudgeReason({ participant: aParticipant('p'), rounds, answered, round: aRound(2) })).toBe(
      'not-yet-this-round',
    );
  });
});
