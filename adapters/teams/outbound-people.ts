import type { Address } from '../../src/domain/inquiry.ts';
import type { Person } from '../../src/domain/platform-event.ts';
import { personAddress } from './address.ts';
import type { References } from './outbound-places.ts';
import type { Conversation, TeamsMember, TeamsTransport } from './transport.ts';

/** A team may have 25,000 members; a roster that never ends is a fault. */
const MOST_PAGES = 500;

/**
 * People of a conversation. Teams lists no bots; who is shown without an id of the directory cannot be written to.
 * @param keep what is done with each page, so that they can be written to later
 */
export async function membersOf(
  transport: TeamsTransport,
  conversation: Conversation,
  keep: References['keepMember'],
): Promise<Person[]> {
  const people = new Map<Address, Person>();
  let page: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const answer: Awaited<ReturnType<TeamsTransport['members']>> = await transport.members(
      conversation,
      ...(page === null ? [] : [page]),
    );
    for (const member of answer.members) {
      const person = toPerson(conversation.tenantId, member);
      if (person && !person.isBot) people.set(person.address, person);
    }
    await Promise.all(answer.members.map((member) => keep(conversation, member)));
    page = answer.next;
    if (page === null) break;
  }
  return [...people.values()];
}

export function toPerson(tenantId: string, member: TeamsMember): Person | null {
  const { aadObjectId } = member;
  if (!aadObjectId || member.userRole === 'anonymous') return null;
  return { address: personAddress(tenantId, aadObjectId), name: nameOf(member), isBot: member.id.startsWith('28:') };
}

/** As people see it in Teams. */
export const nameOf = ({ name, givenName, surname, userPrincipalName, id }: TeamsMember): string =>
  name || [givenName, surname].filter(Boolean).join(' ') || userPrincipalName || id;
