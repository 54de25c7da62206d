import { z } from 'zod';
import type { Address } from '../../src/domain/inquiry.ts';
import type { Person, Place, PlatformEvent } from '../../src/domain/platform-event.ts';
import { baseConversation, channelAddress, hasThreads, personAddress, workspaceOf } from './address.ts';

/** What an activity does not say itself. */
export interface ParseContext {
  /** Makes an id of what an event is known by; nobody can trace a private message by it who has no secret of ours. */
  digest: (...parts: string[]) => string;
  /** Names that are known already, by the ids of `idOf`; the few activities that name nobody need them. */
  known: (id: string) => string | undefined;
  /** Channels of the team that an activity is about, from which something was heard. */
  channels: readonly Address[];
  now: Date;
}

const text = z.string().nullish();
const named = z.object({ id: z.string().min(1), name: text });

export const Account = z.object({ id: z.string().min(1), name: text, aadObjectId: text, role: text });
export type Account = z.infer<typeof Account>;

/** What all activities of Teams have. Source: Bot Framework Activity schema, and Teams's `channelData` */
export const Envelope = z.looseObject({
  type: z.string(),
  id: text,
  timestamp: text,
  channelId: z.string(),
  serviceUrl: z.url(),
  from: Account,
  recipient: Account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: text,
    tenantId: text,
    isGroup: z.boolean().nullish(),
    name: text,
  }),
  channelData: z
    .looseObject({
      eventType: text,
      tenant: z.object({ id: z.string().min(1) }).nullish(),
      team: z.looseObject({ id: text, name: text }).nullish(),
      channel: named.nullish(),
    })
    .nullish(),
  locale: text,
  localTimezone: text,
  replyToId: text,
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
});
export type Envelope = z.infer<typeof Envelope>;

/** Null for what says nothing of a tenant: Teams always does. */
export const tenantIn = ({ channelData, conversation }: Envelope): string | null =>
  channelData?.tenant?.id || conversation.tenantId || null;

export const isPrivate = ({ conversation: { conversationType, isGroup, id } }: Envelope): boolean =>
  conversationType ? conversationType === 'personal' : isGroup !== true && !hasThreads(id) && !id.startsWith('19:');

/** The id of the directory; guests of another kind have only the one by which this bot knows them. */
export const idOf = ({ aadObjectId, id }: Account): string => aadObjectId || id;

/** What an activity says of where and when, in Porras's words. */
export interface Around {
  activity: Envelope;
  tenant: string;
  place: Place;
  at: Date;
  context: ParseContext;
}

export function aroundOf(activity: Envelope, tenant: string, context: ParseContext): Around {
  const { conversation, timestamp } = activity;
  const sent = new Date(timestamp ?? Number.NaN);
  return {
    activity,
    tenant,
    place: { channel: channelAddress(tenant, baseConversation(conversation.id)), private: isPrivate(activity) },
    at: Number.isNaN(sent.getTime()) ? context.now : sent,
    context,
  };
}

/** @param cause what tells this event from others of the same activity, and the same activity when it comes again */
export const base = ({ tenant, at, context }: Around, ...cause: string[]) => ({
  id: `teams:${context.digest(tenant, ...cause)}`,
  at,
  workspaceId: workspaceOf(tenant),
});

export function personOf({ tenant, context }: Around, account: Account): Person {
  const id = idOf(account);
  return {
    address: personAddress(tenant, id),
    name: account.name || context.known(id) || '',
    isBot: account.id.startsWith('28:') || account.role === 'bot',
  };
}

/** Whether Porras itself did it. */
export const isOurs = ({ recipient }: Envelope, { id }: Account): boolean => id === recipient.id;

export type Parse = (around: Around) => PlatformEvent[];
