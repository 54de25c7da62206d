import type { Assignment, Contribution, ContributionStatus } from './contribution.ts';
import { currentAssignments } from './current-assignments.ts';
import type { Ledger, LedgerPart } from './digest.ts';
import { NONE } from './words.ts';

export type { LedgerPart } from './digest.ts';

export interface LedgerOptions {
  contributions: readonly Pick<Contribution, 'id' | 'status'>[];
  assignments: readonly Pick<Assignment, 'contributionId' | 'step' | 'by' | 'at' | 'supersededAt'>[];
}

/** Where a contribution ends by its status alone; what is live is decided by its label. */
const BY_STATUS: Record<ContributionStatus, LedgerPart | null> = {
  live: null,
  held: 'withheld',
  withheld: 'withheld',
  withdrawn: 'withdrawn',
  deleted: 'withdrawn',
};

/** Contribution id -> where it ended. */
export function ledgerParts({ contributions, assignments }: LedgerOptions): Map<string, LedgerPart> {
  const current = currentAssignments(assignments);
  const byLabel = (id: string): LedgerPart => {
    const step = current.get(id)?.step;
    if (step === undefined) return 'unprocessed';
    return step === NONE ? 'none' : 'themed';
  };
  return new Map(contributions.map(({ id, status }) => [id, BY_STATUS[status] ?? byLabel(id)]));
}

/** Where every contribution ended: each in exactly one part, so that the parts add up to the total. */
export function ledgerOf(options: LedgerOptions): Ledger {
  const ledger: Ledger = { total: 0, themed: 0, none: 0, withheld: 0, withdrawn: 0, unprocessed: 0 };
  for (const part of ledgerParts(options).values()) {
    ledger[part] += 1;
    ledger.total += 1;
  }
  return ledger;
}
