import { Temporal } from 'temporal-polyfill';

/**
 * Wall clocks and calendars. Dates are `YYYY-MM-DD`, times `HH:MM`, time zones IANA names; instants are `Date`.
 * Everything that people see happen at a time of day goes through here, so that it holds on both sides of a
 * daylight-saving change.
 */

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

const instant = (when: Temporal.ZonedDateTime): Date => new Date(when.epochMilliseconds);

/**
 * The instant at which the clocks of `timeZone` show this date and time. A time that daylight saving skips becomes
 * the same distance after the gap; one that occurs twice means the first.
 */
export const atLocal = (date: string, time: string, timeZone: string): Date =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }));

/** The first instant of a local date; not 00:00 where clocks change at midnight. */
export const startOfDay = (date: string, timeZone: string): Date =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone));

/** The first instant after `after` at which local clocks show `time`, or the moment that stands in for a skipped one. */
export function nextAtLocal(after: Date, time: string, timeZone: string): Date {
  const { hour, minute } = Temporal.PlainTime.from(time);
  const clock = { hour, minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };
  const start = zoned(after, timeZone);
  // `prefer` keeps the offset of `start`, so that within a repeated hour we do not jump back to its first run.
  const today = instant(start.with(clock, { offset: 'prefer' }));
  if (today > after) return today;
  return atLocal(start.toPlainDate().add({ days: 1 }).toString(), time, timeZone);
}

/** Local calendar date, `YYYY-MM-DD`. */
export const localDate = (at: Date, timeZone: string): string => zoned(at, timeZone).toPlainDate().toString();

/** Local wall-clock time to the minute, `HH:MM`. */
export const localTime = (at: Date, timeZone: string): string =>
  zoned(at, timeZone).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

/** The date `n` calendar days later; earlier when `n` is negative. */
export const addDays = (date: string, n: number): string => Temporal.PlainDate.from(date).add({ days: n }).toString();

/** Calendar days from `from` to `to`. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

/** Whether this is the name of a time zone (`Europe/Helsinki`, `UTC`); a bare offset such as `+02:00` is not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether this is a date of the calendar, written `YYYY-MM-DD`. */
export function isDate(s: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(s)) return false;
  try {
    Temporal.PlainDate.from(s, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether this is a time of day, written `HH:MM`. */
export const isTime = (s: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(s);
