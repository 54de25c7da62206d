import type { Address } from '../../src/domain/inquiry.ts';
import type { Choice } from '../../src/domain/message.ts';
import type { Person, PickPurpose, Place, PlatformEvent } from '../../src/domain/platform-event.ts';
import { PorrasError } from '../../src/errors.ts';
import type { View } from '../../src/ports/chat-platform.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { AddressBook } from './address.ts';
import { unknownPlace } from './errors.ts';
import type { Fact } from './parse-event.ts';
import { addReaction, asSeenBy, type MemoryState, messageOfState, nextRef, removeReaction } from './state.ts';

export interface PostOptions {
  /** Reference of the message, where the caller has one already (a transcript's id); made here otherwise. */
  ref?: string;
  threadRef?: string;
  /** The channel's address; the first channel if left out. */
  channel?: Address;
  /** Writes to Porras in private. */
  private?: boolean;
}

/**
 * What a person does on the platform. Each resolves once Porras has taken the event in, and rejects with what its
 * sink threw: the event then waits in `unacknowledged` until `redeliver()`.
 */
export interface MemoryHands {
  /** @returns the message's reference. */
  post(text: string, options?: PostOptions): Promise<string>;
  edit(ref: string, text: string): Promise<void>;
  delete(ref: string): Promise<void>;
  react(ref: string, emoji: string): Promise<void>;
  unreact(ref: string, emoji: string): Promise<void>;
  /** Presses the button with this action (and value, where several have the action). */
  press(ref: string, action: string, value?: string): Promise<void>;
  /** Sends the form that is open for this person. */
  submit(answers: Record<string, string>): Promise<void>;
  command(text: string, options?: { channel?: Address; private?: boolean }): Promise<void>;
  join(channel?: Address): Promise<void>;
  leave(channel?: Address): Promise<void>;
  openHome(): Promise<void>;
  /** Presses a button of their home. */
  pressHome(action: string, value?: string): Promise<void>;
  /** Has a message on their screen: one with `views` is from then on as they see it. */
  look(ref: string): Promise<void>;
  /** Picks a message that they can see, for this purpose. */
  pick(ref: string, purpose: PickPurpose): Promise<void>;
  /** Their account is closed: they are gone from every channel. */
  leaveForGood(): Promise<void>;
}

export interface HandsParts {
  state: MemoryState;
  book: AddressBook;
  clock: Clock;
  people: ReadonlyMap<Address, Person>;
  deliver: (fact: Fact) => Promise<PlatformEvent>;
  viewOf: (ref: string, person: Address) => Promise<View | null>;
}

export function createHands(by: Person, { state, book, clock, people, deliver, viewOf }: HandsParts): MemoryHands {
  const { id } = book.decode(by.address, 'person');

  const placeOf = (options: { channel?: Address; private?: boolean } = {}): Place => {
    if (options.private) return { channel: book.encode('private', id), private: true };
    const channel = options.channel ?? state.members.keys().next().value;
    if (channel === undefined || !state.members.has(channel)) {
      throw unknownPlace(`channel "${channel ?? ''}"`, state.members.keys());
    }
    return { channel, private: false };
  };

  const whereIs = (ref: string): Place => {
    const { conversation, private: isPrivate } = messageOfState(state, ref);
    return { channel: conversation, private: isPrivate };
  };

  const porras: Person = { address: book.encode('person', 'porras'), name: 'Porras', isBot: true };

  const membersOf = (channel: Address): Set<Address> => state.members.get(channel) ?? new Set();

  return {
    async post(text, options = {}) {
      const place = placeOf(options);
      const ref = options.ref ?? book.encode('message', nextRef(state));
      if (state.messages.has(ref)) {
        throw new PorrasError('duplicate-ref', `There is already a message "${ref}": references must be unique.`);
      }
      const threadRef = options.threadRef ?? null;
      state.messages.set(ref, {
        ref,
        conversation: place.channel,
        private: place.private,
        threadRef,
        by: by.address,
        text,
        markdown: text,
        choices: [],
        picture: null,
        whisperTo: null,
        reactions: [],
        sentAt: clock.now(),
        editedAt: null,
        key: null,
      });
      await deliver({ type: 'message-posted', place, by, ref, threadRef, text });
      return ref;
    },
    async edit(ref, text) {
      Object.assign(messageOfState(state, ref), { text, markdown: text, editedAt: clock.now() });
      await deliver({ type: 'message-edited', place: whereIs(ref), by, ref, text });
    },
    async delete(ref) {
      const place = whereIs(ref);
      state.messages.delete(ref);
      await deliver({ type: 'message-deleted', place, ref });
    },
    async react(ref, emoji) {
      addReaction(messageOfState(state, ref), emoji, by.address);
      await deliver({ type: 'reaction-added', place: whereIs(ref), by, ref, emoji });
    },
    async unreact(ref, emoji) {
      removeReaction(messageOfState(state, ref), emoji, by.address);
      await deliver({ type: 'reaction-removed', place: whereIs(ref), by, ref, emoji });
    },
    async press(ref, action, value) {
      const place = whereIs(ref);
      const { choices } = asSeenBy(state, by.address, messageOfState(state, ref));
      const choice = choiceAmong(choices, action, value, `"${ref}"`);
      await deliver({ type: 'choice-pressed', place, by, ref, action, value: choice.value, trigger: place.channel });
    },
    async submit(answers) {
      const open = state.forms.find((it) => it.person === by.address);
      if (!open) throw new PorrasError('no-open-form', `No form is open for ${by.name}.`);
      state.forms = state.forms.filter((it) => it !== open);
      const { conversation, form } = open;
      const place = conversation ? { channel: conversation, private: !state.members.has(conversation) } : null;
      await deliver({ type: 'form-submitted', place, by, formId: form.id, context: form.context, answers });
    },
    async command(text, options) {
      const place = placeOf(options);
      await deliver({ type: 'command-invoked', place, by, text, trigger: place.channel });
    },
    async join(channel) {
      const place = placeOf(channel === undefined ? {} : { channel });
      membersOf(place.channel).add(by.address);
      await deliver({ type: 'member-joined', place, by });
    },
    async leave(channel) {
      const place = placeOf(channel === undefined ? {} : { channel });
      membersOf(place.channel).delete(by.address);
      await deliver({ type: 'member-left', place, by });
    },
    async openHome() {
      await deliver({ type: 'home-opened', by });
    },
    async pressHome(action, value) {
      const choices = state.homes.get(by.address)?.sections.flatMap((section) => section.choices ?? []) ?? [];
      const { value: pressed } = choiceAmong(choices, action, value, `the home of ${by.name}`);
      const place = placeOf({ private: true });
      await deliver({ type: 'choice-pressed', place, by, ref: null, action, value: pressed, trigger: place.channel });
    },
    async look(ref) {
      const views = state.views.get(messageOfState(state, ref).ref);
      if (!views) return;
      const view = await viewOf(ref, by.address).catch(() => null);
      if (view) views.set(by.address, view.message);
    },
    async pick(ref, purpose) {
      const place = whereIs(ref);
      const { by: writtenBy, text, threadRef } = messageOfState(state, ref);
      const author = writtenBy ? people.get(writtenBy) : null;
      const message = { ref, author: author ?? porras, threadRef, text };
      await deliver({ type: 'message-picked', place, by, purpose, message, trigger: place.channel });
    },
    async leaveForGood() {
      for (const members of state.members.values()) members.delete(by.address);
      await deliver({ type: 'person-left', by });
    },
  };
}

function choiceAmong(choices: readonly Choice[], action: string, value: string | undefined, where: string): Choice {
  const choice = choices.find((it) => it.action === action && (value === undefined || it.value === value));
  if (choice) return choice;
  const offered = choices.map((it) => `${it.action}=${it.value}`).join(', ') || 'none';
  throw new PorrasError('no-such-choice', `${where} offers no choice "${action}"; it offers: ${offered}.`);
}
