import type { Assignment } from './contribution.ts';

/** Whether a person, not an analyst, placed it. */
export const isByPerson = (assignment: Pick<Assignment, 'by'>): boolean => assignment.by.startsWith('person:');

type Placed = Pick<Assignment, 'contributionId' | 'by' | 'at' | 'supersededAt'>;

const outweighs = (a: Placed, b: Placed): boolean => (isByPerson(a) === isByPerson(b) ? a.at >= b.at : isByPerson(a));

/**
 * The assignment that holds for each contribution id: not superseded; if two jobs both left one, a person's outweighs
 * an analyst's, and a later one an earlier.
 */
export function currentAssignments<A extends Placed>(assignments: readonly A[]): Map<string, A> {
  const current = new Map<string, A>();
  for (const assignment of assignments) {
    if (assignment.supersededAt) continue;
    const other = current.get(assignment.contributionId);
    if (!other || outweighs(assignment, other)) current.set(assignment.contributionId, assignment);
  }
  return current;
}
