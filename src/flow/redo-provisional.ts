import type { Flow } from './context.ts';

/** Of all inquiries, or of one: has labels read again that only stood in while the analyst was away. @returns inquiries */
export async function redoProvisional(flow: Flow, inquiryId?: string): Promise<Set<string>> {
  if (!flow.analyst.canRedo()) return new Set();
  const provisional = await flow.store.assignments.find({
    provisional: true,
    supersededAt: null,
    ...(inquiryId && { inquiryId }),
  });
  const ids = provisional.map((each) => each.contributionId);
  if (ids.length > 0) await flow.store.contributions.update({ id: ids, status: 'live' }, { labelledAt: null });
  return new Set(provisional.map((each) => each.inquiryId));
}
