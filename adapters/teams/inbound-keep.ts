import { z } from 'zod';
import { setTimeout as after } from 'node:timers/promises';
import { baseConversation, channelAddress, personAddress } from './address.ts';
import { type Account, type Envelope, idOf, isPrivate } from './parse-event-context.ts';
import type { Heard, KeptReferences } from './references.ts';
import { nameOf } from './outbound-people.ts';
import type { TeamsTransport } from './transport.ts';

const ClientInfo = z.object({
  type: z.literal('clientInfo'),
  locale: z.string().nullish(),
  timezone: z.string().nullish(),
});

/** Keeps how to reach where an activity came from and who sent it, and what it says of them. */
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
    const name = known?.name || (await transport.member(there, account.id).then(nameOf, () => ''));
    if (name) names.set(id, name);
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
