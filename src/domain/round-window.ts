import { addDays, atLocal } from './local-time.ts';
import type { Pace, ProgrammeRound } from './programme.ts';
import { addWorkingDays, type HolidayOn, workingDayFrom, workingDayUntil } from './working-days.ts';

/** How the days of a programme become instants for one inquiry. */
export interface Timetable {
  /** Local date of day 0. */
  dayZero: string;
  timeZone: string;
  /** A multiplier of all numbers of days. */
  slowness: number;
  pace: Pick<Pace, 'openAt' | 'closeAt'>;
  isHoliday: HolidayOn;
}

export interface RoundWindow {
  /** Local date of the opening. */
  openDay: string;
  opensAt: Date;
  closesAt: Date;
}

/**
 * When a round opens and closes. Nothing happens on a weekend or a holiday: an opening moves to the next working day, a
 * closing to the last one before it. A window that holidays swallow keeps its length, counted from its opening.
 */
export function roundWindow(round: Pick<ProgrammeRound, 'opensOnDay' | 'openForDays'>, table: Timetable): RoundWindow {
  const { timeZone, pace, isHoliday } = table;
  const day = (n: number): string => addDays(table.dayZero, Math.round(n * table.slowness));
  const openDay = workingDayFrom(day(round.opensOnDay), isHoliday);
  const opensAt = atLocal(openDay, pace.openAt, timeZone);
  const lastDay = addDays(day(round.opensOnDay + round.openForDays), -1);
  const length = Math.max(1, Math.round(round.openForDays * table.slowness));
  const closings = [
    workingDayUntil(lastDay, isHoliday),
    workingDayFrom(addDays(openDay, length - 1), isHoliday),
    // A round of one day that closes at an earlier time of day than it opens.
    workingDayFrom(addDays(openDay, 1), isHoliday),
  ].map((date) => atLocal(date, pace.closeAt, timeZone));
  const closesAt = closings.find((at) => at > opensAt) ?? atLocal(addDays(openDay, 2), pace.closeAt, timeZone);
  return { openDay, opensAt, closesAt };
}

const THREE_HOURS_MS = 3 * 3_600_000;

/**
 * The time of opening, so many working days after it. In a window that is too short for that: the last such time
 * inside it, or halfway through the first day.
 *
 * @param days of the programme, before `slowness`; 0 means together with the opening.
 */
export function momentInWindow(days: number, { openDay, opensAt, closesAt }: RoundWindow, table: Timetable): Date {
  if (days === 0) return opensAt;
  for (let n = Math.max(1, Math.round(days * table.slowness)); n > 0; n -= 1) {
    const at = atLocal(addWorkingDays(openDay, n, table.isHoliday), table.pace.openAt, table.timeZone);
    if (at < closesAt) return at;
  }
  const halfway = (closesAt.getTime() - opensAt.getTime()) / 2;
  return new Date(opensAt.getTime() + Math.min(halfway, THREE_HOURS_MS));
}
