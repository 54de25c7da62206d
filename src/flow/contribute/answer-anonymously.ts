import type { Inquiry } from '../../domain/inquiry.ts';
import { markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import type { Flow } from '../context.ts';
import { ensureParticipant, mayTakePart } from '../who/find-inquiry.ts';
import type { Handled } from '../receive-event.ts';
import { recordContribution } from './record-contribution.ts';
import { planDelivery, receiptId } from '../say/plan-delivery.ts';
import { refuse } from '../say/tell-privately.ts';

/**
 * Records an answer that nobody, Porras included, can trace to its author. Its id and its receipt come from the
 * event's nonce, which is forgotten with the event; the message that tells the receipt is forgotten once sent; of when it
 * came and was labelled only the day is kept. What stays about the author is only that they answered this round, and the
 * day.
 */
export async function answerAnonymously(
  flow: Flow,
  inquiry: Inquiry,
  event: Handled<EventOf<'form-submitted' | 'command-invoked'>>,
  answer: { text: string; roundId: string | null },
): Promise<void> {
  if (!inquiry.policy.allowAnonymous) return refuse(flow, event, 'anonymous-not-allowed');
  if (!(await mayTakePart(flow, inquiry, event.by.address, event.place)))
    return refuse(flow, event, 'no-inquiry-for-you');
  const participant = await ensureParticipant(flow, inquiry, event.by);
  const receipt = receiptOf(event.nonce);
  await recordContribution(flow, inquiry, event, {
    text: answer.text,
    roundId: answer.roundId,
    via: 'private',
    visibility: 'anonymous',
    nonce: event.nonce,
    receipt,
  });
  await planDelivery(flow, {
    id: receiptId(flow, event.nonce),
    inquiryId: null,
    roundId: null,
    target: { to: 'person', person: event.by.address },
    message: markdownMessage(participant.lang, flow.content.say(participant.lang, 'heard.anonymous', { receipt })),
    forget: true,
  });
}

/** Eight characters of the nonce, in two groups, easy to keep on a slip of paper. */
const receiptOf = (nonce: string): string =>
  nonce
    .replaceAll('-', '')
    .slice(0, 8)
    .replace(/^(....)/, '$1-');
