import type { Contribution } from '../../domain/contribution.ts';
import { REMOVED } from '../../domain/contribution-status.ts';
import type { Person } from '../../domain/platform-event.ts';
import { hashReceipt } from '../../domain/receipt.ts';
import { withoutContribution } from '../../domain/revise-digest.ts';
import { may } from '../../domain/rights.ts';
import type { Tables } from '../../ports/store.ts';
import { hideShown } from './show-in-thread.ts';
import type { Flow } from '../context.ts';
import { participantId } from '../who/find-inquiry.ts';
import { reviseDigests } from '../give-back/revise-digests.ts';
import { type Cause, refuse, tellPrivately } from '../say/tell-privately.ts';

/** Takes a contribution back by its id, for its author, or by the receipt of an anonymous one, for whoever holds it. */
export async function withdrawContribution(
  flow: Flow,
  cause: Cause,
  what: { id: string } | { receipt: string },
): Promise<void> {
  const contribution = 'id' in what ? await flow.store.contributions.get(what.id) : await byReceipt(flow, what.receipt);
  if (!contribution) return tellPrivately(flow, cause, 'withdraw.unknown', {});
  if ('id' in what && !(await isAuthor(flow, cause.by, contribution))) return refuse(flow, cause, 'not-allowed');
  // Said first: a run that dies in the middle is done again, and finds its word said.
  await tellPrivately(flow, cause, REMOVED.has(contribution.status) ? 'withdraw.already' : 'withdraw.done', {});
  await takeBack(flow, contribution, 'withdrawn');
}

/**
 * Withdrawal reaches everything: the words and labels go, what remains is that something was withdrawn;
 * posted digests that quote it are edited where the platform can. Doing it again completes what a run that died left.
 */
export async function takeBack(flow: Flow, contribution: Contribution, status: 'withdrawn' | 'deleted'): Promise<void> {
  const { id, inquiryId } = contribution;
  if (!REMOVED.has(contribution.status)) {
    await flow.store.transaction(async (tables) => {
      await tables.contributions.update({ id }, { status, text: '' });
      await removeLabels(tables, contribution);
      await tables.reactions.delete({ contributionId: id });
      await tables.commitments.update({ contributionId: id }, { contributionId: null });
    });
  }
  await reviseDigests(flow, inquiryId, (content) => withoutContribution(content, id));
  flow.changed(inquiryId);
  // Last: it may have to wait.
  await hideShown(flow, await flow.store.inquiries.get(inquiryId), contribution);
}

/** With the sub-themes that nothing else is in: an analyst made their names of these words. */
async function removeLabels(tables: Tables, { id, inquiryId }: Contribution): Promise<void> {
  const labels = await tables.assignments.find({ inquiryId, contributionId: id });
  await tables.assignments.delete({ contributionId: id });
  for (const subThemeId of new Set(labels.flatMap((each) => each.subThemeId ?? []))) {
    const subTheme = await tables.subThemes.get(subThemeId);
    const others = await tables.assignments.count({ inquiryId, subThemeId });
    if (others === 0 && subTheme && !subTheme.labelBy.startsWith('person:'))
      await tables.subThemes.delete({ id: subThemeId });
  }
}

async function isAuthor(flow: Flow, by: Person, contribution: Contribution): Promise<boolean> {
  const inquiry = await flow.store.inquiries.get(contribution.inquiryId);
  const participant = await flow.store.participants.get(participantId(contribution.inquiryId, by.address));
  return inquiry !== null && may('withdraw-contribution', { person: by.address, inquiry, participant, contribution });
}

const byReceipt = async (flow: Flow, receipt: string) =>
  (await flow.store.contributions.find({ receipt: hashReceipt(receipt) }))[0] ?? null;
