import type { Contribution, Via } from '../../domain/contribution.ts';
import type { Address, Inquiry, Participant } from '../../domain/inquiry.ts';
import type { Person, Place } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { Round } from '../../domain/round.ts';
import type { Lang } from '../../domain/words.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { asKnown, knowPerson } from './know-person.ts';
import { can } from './workspaces.ts';

/** The inquiry that lives in a channel and has not been closed, or null. */
export async function inquiryIn(flow: Flow, channel: Address): Promise<Inquiry | null> {
  const row = await flow.store.channels.get(channel);
  const inquiry = row?.inquiryId ? await flow.store.inquiries.get(row.inquiryId) : null;
  return inquiry?.status === 'closed' ? null : inquiry;
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

/** What the creator of an inquiry, or who brought a channel into it, said that somebody is. */
export const namedRole = ({ roles }: Pick<Inquiry, 'roles'>, person: Address): keyof Inquiry['roles'] | undefined =>
  (['leader', 'supervisor', 'stakeholder'] as const).find((role) => roles[role].includes(person));

/** The person's place in the inquiry, made on their first word if they were not on the list of members. */
export async function ensureParticipant(flow: Flow, inquiry: Inquiry, person: Person): Promise<Participant> {
  const known = await participantOf(flow, inquiry, person.address);
  if (known) {
    // A platform may not have told the name the first time.
    const name = known.name || person.name;
    if (known.leftAt || name !== known.name)
      await flow.store.participants.update({ id: known.id }, { leftAt: null, name });
    return { ...known, leftAt: null, name };
  }
  const itsOwn = { lang: inquiry.language, timeZone: inquiry.timeZone };
  const { lang, timeZone } = asKnown(itsOwn, await knowPerson(flow, person.address));
  const participant: Participant = {
    id: participantId(inquiry.id, person.address),
    inquiryId: inquiry.id,
    person: person.address,
    name: person.name,
    role: namedRole(inquiry, person.address) ?? 'specialist',
    unit: null,
    lang,
    timeZone,
    nudges: 'on',
    snoozedUntil: null,
    absences: [],
    joinedAt: flow.clock.now(),
    leftAt: null,
  };
  await flow.store.participants.insert(participant);
  return participant;
}

/** What a person is called in words to others; a platform may not have told. */
export async function nameIn(flow: Flow, inquiry: Inquiry, person: Person, lang: Lang): Promise<string> {
  const participant = await participantOf(flow, inquiry, person.address);
  return participant?.name || person.name || flow.content.say(lang, 'person.unnamed');
}

/**
 * Whether this person takes part or may begin to: those in the list of participants, and whoever is in a channel of the
 * inquiry. What a form says of itself is no proof of either: who sends it may have left since it opened, or have made its
 * place up. The place will do only where nobody tells who is in it.
 */
export async function mayTakePart(
  flow: Flow,
  inquiry: Inquiry,
  person: Address,
  place: Place | null,
): Promise<boolean> {
  const participant = await participantOf(flow, inquiry, person);
  if (may('contribute', { person, inquiry, participant })) return true;
  const isThere = place !== null && !place.private && inquiry.channels.includes(place.channel);
  if (isThere && !(await membersIn(flow, place.channel))?.length) return true;
  return (await channelsWith(flow, inquiry, person)).length > 0;
}

/** The channels of an inquiry in which a person is, as far as the platform tells. */
export async function channelsWith(flow: Flow, inquiry: Inquiry, person: Address): Promise<Address[]> {
  const found: Address[] = [];
  for (const channel of inquiry.channels) {
    const members = await membersIn(flow, channel);
    if (members?.some((each) => each.address === person)) found.push(channel);
  }
  return found;
}

/** People in a channel, nobody where it is gone; null where its platform does not tell. */
export async function membersIn(flow: Flow, channel: Address): Promise<Person[] | null> {
  if (!can(flow, channel, 'list-members')) return null;
  try {
    return await platformOf(flow, channel).members(channel);
  } catch (thrown) {
    if (thrown instanceof PorrasError && !thrown.retryable) return [];
    throw thrown;
  }
}

export async function contributionAt(flow: Flow, ref: string): Promise<Contribution | null> {
  return (await flow.store.contributions.find({ ref }))[0] ?? null;
}

/** How far back one looks for what a person was last asked. */
const LAST_SAID = 5;

/**
 * The round that a message answers by where it stands: in the thread of a question, or in private after one.
 */
export async function roundAsked(
  flow: Flow,
  { person, threadRef, via }: { person: Address; threadRef: string | null; via: Via },
): Promise<Round | null> {
  const asked = threadRef
    ? await flow.store.deliveries.find({ ref: threadRef })
    : via === 'private'
      ? await flow.store.deliveries.find(
          { recipient: person, status: 'sent' },
          { by: 'sentAt', descending: true, limit: LAST_SAID },
        )
      : [];
  const roundId = asked.find((delivery) => delivery.roundId)?.roundId;
  return roundId ? flow.store.rounds.get(roundId) : null;
}

/**
 * The inquiry that a private message speaks to: that of the thread or question which it answers, while it goes on and the
 * person takes part; else the one that `inquiryMeant` tells.
 */
export async function inquiryAnswered(
  flow: Flow,
  { place, by, threadRef }: { place: Place; by: Person; threadRef: string | null },
): Promise<Inquiry | null> {
  const parent = threadRef ? await contributionAt(flow, threadRef) : null;
  const round = parent ? null : await roundAsked(flow, { person: by.address, threadRef, via: 'private' });
  const id = parent?.inquiryId ?? round?.inquiryId;
  const inquiry = id ? await flow.store.inquiries.get(id) : null;
  const goesOn = inquiry?.status === 'running' || inquiry?.status === 'paused';
  const participant = inquiry && (await participantOf(flow, inquiry, by.address));
  return goesOn && participant?.leftAt === null ? inquiry : inquiryMeant(flow, place, by.address);
}

/** The round that is open; the latest one where several are, as when a pre-phase runs beside the first round. */
export async function openRoundOf(flow: Flow, inquiryId: string): Promise<Round | null> {
  const open = await flow.store.rounds.find({ inquiryId, status: 'open' }, { by: 'number', descending: true });
  return open.find((round) => round.setting === 'channel') ?? open[0] ?? null;
}
