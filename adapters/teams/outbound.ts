import type { Address } from '../../src/domain/inquiry.ts';
import type { Person, Place } from '../../src/domain/platform-event.ts';
import { PorrasError } from '../../src/errors.ts';
import type { Capability, ChatPlatform } from '../../src/ports/chat-platform.ts';
import type { FitPicture } from '../../src/ports/painter.ts';
import { realTimer } from '../../src/ports/timer.ts';
import {
  channelAddress,
  decodeChannel,
  decodePerson,
  decodeRef,
  hasThreads,
  isPerson,
  threadConversation,
  workspaceAt,
  workspaceOf,
} from './address.ts';

import type { AdaptiveCard } from './card.ts';
import { unsupported } from './errors.ts';
import { formActivity, renderForm } from './form.ts';
import { decodeTrigger } from './form-trigger.ts';
import { deleteMessage, editMessage } from './outbound-edit.ts';
import { linkTo } from './outbound-link.ts';
import { membersOf, nameOf } from './outbound-people.ts';
import { createPlaces, type References } from './outbound-places.ts';
import { createSender, type PartMemory, type Sent, type SendTools } from './outbound-send.ts';
import { type PaceTimer, pacedTransport } from './pace.ts';
import type { TeamsTransport } from './transport.ts';

export interface OutboundOptions {
  transport: TeamsTransport;
  references: References;
  capabilities: ChatPlatform['capabilities'];
  /** What Teams's limits run on. */
  timer?: PaceTimer;
  /** Which activities belong to a long message. */
  parts: PartMemory;
  /** Makes pictures as small as Teams takes them. */
  fit?: FitPicture;
  /** Shows a form in the dialog that waits for it; answers false where none does. Else forms go to the private conversation. */
  openDialog?: (triggerId: string, card: AdaptiveCard) => boolean;
}

export type Outbound = Omit<ChatPlatform, 'name' | 'capabilities' | 'start' | 'stop'>;

/**
 * What Teams can do for a bot. Bots cannot whisper, react or look for what they sent, and a personal tab is no home that
 * could be filled: what needs these is degraded by the core. Threads are heard where an owner of the team has agreed to
 * it, which nothing tells for sure.
 */
export const TEAMS_CAPABILITIES: ReadonlySet<Capability> = new Set([
  'edit',
  'delete',
  'direct-message',
  'choices',
  'form',
  'picture',
  'list-members',
  'permalink',
  'profile',
  'views',
]);

/** What Porras does in Teams. */
export function createOutbound({ references, capabilities, timer = realTimer, ...options }: OutboundOptions): Outbound {
  const transport = pacedTransport(options.transport, timer);
  const tools: SendTools = { transport, parts: options.parts, ...(options.fit && { fit: options.fit }) };
  const places = createPlaces(references, transport);
  const send = createSender(tools);

  const need = (tenant: string, capability: Capability): void => {
    if (!capabilities(workspaceOf(tenant)).has(capability)) throw unsupported(capability);
  };
  const never = (tenant: string, capability: Capability): never => {
    need(tenant, capability);
    throw unsupported(capability);
  };

  async function sentAt(ref: string): Promise<Sent> {
    const { tenant, conversation, activity } = decodeRef(ref);
    const place = await places.of(channelAddress(tenant, conversation));
    const kept = await tools.parts.get(ref);
    const { conversationId, parts } = kept ?? { conversationId: place.conversationId, parts: [activity] };
    return { key: '', conversation: { ...place, conversationId }, parts: [...parts], of: parts.length };
  }

  const membersAt = async (channel: Address): Promise<Person[]> =>
    membersOf(transport, await places.of(channel), (place, member) => references.keepMember(place, member));

  /** Empty where Teams does not tell it: Porras may not write to them, or they are gone. */
  async function nameFromRoster(person: Address, id: string): Promise<string> {
    try {
      return nameOf(await transport.member(await places.of(person), id));
    } catch (thrown) {
      if (thrown instanceof PorrasError && !thrown.retryable) return '';
      throw thrown;
    }
  }

  /** Whom a form offers at once; nobody where Teams does not tell just now, since all can be searched for. */
  async function peopleAt(place: Place | null): Promise<Person[]> {
    if (!place || place.private) return [];
    try {
      return await membersAt(place.channel);
    } catch {
      return [];
    }
  }

  return {
    workspaceOf: workspaceAt,
    async channelInfo(channel) {
      const { tenant, id } = decodeChannel(channel);
      const name = await references.nameOf(tenant, id);
      // What Porras was removed from is forgotten.
      return { name: name || null, isMember: name !== null };
    },
    async post(channel, outgoing, thread) {
      const root = thread === undefined ? null : decodeRef(thread).activity;
      const place = await places.of(channel);
      // Chats have no threads: there an answer is the next message.
      const inThread = root !== null && hasThreads(place.conversationId);
      const conversationId = inThread ? threadConversation(place.conversationId, root) : place.conversationId;
      return send({ ...place, conversationId }, outgoing);
    },
    async directMessage(person, outgoing) {
      need(decodePerson(person).tenant, 'direct-message');
      return send(await places.of(person), outgoing);
    },
    async whisper(channel) {
      never(decodeChannel(channel).tenant, 'whisper');
    },
    async edit(ref, outgoing) {
      need(decodeRef(ref).tenant, 'edit');
      await editMessage(tools, await sentAt(ref), outgoing);
    },
    async delete(ref) {
      need(decodeRef(ref).tenant, 'delete');
      await deleteMessage(tools, await sentAt(ref));
    },
    async react(ref) {
      never(decodeRef(ref).tenant, 'react');
    },
    async openForm(person, trigger, form) {
      need(decodePerson(person).tenant, 'form');
      const { id, place } = decodeTrigger(trigger);
      const asksForPeople = form.fields.some((field) => field.type === 'people');
      const card = renderForm(form, place, id, asksForPeople ? await peopleAt(place) : []);
      if (options.openDialog?.(id, card)) return;
      await transport.send(await places.of(person), formActivity(card));
    },
    async members(channel) {
      need(decodeChannel(channel).tenant, 'list-members');
      return membersAt(channel);
    },
    async permalink(ref) {
      need(decodeRef(ref).tenant, 'permalink');
      return linkTo(ref);
    },
    async findSent(to) {
      return never(isPerson(to) ? decodePerson(to).tenant : decodeChannel(to).tenant, 'find-sent');
    },
    async showHome(person) {
      never(decodePerson(person).tenant, 'home');
    },
    async profile(person) {
      const { tenant, id } = decodePerson(person);
      need(tenant, 'profile');
      const seen = await references.seen(tenant, id);
      const { name = null, locale = null, timeZone = null } = seen ?? {};
      return { name: name ?? (await nameFromRoster(person, id)), locale, timeZone, awayUntil: null };
    },
  };
}
