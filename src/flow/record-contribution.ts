import type { Contribution, Via, Visibility } from '../domain/contribution.ts';
import { heldUntil } from '../domain/hold.ts';
import type { Inquiry, Participant } from '../domain/inquiry.ts';
import type { Person } from '../domain/platform-event.ts';
import type { Round } from '../domain/round.ts';
import { hashReceipt } from '../domain/receipt.ts';
import type { Flow } from './context.ts';
import { ensureParticipant, openRoundOf } from './find-inquiry.ts';

/** What somebody said, and how. */
export interface Said {
  eventId: string;
  by: Person;
  text: string;
  /** Null where the platform gives none, as for an answer in a form. */
  ref: string | null;
  threadRef: string | null;
  sentAt: Date;
  via: Via;
  visibility: Visibility;
  roundId?: string;
  /** For an anonymous one: unguessable, so that its id cannot be worked out from the event's. */
  nonce?: string;
  /** The code told to the author of an anonymous contribution. */
  receipt?: string;
}

/** Step 4. Stores what a person said, once, marks that they answered, and has it labelled. */
export async function recordContribution(flow: Flow, inquiry: Inquiry, said: Said): Promise<Contribution> {
  const participant = await ensureParticipant(flow, inquiry, said.by);
  const parent = said.threadRef ? await contributionAt(flow, said.threadRef) : null;
  const round = await roundOf(flow, inquiry, said, parent, participant);
  const anonymous = said.visibility === 'anonymous';
  const held = said.via === 'private' && round ? await holdFor(flow, inquiry, participant, round) : null;
  const contribution: Contribution = {
    id: flow.contributionId(said.nonce ?? said.eventId),
    inquiryId: inquiry.id,
    roundId: round?.id ?? null,
    participantId: anonymous ? null : participant.id,
    visibility: said.visibility,
    via: said.via,
    text: said.text,
    lang: flow.detectLanguage(said.text, participant.lang),
    ref: anonymous ? null : said.ref,
    replyTo: parent?.inquiryId === inquiry.id ? parent.id : null,
    status: held ? 'held' : 'live',
    // The exact second would point to the author of an anonymous answer; its day does not.
    sentAt: anonymous ? startOfDay(said.sentAt) : said.sentAt,
    editedAt: null,
    labelledAt: null,
    receipt: said.receipt ? hashReceipt(said.receipt) : null,
  };
  await flow.store.contributions.insert(contribution);
  if (round) await markAnswered(flow, participant, round.id, 'contribution', contribution.sentAt);
  if (held)
    await flow.queue.add({ name: 'release-held', inquiryId: inquiry.id }, { at: held, key: `held:${contribution.id}` });
  await requestLabels(flow, inquiry.id);
  flow.changed(inquiry.id);
  return contribution;
}

/** Has what is new labelled: at once, or together with what comes in the next while. */
export async function requestLabels(flow: Flow, inquiryId: string): Promise<void> {
  const at = new Date(flow.clock.now().getTime() + flow.labelAfterMs);
  await flow.queue.add(
    { name: 'assign-themes', inquiryId },
    { ...(flow.labelAfterMs > 0 && { at }), key: `themes:${inquiryId}` },
  );
}

/** Keeps that a participant answered, apart from what they said, and closes the nudge that asked for it. */
export async function markAnswered(
  flow: Flow,
  participant: Participant,
  roundId: string,
  how: 'contribution' | 'elsewhere',
  at: Date,
): Promise<void> {
  const id = `${roundId}:${participant.id}`;
  const { inquiryId } = participant;
  await flow.store.answered.insert({ id, inquiryId, roundId, participantId: participant.id, how, at });
  const outcome = how === 'contribution' ? 'answered' : 'elsewhere';
  await flow.store.nudges.update({ roundId, participantId: participant.id, outcome: 'sent' }, { outcome });
}

export async function contributionAt(flow: Flow, ref: string): Promise<Contribution | null> {
  return (await flow.store.contributions.find({ ref }))[0] ?? null;
}

async function roundOf(
  flow: Flow,
  inquiry: Inquiry,
  said: Said,
  parent: Contribution | null,
  participant: Participant,
): Promise<Round | null> {
  if (said.roundId) return flow.store.rounds.get(said.roundId);
  if (parent?.roundId) return flow.store.rounds.get(parent.roundId);
  const asked = said.threadRef
    ? await flow.store.deliveries.find({ ref: said.threadRef })
    : await lastAsked(flow, said, participant);
  const roundId = asked.find((delivery) => delivery.roundId)?.roundId;
  const round = roundId ? await flow.store.rounds.get(roundId) : null;
  // Without a thread, an answer is to what is open, not to a round long past.
  return round && (said.threadRef || round.status === 'open') ? round : openRoundOf(flow, inquiry.id);
}

/** In private, a message without a thread answers what Porras last asked this person. */
const lastAsked = async (flow: Flow, said: Said, participant: Participant) =>
  said.via === 'private'
    ? flow.store.deliveries.find(
        { recipient: participant.person, status: 'sent' },
        { by: 'sentAt', descending: true, limit: 5 },
      )
    : [];

async function holdFor(flow: Flow, inquiry: Inquiry, participant: Participant, round: Round): Promise<Date | null> {
  if (inquiry.policy.holdLeadersHours === 0) return null;
  const participants = await flow.store.participants.find({ inquiryId: inquiry.id });
  const answered = await flow.store.answered.find({ roundId: round.id });
  return heldUntil({ participant, round, answered, participants, policy: inquiry.policy, at: flow.clock.now() });
}

const startOfDay = (at: Date): Date => new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000);
