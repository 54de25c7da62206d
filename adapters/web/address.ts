import type { Address } from '../../src/domain/inquiry.ts';
import { foreignAddress } from './errors.ts';

export const PLATFORM = 'web';

const KINDS = ['channel', 'person', 'private', 'message', 'event'] as const;
export type Kind = (typeof KINDS)[number];

export interface Decoded {
  kind: Kind;
  id: string;
}

/** `web:person/anna`: ids are percent-encoded, so that an address has no space, comma or colon after the first. */
export const encode = (kind: Kind, id: string): Address => `${PLATFORM}:${kind}/${encodeURIComponent(id)}`;

/** @throws PorrasError `foreign-address` when it is another platform's, or of a kind that was not asked for. */
export function decode(address: Address, ...kinds: Kind[]): Decoded {
  const [, kind, id] = /^web:([a-z]+)\/(.+)$/.exec(address) ?? [];
  const known = KINDS.find((it) => it === kind);
  if (!known || !id || (kinds.length > 0 && !kinds.includes(known))) throw foreignAddress(address, kinds);
  try {
    return { kind: known, id: decodeURIComponent(id) };
  } catch (cause) {
    throw foreignAddress(address, kinds, cause);
  }
}

/** A person's private conversation with Porras. */
export const privateConversationOf = (person: Address): Address => encode('private', decode(person, 'person').id);
