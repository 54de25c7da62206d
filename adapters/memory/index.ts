import type { Address } from '../../src/domain/inquiry.ts';
import type { Form, Home } from '../../src/domain/message.ts';
import type { Person, PlatformEvent, Profile } from '../../src/domain/platform-event.ts';
import { PorrasError } from '../../src/errors.ts';
import {
  CAPABILITIES,
  type Capability,
  type ChatPlatform,
  type EventSink,
  type ViewOf,
} from '../../src/ports/chat-platform.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import { addressBook } from './address.ts';
import { unknownPlace } from './errors.ts';
import { createHands, type MemoryHands } from './hands.ts';
import { createOutbound } from './outbound.ts';
import { type Fact, parseEvent } from './parse-event.ts';
import { emptyState, type MemoryMessage, visibleTo } from './state.ts';

export type { MemoryHands, PostOptions } from './hands.ts';
export type { MemoryMessage } from './state.ts';

export interface MemoryPlatformOptions {
  name?: string;
  people: readonly { id: string; name: string; isBot?: boolean; profile?: Partial<Profile> }[];
  /** Members are ids of people; everyone if left out. The first channel is the one that hands use by default. */
  channels: readonly { id: string; name?: string; members?: readonly string[] }[];
  /** All if left out; fewer to try how Porras degrades. */
  capabilities?: readonly Capability[];
  workspaceId?: string;
  clock?: Clock;
}

/** A whole chat platform in memory: the reference implementation of the port, and what replays run on. */
export interface MemoryPlatform extends ChatPlatform {
  readonly workspaceId: string;
  person(id: string): Address;
  channel(id: string): Address;
  /** The private conversation of a person with Porras. */
  privateConversation(id: string): Address;
  /** Acts as this person (id). */
  as(personId: string): MemoryHands;
  /** What this person (id) can read, oldest first. */
  visibleTo(personId: string): MemoryMessage[];
  /** Every message there is, oldest first. */
  messages(): MemoryMessage[];
  /** The form that is open for this person (id). */
  formFor(personId: string): Form | null;
  /** What this person (id) finds when they open Porras by itself; null before Porras has shown anything. */
  homeFor(personId: string): Home | null;
  /** Changes what the platform knows of this person (id). */
  setProfile(personId: string, profile: Partial<Profile>): void;
  /** Gives a channel (id) another name, as its owner would. */
  renameChannel(channelId: string, name: string): Promise<void>;
  /** Archives a channel (id), or takes Porras out of it: nothing can be posted there any more. */
  removeChannel(channelId: string): Promise<void>;
  /** Events that the sink refused, in order. */
  readonly unacknowledged: readonly PlatformEvent[];
  /** Delivers them again, with the same ids, as platforms do. */
  redeliver(): Promise<void>;
}

export function createMemoryPlatform(options: MemoryPlatformOptions): MemoryPlatform {
  const name = options.name ?? 'memory';
  const workspaceId = options.workspaceId ?? name;
  const clock = options.clock ?? systemClock;
  const capabilities = new Set(options.capabilities ?? CAPABILITIES);
  const book = addressBook(name);
  const state = emptyState();
  const people = new Map<Address, Person>();
  for (const { id, name: called, isBot = false, profile } of options.people) {
    const address = book.encode('person', id);
    people.set(address, { address, name: called, isBot });
    if (profile) state.profiles.set(address, profile);
  }
  const channelNames = new Map(
    options.channels.map(({ id, name: called = id }) => [book.encode('channel', id), called]),
  );
  for (const { id, members = options.people.map((person) => person.id) } of options.channels) {
    state.members.set(book.encode('channel', id), new Set(members.map((member) => book.encode('person', member))));
  }

  let sink: EventSink | null = null;
  let viewOf: ViewOf | null = null;
  let events = 0;
  let unacknowledged: PlatformEvent[] = [];

  const hand = async (event: PlatformEvent): Promise<void> => {
    if (!sink) throw new PorrasError('not-started', `The platform "${name}" was not started: call start(sink) first.`);
    await sink(structuredClone(event));
    unacknowledged = unacknowledged.filter((it) => it.id !== event.id);
  };

  const person = (id: string): Address => book.encode('person', id);

  const deliver = async (fact: Fact): Promise<PlatformEvent> => {
    events += 1;
    const event = parseEvent(fact, { id: `${name}:event/${events}`, at: clock.now(), workspaceId });
    unacknowledged.push(event);
    await hand(event);
    return event;
  };

  const channelNamed = (id: string): Address => {
    const channel = book.encode('channel', id);
    if (!state.members.has(channel)) throw unknownPlace(`channel "${id}"`, state.members.keys());
    return channel;
  };

  return {
    name,
    workspaceId,
    capabilities: () => capabilities,
    async start(to, views) {
      sink = to;
      viewOf = (capabilities.has('views') && views) || null;
    },
    async stop() {
      sink = null;
      viewOf = null;
    },
    ...createOutbound({ name, workspaceId, channelNames, state, book, people, capabilities, clock }),
    person,
    channel: (id) => book.encode('channel', id),
    privateConversation: (id) => book.encode('private', id),
    as(personId) {
      const by = people.get(person(personId));
      if (!by) throw unknownPlace(`person "${personId}"`, people.keys());
      return createHands(by, {
        state,
        book,
        clock,
        people,
        deliver,
        viewOf: async (ref, who) => (await viewOf?.(ref, who)) ?? null,
      });
    },
    visibleTo: (personId) => visibleTo(state, person(personId), book.encode('private', personId)),
    messages: () => [...state.messages.values()],
    formFor: (personId) => state.forms.find((it) => it.person === person(personId))?.form ?? null,
    homeFor: (personId) => state.homes.get(person(personId)) ?? null,
    setProfile: (personId, profile) => void state.profiles.set(person(personId), profile),
    async renameChannel(channelId, called) {
      const channel = channelNamed(channelId);
      channelNames.set(channel, called);
      await deliver({ type: 'channel-renamed', place: { channel, private: false }, name: called });
    },
    async removeChannel(channelId) {
      const channel = channelNamed(channelId);
      state.members.delete(channel);
      await deliver({ type: 'channel-gone', place: { channel, private: false } });
    },
    get unacknowledged() {
      return unacknowledged;
    },
    async redeliver() {
      for (const event of unacknowledged) await hand(event);
    },
  };
}
