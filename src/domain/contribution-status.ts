import type { ContributionStatus } from './contribution.ts';

/** What its author took back: nothing of its words is kept. */
export const REMOVED: ReadonlySet<ContributionStatus> = new Set(['withdrawn', 'deleted']);
