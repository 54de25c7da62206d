import { CronExpressionParser } from 'cron-parser';
import { messageOf, PorrasError } from '../errors.ts';

export interface Cron {
  pattern: string;
  timeZone: string;
}

/**
 * The first instant after `after` that a cron pattern names in its time zone.
 * @throws PorrasError `bad-schedule`
 */
export function nextRun(cron: Cron, after: Date): Date {
  try {
    return CronExpressionParser.parse(cron.pattern, { currentDate: after, tz: cron.timeZone }).next().toDate();
  } catch (error) {
    throw new PorrasError(
      'bad-schedule',
      `the schedule "${cron.pattern}" in time zone "${cron.timeZone}" cannot be read: ${messageOf(error)}`,
      { cause: error },
    );
  }
}
