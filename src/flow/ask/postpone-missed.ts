import { addDays, atLocal, localDate, localTime } from '../../domain/local-time.ts';
import type { Round } from '../../domain/round.ts';
import { type HolidayOn, workingDayFrom, workingDayUntil } from '../../domain/working-days.ts';

/** A year of weeks: an inquiry that slept longer has been forgotten. */
const LONGEST_WEEKS = 53;

/**
 * Planned rounds as they go on after a pause. While at least half of the next one's time is left, it opens late and all
 * stay as they are. Otherwise all move on by whole weeks, so that each is open for its time and on its weekdays, and a
 * long pause does not end in a heap of questions.
 *
 * @param rounds in the order of opening
 */
export function postponeMissed(
  rounds: readonly Round[],
  { now, timeZone, isHoliday }: { now: Date; timeZone: string; isHoliday: HolidayOn },
): Round[] {
  const [next] = rounds;
  if (!next) return [];
  const half = (next.closesAt.getTime() - next.opensAt.getTime()) / 2;
  const moved = (at: Date, weeks: number, day: (date: string) => string = (date) => date): Date =>
    atLocal(day(addDays(localDate(at, timeZone), 7 * weeks)), localTime(at, timeZone), timeZone);
  let weeks = 0;
  while (weeks < LONGEST_WEEKS && moved(next.opensAt, weeks).getTime() + half <= now.getTime()) weeks += 1;
  if (weeks === 0) return [...rounds];
  const onFrom = (date: string): string => workingDayFrom(date, isHoliday);
  return rounds.map((round) => {
    const opensAt = moved(round.opensAt, weeks, onFrom);
    const closesAt = moved(round.closesAt, weeks, (date) => workingDayUntil(date, isHoliday));
    return {
      ...round,
      opensAt,
      closesAt: closesAt > opensAt ? closesAt : moved(round.closesAt, weeks, onFrom),
      nudgeAt: moved(round.nudgeAt, weeks, onFrom),
      reflectAt: round.reflectAt && moved(round.reflectAt, weeks, onFrom),
    };
  });
}
