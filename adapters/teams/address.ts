import type { Address } from '../../src/domain/inquiry.ts';
import { foreignAddress } from './errors.ts';

/*
 * `teams:TENANT` is a workspace, `teams:TENANT:c:CONVERSATION` a channel, group chat or private conversation,
 * `teams:TENANT:p:PERSON` a person by the object id of their directory, `teams:TENANT:m:CONVERSATION:ACTIVITY` a message.
 * Ids of conversations have colons and semicolons in them, so every part is encoded as in a URL.
 */

export const PLATFORM = 'teams';

export interface InTenant {
  tenant: string;
  /** As Teams writes it. */
  id: string;
}

export interface MessagePlace {
  tenant: string;
  /** Without the thread. */
  conversation: string;
  activity: string;
}

const PART = String.raw`([\w.~!*'()%-]+)`;
const WORKSPACE = new RegExp(`^teams:${PART}$`);
const CHANNEL = new RegExp(`^teams:${PART}:c:${PART}$`);
const PERSON = new RegExp(`^teams:${PART}:p:${PART}$`);
const MESSAGE = new RegExp(`^teams:${PART}:m:${PART}:${PART}$`);

export const workspaceOf = (tenant: string): string => checked([PLATFORM, tenant], WORKSPACE, 'a workspace');

/** A channel, a group chat or a private conversation; of a thread, the channel that it is in. */
export const channelAddress = (tenant: string, conversation: string): Address =>
  checked([PLATFORM, tenant, 'c', baseConversation(conversation)], CHANNEL, 'a channel');

export const personAddress = (tenant: string, objectId: string): Address =>
  checked([PLATFORM, tenant, 'p', objectId], PERSON, 'a person');

export const messageRef = (tenant: string, conversation: string, activity: string): string =>
  checked([PLATFORM, tenant, 'm', baseConversation(conversation), activity], MESSAGE, 'a message');

const ANYTHING = new RegExp(`^teams:${PART}(?=:|$)`);

/** The workspace of a channel, a person or a message. */
export const workspaceAt = (address: Address): string => workspaceOf(parts(address, ANYTHING, 'anything')[0]);

export function decodeChannel(address: Address): InTenant {
  const [tenant, id] = parts(address, CHANNEL, 'a channel');
  return { tenant, id };
}

export function decodePerson(address: Address): InTenant {
  const [tenant, id] = parts(address, PERSON, 'a person');
  return { tenant, id };
}

export function decodeRef(ref: string): MessagePlace {
  const [tenant, conversation, activity] = parts(ref, MESSAGE, 'a message');
  return { tenant, conversation, activity };
}

export const isPerson = (address: Address): boolean => PERSON.test(address);

const THREAD = /;messageid=([^;]*)$/i;

/** `19:…@thread.tacv2;messageid=1700000000000` is the thread below that message: the channel without it. */
export const baseConversation = (conversation: string): string => conversation.replace(THREAD, '');

/** The id of the message that a thread hangs below; null for a conversation that is no thread. */
export const rootOf = (conversation: string): string | null => THREAD.exec(conversation)?.[1] || null;

export const threadConversation = (conversation: string, root: string): string =>
  `${baseConversation(conversation)};messageid=${root}`;

/** Only channels have threads: chats of a few people and private ones are one line of messages. */
export const hasThreads = (conversation: string): boolean => /@thread\.(?:tacv2|skype)/.test(conversation);

/** The reference of the root of the thread that a conversation id names, or null. */
export function threadRefOf(tenant: string, conversation: string): string | null {
  const root = rootOf(conversation);
  return root === null ? null : messageRef(tenant, conversation, root);
}

function parts(address: string, shape: RegExp, what: string): [string, string, string] {
  const found = shape.exec(address);
  if (!found) throw foreignAddress(address, what);
  try {
    return [decodeURIComponent(found[1]!), decodeURIComponent(found[2] ?? ''), decodeURIComponent(found[3] ?? '')];
  } catch {
    throw foreignAddress(address, what);
  }
}

function checked(words: readonly string[], shape: RegExp, what: string): string {
  const address = words.map((word) => encodeURIComponent(word.toWellFormed())).join(':');
  parts(address, shape, what);
  return address;
}
