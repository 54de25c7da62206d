import type { Assignment } from '../domain/contribution.ts';
import type { Flow } from './context.ts';

/** Replaces the assignment that holds by a new one; the old one is kept as history. */
export async function supersede(
  flow: Flow,
  current: Assignment | null,
  next: Omit<Assignment, 'id' | 'at' | 'supersededAt'>,
): Promise<void> {
  const at = flow.clock.now();
  await flow.store.transaction(async (tables) => {
    if (current) await tables.assignments.update({ id: current.id }, { supersededAt: at });
    const version = await tables.assignments.count({ inquiryId: next.inquiryId, contributionId: next.contributionId });
    await tables.assignments.insert({ ...next, id: `${next.contributionId}#${version + 1}`, at, supersededAt: null });
  });
}
