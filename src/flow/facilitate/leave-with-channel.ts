import type { Address, Inquiry } from '../../domain/inquiry.ts';
import type { Tables } from '../../ports/store.ts';
import type { Flow } from '../context.ts';
import { membersIn } from '../who/find-inquiry.ts';
import { holdInquiry } from './hold-inquiry.ts';
import { stopPlanned } from '../contribute/record-contribution.ts';
import { keepHomesOf } from '../home/show-home.ts';
import { workspaceAt } from '../who/workspaces.ts';

/**
 * Takes a channel out of an inquiry that lives in others too. `also` happens together with it, or not at all.
 * @returns whether it did: the last channel stays, and one that is out already is not taken out again.
 */
export function removeChannel(
  flow: Flow,
  inquiryId: string,
  channel: Address,
  also: (tables: Tables) => Promise<void> = async () => undefined,
): Promise<boolean> {
  return flow.store.transaction(async (tables) => {
    const inquiry = await holdInquiry(tables, inquiryId);
    if (!inquiry?.channels.includes(channel) || inquiry.channels.length === 1) return false;
    const channels = inquiry.channels.filter((each) => each !== channel);
    await tables.inquiries.update({ id: inquiryId }, { channels });
    await tables.channels.update({ id: channel, inquiryId }, { inquiryId: null });
    await also(tables);
    return true;
  });
}

/**
 * Those who are in no other channel of the inquiry leave with this one, and are asked nothing more. What they said stays
 * until they take it back. Where the platform does not tell who is in the others, nobody is taken to have left.
 */
export async function leaveWithChannel(flow: Flow, inquiry: Inquiry, channel: Address, at: Date): Promise<void> {
  const { id: inquiryId } = inquiry;
  const workspaceId = workspaceAt(flow, channel);
  const staying = new Set<Address>();
  for (const other of inquiry.channels) {
    if (other === channel || workspaceAt(flow, other) !== workspaceId) continue;
    const members = await membersIn(flow, other);
    if (!members) return;
    for (const { address } of members) staying.add(address);
  }
  const participants = await flow.store.participants.find({ inquiryId });
  // Whom a run that died had leave is among them: their invitations may still be on their way.
  const leaving = participants.filter(
    ({ person, leftAt }) =>
      (leftAt === null || leftAt.getTime() === at.getTime()) &&
      workspaceAt(flow, person) === workspaceId &&
      !staying.has(person),
  );
  const ids = leaving.map((each) => each.id);
  await flow.store.participants.update({ id: ids, leftAt: null }, { leftAt: at });
  await stopPlanned(flow, { recipient: leaving.map((each) => each.person), inquiryId }, 'left the inquiry');
  await keepHomesOf(flow, inquiryId, ids);
}

/** Who left with a channel facilitates no more; where nobody else would, they still do. */
export async function dropFacilitators(flow: Flow, inquiryId: string, channel: Address): Promise<void> {
  const workspaceId = workspaceAt(flow, channel);
  await flow.store.transaction(async (tables) => {
    const inquiry = await holdInquiry(tables, inquiryId);
    if (!inquiry) return;
    const theirs = await tables.participants.find({ inquiryId, person: inquiry.facilitators });
    const left = theirs.filter((each) => each.leftAt !== null && workspaceAt(flow, each.person) === workspaceId);
    const gone = new Set(left.map((each) => each.person));
    const facilitators = inquiry.facilitators.filter((each) => !gone.has(each));
    if (facilitators.length > 0) await tables.inquiries.update({ id: inquiryId }, { facilitators });
  });
}
