import type { Address } from '../../src/domain/inquiry.ts';
import { decodeChannel, decodePerson, isPerson, personAddress } from './address.ts';
import { unknownConversation } from './errors.ts';
import type { Conversation, TeamsMember, TeamsTransport } from './transport.ts';

export interface Seen {
  /** `29:…`, as this bot knows the person. */
  userId: string | null;
  name: string | null;
  locale: string | null;
  timeZone: string | null;
}

/** How conversations are reached, kept from what came in and across restarts. */
export interface References {
  /** A conversation without its thread; null where nothing was heard from there. */
  conversation(tenantId: string, conversationId: string): Promise<Conversation | null>;
  /** What a conversation is called, empty where it was not said; null where nothing was heard from there. */
  nameOf(tenantId: string, conversationId: string): Promise<string | null>;
  /** The private conversation with a person, by the id of their directory. */
  personal(tenantId: string, objectId: string): Promise<Conversation | null>;
  keepPersonal(objectId: string, conversation: Conversation): Promise<void>;
  /** Keeps who is in a conversation. */
  keepMember(conversation: Conversation, member: TeamsMember): Promise<void>;
  /** What activities of a person, and lists of members, said of them; null where none came yet. */
  seen(tenantId: string, objectId: string): Promise<Seen | null>;
  /** Where conversations of a tenant are begun; null where nothing was heard from it. */
  serviceUrl(tenantId: string): Promise<string | null>;
}

export interface Places {
  /** Of a channel, chat, private conversation or person. */
  of(to: Address): Promise<Conversation>;
}

export function createPlaces(references: References, transport: TeamsTransport): Places {
  /** Conversations that are just being begun, so that two messages at once begin one. */
  const beginning = new Map<Address, Promise<Conversation>>();

  async function begin(tenantId: string, objectId: string): Promise<Conversation> {
    const serviceUrl = await references.serviceUrl(tenantId);
    if (serviceUrl === null) throw unknownConversation(personAddress(tenantId, objectId));
    // By the id of the directory Teams finds only those who have the app themselves, not those whose team has it.
    const user = (await references.seen(tenantId, objectId))?.userId ?? objectId;
    const { conversationId } = await transport.createConversation({ serviceUrl, tenantId, user });
    const conversation = { serviceUrl, tenantId, conversationId };
    await references.keepPersonal(objectId, conversation);
    return conversation;
  }

  async function personal(person: Address): Promise<Conversation> {
    const { tenant, id } = decodePerson(person);
    const known = await references.personal(tenant, id);
    if (known) return known;
    const begun = beginning.get(person) ?? begin(tenant, id).finally(() => beginning.delete(person));
    beginning.set(person, begun);
    return begun;
  }

  return {
    async of(to) {
      if (isPerson(to)) return personal(to);
      const { tenant, id } = decodeChannel(to);
      const conversation = await references.conversation(tenant, id);
      if (!conversation) throw unknownConversation(to);
      return conversation;
    },
  };
}
