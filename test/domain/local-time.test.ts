import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  atLocal,
  daysBetween,
  isDate,
  isTime,
  isTimeZone,
  localDate,
  localTime,
  nextAtLocal,
  startOfDay,
  weekday,
} from '../../src/domain/local-time.ts';
import { dates, instants, TIME_ZONES, times, timeZones } from './support.ts';

const HOUR = 3_600_000;

describe('atLocal', () => {
  it.each([
    ['2026-01-15', '09:00', 'Europe/Helsinki', '2026-01-15T07:00:00.000Z'],
    ['2026-07-15', '09:00', 'Europe/Helsinki', '2026-07-15T06:00:00.000Z'],
    ['2026-07-15', '09:00', 'Asia/Kolkata', '2026-07-15T03:30:00.000Z'],
    ['2026-07-15', '09:00', 'America/New_York', '2026-07-15T13:00:00.000Z'],
    // Clocks went from 03:00 to 04:00: half past three stands in as half past four.
    ['2026-03-29', '03:30', 'Europe/Helsinki', '2026-03-29T01:30:00.000Z'],
    // Clocks went back from 04:00 to 03:00: the first of the two half past threes.
    ['2026-10-25', '03:30', 'Europe/Helsinki', '2026-10-25T00:30:00.000Z'],
    // Lord Howe changes by half an hour: 02:15 is skipped in October and stands in as 02:45.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    // Cairo skipped midnight itself.
    ['2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    // Samoa had no 30 December 2011.
    ['2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, timeZone, instant) => {
    expect(atLocal(date, time, timeZone).toISOString()).toBe(instant);
  });

  it('shows the asked time on local clocks, or a later one where clocks skipped it', () => {
    fc.assert(
      fc.property(dates, times, timeZones, (date, time, timeZone) => {
        const at = atLocal(date, time, timeZone);
        const shown = `${localDate(at, timeZone)} ${localTime(at, timeZone)}`;
        const skipped = shown !== `${date} ${time}`;
        if (!skipped) return;
        expect(shown > `${date} ${time}`).toBe(true);
        const before = new Date(at.getTime() - HOUR);
        expect(`${localDate(before, timeZone)} ${localTime(before, timeZone)}` < `${date} ${time}`).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('means the first of two, in a repeated hour', () => {
    fc.assert(
      fc.property(instants, timeZones, (at, timeZone) => {
        const again = atLocal(localDate(at, timeZone), localTime(at, timeZone), timeZone);
        expect(again <= at).toBe(true);
        expect(at.getTime() - again.getTime()).toBeLessThanOrEqual(HOUR);
      }),
      { numRuns: 500 },
    );
  });
});

describe('nextAtLocal', () => {
  it.each([
    ['2026-09-07T05:00:00Z', '09:00', '2026-09-07T06:00:00.000Z'],
    ['2026-09-07T06:00:00Z', '09:00', '2026-09-08T06:00:00.000Z'],
    // In the repeated hour, from the second 03:15 on to the second 03:30.
    ['2026-10-25T01:15:00Z', '03:30', '2026-10-25T01:30:00.000Z'],
    // The night of the change is an hour longer.
    ['2026-10-24T15:00:00Z', '08:00', '2026-10-25T06:00:00.000Z'],
  ])('after %s the next %s in Helsinki is %s', (after, time, next) => {
    expect(nextAtLocal(new Date(after), time, 'Europe/Helsinki').toISOString()).toBe(next);
  });

  it('is later, and at most a day and an hour later', () => {
    fc.assert(
      fc.property(instants, times, timeZones, (after, time, timeZone) => {
        const wait = nextAtLocal(after, time, timeZone).getTime() - after.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(25 * HOUR);
      }),
      { numRuns: 500 },
    );
  });
});

describe('days', () => {
  it('start at the first instant that has their date', () => {
    fc.assert(
      fc.property(dates, timeZones, (date, timeZone) => {
        const start = startOfDay(date, timeZone);
        expect(localDate(start, timeZone)).toBe(date);
        expect(localDate(new Date(start.getTime() - 1), timeZone)).toBe(addDays(date, -1));
      }),
    );
  });

  it('add up', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -800, max: 800 }), (date, n) => {
        const other = addDays(date, n);
        expect(daysBetween(date, other)).toBe(n);
        expect(addDays(other, -n)).toBe(date);
        expect((((weekday(other) - weekday(date) - n) % 7) + 7) % 7).toBe(0);
      }),
    );
  });

  it('know leap years and weekdays', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(weekday('2026-09-07')).toBe(1);
    expect(weekday('2026-09-13')).toBe(7);
  });
});

describe('what people type', () => {
  it.each(['Europe/Helsinki', 'UTC', 'Asia/Kolkata', ...TIME_ZONES])('%s is a time zone', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });
  it.each(['', 'Helsinki', '+02:00', 'Europe/Atlantis', 'Europe/Helsinki '])('"%s" is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
  it.each(['2026-09-07', '2028-02-29'])('%s is a date', (date) => {
    expect(isDate(date)).toBe(true);
  });
  it.each(['', '2026-02-29', '2026-13-01', '2026-9-7', '7.9.2026', '2026-09-07T00:00', '+002026-09-07'])(
    '"%s" is none',
    (date) => {
      expect(isDate(date)).toBe(false);
    },
  );
  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09.00', false],
  ])('whether "%s" is a time: %s', (time, is) => {
    expect(isTime(time)).toBe(is);
  });
});
