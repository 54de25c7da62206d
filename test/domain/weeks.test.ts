import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, weekday } from '../../src/domain/local-time.ts';
import { lastWeek, weekBounds, weekOf } from '../../src/domain/weeks.ts';
import { aRound, dates, instants, timeZones } from './support.ts';

const HOUR = 3_600_000;
const helsinki = { startsOn: '2026-09-09', timeZone: 'Europe/Helsinki' };

describe('an inquiry that starts on a Wednesday', () => {
  it.each([
    ['2026-09-01T10:00:00Z', 1, 'before the start counts to week 1'],
    ['2026-09-07T10:00:00Z', 1, 'the Monday before'],
    ['2026-09-13T20:59:59Z', 1, 'Sunday, a second to midnight'],
    ['2026-09-13T21:00:00Z', 2, 'Monday midnight in Helsinki, still Sunday in UTC'],
    ['2026-09-21T08:00:00Z', 3, 'a Monday'],
  ])('%s is in week %i: %s', (at, week) => {
    expect(weekOf(helsinki, new Date(at))).toBe(week);
  });

  it('lasts until the week in which its last round closes', () => {
    expect(lastWeek(helsinki, [])).toBe(1);
    expect(lastWeek(helsinki, [aRound(3), aRound(1)])).toBe(3);
    expect(lastWeek(helsinki, [aRound(1), aRound(3, { status: 'skipped' })])).toBe(1);
  });
});

it('a week in which clocks change is an hour longer or shorter', () => {
  const hours = (startsOn: string): number => {
    const { from, to } = weekBounds({ startsOn, timeZone: 'Europe/Helsinki' }, 1);
    return (to.getTime() - from.getTime()) / HOUR;
  };
  expect(hours('2026-09-07')).toBe(168);
  expect(hours('2026-10-19')).toBe(169);
  expect(hours('2026-03-23')).toBe(167);
});

it('weeks partition time: every instant from week 1 on is in exactly the week whose bounds hold it', () => {
  fc.assert(
    fc.property(dates, timeZones, instants, (startsOn, timeZone, at) => {
      const inquiry = { startsOn, timeZone };
      const week = weekOf(inquiry, at);
      const { from, to } = weekBounds(inquiry, week);
      expect(at < to).toBe(true);
      expect(week === 1 || at >= from).toBe(true);
      expect(weekBounds(inquiry, week + 1).from).toEqual(to);
      expect(weekOf(inquiry, from)).toBe(week);
      expect(weekOf(inquiry, to)).toBe(week + 1);
      expect(weekday(localDate(from, timeZone))).toBe(1);
    }),
    { numRuns: 500 },
  );
});
