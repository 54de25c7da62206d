import type { Contribution, Via, Visibility } from '../../domain/contribution.ts';
import { heldUntil } from '../../domain/hold.ts';
import type { Address, Inquiry, Participant } from '../../domain/inquiry.ts';
import type { Person } from '../../domain/platform-event.ts';
import { hashReceipt } from '../../domain/receipt.ts';
import type { Round } from '../../domain/round.ts';
import { coarseDay } from '../../domain/coarse-day.ts';
import type { Flow } from '../context.ts';
import { contributionAt, ensureParticipant, openRoundOf, roundAsked } from '../who/find-inquiry.ts';
import { isNudge } from '../say/plan-delivery.ts';
import { contributionIn } from './show-in-thread.ts';

/** By what somebody said it. */
interface Saying {
  id: string;
  by: Person;
  at: Date;
}

/** What somebody said, and how. */
interface Said {
  text: string;
  via: Via;
  visibility: Visibility;
  /** None where the platform gives none, as for an answer in a form. */
  ref?: string;
  threadRef?: string | null;
  /** A round of the inquiry, where it is known already. */
  roundId?: string | null;
  /** For an anonymous one: unguessable, so that its id cannot be worked out from the event's. */
  nonce?: string;
  /** The code told to the author of an anonymous contribution. */
  receipt?: string;
}

/** Step 4. Stores what a person said, once, marks that they answered, and has it labelled. */
export async function recordContribution(
  flow: Flow,
  inquiry: Inquiry,
  event: Saying,
  said: Said,
): Promise<Contribution> {
  const participant = await ensureParticipant(flow, inquiry, event.by);
  const contribution = await stored(flow, await contributionFrom(flow, inquiry, event, said, participant));
  if (contribution.roundId) await markAnswered(flow, participant, contribution.roundId, 'contribution', event.at);
  if (inquiry.policy.holdLeadersHours > 0) await requestRelease(flow, inquiry, contribution, participant);
  await requestLabels(flow, inquiry.id);
  flow.changed(inquiry.id);
  return contribution;
}

async function contributionFrom(
  flow: Flow,
  inquiry: Inquiry,
  event: Saying,
  said: Said,
  participant: Participant,
): Promise<Contribution> {
  const parent = said.threadRef ? await contributionIn(flow, said.threadRef) : null;
  const inSameTalk = parent?.inquiryId === inquiry.id ? parent : null;
  const round = await roundOf(flow, inquiry, participant.person, said, inSameTalk);
  const anonymous = said.visibility === 'anonymous';
  // Holding an anonymous one would tell that it is a leader's.
  const held = said.via === 'private' && !anonymous && round ? await holdFor(flow, inquiry, participant, round) : null;
  return {
    id: flow.contributionId(said.nonce ?? event.id),
    inquiryId: inquiry.id,
    roundId: round?.id ?? null,
    participantId: anonymous ? null : participant.id,
    visibility: said.visibility,
    via: said.via,
    text: said.text,
    lang: flow.detectLanguage(said.text, participant.lang),
    ref: anonymous ? null : (said.ref ?? null),
    replyTo: inSameTalk?.id ?? null,
    status: held ? 'held' : 'live',
    sentAt: anonymous ? coarseDay(event.at) : event.at,
    editedAt: null,
    labelledAt: null,
    receipt: said.receipt ? hashReceipt(said.receipt) : null,
  };
}

/** What is there already, by its id or its place, is what a run before this one stored, and holds as it is. */
async function stored(flow: Flow, contribution: Contribution): Promise<Contribution> {
  if (await flow.store.contributions.insert(contribution)) return contribution;
  const { id, ref } = contribution;
  return (
    (await flow.store.contributions.get(id)) ?? (ref === null ? null : await contributionAt(flow, ref)) ?? contribution
  );
}

/** Has what is new labelled: at once, or together with what comes in the next while. */
export async function requestLabels(flow: Flow, inquiryId: string): Promise<void> {
  const at = new Date(flow.clock.now().getTime() + flow.labelAfterMs);
  await flow.queue.add(
    { name: 'assign-themes', inquiryId },
    { ...(flow.labelAfterMs > 0 && { at }), key: `themes:${inquiryId}` },
  );
}

/**
 * Keeps that a participant answered, apart from what they said, closes the nudge that asked for it, and stops one that
 * is on its way. Of when they answered only the day is kept, as for anonymous answers: a finer time would tell which of
 * the answers of that day is whose.
 */
export async function markAnswered(
  flow: Flow,
  participant: Participant,
  roundId: string,
  how: 'contribution' | 'elsewhere',
  at: Date,
): Promise<void> {
  const { inquiryId, id: participantId, person } = participant;
  const id = `${roundId}:${participantId}`;
  await flow.store.answered.insert({ id, inquiryId, roundId, participantId, how, at: coarseDay(at) });
  await stopPlanned(flow, { recipient: person, roundId }, 'answered meanwhile');
  const outcome = how === 'contribution' ? 'answered' : 'elsewhere';
  await flow.store.nudges.update({ roundId, participantId, outcome: 'sent' }, { outcome });
}

/** Invitations that have not gone out yet do not go out any more. */
export async function stopPlanned(
  flow: Flow,
  which: { recipient: Address | Address[]; roundId?: string; inquiryId?: string },
  why: string,
): Promise<void> {
  const planned = await flow.store.deliveries.find({ ...which, status: 'planned' });
  const nudges = planned.filter((each) => isNudge(each.id)).map((each) => each.id);
  await flow.store.deliveries.update({ id: nudges, status: 'planned' }, { status: 'skipped', error: why });
}

async function roundOf(
  flow: Flow,
  inquiry: Inquiry,
  person: Address,
  { roundId, threadRef = null, via }: Said,
  parent: Contribution | null,
): Promise<Round | null> {
  if (roundId) return flow.store.rounds.get(roundId);
  if (parent?.roundId) return flow.store.rounds.get(parent.roundId);
  const asked = await roundAsked(flow, { person, threadRef, via });
  const own = asked?.inquiryId === inquiry.id ? asked : null;
  // Without a thread, an answer is to what is open, not to a round long past.
  return own && (threadRef || own.status === 'open') ? own : openRoundOf(flow, inquiry.id);
}

async function holdFor(flow: Flow, inquiry: Inquiry, participant: Participant, round: Round): Promise<Date | null> {
  if (inquiry.policy.holdLeadersHours === 0) return null;
  const participants = await flow.store.participants.find({ inquiryId: inquiry.id });
  const answered = await flow.store.answered.find({ roundId: round.id });
  return heldUntil({ participant, round, answered, participants, policy: inquiry.policy, at: flow.clock.now() });
}

/** What is held is looked at again when its time is up, and each time that somebody else has answered. */
async function requestRelease(
  flow: Flow,
  inquiry: Inquiry,
  contribution: Contribution,
  participant: Participant,
): Promise<void> {
  const job = { name: 'release-held', inquiryId: inquiry.id } as const;
  if (contribution.status !== 'held') return flow.queue.add(job, { key: `held:${inquiry.id}` });
  const round = contribution.roundId ? await flow.store.rounds.get(contribution.roundId) : null;
  const until = round && (await holdFor(flow, inquiry, participant, round));
  await flow.queue.add(job, { at: until ?? flow.clock.now(), key: `held:${contribution.id}` });
}
