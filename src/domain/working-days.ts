import { addDays, weekday } from './local-time.ts';

/** Whether a local date is a public holiday where the inquiry works. */
export type HolidayOn = (date: string) => boolean;

/** A calendar that closes for longer than this is taken for a mistake, and its holidays are ignored. */
const LONGEST_CLOSURE_DAYS = 60;

export const isWeekend = (date: string): boolean => weekday(date) > 5;

export const isWorkingDay = (date: string, isHoliday: HolidayOn): boolean => !isWeekend(date) && !isHoliday(date);

function walk(date: string, step: 1 | -1, isHoliday: HolidayOn): string {
  let day = date;
  for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried += 1) {
    if (isWorkingDay(day, isHoliday)) return day;
    day = addDays(day, step);
  }
  return walk(date, step, () => false);
}

/** This date if it is a working day, else the next one that is. */
export const workingDayFrom = (date: string, isHoliday: HolidayOn): string => walk(date, 1, isHoliday);

/** This date if it is a working day, else the last one before it that is. */
export const workingDayUntil = (date: string, isHoliday: HolidayOn): string => walk(date, -1, isHoliday);

/** The date `n` working days after `date` (n >= 0), which is itself first moved to a working day. */
export function addWorkingDays(date: string, n: number, isHoliday: HolidayOn): string {
  let day = workingDayFrom(date, isHoliday);
  for (let left = n; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), isHoliday);
  return day;
}
