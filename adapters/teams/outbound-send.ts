import { LRUCache } from 'lru-cache';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import type { FitPicture } from '../../src/ports/painter.ts';
import { baseConversation, hasThreads, messageRef, rootOf, threadConversation } from './address.ts';
import { LIMITS } from './card.ts';
import { isTeamsError } from './errors.ts';
import { renderMessage } from './render-message.ts';
import type { Activity, Conversation, TeamsTransport } from './transport.ts';

/** A message of Porras's, as Teams has it: one or several activities that belong together. */
export interface Sent {
  key: string;
  /** With its thread, if it is in one. */
  conversation: Conversation;
  /** Ids of activities, in order. */
  parts: string[];
  of: number;
}

/**
 * Which activities belong to a message: of Teams one cannot ask it. Messages of one part need no memory.
 */
export interface PartMemory {
  get(ref: string): Promise<KeptParts | null>;
  put(ref: string, kept: KeptParts): Promise<void>;
}

export interface KeptParts {
  /** With its thread, if it is in one. */
  conversationId: string;
  parts: readonly string[];
}

export interface SendTools {
  transport: TeamsTransport;
  parts: PartMemory;
  /** Makes pictures as small as Teams takes them; without it they go as they are. */
  fit?: FitPicture;
}

/**
 * In a channel what is long goes on in the thread of its first part, and the buttons stay with that, where everyone
 * comes by. In chats and within a thread the parts follow each other, buttons last.
 */
const goesOnInThread = ({ conversationId }: Conversation): boolean =>
  hasThreads(conversationId) && rootOf(conversationId) === null;

export const refOf = ({ conversation, parts }: Pick<Sent, 'conversation' | 'parts'>): string =>
  messageRef(conversation.tenantId, conversation.conversationId, parts[0] ?? '');

/** Sends messages, each key once in a place as far as this process knows; what broke off goes on where it was. */
export function createSender(tools: SendTools) {
  const sent = new LRUCache<string, Sent>({ max: 5_000 });
  const sending = new Map<string, Promise<string>>();

  async function sendMissing(message: Sent, outgoing: Outgoing): Promise<string> {
    await withOrWithoutPicture(tools, outgoing, async (picture) => {
      await postMissing(tools, message, partsOf(message.conversation, { ...outgoing, picture }));
    });
    return refOf(message);
  }

  return async (conversation: Conversation, outgoing: Outgoing): Promise<string> => {
    const { key } = outgoing;
    const at = `${conversation.tenantId} ${baseConversation(conversation.conversationId)} ${key}`;
    const message = sent.get(at) ?? { key, conversation, parts: [], of: 0 };
    sent.set(at, message);
    const work = sending.get(at) ?? sendMissing(message, outgoing).finally(() => sending.delete(at));
    sending.set(at, work);
    return work;
  };
}

export const partsOf = (conversation: Conversation, { message, picture }: Outgoing): Activity[] =>
  renderMessage(message, { picture, buttonsWith: goesOnInThread(conversation) ? 'first' : 'last' });

/** Pictures count for nothing by what Teams documents; where they do count, the message goes without and tells it. */
export async function withOrWithoutPicture(
  { fit }: SendTools,
  { picture }: Outgoing,
  work: (picture: Outgoing['picture']) => Promise<void>,
): Promise<void> {
  try {
    await work(picture && fit ? { ...picture, png: await fit(picture.png, LIMITS.pictureSide) } : picture);
  } catch (thrown) {
    if (!picture || !isTeamsError(thrown, 'teams-too-large')) throw thrown;
    await work(null);
  }
}

export async function postMissing({ transport, parts }: SendTools, sent: Sent, activities: Activity[]): Promise<void> {
  sent.of = activities.length;
  for (const activity of activities.slice(sent.parts.length)) {
    const { id } = await transport.send(placeOfPart(sent), activity);
    sent.parts.push(id);
    await keepParts(parts, sent);
  }
}

/** Only what a reference does not say by itself. */
export async function keepParts(memory: PartMemory, { conversation, parts }: Sent): Promise<void> {
  const { conversationId } = conversation;
  if (parts.length === 0) return;
  const ref = refOf({ conversation, parts });
  if (parts.length > 1 || rootOf(conversationId) !== null || (await memory.get(ref)))
    await memory.put(ref, { conversationId, parts: [...parts] });
}

function placeOfPart({ conversation, parts: [root] }: Sent): Conversation {
  if (root === undefined || !goesOnInThread(conversation)) return conversation;
  return { ...conversation, conversationId: threadConversation(conversation.conversationId, root) };
}
