import type { Tables } from '../../src/ports/store.ts';
import type { PartMemory } from './outbound-send.ts';

/** What a long message became, kept for good: what is taken back has to go from all of it, whenever that is. */
export const createStoredParts = (table: Tables['messageParts']): PartMemory => ({
  get: (ref) => table.get(ref),
  async put(ref, { conversationId, parts }) {
    const kept = { conversationId, parts: [...parts] };
    if (!(await table.insert({ id: ref, ...kept }))) await table.update({ id: ref }, kept);
  },
});
