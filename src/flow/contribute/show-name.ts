import { REMOVED } from '../../domain/contribution-status.ts';
import { may } from '../../domain/rights.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { participantOf } from '../who/find-inquiry.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';

/** Lets the author of a private answer stand by it with their name. */
export async function showName(flow: Flow, event: Pressed): Promise<void> {
  const contribution = await flow.store.contributions.get(event.value);
  const inquiry = contribution && (await flow.store.inquiries.get(contribution.inquiryId));
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!contribution || !inquiry || REMOVED.has(contribution.status)) return refuse(flow, event, 'choice.expired');
  if (!may('withdraw-contribution', { person: event.by.address, inquiry, participant, contribution })) {
    return refuse(flow, event, 'not-allowed');
  }
  await flow.store.contributions.update({ id: contribution.id, visibility: 'pseudonymous' }, { visibility: 'named' });
  flow.changed(inquiry.id);
  await tellPrivately(flow, event, 'named.done', {});
}
