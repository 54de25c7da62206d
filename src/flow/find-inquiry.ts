import type { Address, Inquiry, Participant } from '../domain/inquiry.ts';
import type { Person, Place } from '../domain/platform-event.ts';
import type { Round } from '../domain/round.ts';
import type { Flow } from './context.ts';

/** The inquiry that lives in a channel and has not been closed, or null. */
export async function inquiryIn(flow: Flow, channel: Address): Promise<Inquiry | null> {
  const row = await flow.store.channels.get(channel);
  return row?.inquiryId ? flow.store.inquiries.get(row.inquiryId) : null;
}

/**
 * The inquiry that a person means: the channel's, or, in private, the running one that they take part in (the
 * youngest, if there are several).
 */
export async function inquiryMeant(flow: Flow, place: Place | null, person: Address): Promise<Inquiry | null> {
  if (place && !place.private) return inquiryIn(flow, place.channel);
  const memberships = await flow.store.participants.find({ person, leftAt: null });
  const inquiries = await flow.store.inquiries.find(
    { id: memberships.map((each) => each.inquiryId), status: ['running', 'paused'] },
    { by: 'createdAt', descending: true, limit: 1 },
  );
  return inquiries[0] ?? null;
}

export const participantId = (inquiryId: string, person: Address): string => `${inquiryId}/${person}`;

export const participantOf = (flow: Flow, inquiry: Inquiry, person: Address): Promise<Participant | null> =>
  flow.store.participants.get(participantId(inquiry.id, person));

/** The person's place in the inquiry, made on their first word if they were not on the list of members. */
export async function ensureParticipant(flow: Flow, inquiry: Inquiry, person: Person): Promise<Participant> {
  const known = await participantOf(flow, inquiry, person.address);
  if (known && !known.leftAt) return known;
  if (known) {
    await flow.store.participants.update({ id: known.id }, { leftAt: null });
    return { ...known, leftAt: null };
  }
  const participant: Participant = {
    id: participantId(inquiry.id, person.address),
    inquiryId: inquiry.id,
    person: person.address,
    name: person.name,
    role: 'specialist',
    unit: null,
    lang: inquiry.language,
    timeZone: inquiry.timeZone,
    nudges: 'on',
    snoozedUntil: null,
    absences: [],
    joinedAt: flow.clock.now(),
    leftAt: null,
  };
  await flow.store.participants.insert(participant);
  return participant;
}

/** The round that is open; the latest one where several are, as when a pre-phase runs beside the first round. */
export async function openRoundOf(flow: Flow, inquiryId: string): Promise<Round | null> {
  const open = await flow.store.rounds.find({ inquiryId, status: 'open' }, { by: 'number', descending: true });
  return open.find((round) => round.setting === 'channel') ?? open[0] ?? null;
}
