import type { Assignment } from '../../domain/contribution.ts';
import type { Flow } from '../context.ts';

/** How long a label that stood in stays at least before it is tried again, in milliseconds. */
const AT_LEAST_MS = 10 * 60_000;

/**
 * Has labels read again that only stood in while the analyst was away. Each waits as long again as its contribution has
 * waited already, so that what the analyst never manages to read costs ever less.
 */
export async function redoProvisional(flow: Flow): Promise<void> {
  if (!flow.analyst.canRedo()) return;
  const provisional = await flow.store.assignments.find({ provisional: true, supersededAt: null });
  if (provisional.length === 0) return;
  const contributions = await flow.store.contributions.find({ id: provisional.map((each) => each.contributionId) });
  const sentAt = new Map(contributions.map((each) => [each.id, each.sentAt.getTime()]));
  const now = flow.clock.now().getTime();
  const isDue = ({ at, contributionId }: Assignment) => {
    const waited = at.getTime() - (sentAt.get(contributionId) ?? 0);
    return now - at.getTime() >= Math.max(AT_LEAST_MS, waited);
  };
  await readAgain(flow, provisional.filter(isDue));
}

/** Before a digest, whatever stood in is tried once more, due or not. */
export async function redoProvisionalOf(flow: Flow, inquiryId: string): Promise<void> {
  if (!flow.analyst.canRedo()) return;
  await readAgain(flow, await flow.store.assignments.find({ inquiryId, provisional: true, supersededAt: null }));
}

async function readAgain(flow: Flow, assignments: readonly Assignment[]): Promise<void> {
  const ids = assignments.map((each) => each.contributionId);
  if (ids.length > 0) await flow.store.contributions.update({ id: ids, status: 'live' }, { labelledAt: null });
}
