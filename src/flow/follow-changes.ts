import { REMOVED } from '../domain/contribution-status.ts';
import type { EventOf } from '../domain/platform-event.ts';
import { PorrasError } from '../errors.ts';
import type { Flow } from './context.ts';
import { ensureParticipant } from './find-inquiry.ts';
import { contributionAt, requestLabels } from './record-contribution.ts';
import { takeBack } from './withdraw-contribution.ts';

/** An edit replaces the words; the new ones are labelled again, and a person's placement stays. */
export async function followEdit(flow: Flow, event: EventOf<'message-edited'>): Promise<void> {
  const contribution = await known(flow, event);
  if (!contribution || REMOVED.has(contribution.status)) return;
  if (contribution.editedAt && contribution.editedAt >= event.at) return;
  await flow.store.contributions.update(
    { id: contribution.id },
    {
      text: event.text,
      lang: flow.detectLanguage(event.text, contribution.lang),
      editedAt: event.at,
      labelledAt: null,
    },
  );
  await requestLabels(flow, contribution.inquiryId);
  flow.changed(contribution.inquiryId);
}

export async function followDeletion(flow: Flow, event: EventOf<'message-deleted'>): Promise<void> {
  const contribution = await known(flow, event);
  if (contribution && !REMOVED.has(contribution.status)) await takeBack(flow, contribution, 'deleted');
}

export async function followReaction(flow: Flow, event: EventOf<'reaction-added' | 'reaction-removed'>): Promise<void> {
  if (event.by.isBot) return;
  const contribution = await known(flow, event);
  const inquiry = contribution && (await flow.store.inquiries.get(contribution.inquiryId));
  if (!contribution || inquiry?.status !== 'running') return;
  const participant = await ensureParticipant(flow, inquiry, event.by);
  // One's own reaction to one's own words says nothing about appreciation.
  if (participant.id === contribution.participantId) return;
  const id = `${contribution.id}:${participant.id}:${event.emoji}`;
  if (event.type === 'reaction-removed') {
    await flow.store.reactions.delete({ id });
  } else {
    const { id: contributionId, inquiryId } = contribution;
    await flow.store.reactions.insert({
      id,
      inquiryId,
      contributionId,
      participantId: participant.id,
      emoji: event.emoji,
      at: event.at,
    });
  }
  flow.changed(contribution.inquiryId);
}

/**
 * The contribution that a change is about; null when the message never was one. Events are handled side by side, so
 * while older ones wait the change waits too.
 */
async function known(flow: Flow, event: { id: string; ref: string }) {
  const contribution = await contributionAt(flow, event.ref);
  if (contribution) return contribution;
  const own = await flow.store.events.get(event.id);
  const waiting = own
    ? await flow.store.events.count({ handledAt: null, error: null, receivedAt: { lt: own.receivedAt } })
    : 0;
  if (waiting > 0)
    throw new PorrasError('too-early', 'the message that this change is about may still be waiting', {
      retryable: true,
    });
  return null;
}
