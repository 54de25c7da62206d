import type { Assignment, Contribution, ContributionStatus } from './contribution.ts';
import { currentAssignments } from './current-assignments.ts';
import type { Ledger } from './digest.ts';
import { NONE } from './words.ts';

export type LedgerPart = Exclude<keyof Ledger, 'total'>;

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

/** Where every contribution ended (DESIGN 5.4): each in exactly one part, so that the parts add up to the total. */
export function ledgerOf({ contributions, assignments }: LedgerOptions): Ledger {
  const current = currentAssignments(assignments);
  const byLabel = (id: string): LedgerPart => {
    const step = current.get(id)?.step;
    if (step === undefined) return 'unprocessed';
    return step === NONE ? 'none' : 'themed';
  };
  const ledger: Ledger = { total: 0, themed: 0, none: 0, withheld: 0, withdrawn: 0, unprocessed: 0 };
  for (const { id, status } of contributions) {
    ledger[BY_STATUS[status] ?? byLabel(id)] += 1;
    ledger.total += 1;
  }
  return ledger;
}
