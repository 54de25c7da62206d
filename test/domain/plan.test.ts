import { CronExpressionParser } from 'cron-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, localTime, weekday } from '../../src/domain/local-time.ts';
import { cycleDays, digestCron, digestTimes, followUpCron, occasions, planRounds } from '../../src/domain/plan.ts';
import type { Pace, ProgrammeRound } from '../../src/domain/programme.ts';
import { isWorkingDay } from '../../src/domain/working-days.ts';
import { anInquiry, aPolicy, dates, holidayCalendars, noHolidays, timeZones } from './support.ts';

const PACE: Pace = {
  openAt: '09:00',
  closeAt: '16:00',
  nudgeAfterDays: 2,
  reflectAfterDays: 1,
  digest: { weekday: 5, at: '14:00' },
  followUpAt: '10:30',
};

const programmeRound = (key: string, opensOnDay: number, openForDays: number): ProgrammeRound => {
  const nothing = { fi: '', sv: '', en: '' };
  return {
    key,
    name: nothing,
    purpose: nothing,
    setting: 'channel',
    phase: 'p',
    questions: [],
    steps: ['needs'],
    opensOnDay,
    openForDays,
  };
};

/** Three weeks, Monday to Friday. */
const WEEKLY = { pace: PACE, rounds: [0, 7, 14].map((day, index) => programmeRound(`week-${index + 1}`, day, 5)) };

const twoQuestions = (round: ProgrammeRound): string[] => [`${round.key}-main`, `${round.key}-reflection`];

const plan = (changes: Partial<Parameters<typeof planRounds>[0]> = {}) =>
  planRounds({ inquiry: anInquiry(), programme: WEEKLY, questions: twoQuestions, isHoliday: noHolidays, ...changes });

const local = (at: Date | null, timeZone = 'Europe/Helsinki'): string =>
  at ? `${localDate(at, timeZone)} ${localTime(at, timeZone)}` : 'never';

describe('a programme of three weeks from Monday 7 September', () => {
  it('opens, reflects, nudges and closes on the days and at the times that it says', () => {
    const told = plan().map(({ number, opensAt, reflectAt, nudgeAt, closesAt }) => [
      number,
      ...[opensAt, reflectAt, nudgeAt, closesAt].map((at) => local(at)),
    ]);
    expect(told).toEqual([
      [1, '2026-09-07 09:00', '2026-09-08 09:00', '2026-09-09 09:00', '2026-09-11 16:00'],
      [2, '2026-09-14 09:00', '2026-09-15 09:00', '2026-09-16 09:00', '2026-09-18 16:00'],
      [3, '2026-09-21 09:00', '2026-09-22 09:00', '2026-09-23 09:00', '2026-09-25 16:00'],
    ]);
  });

  it('gives rounds that are planned, with ids of their own', () => {
    const [first] = plan();
    expect(first).toMatchObject({
      id: 'inq-r1',
      inquiryId: 'inq',
      key: 'week-1',
      questionIds: ['week-1-main', 'week-1-reflection'],
      ownText: null,
      steps: ['needs'],
      status: 'planned',
      openedAt: null,
      closedAt: null,
    });
  });

  it('does not reflect on a round that has a main question only', () => {
    expect(plan({ questions: (round) => [round.key] }).map((round) => round.reflectAt)).toEqual([null, null, null]);
  });

  it('twice as slow, doubles every number of days', () => {
    const told = plan({ inquiry: anInquiry({ policy: aPolicy({ pace: 2 }) }) }).map((round) => [
      local(round.opensAt),
      local(round.reflectAt),
      local(round.nudgeAt),
      local(round.closesAt),
    ]);
    expect(told[0]).toEqual(['2026-09-07 09:00', '2026-09-09 09:00', '2026-09-11 09:00', '2026-09-16 16:00']);
    expect(told[1]?.[0]).toBe('2026-09-21 09:00');
  });

  it('that starts on a Saturday keeps its Mondays', () => {
    const rounds = plan({ inquiry: anInquiry({ startsOn: '2026-09-05' }) });
    expect(local(rounds[0]?.opensAt ?? null)).toBe('2026-09-07 09:00');
    expect(local(rounds[1]?.closesAt ?? null)).toBe('2026-09-18 16:00');
  });
});

describe('holidays', () => {
  const on = (...holidays: string[]) => plan({ isHoliday: (date) => holidays.includes(date) });

  it('move an opening to the next working day, and no other round', () => {
    const [first, second] = on('2026-09-07');
    expect([first?.opensAt, first?.closesAt].map((at) => local(at ?? null))).toEqual([
      '2026-09-08 09:00',
      '2026-09-11 16:00',
    ]);
    expect(local(second?.opensAt ?? null)).toBe('2026-09-14 09:00');
  });

  it('move a closing to the working day before, and a nudge to the one after', () => {
    const [first] = on('2026-09-11', '2026-09-09');
    expect(local(first?.closesAt ?? null)).toBe('2026-09-10 16:00');
    expect(local(first?.nudgeAt ?? null)).toBe('2026-09-10 09:00');
  });

  it('that swallow a whole week leave the round its length', () => {
    const [first] = on('2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11');
    expect([first?.opensAt, first?.closesAt].map((at) => local(at ?? null))).toEqual([
      '2026-09-14 09:00',
      '2026-09-18 16:00',
    ]);
  });

  it('without end are ignored rather than waited for', () => {
    expect(plan({ isHoliday: () => true }).map((round) => round.opensAt)).toEqual(plan().map((round) => round.opensAt));
  });
});

describe('a round of one day', () => {
  const programme = { pace: PACE, rounds: [programmeRound('day', 0, 1)] };

  it('reflects and nudges before it closes', () => {
    const [round] = plan({ programme });
    expect([round?.reflectAt, round?.nudgeAt, round?.closesAt].map((at) => local(at ?? null))).toEqual([
      '2026-09-07 12:00',
      '2026-09-07 12:00',
      '2026-09-07 16:00',
    ]);
  });

  it('closes on the next working day when its closing time is earlier than its opening time', () => {
    const [round] = plan({
      programme: { ...programme, pace: { ...PACE, openAt: '13:00', closeAt: '11:00' } },
      inquiry: anInquiry({ startsOn: '2026-09-11' }),
    });
    expect(local(round?.closesAt ?? null)).toBe('2026-09-14 11:00');
  });
});

describe('a programme that repeats', () => {
  const programme = { pace: PACE, rounds: [programmeRound('a', 0, 5), programmeRound('b', 2, 5)] };

  it('starts over the day after its last one ends, and counts its rounds on', () => {
    expect(cycleDays(programme, 1)).toBe(7);
    const third = plan({ programme, cycle: 3 });
    expect(third.map((round) => [round.id, local(round.opensAt)])).toEqual([
      ['inq-r5', '2026-09-21 09:00'],
      ['inq-r6', '2026-09-23 09:00'],
    ]);
  });

  it('numbers its rounds after those that a facilitator added', () => {
    expect(plan({ programme, cycle: 2, from: 9 }).map((round) => round.number)).toEqual([9, 10]);
  });

  it('lets questions differ from cycle to cycle', () => {
    const questions = (round: ProgrammeRound, number: number): string[] => [`${round.key}${number}`];
    expect(plan({ programme, cycle: 2, questions }).map((round) => round.questionIds)).toEqual([['a3'], ['b4']]);
  });
});

const programmes = fc
  .record({
    openAt: fc.constantFrom('07:30', '09:00', '12:15'),
    closeAt: fc.constantFrom('08:00', '16:00', '18:45'),
    nudgeAfterDays: fc.nat(6),
    reflectAfterDays: fc.nat(6),
    gaps: fc.array(fc.record({ wait: fc.nat(10), length: fc.integer({ min: 1, max: 14 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ gaps, ...times }) => {
    let day = 0;
    const rounds = gaps.map(({ wait, length }, index) => programmeRound(`r${index}`, (day += wait), length));
    return { pace: { ...PACE, ...times }, rounds };
  });

describe('any programme, start, time zone and calendar', () => {
  const plans = fc
    .record({
      programme: programmes,
      startsOn: dates,
      timeZone: timeZones,
      isHoliday: holidayCalendars,
      slowness: fc.constantFrom(0.5, 1, 1.5, 2),
      cycle: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ programme, startsOn, timeZone, isHoliday, slowness, cycle }) => {
      const inquiry = anInquiry({ startsOn, timeZone, policy: aPolicy({ pace: slowness }) });
      return {
        programme,
        timeZone,
        isHoliday,
        startsOn,
        rounds: planRounds({ inquiry, programme, isHoliday, cycle, questions: twoQuestions }),
      };
    });

  it('opens and closes on working days, at the wall-clock times that it says, whatever clocks do', () => {
    fc.assert(
      fc.property(plans, ({ programme, timeZone, isHoliday, rounds }) => {
        for (const round of rounds) {
          expect(localTime(round.opensAt, timeZone)).toBe(programme.pace.openAt);
          expect(localTime(round.closesAt, timeZone)).toBe(programme.pace.closeAt);
          expect(isWorkingDay(localDate(round.opensAt, timeZone), isHoliday)).toBe(true);
          expect(isWorkingDay(localDate(round.closesAt, timeZone), isHoliday)).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('never opens before the start, nor closes before it opens; all that a round says falls into its window', () => {
    fc.assert(
      fc.property(plans, ({ timeZone, startsOn, rounds }) => {
        for (const { opensAt, closesAt, nudgeAt, reflectAt } of rounds) {
          expect(localDate(opensAt, timeZone) >= startsOn).toBe(true);
          expect(opensAt < closesAt).toBe(true);
          expect(opensAt <= nudgeAt && nudgeAt < closesAt).toBe(true);
          expect(reflectAt !== null && opensAt <= reflectAt && reflectAt < closesAt).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('opens rounds in the order of the programme', () => {
    fc.assert(
      fc.property(plans, ({ rounds }) => {
        const openings = rounds.map((round) => round.opensAt.getTime());
        expect(openings).toEqual([...openings].sort((a, b) => a - b));
      }),
    );
  });
});

describe('digests', () => {
  const inquiry = { startsOn: '2026-10-14', timeZone: 'Europe/Helsinki' };

  it('come once a week at the same wall-clock time, on both sides of the end of summer time', () => {
    expect(digestTimes(inquiry, PACE, 3).map((at) => at.toISOString())).toEqual([
      '2026-10-16T11:00:00.000Z',
      '2026-10-23T11:00:00.000Z',
      '2026-10-30T12:00:00.000Z',
    ]);
  });

  it('do not come before the inquiry starts', () => {
    const monday = { digest: { weekday: 1, at: '14:00' } };
    expect(digestTimes(inquiry, monday, 2).map((at) => local(at))).toEqual(['2026-10-19 14:00']);
  });

  it('come when their cron pattern says', () => {
    fc.assert(
      fc.property(dates, timeZones, fc.integer({ min: 1, max: 7 }), (startsOn, timeZone, day) => {
        const pace = { digest: { weekday: day, at: '09:05' } };
        const [first, second] = digestTimes({ startsOn, timeZone }, pace, 3);
        const cron = CronExpressionParser.parse(digestCron(pace), { tz: timeZone, currentDate: first ?? new Date(0) });
        expect(cron.next().toDate()).toEqual(second);
        expect(weekday(localDate(first ?? new Date(0), timeZone))).toBe(day);
      }),
    );
  });

  it('write cron patterns', () => {
    expect(digestCron({ digest: { weekday: 7, at: '08:05' } })).toBe('5 8 * * 0');
    expect(followUpCron(PACE)).toBe('30 10 * * 1-5');
  });
});

describe('the preview', () => {
  it('tells in order what will be said', () => {
    const rounds = plan().slice(0, 2);
    const told = occasions({ inquiry: anInquiry(), pace: PACE, rounds }).map((occasion) => [
      local(occasion.at),
      occasion.what,
    ]);
    expect(told).toEqual([
      ['2026-09-07 09:00', 'round-opens'],
      ['2026-09-08 09:00', 'reflection'],
      ['2026-09-09 09:00', 'nudge'],
      ['2026-09-11 14:00', 'digest'],
      ['2026-09-11 16:00', 'round-closes'],
      ['2026-09-14 09:00', 'round-opens'],
      ['2026-09-15 09:00', 'reflection'],
      ['2026-09-16 09:00', 'nudge'],
      ['2026-09-18 14:00', 'digest'],
      ['2026-09-18 16:00', 'round-closes'],
    ]);
  });

  it('leaves out a skipped round, and goes on with digests as far as asked', () => {
    const rounds = plan().map((round) => ({ ...round, status: 'skipped' as const }));
    const told = occasions({ inquiry: anInquiry(), pace: PACE, rounds, untilWeek: 2 });
    expect(told.map((occasion) => occasion.what)).toEqual(['digest', 'digest']);
  });
});
