import { z } from 'zod';
import { setTimeout as after } from 'node:timers/promises';
import { baseConversation, channelAddress, personAddress } from './address.ts';
import { Account, type Envelope, idOf, isPrivate } from './parse-event-context.ts';
import type { Heard, KeptReferences } from './references.ts';
import { nameOf } from './outbound-people.ts';
import type { TeamsMember, TeamsTransport } from './transport.ts';

const ClientInfo = z.object({
  type: z.literal('clientInfo'),
  locale: z.string().nullish(),
  timezone: z.string().nullish(),
});

/** Keeps how to reach where an activity came from, who sent it and who was added there, and what it says of them. */
export async function keepReferences(references: KeptReferences, activity: Envelope, tenantId: string): Promise<void> {
  const { serviceUrl, recipient, conversation, channelData, from } = activity;
  const conversationId = baseConversation(conversation.id);
  const there = { tenantId, serviceUrl, conversationId, botId: recipient.id };
  // The channel that a team begins with has no name of its own here.
  const name = channelData?.channel?.name ?? conversation.name ?? channelData?.team?.name;
  await references.keep({
    id: channelAddress(tenantId, conversationId),
    ...there,
    ...(channelData?.team?.id && { teamId: channelData.team.id }),
    ...(name && { name }),
  });
  await Promise.all(addedIn(activity).map((member) => references.keepMember(there, member)));
  if (from.id === recipient.id || from.id.startsWith('28:') || from.role === 'bot') return;
  await references.keep({ ...heardOf(activity, tenantId), ...(isPrivate(activity) && there) });
}

function heardOf({ from, serviceUrl, entities, locale, localTimezone }: Envelope, tenantId: string): Heard {
  const client = (entities ?? []).flatMap((entity) => ClientInfo.safeParse(entity).data ?? [])[0];
  const theirLocale = client?.locale || locale;
  const timeZone = client?.timezone || localTimezone;
  return {
    id: personAddress(tenantId, idOf(from)),
    tenantId,
    serviceUrl,
    userId: from.id,
    ...(from.name && { name: from.name }),
    ...(theirLocale && { locale: theirLocale }),
    ...(timeZone && { timeZone }),
  };
}

const Moved = z.looseObject({
  membersAdded: z.array(z.unknown()).nullish(),
  membersRemoved: z.array(z.unknown()).nullish(),
});

function addedIn(activity: Envelope): TeamsMember[] {
  const accounts = (Moved.parse(activity).membersAdded ?? []).flatMap((each) => Account.safeParse(each).data ?? []);
  return accounts.map(({ id, name, aadObjectId }) => ({
    id,
    ...(name && { name }),
    ...(aadObjectId && { aadObjectId }),
  }));
}

/** Teams waits some seconds, and the event has yet to be stored. */
const WAIT_MS = 700;
/** A whole school may join at once; the first few names are what a reader needs. */
const AT_ONCE = 20;

/** Names of those who came and went, whom Teams does not name: as they are known, or as the roster has them if it answers soon. */
export async function namesOfMoved(
  references: KeptReferences,
  transport: TeamsTransport,
  activity: Envelope,
  tenantId: string,
): Promise<ReadonlyMap<string, string>> {
  const { membersAdded, membersRemoved } = Moved.parse(activity);
  const accounts = [...(membersAdded ?? []), ...(membersRemoved ?? [])] as Account[];
  const names = new Map<string, string>();
  const { serviceUrl, conversation } = activity;
  const there = { serviceUrl, tenantId, conversationId: baseConversation(conversation.id) };
  const look = async (account: Account): Promise<void> => {
    const id = idOf(account);
    const known = await references.seen(tenantId, id);
    if (known?.name) return void names.set(id, known.name);
    const member = await transport.member(there, account.id);
    await references.keepMember(there, member);
    names.set(id, nameOf(member));
  };
  const nameless = accounts.filter((account) => account.id && !account.name && account.id !== activity.recipient.id);
  if (nameless.length === 0) return names;
  const patience = new AbortController();
  await Promise.race([
    Promise.all(nameless.slice(0, AT_ONCE).map((account) => look(account).catch(() => undefined))),
    after(WAIT_MS, undefined, { signal: patience.signal }).catch(() => undefined),
  ]);
  patience.abort();
  return new Map(names);
}
