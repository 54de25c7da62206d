import type { Address } from '../../src/domain/inquiry.ts';
import type { Person } from '../../src/domain/platform-event.ts';
import type { Lang, Role } from '../../src/domain/words.ts';
import { decode, encode, privateConversationOf } from './address.ts';
import { unknownPlace } from './errors.ts';

export interface WebPerson {
  id: string;
  name: string;
  role?: Role;
  unit?: string | null;
  lang?: Lang;
}

export interface WebChannel {
  id: string;
  name: string;
}

/** Who and what there is in this chat. */
export interface Directory {
  people: readonly (WebPerson & { address: Address })[];
  channels: readonly (WebChannel & { address: Address })[];
  /** @throws PorrasError `unknown-place` */
  person(address: Address): Person;
  isChannel(address: Address): boolean;
  /** The conversation behind the address of a channel, a private conversation, or a person. */
  conversation(address: Address): Address;
  /** Whether this person may read this conversation: a channel, or their own private one. */
  mayRead(person: Address, conversation: Address): boolean;
}

export function createDirectory(people: readonly WebPerson[], channels: readonly WebChannel[]): Directory {
  const persons = new Map(people.map((it) => [encode('person', it.id), it]));
  const rooms = new Map(channels.map((it) => [encode('channel', it.id), it]));
  const isChannel = (address: Address): boolean => rooms.has(address);
  return {
    people: [...persons].map(([address, it]) => ({ ...it, address })),
    channels: [...rooms].map(([address, it]) => ({ ...it, address })),
    person(address) {
      decode(address, 'person');
      const found = persons.get(address);
      if (!found) throw unknownPlace(address);
      return { address, name: found.name, isBot: false };
    },
    isChannel,
    conversation(address) {
      const { kind, id } = decode(address, 'channel', 'private', 'person');
      if (kind === 'channel' ? isChannel(address) : persons.has(encode('person', id))) {
        return kind === 'channel' ? address : encode('private', id);
      }
      throw unknownPlace(address);
    },
    mayRead: (person, conversation) => isChannel(conversation) || conversation === privateConversationOf(person),
  };
}
