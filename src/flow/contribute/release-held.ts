import { heldUntil } from '../../domain/hold.ts';
import type { Flow } from '../context.ts';
import { requestLabels } from './record-contribution.ts';

/** Lets go of answers that were held until staff had spoken, as soon as they have, or when the time is up. */
export async function releaseHeld(flow: Flow, inquiryId: string): Promise<void> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  const held = await flow.store.contributions.find({ inquiryId, status: 'held' });
  if (!inquiry || held.length === 0) return;
  const participants = await flow.store.participants.find({ inquiryId });
  const answered = await flow.store.answered.find({ inquiryId });
  for (const contribution of held) {
    const participant = participants.find((each) => each.id === contribution.participantId);
    const round = contribution.roundId ? await flow.store.rounds.get(contribution.roundId) : null;
    const at = flow.clock.now();
    const until =
      participant && round?.status === 'open'
        ? heldUntil({ participant, round, answered, participants, policy: inquiry.policy, at })
        : null;
    // Its time came, staff have spoken, its round is over, or it cannot be told whose it is.
    if (!until || until <= at)
      await flow.store.contributions.update({ id: contribution.id, status: 'held' }, { status: 'live' });
  }
  await requestLabels(flow, inquiryId);
  flow.changed(inquiryId);
}
