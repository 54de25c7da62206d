import type { Assignment, Contribution } from './contribution.ts';
import { currentAssignments } from './current-assignments.ts';
import type { Inquiry } from './inquiry.ts';
import { weekOf } from './weeks.ts';
import { SIGNALS, type Signal } from './words.ts';

export type Appreciation = Partial<Record<Signal, number>>;
type Noticed = Pick<Assignment, 'contributionId' | 'signals' | 'by' | 'at' | 'supersededAt'>;

/**
 * How many contributions carry each signal of appreciation, in the order of the model (MODEL.md section 3); signals
 * that nobody gave are left out. Superseded assignments do not count.
 */
export function appreciationOf(assignments: readonly Noticed[]): Appreciation {
  const current = [...currentAssignments(assignments).values()];
  const counts: Appreciation = {};
  for (const signal of SIGNALS) {
    const count = current.filter((assignment) => assignment.signals.includes(signal)).length;
    if (count > 0) counts[signal] = count;
  }
  return counts;
}

export interface AppreciationTrendOptions {
  inquiry: Pick<Inquiry, 'startsOn' | 'timeZone'>;
  /** Those whose signals count; pass the live ones. */
  contributions: readonly Pick<Contribution, 'id' | 'sentAt'>[];
  assignments: readonly Noticed[];
  /** The last week of the trend; by default that of the last contribution. */
  untilWeek?: number;
}

/** Appreciation week by week from week 1, by when things were said; a week without signals has an empty entry. */
export function appreciationTrend(options: AppreciationTrendOptions): { week: number; signals: Appreciation }[] {
  const { inquiry, contributions, assignments } = options;
  const weeks = new Map(contributions.map(({ id, sentAt }) => [id, weekOf(inquiry, sentAt)]));
  const byWeek = Map.groupBy(assignments, ({ contributionId }) => weeks.get(contributionId));
  const last = options.untilWeek ?? [...weeks.values()].reduce((latest, week) => Math.max(latest, week), 0);
  return Array.from({ length: last }, (_, index) => ({
    week: index + 1,
    signals: appreciationOf(byWeek.get(index + 1) ?? []),
  }));
}
