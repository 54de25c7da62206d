import type { Contribution } from '../domain/contribution.ts';
import { REMOVED } from '../domain/contribution-status.ts';
import type { Person } from '../domain/platform-event.ts';
import { hashReceipt } from '../domain/receipt.ts';
import { may } from '../domain/rights.ts';
import type { Flow } from './context.ts';
import { participantId } from './find-inquiry.ts';
import { reviseDigestsCiting } from './revise-digests.ts';
import { type Cause, tellPrivately } from './tell-privately.ts';

/** Takes a contribution back by its id, for its author, or by the receipt of an anonymous one, for whoever holds it. */
export async function withdrawContribution(
  flow: Flow,
  cause: Cause,
  what: { id: string } | { receipt: string },
): Promise<void> {
  const contribution = 'id' in what ? await flow.store.contributions.get(what.id) : await byReceipt(flow, what.receipt);
  if (!contribution) return tellPrivately(flow, cause, 'withdraw.unknown', {});
  if ('id' in what && !(await isAuthor(flow, cause.by, contribution)))
    return tellPrivately(flow, cause, 'not-allowed', {});
  if (REMOVED.has(contribution.status)) return tellPrivately(flow, cause, 'withdraw.already', {});
  await takeBack(flow, contribution, 'withdrawn');
  await tellPrivately(flow, cause, 'withdraw.done', {});
}

/**
 * Withdrawal reaches everything (DESIGN 5.7): the words and labels go, what remains is that something was withdrawn;
 * posted digests that quote it are edited where the platform can.
 */
export async function takeBack(flow: Flow, contribution: Contribution, status: 'withdrawn' | 'deleted'): Promise<void> {
  const { id, inquiryId } = contribution;
  await flow.store.transaction(async (tables) => {
    await tables.contributions.update({ id }, { status, text: '', ref: contribution.ref });
    await tables.assignments.delete({ contributionId: id });
    await tables.reactions.delete({ contributionId: id });
    await tables.commitments.update({ contributionId: id }, { contributionId: null });
  });
  await reviseDigestsCiting(flow, inquiryId, id);
  flow.changed(inquiryId);
}

async function isAuthor(flow: Flow, by: Person, contribution: Contribution): Promise<boolean> {
  const inquiry = await flow.store.inquiries.get(contribution.inquiryId);
  const participant = await flow.store.participants.get(participantId(contribution.inquiryId, by.address));
  return inquiry !== null && may('withdraw-contribution', { person: by.address, inquiry, participant, contribution });
}

const byReceipt = async (flow: Flow, receipt: string) =>
  (await flow.store.contributions.find({ receipt: hashReceipt(receipt) }))[0] ?? null;
