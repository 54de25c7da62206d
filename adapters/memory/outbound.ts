import type { Address } from '../../src/domain/inquiry.ts';
import type { Person } from '../../src/domain/platform-event.ts';
import type { Capability, ChatPlatform, Outgoing } from '../../src/ports/chat-platform.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { AddressBook } from './address.ts';
import { unsupported, unknownPlace } from './errors.ts';
import { renderBody, renderMessage } from './render-message.ts';
import { addReaction, type MemoryState, messageOfState, nextRef } from './state.ts';

export type Outbound = Omit<ChatPlatform, 'name' | 'capabilities' | 'start' | 'stop'>;

export interface OutboundParts {
  name: string;
  workspaceId: string;
  /** What channels are called, by their addresses. */
  channelNames: ReadonlyMap<Address, string>;
  state: MemoryState;
  book: AddressBook;
  people: ReadonlyMap<Address, Person>;
  capabilities: ReadonlySet<Capability>;
  clock: Clock;
}

/** What Porras does on the platform. Each function checks its capability and its addresses before it changes anything. */
export function createOutbound(parts: OutboundParts): Outbound {
  const { name, workspaceId, channelNames, state, book, people, capabilities, clock } = parts;
  const need = (capability: Capability): void => {
    if (!capabilities.has(capability)) throw unsupported(name, capability);
  };

  /** The conversation behind an address of a channel, of a private conversation, or of a person. */
  const conversationOf = (address: Address): { conversation: Address; private: boolean } => {
    const { kind, id } = book.decode(address, 'channel', 'private', 'person');
    if (kind === 'channel') {
      if (!state.members.has(address)) throw unknownPlace(`channel "${address}"`, state.members.keys());
      return { conversation: address, private: false };
    }
    if (!people.has(book.encode('person', id))) throw unknownPlace(`person "${address}"`, people.keys());
    return { conversation: book.encode('private', id), private: true };
  };

  const known = (address: Address): Person => {
    book.decode(address, 'person');
    const person = people.get(address);
    if (!person) throw unknownPlace(`person "${address}"`, people.keys());
    return person;
  };

  const send = (to: Address, outgoing: Outgoing, threadRef: string | null, whisperTo: Address | null): string => {
    const place = conversationOf(to);
    const sentKey = `${place.conversation} ${outgoing.key}`;
    const known = state.sent.get(sentKey);
    if (known !== undefined) return known;
    const ref = book.encode('message', nextRef(state));
    state.messages.set(ref, renderMessage(outgoing, { ref, ...place, threadRef, whisperTo, sentAt: clock.now() }));
    state.sent.set(sentKey, ref);
    if (outgoing.message.views) state.views.set(ref, new Map());
    return ref;
  };

  return {
    workspaceOf(address) {
      book.decode(address);
      return workspaceId;
    },
    async channelInfo(channel) {
      book.decode(channel, 'channel');
      return { name: channelNames.get(channel) ?? null, isMember: state.members.has(channel) };
    },
    async post(channel, outgoing, thread) {
      return send(channel, outgoing, thread ?? null, null);
    },
    async directMessage(person, outgoing) {
      need('direct-message');
      book.decode(person, 'person');
      return send(person, outgoing, null, null);
    },
    async whisper(channel, person, outgoing) {
      need('whisper');
      book.decode(person, 'person');
      send(channel, outgoing, null, person);
    },
    async edit(ref, outgoing) {
      need('edit');
      Object.assign(messageOfState(state, ref), renderBody(outgoing), { editedAt: clock.now() });
      if (outgoing.message.views) state.views.set(ref, new Map());
      else state.views.delete(ref);
    },
    async delete(ref) {
      need('delete');
      state.messages.delete(ref);
    },
    async react(ref, emoji) {
      need('react');
      addReaction(messageOfState(state, ref), emoji, null);
    },
    async openForm(person, trigger, form) {
      need('form');
      const { id } = book.decode(person, 'person');
      conversationOf(book.encode('person', id));
      state.forms = state.forms.filter((it) => it.person !== person);
      state.forms.push({ person, conversation: trigger || null, form: structuredClone(form) });
    },
    async members(channel) {
      need('list-members');
      const { conversation } = conversationOf(channel);
      return [...(state.members.get(conversation) ?? [])].flatMap((address) => {
        const person = people.get(address);
        return person && !person.isBot ? [{ ...person }] : [];
      });
    },
    async permalink(ref) {
      need('permalink');
      return state.messages.has(ref) ? `https://${name}.invalid/${encodeURIComponent(ref)}` : null;
    },
    async findSent(channel, key) {
      need('find-sent');
      return state.sent.get(`${conversationOf(channel).conversation} ${key}`) ?? null;
    },
    async showHome(person, home) {
      need('home');
      state.homes.set(known(person).address, structuredClone(home));
    },
    async profile(person) {
      need('profile');
      const { address, name: called } = known(person);
      return { name: called, locale: null, timeZone: null, awayUntil: null, ...state.profiles.get(address) };
    },
  };
}
