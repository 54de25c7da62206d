import { REMOVED } from '../../domain/contribution-status.ts';
import type { Contribution } from '../../domain/contribution.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { EventOf, Place } from '../../domain/platform-event.ts';
import { withoutOldWords } from '../../domain/revise-digest.ts';
import { PorrasError } from '../../errors.ts';
import { contributionIn } from '../contribute/show-in-thread.ts';
import type { Flow } from '../context.ts';
import { contributionAt, ensureParticipant, inquiryIn, participantId, participantOf } from '../who/find-inquiry.ts';
import { requestLabels } from '../contribute/record-contribution.ts';
import { reviseDigests } from '../give-back/revise-digests.ts';
import { keepHomesOf } from '../home/show-home.ts';
import { takeBack } from '../contribute/withdraw-contribution.ts';

/** An edit replaces the words; the new ones are labelled again, and a person's placement stays. */
export async function followEdit(flow: Flow, event: EventOf<'message-edited'>): Promise<void> {
  await flow.store.picks.update({ id: event.ref }, { text: event.text });
  const contribution = await known(flow, event);
  if (!contribution || REMOVED.has(contribution.status)) return;
  const { id, inquiryId, editedAt, lang } = contribution;
  if (editedAt && editedAt > event.at) return;
  if (editedAt?.getTime() !== event.at.getTime() || contribution.text !== event.text) {
    await flow.store.contributions.update(
      { id, status: ['live', 'held', 'withheld'] },
      { text: event.text, lang: flow.detectLanguage(event.text, lang), editedAt: event.at, labelledAt: null },
    );
  }
  await requestLabels(flow, inquiryId);
  await reviseDigests(flow, inquiryId, (content) => withoutOldWords(content, id, event.text));
  flow.changed(inquiryId);
}

export async function followDeletion(flow: Flow, event: EventOf<'message-deleted'>): Promise<void> {
  await flow.store.picks.delete({ id: event.ref });
  const contribution = await known(flow, event);
  if (!contribution) return;
  await takeBack(flow, contribution, 'deleted');
  if (contribution.participantId) await keepHomesOf(flow, contribution.inquiryId, [contribution.participantId]);
}

export async function followReaction(flow: Flow, event: EventOf<'reaction-added' | 'reaction-removed'>): Promise<void> {
  if (event.by.isBot) return;
  const contribution = (await contributionIn(flow, event.ref)) ?? (await known(flow, event));
  const inquiry = contribution && (await flow.store.inquiries.get(contribution.inquiryId));
  if (!contribution || REMOVED.has(contribution.status) || inquiry?.status !== 'running') return;
  const { id: contributionId, inquiryId } = contribution;
  const idOf = (participant: string) => `${contributionId}:${participant}:${event.emoji}`;
  if (event.type === 'reaction-removed') {
    await flow.store.reactions.delete({ id: idOf(participantId(inquiryId, event.by.address)) });
  } else {
    // In a channel that was taken out people still react to what was said there; that does not bring them back.
    if (!(await isIn(flow, inquiry, event))) return;
    const participant = await ensureParticipant(flow, inquiry, event.by);
    // One's own reaction to one's own words says nothing about appreciation.
    if (participant.id === contribution.participantId) return;
    await flow.store.reactions.insert({
      id: idOf(participant.id),
      inquiryId,
      contributionId,
      participantId: participant.id,
      emoji: event.emoji,
      at: event.at,
    });
  }
  flow.changed(contribution.inquiryId);
}

const isIn = async (flow: Flow, inquiry: Inquiry, { place, by }: EventOf<'reaction-added'>): Promise<boolean> =>
  inquiry.channels.includes(place.channel) || (await participantOf(flow, inquiry, by.address))?.leftAt === null;

/** For so long a message may come in after what happened to it. */
const MAY_STILL_COME_MS = 60_000;

/**
 * The contribution that a change is about; null when the message never was one. Events are handled side by side, and a
 * platform may deliver them in any order, so a change waits while its message may still come.
 */
async function known(flow: Flow, event: { id: string; ref: string; place: Place }): Promise<Contribution | null> {
  const contribution = await contributionAt(flow, event.ref);
  if (contribution) return contribution;
  if (!(await mayBecomeOne(flow, event))) return null;
  const own = await flow.store.events.get(event.id);
  if (!own) return null;
  const isYoung = flow.clock.now().getTime() - own.receivedAt.getTime() < MAY_STILL_COME_MS;
  const waiting = await flow.store.events.count({ handledAt: null, error: null, receivedAt: { lt: own.receivedAt } });
  if (isYoung || waiting > 0)
    throw new PorrasError('too-early', 'the message that this change is about may still be waiting', {
      retryable: true,
    });
  return null;
}

/** Porras's own messages are none, and where no inquiry runs none is made. */
async function mayBecomeOne(flow: Flow, { ref, place }: { ref: string; place: Place }): Promise<boolean> {
  if ((await flow.store.deliveries.count({ ref })) > 0) return false;
  if (place.private) return true;
  return (await inquiryIn(flow, place.channel))?.status === 'running';
}
