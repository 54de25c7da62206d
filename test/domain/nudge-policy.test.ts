import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, atLocal, localDate, localTime, weekday } from '../../src/domain/local-time.ts';
import { mayNudge, type MayNudgeOptions, quietUntil } from '../../src/domain/nudge-policy.ts';
import {
  answer,
  anInquiry,
  aParticipant,
  aPolicy,
  aRound,
  dates,
  holidayCalendars,
  instants,
  noHolidays,
  times,
  timeZones,
} from './support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Wednesday 9 September 2026, 9:00 in Helsinki: the middle of round 1. */
const WEDNESDAY = new Date('2026-09-09T06:00:00Z');

const ask = (changes: Partial<MayNudgeOptions> = {}) =>
  mayNudge({
    participant: aParticipant('p'),
    inquiry: anInquiry(),
    round: aRound(1),
    nudges: [],
    answered: [],
    at: WEDNESDAY,
    isHoliday: noHolidays,
    ...changes,
  });

const nudged = (round: number, at: string | Date, outcome: 'sent' | 'skipped' = 'sent') => ({
  roundId: `inq-r${round}`,
  participantId: 'p',
  at: new Date(at),
  outcome,
});

describe('a participant who has not answered', () => {
  it('may be nudged in working time', () => {
    expect(ask()).toEqual({ ok: true });
  });

  it.each<[string, Partial<MayNudgeOptions>]>([
    ['inquiry-not-running', { inquiry: anInquiry({ status: 'paused' }) }],
    ['inquiry-not-running', { inquiry: anInquiry({ status: 'closed' }) }],
    ['left', { participant: aParticipant('p', { leftAt: new Date('2026-09-08T06:00:00Z') }) }],
    ['stopped', { participant: aParticipant('p', { nudges: 'stopped' }) }],
    ['answered', { answered: [answer('inq-r1', 'p')] }],
    ['round-over', { round: aRound(1, { status: 'closed' }) }],
    ['round-over', { round: aRound(1, { status: 'skipped' }) }],
    ['round-over', { at: aRound(1).closesAt }],
    ['round-cap', { nudges: [nudged(1, '2026-09-08T06:00:00Z')] }],
    ['round-cap', { inquiry: anInquiry({ policy: aPolicy({ nudge: { perRound: 0, perFortnight: 2 } }) }) }],
    ['fortnight-cap', { inquiry: anInquiry({ policy: aPolicy({ nudge: { perRound: 1, perFortnight: 0 } }) }) }],
  ])('is left alone for good: %s (case %#)', (because, changes) => {
    expect(ask(changes)).toEqual({ ok: false, because, notBefore: null });
  });

  it.each<[string, string | null, Partial<MayNudgeOptions>]>([
    ['round-not-open', '2026-09-07T06:00:00.000Z', { at: new Date('2026-09-04T06:00:00Z') }],
    ['quiet-hours', '2026-09-10T05:00:00.000Z', { at: new Date('2026-09-09T14:00:00Z') }],
    ['quiet-hours', '2026-09-09T05:00:00.000Z', { at: new Date('2026-09-09T04:59:00Z') }],
    [
      'snoozed',
      '2026-09-10T09:00:00.000Z',
      { participant: aParticipant('p', { snoozedUntil: new Date('2026-09-10T09:00:00Z') }) },
    ],
    // Snoozed until the evening: then quiet hours, then morning.
    [
      'snoozed',
      '2026-09-10T05:00:00.000Z',
      { participant: aParticipant('p', { snoozedUntil: new Date('2026-09-09T18:00:00Z') }) },
    ],
    [
      'absent',
      '2026-09-11T05:00:00.000Z',
      { participant: aParticipant('p', { absences: [{ from: '2026-09-08', to: '2026-09-10' }] }) },
    ],
    // Away until the round is over: there is no later.
    ['absent', null, { participant: aParticipant('p', { absences: [{ from: '2026-09-08', to: '2026-09-30' }] }) }],
    // Quiet hours end just when the round does.
    [
      'quiet-hours',
      null,
      { at: new Date('2026-09-09T14:00:00Z'), round: aRound(1, { closesAt: new Date('2026-09-10T05:00:00Z') }) },
    ],
    ['holiday', '2026-09-10T05:00:00.000Z', { isHoliday: (date) => date === '2026-09-09' }],
    [
      'weekend',
      '2026-09-14T05:00:00.000Z',
      { at: new Date('2026-09-12T08:00:00Z'), round: aRound(1, { closesAt: new Date('2026-09-18T13:00:00Z') }) },
    ],
  ])('is left alone for now: %s, until %s (case %#)', (because, notBefore, changes) => {
    expect(ask(changes)).toEqual({ ok: false, because, notBefore: notBefore && new Date(notBefore) });
  });

  it('is asked again a fortnight after the first of two nudges', () => {
    const nudges = [nudged(1, '2026-09-09T06:00:00Z'), nudged(2, '2026-09-16T06:00:00Z')];
    const inRoundThree = { round: aRound(3), nudges };
    expect(ask({ ...inRoundThree, at: new Date('2026-09-22T12:00:00Z') })).toEqual({
      ok: false,
      because: 'fortnight-cap',
      notBefore: new Date('2026-09-23T06:00:00Z'),
    });
    expect(ask({ ...inRoundThree, at: new Date('2026-09-23T06:00:00Z') })).toEqual({ ok: true });
  });

  it('is not held to nudges of others, to skipped ones, or to answers to other rounds', () => {
    const others = { ...nudged(1, '2026-09-08T06:00:00Z'), participantId: 'q' };
    const nudges = [others, nudged(1, '2026-09-08T06:00:00Z', 'skipped')];
    expect(ask({ nudges, answered: [answer('inq-r2', 'p'), answer('inq-r1', 'q')] })).toEqual({ ok: true });
  });

  it('is asked by their own clock and calendar, not by that of the inquiry', () => {
    const inNewYork = aParticipant('p', { timeZone: 'America/New_York' });
    expect(ask({ participant: inNewYork })).toEqual({
      ok: false,
      because: 'quiet-hours',
      notBefore: new Date('2026-09-09T12:00:00Z'),
    });
    const inAuckland = aParticipant('p', { timeZone: 'Pacific/Auckland' });
    const fridayInHelsinki = new Date('2026-09-11T12:30:00Z');
    expect(ask({ participant: inAuckland, at: fridayInHelsinki })).toMatchObject({
      because: 'weekend',
      notBefore: null,
    });
  });
});

describe('quiet hours', () => {
  it.each([
    ['17:00', '08:00', '2026-09-09T14:00:00Z', '2026-09-10T05:00:00.000Z'],
    ['17:00', '08:00', '2026-09-09T05:00:00Z', null],
    ['12:00', '13:00', '2026-09-09T09:30:00Z', '2026-09-09T10:00:00.000Z'],
    ['12:00', '13:00', '2026-09-09T10:00:00Z', null],
    ['08:00', '08:00', '2026-09-09T05:00:00Z', null],
    // Over the night in which Helsinki sets its clocks back.
    ['17:00', '08:00', '2026-10-24T20:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('%s to %s at %s last until %s', (from, to, at, until) => {
    expect(quietUntil({ from, to }, 'Europe/Helsinki', new Date(at))?.toISOString() ?? null).toBe(until);
  });

  it('end at an instant that is not quiet', () => {
    fc.assert(
      fc.property(times, times, timeZones, instants, (from, to, timeZone, at) => {
        const until = quietUntil({ from, to }, timeZone, at);
        fc.pre(until !== null);
        expect(until > at).toBe(true);
        // A time that clocks skip ends quiet hours after the gap, where another quiet span may have begun.
        fc.pre(localTime(until, timeZone) === to);
        expect(quietUntil({ from, to }, timeZone, until)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

/** A participant, a policy and a long round, in any time zone, with all that may stand in the way of a nudge. */
const situations = fc
  .record({
    timeZone: timeZones,
    startsOn: dates,
    quietHours: fc.record({ from: times, to: times }),
    perRound: fc.nat(3),
    perFortnight: fc.nat(3),
    away: fc.array(fc.record({ day: fc.nat(40), days: fc.nat(8) }), { maxLength: 3 }),
    snoozeDays: fc.option(fc.integer({ min: 0, max: 20 })),
    isHoliday: holidayCalendars,
    roundDays: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ timeZone, startsOn, quietHours, perRound, perFortnight, away, snoozeDays, isHoliday, roundDays }) => {
    const opensAt = atLocal(startsOn, '09:00', timeZone);
    const participant = aParticipant('p', {
      timeZone,
      absences: away.map(({ day, days }) => ({ from: addDays(startsOn, day), to: addDays(startsOn, day + days) })),
      snoozedUntil: snoozeDays === null ? null : new Date(opensAt.getTime() + snoozeDays * DAY + 7 * HOUR),
    });
    const inquiry = anInquiry({ timeZone: 'UTC', policy: aPolicy({ quietHours, nudge: { perRound, perFortnight } }) });
    const rounds = [1, 2, 3].map((number) => {
      const opens = new Date(opensAt.getTime() + (number - 1) * roundDays * DAY);
      return aRound(number, { opensAt: opens, openedAt: opens, closesAt: new Date(opens.getTime() + roundDays * DAY) });
    });
    return { participant, inquiry, rounds, isHoliday, opensAt };
  });

type Situation = typeof situations extends fc.Arbitrary<infer S> ? S : never;

/** Tries to nudge at each of these hours after the start, and keeps what came through. */
function attempt(
  { participant, inquiry, rounds, isHoliday, opensAt }: Situation,
  hours: number[],
  answeredAt = Infinity,
) {
  const nudges: ReturnType<typeof nudged>[] = [];
  for (const hour of [...hours].sort((a, b) => a - b)) {
    const at = new Date(opensAt.getTime() + hour * HOUR);
    for (const round of rounds) {
      const answered = hour >= answeredAt ? [answer(round.id, participant.id)] : [];
      if (mayNudge({ participant, inquiry, round, nudges, answered, at, isHoliday }).ok)
        nudges.push(nudged(round.number, at));
    }
  }
  return nudges;
}

const attempts = fc.array(fc.integer({ min: -48, max: 95 * 24 }), { maxLength: 120 });

describe('however often it is tried', () => {
  it('nobody is nudged in quiet hours, on a weekend, on a holiday, in an absence, while snoozed, or outside the round', () => {
    fc.assert(
      fc.property(situations, attempts, (situation, hours) => {
        const { participant, inquiry, isHoliday } = situation;
        const { from, to } = inquiry.policy.quietHours;
        for (const { at, roundId } of attempt(situation, hours)) {
          const date = localDate(at, participant.timeZone);
          const time = localTime(at, participant.timeZone);
          expect(from < to ? time >= from && time < to : from > to && (time >= from || time < to)).toBe(false);
          expect(weekday(date)).toBeLessThan(6);
          expect(isHoliday(date)).toBe(false);
          expect(participant.absences.some((absence) => absence.from <= date && date <= absence.to)).toBe(false);
          expect(participant.snoozedUntil !== null && at < participant.snoozedUntil).toBe(false);
          const round = situation.rounds.find((each) => each.id === roundId);
          expect(round && round.opensAt <= at && at < round.closesAt).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('the caps hold, in each round and in any fourteen days', () => {
    fc.assert(
      fc.property(situations, attempts, (situation, hours) => {
        const { perRound, perFortnight } = situation.inquiry.policy.nudge;
        const nudges = attempt(situation, hours);
        for (const round of situation.rounds) {
          expect(nudges.filter((nudge) => nudge.roundId === round.id).length).toBeLessThanOrEqual(perRound);
        }
        for (const { at } of nudges) {
          const since = nudges.filter((nudge) => nudge.at >= at && nudge.at.getTime() < at.getTime() + 14 * DAY);
          expect(since.length).toBeLessThanOrEqual(perFortnight);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('nobody is nudged after an answer', () => {
    fc.assert(
      fc.property(situations, attempts, fc.nat(95 * 24), (situation, hours, answeredAt) => {
        const answered = new Date(situation.opensAt.getTime() + answeredAt * HOUR);
        expect(attempt(situation, hours, answeredAt).filter((nudge) => nudge.at >= answered)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('"not before" is when it may be done, and no earlier: at no time in between it was', () => {
    let waits = 0;
    fc.assert(
      fc.property(situations, fc.nat(60 * 24), (situation, hour) => {
        const [round] = situation.rounds;
        if (!round) throw new Error('no round');
        const at = new Date(situation.opensAt.getTime() + hour * HOUR);
        const options = { ...situation, round, nudges: [], answered: [] };
        const first = mayNudge({ ...options, at });
        fc.pre(!first.ok);
        const { notBefore } = first;
        if (notBefore) waits += 1;
        expect(notBefore === null || (notBefore > at && mayNudge({ ...options, at: notBefore }).ok)).toBe(true);
        const until = (notBefore ?? round.closesAt).getTime();
        const step = (until - at.getTime()) / 24;
        const between = Array.from({ length: step > 0 ? 24 : 0 }, (_, n) => new Date(at.getTime() + n * step));
        expect(between.filter((each) => mayNudge({ ...options, at: each }).ok)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(waits).toBeGreaterThan(0);
  });
});
