import type { Answered } from './contribution.ts';
import type { Inquiry, Participant } from './inquiry.ts';
import { addDays, localDate, localTime, nextAtLocal, startOfDay } from './local-time.ts';
import type { Nudge } from './nudge.ts';
import { isAwayOn } from './presence.ts';
import type { Round } from './round.ts';
import { type HolidayOn, isWeekend } from './working-days.ts';

export type Refusal =
  | 'inquiry-not-running'
  | 'left'
  | 'stopped'
  | 'answered'
  | 'round-not-open'
  | 'round-over'
  | 'round-cap'
  | 'fortnight-cap'
  | 'snoozed'
  | 'absent'
  | 'holiday'
  | 'weekend'
  | 'quiet-hours';

/**
 * `notBefore`: when the reasons that pass with time will have passed, null if that is never or only after the round.
 * Ask again then: an answer, a stop or another nudge may have come in between.
 */
export type MayNudge = { ok: true } | { ok: false; because: Refusal; notBefore: Date | null };

export interface MayNudgeOptions {
  participant: Pick<Participant, 'id' | 'leftAt' | 'nudges' | 'snoozedUntil' | 'absences' | 'timeZone'>;
  /** Until when their platform says that they are away or not to be disturbed. */
  awayUntil?: Date | null;
  inquiry: Pick<Inquiry, 'status' | 'policy'>;
  round: Pick<Round, 'id' | 'status' | 'opensAt' | 'closesAt'>;
  /** Nudges so far, of any rounds and people; those that were skipped do not count. */
  nudges: readonly Pick<Nudge, 'roundId' | 'participantId' | 'at' | 'outcome'>[];
  answered: readonly Pick<Answered, 'roundId' | 'participantId'>[];
  at: Date;
  /** Public holidays where the inquiry works. */
  isHoliday: HolidayOn;
}

/**
 * Whether this person may be nudged now: at most so often a round and a fortnight, never after an answer,
 * and only when the person works, by the clock and calendar of their own time zone.
 */
export function mayNudge(options: MayNudgeOptions): MayNudge {
  const forGood = FOR_GOOD.find(([, applies]) => applies(options));
  if (forGood) return { ok: false, because: forGood[0], notBefore: null };
  const first = firstObstacle(options, options.at);
  if (!first) return { ok: true };
  return { ok: false, because: first.because, notBefore: clearFrom(options, first.until) };
}

const own = ({ participant, nudges }: MayNudgeOptions) =>
  nudges.filter((nudge) => nudge.participantId === participant.id && nudge.outcome !== 'skipped');

/** Reasons that time does not mend, in the order in which they are told. */
const FOR_GOOD: [Refusal, (options: MayNudgeOptions) => boolean][] = [
  ['inquiry-not-running', ({ inquiry }) => inquiry.status !== 'running'],
  ['left', ({ participant, at }) => participant.leftAt !== null && participant.leftAt <= at],
  ['stopped', ({ participant }) => participant.nudges === 'stopped'],
  [
    'answered',
    ({ participant, round, answered }) =>
      answered.some((mark) => mark.roundId === round.id && mark.participantId === participant.id),
  ],
  ['round-over', ({ round, at }) => round.status === 'closed' || round.status === 'skipped' || at >= round.closesAt],
  [
    'round-cap',
    (options) =>
      own(options).filter((nudge) => nudge.roundId === options.round.id).length >=
      options.inquiry.policy.nudge.perRound,
  ],
  ['fortnight-cap', ({ inquiry }) => inquiry.policy.nudge.perFortnight <= 0],
];

interface Obstacle {
  because: Refusal;
  /** The first instant at which this obstacle is no longer there; after the instant that was asked about. */
  until: Date;
}

const FORTNIGHT_MS = 14 * 24 * 3_600_000;

/** Reasons that pass; each says until when it stands in the way at an instant, or null. */
const PASSING: [Refusal, (options: MayNudgeOptions, at: Date) => Date | null][] = [
  ['round-not-open', ({ round }, at) => (at < round.opensAt ? round.opensAt : null)],
  ['fortnight-cap', fortnightFull],
  [
    'snoozed',
    ({ participant: { snoozedUntil } }, at) => (snoozedUntil !== null && at < snoozedUntil ? snoozedUntil : null),
  ],
  ['absent', ({ awayUntil }, at) => (awayUntil && at < awayUntil ? awayUntil : null)],
  ['absent', dayIs(({ participant }, date) => isAwayOn(participant, date))],
  ['holiday', dayIs(({ isHoliday }, date) => isHoliday(date))],
  ['weekend', dayIs((_, date) => isWeekend(date))],
  ['quiet-hours', ({ inquiry, participant }, at) => quietUntil(inquiry.policy.quietHours, participant.timeZone, at)],
];

function firstObstacle(options: MayNudgeOptions, at: Date): Obstacle | null {
  for (const [because, until] of PASSING) {
    const passes = until(options, at);
    if (passes) return { because, until: passes };
  }
  return null;
}

/** The first instant from `at` on without an obstacle; null if the round is over by then. */
function clearFrom(options: MayNudgeOptions, at: Date): Date | null {
  let clear = at;
  while (clear < options.round.closesAt) {
    const obstacle = firstObstacle(options, clear);
    if (!obstacle) return clear;
    clear = obstacle.until;
  }
  return null;
}

/** Full while as many nudges as allowed lie within the fortnight before; free again when enough of them are older. */
function fortnightFull(options: MayNudgeOptions, at: Date): Date | null {
  const recent = own(options)
    .map((nudge) => nudge.at.getTime() + FORTNIGHT_MS)
    .filter((freeAt) => freeAt > at.getTime())
    .sort((a, b) => b - a);
  const freeAt = recent[options.inquiry.policy.nudge.perFortnight - 1];
  return freeAt === undefined ? null : new Date(freeAt);
}

/** An obstacle of whole days, in the person's own time zone. */
function dayIs(blocked: (options: MayNudgeOptions, date: string) => boolean) {
  return (options: MayNudgeOptions, at: Date): Date | null => {
    const { timeZone } = options.participant;
    const date = localDate(at, timeZone);
    return blocked(options, date) ? startOfDay(addDays(date, 1), timeZone) : null;
  };
}

/** Until when quiet hours last at `at`, null outside them. `from` belongs to them, `to` does not; equal means none. */
export function quietUntil({ from, to }: { from: string; to: string }, timeZone: string, at: Date): Date | null {
  if (from === to) return null;
  const time = localTime(at, timeZone);
  const quiet = from < to ? from <= time && time < to : from <= time || time < to;
  return quiet ? nextAtLocal(at, to, timeZone) : null;
}
