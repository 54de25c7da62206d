import type { Inquiry } from '../domain/inquiry.ts';
import { markdownMessage, asMarkdown } from '../domain/plain-text.ts';
import type { Round } from '../domain/round.ts';
import type { Flow } from './context.ts';
import { participantOf } from './find-inquiry.ts';
import { programmeOf } from './model-of.ts';
import { sayInPrivate } from './plan-delivery.ts';
import { roundsOf, scheduleRound } from './start-inquiry.ts';
import { requestLabels } from './record-contribution.ts';

/** Step 8. Closes a round at its time. It says nothing in the channel: the digest will. */
export async function closeRound(flow: Flow, roundId: string, when: 'at-its-time' | 'now'): Promise<void> {
  const round = await flow.store.rounds.get(roundId);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  if (!round || !inquiry || (when === 'at-its-time' && round.closesAt > flow.clock.now())) return;
  await flow.store.rounds.update({ id: roundId, status: 'open' }, { status: 'closed', closedAt: flow.clock.now() });
  await requestLabels(flow, inquiry.id);
  if (inquiry.status === 'running') await goOn(flow, inquiry, round);
  flow.changed(inquiry.id);
}

/** After the last round: the programme starts over, or the facilitators are asked what comes next. */
async function goOn(flow: Flow, inquiry: Inquiry, closed: Round): Promise<void> {
  const ahead = await flow.store.rounds.count({ inquiryId: inquiry.id, status: ['planned', 'open'] });
  if (ahead > 0) return;
  const programme = programmeOf(flow, inquiry);
  if (programme.repeats) {
    const extras = await flow.store.rounds.count({ inquiryId: inquiry.id, key: 'extra' });
    const cycle = Math.round((closed.number - extras) / programme.rounds.length) + 1;
    for (const round of roundsOf(flow, inquiry, cycle, closed.number + 1)) {
      await flow.store.rounds.insert(round);
      await scheduleRound(flow, round);
    }
    return;
  }
  for (const facilitator of inquiry.facilitators) {
    const participant = await participantOf(flow, inquiry, facilitator);
    if (!participant) continue;
    const text = flow.content.say(participant.lang, 'facilitator.last-round-closed', {
      topic: asMarkdown(inquiry.topic),
    });
    await sayInPrivate(
      flow,
      inquiry,
      participant,
      `last-round:${closed.id}:${participant.id}`,
      markdownMessage(participant.lang, text),
    );
  }
}
