import type { Inquiry } from './inquiry.ts';
import { addDays, atLocal } from './local-time.ts';
import type { Pace, Programme, ProgrammeRound } from './programme.ts';
import type { Round } from './round.ts';
import { momentInWindow, roundWindow, type Timetable } from './round-window.ts';
import { lastWeek, mondayOf, weekOf } from './weeks.ts';
import { type HolidayOn, workingDayFrom } from './working-days.ts';

export interface PlanRoundsOptions {
  inquiry: Pick<Inquiry, 'id' | 'startsOn' | 'timeZone' | 'policy'>;
  programme: Pick<Programme, 'pace' | 'rounds'>;
  /** Ids of a round's questions, the main one first; `number` is the number that the round gets. */
  questions: (round: ProgrammeRound, number: number) => readonly string[];
  isHoliday: HolidayOn;
  /** Which time through a programme that repeats: 1 is the first. */
  cycle?: number;
  /** Number of the first of these rounds; by default they are counted on from the cycles before. */
  from?: number;
}

/**
 * The rounds of a programme as instants for one inquiry, all `planned`. Days are calendar days from day 0, times
 * `policy.pace`; day 0 is `startsOn`, or the Monday after it if that is a weekend. What a holiday moves does not move
 * the rounds after it.
 */
export function planRounds(options: PlanRoundsOptions): Round[] {
  const { inquiry, programme, isHoliday, cycle = 1 } = options;
  const from = options.from ?? (cycle - 1) * programme.rounds.length + 1;
  const slowness = inquiry.policy.pace;
  const start = workingDayFrom(inquiry.startsOn, () => false);
  const dayZero = addDays(start, (cycle - 1) * cycleDays(programme, slowness));
  const table: Timetable = { dayZero, timeZone: inquiry.timeZone, slowness, pace: programme.pace, isHoliday };
  return programme.rounds.map((round, index) => {
    const questionIds = [...options.questions(round, from + index)];
    const window = roundWindow(round, table);
    return {
      id: `${inquiry.id}-r${from + index}`,
      inquiryId: inquiry.id,
      number: from + index,
      key: round.key,
      setting: round.setting,
      questionIds,
      ownText: null,
      steps: [...round.steps],
      opensAt: window.opensAt,
      closesAt: window.closesAt,
      nudgeAt: momentInWindow(programme.pace.nudgeAfterDays, window, table),
      reflectAt: questionIds.length > 1 ? momentInWindow(programme.pace.reflectAfterDays, window, table) : null,
      status: 'planned',
      openedAt: null,
      closedAt: null,
    };
  });
}

/** Calendar days from day 0 of one time through a programme to day 0 of the next. */
export const cycleDays = (programme: Pick<Programme, 'rounds'>, slowness: number): number =>
  Math.max(
    1,
    Math.round(slowness * Math.max(...programme.rounds.map((round) => round.opensOnDay + round.openForDays))),
  );

const cronTime = (time: string): string => {
  const [hour, minute] = time.split(':');
  return `${Number(minute)} ${Number(hour)}`;
};

/** Cron pattern, in the inquiry's time zone, of the weekly digest. */
export const digestCron = (pace: Pick<Pace, 'digest'>): string =>
  `${cronTime(pace.digest.at)} * * ${pace.digest.weekday % 7}`;

/** Cron pattern, in the inquiry's time zone, of asking what became of commitments: Monday to Friday. */
export const followUpCron = (pace: Pick<Pace, 'followUpAt'>): string => `${cronTime(pace.followUpAt)} * * 1-5`;

/** When digests come, one a week from the start of the inquiry to the end of week `untilWeek`. */
export function digestTimes(
  inquiry: Pick<Inquiry, 'startsOn' | 'timeZone'>,
  pace: Pick<Pace, 'digest'>,
  untilWeek: number,
): Date[] {
  return Array.from({ length: untilWeek }, (_, index) => addDays(mondayOf(inquiry, index + 1), pace.digest.weekday - 1))
    .filter((date) => date >= inquiry.startsOn)
    .map((date) => atLocal(date, pace.digest.at, inquiry.timeZone));
}

/** Something that Porras will say, and when. */
export type Occasion =
  | { what: 'round-opens' | 'nudge' | 'reflection' | 'round-closes'; at: Date; round: Round }
  | { what: 'digest'; at: Date; week: number };

export interface OccasionsOptions {
  inquiry: Pick<Inquiry, 'startsOn' | 'timeZone'>;
  pace: Pick<Pace, 'digest'>;
  rounds: readonly Round[];
  /** Digests up to this week; by default the one in which the last round closes. */
  untilWeek?: number;
}

/**
 * What will be said and when, in order of time: the preview of an inquiry. Skipped rounds say nothing; a private round
 * asks each person once, which is an invitation already.
 */
export function occasions({ inquiry, pace, rounds, untilWeek }: OccasionsOptions): Occasion[] {
  const ofRounds = rounds
    .filter((round) => round.status !== 'skipped')
    .flatMap((round): Occasion[] => [
      { what: 'round-opens', at: round.opensAt, round },
      ...(round.setting === 'channel' ? inChannel(round) : []),
      { what: 'round-closes', at: round.closesAt, round },
    ]);
  const until = untilWeek ?? lastWeek(inquiry, rounds);
  const digests = digestTimes(inquiry, pace, until).map(
    (at): Occasion => ({ what: 'digest', at, week: weekOf(inquiry, at) }),
  );
  return [...ofRounds, ...digests].sort((a, b) => a.at.getTime() - b.at.getTime());
}

const inChannel = (round: Round): Occasion[] => [
  ...(round.reflectAt ? [{ what: 'reflection', at: round.reflectAt, round } as const] : []),
  { what: 'nudge', at: round.nudgeAt, round },
];
