import { LRUCache } from 'lru-cache';
import type { Address } from '../../src/domain/inquiry.ts';
import type { KnownConversation } from '../../src/domain/known-conversation.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Tables } from '../../src/ports/store.ts';
import { channelAddress, personAddress } from './address.ts';
import { nameOf } from './outbound-people.ts';
import type { References } from './outbound-places.ts';
import type { Conversation } from './transport.ts';

/** What an activity says of where it came from and who sent it; what it does not say is left out and stays as it was. */
export type Heard = Partial<Omit<KnownConversation, 'id' | 'updatedAt'>> & Pick<KnownConversation, 'id' | 'tenantId'>;

export interface KeptReferences extends References {
  /** Keeps what was heard, or renews it. @returns whether it was not known before. */
  keep(heard: Heard): Promise<boolean>;
  forget(address: Address): Promise<void>;
  get(address: Address): Promise<KnownConversation | null>;
  /** Channels of a team from which something was heard. */
  ofTeam(tenantId: string, teamId: string): Promise<KnownConversation[]>;
}

/** What stays as it was is written once a day, so that it can be told what is out of use. */
const RENEW_MS = 24 * 3_600_000;
const TRUSTED_MS = 300_000;

export function createReferences(table: Tables['conversations'], clock: Clock): KeptReferences {
  /** What this process wrote or read last, to write only what changes; not for long, since another may have forgotten it. */
  const written = new LRUCache<Address, KnownConversation>({ max: 10_000, ttl: TRUSTED_MS });

  const read = async (id: Address): Promise<KnownConversation | null> => {
    const row = await table.get(id);
    if (row) written.set(id, row);
    else written.delete(id);
    return row;
  };

  const keep = async (heard: Heard): Promise<boolean> => {
    const known = written.get(heard.id) ?? (await read(heard.id));
    const now = clock.now();
    const row = { ...(known ?? nothing(heard)), ...heard, updatedAt: now };
    if (known && !differs(known, row) && now.getTime() - known.updatedAt.getTime() < RENEW_MS) return false;
    // What another activity says of it at the same time stays.
    const { id, ...news } = heard;
    const isNew = !known && (await table.insert(row));
    // Another process may have forgotten it, or been first.
    if (!isNew && (await table.update({ id }, { ...news, updatedAt: now })) === 0) await table.insert(row);
    written.set(id, row);
    return isNew;
  };

  return {
    keep,
    async forget(address) {
      written.delete(address);
      await table.delete({ id: address });
    },
    get: read,
    async ofTeam(tenantId, teamId) {
      return table.find({ tenantId, teamId });
    },
    async conversation(tenantId, conversationId) {
      return reachable(await read(channelAddress(tenantId, conversationId)));
    },
    async nameOf(tenantId, conversationId) {
      return (await read(channelAddress(tenantId, conversationId)))?.name ?? null;
    },
    async personal(tenantId, objectId) {
      return reachable(await read(personAddress(tenantId, objectId)));
    },
    async keepPersonal(objectId, { serviceUrl, tenantId, conversationId }) {
      const where = { serviceUrl, tenantId, conversationId };
      await keep({ id: personAddress(tenantId, objectId), ...where });
      await keep({ id: channelAddress(tenantId, conversationId), ...where });
    },
    async keepMember({ serviceUrl, tenantId }, member) {
      const { aadObjectId, id: userId } = member;
      if (!aadObjectId) return;
      const id = personAddress(tenantId, aadObjectId);
      const name = nameOf(member);
      await keep({ id, tenantId, serviceUrl, userId, ...(name !== userId && { name }) });
    },
    async seen(tenantId, objectId) {
      const row = await read(personAddress(tenantId, objectId));
      return row && { userId: row.userId, name: row.name || null, locale: row.locale, timeZone: row.timeZone };
    },
    async serviceUrl(tenantId) {
      const [latest] = await table.find({ tenantId }, { by: 'updatedAt', descending: true, limit: 1 });
      return latest?.serviceUrl ?? null;
    },
  };
}

const nothing = ({ id, tenantId }: Heard): KnownConversation => ({
  id,
  serviceUrl: '',
  tenantId,
  conversationId: '',
  teamId: null,
  botId: null,
  userId: null,
  name: '',
  locale: null,
  timeZone: null,
  updatedAt: new Date(0),
});

const differs = (known: KnownConversation, row: KnownConversation): boolean =>
  (Object.keys(row) as (keyof KnownConversation)[]).some((key) => key !== 'updatedAt' && known[key] !== row[key]);

const reachable = (row: KnownConversation | null): Conversation | null =>
  row && row.conversationId !== '' && row.serviceUrl !== ''
    ? { serviceUrl: row.serviceUrl, tenantId: row.tenantId, conversationId: row.conversationId }
    : null;
