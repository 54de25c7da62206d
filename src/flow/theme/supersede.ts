import type { Assignment } from '../../domain/contribution.ts';
import { currentAssignments } from '../../domain/current-assignments.ts';
import { PorrasError } from '../../errors.ts';
import type { Tables } from '../../ports/store.ts';

export type NextAssignment = Omit<Assignment, 'id' | 'at' | 'supersededAt'>;

/**
 * Replaces the assignment that holds by the one that `next` makes of it; the old one is kept as history. Of two that
 * are made from the same one at once, the second fails and is tried again from what then holds: so a person's word
 * cannot be lost to an analyst that read before it was said. Only within a transaction.
 * @returns what holds from now on; `next` gives null to leave things as they are.
 * @throws PorrasError `conflict`, retryable.
 */
export async function supersede(
  tables: Tables,
  of: { inquiryId: string; contributionId: string; at: Date },
  next: (current: Assignment | null) => NextAssignment | null,
): Promise<Assignment | null> {
  const { inquiryId, contributionId, at } = of;
  const history = await tables.assignments.find({ inquiryId, contributionId });
  const current = currentAssignments(history).get(contributionId) ?? null;
  const following = next(current);
  if (!following) return current;
  const made: Assignment = { ...following, id: `${contributionId}#${history.length + 1}`, at, supersededAt: null };
  if (!(await tables.assignments.insert(made)))
    throw new PorrasError('conflict', `${contributionId} was placed by somebody else at the same moment: try again`, {
      retryable: true,
    });
  const replaced = history.filter((each) => each.supersededAt === null).map((each) => each.id);
  await tables.assignments.update({ id: replaced }, { supersededAt: at });
  return made;
}
