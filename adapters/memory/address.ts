import type { Address } from '../../src/domain/inquiry.ts';
import { PorrasError } from '../../src/errors.ts';

export type Kind = 'channel' | 'person' | 'private' | 'message';

export interface Decoded {
  kind: Kind;
  id: string;
}

export interface AddressBook {
  encode(kind: Kind, id: string): Address;
  /** @throws PorrasError `foreign-address` when it is another platform's or not of the kinds asked for. */
  decode(address: Address, ...kinds: Kind[]): Decoded;
}

const KINDS: readonly string[] = ['channel', 'person', 'private', 'message'] satisfies Kind[];

/** Addresses look like `memory:person/anna`, ids percent-encoded; `private` is a person's conversation with Porras. */
export function addressBook(platform: string): AddressBook {
  return {
    encode: (kind, id) => `${platform}:${kind}/${encodeURIComponent(id)}`,
    decode(address, ...kinds) {
      const [, kind, id] =
        /^([a-z]+)\/(.+)$/s.exec(address.startsWith(`${platform}:`) ? address.slice(platform.length + 1) : '') ?? [];
      if (!kind || !id || !KINDS.includes(kind) || (kinds.length > 0 && !kinds.includes(kind as Kind))) {
        throw new PorrasError(
          'foreign-address',
          `"${address}" is not an address of ${kinds.length > 0 ? `a ${kinds.join(' or ')} on ` : ''}the platform "${platform}": use the address that one of its events or lists gave.`,
        );
      }
      return { kind: kind as Kind, id: decodeURIComponent(id) };
    },
  };
}
