import type { Inquiry } from './inquiry.ts';
import { addDays, daysBetween, localDate, startOfDay, weekday } from './local-time.ts';
import type { Round } from './round.ts';

type Calendar = Pick<Inquiry, 'startsOn' | 'timeZone'>;

/** Local date of the Monday with which a week of the inquiry begins. */
export const mondayOf = (inquiry: Calendar, week: number): string =>
  addDays(inquiry.startsOn, 1 - weekday(inquiry.startsOn) + 7 * (week - 1));

/**
 * The week of an inquiry that an instant belongs to. Weeks are calendar weeks in the inquiry's time zone, Monday to
 * Sunday; week 1 is the one with `startsOn` in it. What was said before that counts to week 1, so that nothing that a
 * person says falls outside every digest.
 */
export const weekOf = (inquiry: Calendar, at: Date): number =>
  Math.max(1, Math.floor(daysBetween(mondayOf(inquiry, 1), localDate(at, inquiry.timeZone)) / 7) + 1);

/** From the first instant of the week's Monday (included) to that of the next one (not included). */
export function weekBounds(inquiry: Calendar, week: number): { from: Date; to: Date } {
  const first = (n: number): Date => startOfDay(mondayOf(inquiry, n), inquiry.timeZone);
  return { from: first(week), to: first(week + 1) };
}

/** The week in which the last of these rounds closes; 1 when there are none. Skipped rounds do not count. */
export const lastWeek = (inquiry: Calendar, rounds: readonly Pick<Round, 'closesAt' | 'status'>[]): number =>
  rounds
    .filter((round) => round.status !== 'skipped')
    .reduce((last, round) => Math.max(last, weekOf(inquiry, round.closesAt)), 1);
