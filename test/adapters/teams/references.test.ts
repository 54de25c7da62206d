import { beforeEach, expect, it } from 'vitest';
import { channelAddress, personAddress } from '../../../adapters/teams/address.ts';
import { createReferences, type KeptReferences } from '../../../adapters/teams/references.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';

const HOUR = 3_600_000;
const CHANNEL = channelAddress('t', '19:a@thread.tacv2');
const THERE = { serviceUrl: 'https://smba.example.com/', tenantId: 't', conversationId: '19:a@thread.tacv2' };
let store: Store;
let now: number;
let references: KeptReferences;
const open = () => createReferences(store.conversations, { now: () => new Date(now) });

beforeEach(() => {
  store = createMemoryStore();
  now = Date.UTC(2026, 2, 2);
  references = open();
});

it('are new once, outlive the process, and keep what is not said again', async () => {
  expect(await references.keep({ id: CHANNEL, ...THERE, name: 'Ideas' })).toBe(true);
  expect(await references.keep({ id: CHANNEL, ...THERE })).toBe(false);
  const later = open();
  expect(await later.keep({ id: CHANNEL, ...THERE, serviceUrl: 'https://smba.example.com/emea/' })).toBe(false);
  expect(await later.conversation('t', THERE.conversationId)).toEqual({
    ...THERE,
    serviceUrl: 'https://smba.example.com/emea/',
  });
  expect((await later.get(CHANNEL))?.name).toBe('Ideas');
});

it('are written when something changed, else once a day', async () => {
  const at = async () => (await store.conversations.get(CHANNEL))!.updatedAt.getTime();
  await references.keep({ id: CHANNEL, ...THERE });
  const first = now;
  now += HOUR;
  await references.keep({ id: CHANNEL, ...THERE });
  expect(await at()).toBe(first);
  await references.keep({ id: CHANNEL, ...THERE, name: 'Ideas' });
  expect(await at()).toBe(now);
  now += 25 * HOUR;
  await references.keep({ id: CHANNEL, ...THERE });
  expect(await at()).toBe(now);
});

it('that another process forgot come back with what is heard', async () => {
  await references.keep({ id: CHANNEL, ...THERE });
  await open().forget(CHANNEL);
  expect(await references.get(CHANNEL)).toBeNull();
  await references.keep({ id: CHANNEL, ...THERE });
  expect(await references.conversation('t', THERE.conversationId)).toEqual(THERE);
});

it('keep what activities say at the same time', async () => {
  const person = { id: personAddress('t', 'o-1'), tenantId: 't', serviceUrl: THERE.serviceUrl };
  await Promise.all([references.keep({ ...person, locale: 'sv-FI' }), references.keep({ ...person, userId: '29:1' })]);
  expect(await references.seen('t', 'o-1')).toMatchObject({ locale: 'sv-FI', userId: '29:1' });
  await Promise.all([references.keep({ ...person, locale: 'fi-FI' }), open().keep({ ...person, name: 'Maija' })]);
  expect(await references.seen('t', 'o-1')).toMatchObject({ locale: 'fi-FI', userId: '29:1', name: 'Maija' });
});

it('of people are how they are reached in private, once that is known', async () => {
  await references.keep({
    id: personAddress('t', 'o-1'),
    tenantId: 't',
    serviceUrl: THERE.serviceUrl,
    name: 'Maija',
    locale: 'fi-FI',
  });
  expect(await references.personal('t', 'o-1')).toBeNull();
  expect(await references.serviceUrl('t')).toBe(THERE.serviceUrl);
  await references.keepPersonal('o-1', { ...THERE, conversationId: 'a:1' });
  expect(await references.personal('t', 'o-1')).toEqual({ ...THERE, conversationId: 'a:1' });
  expect(await references.conversation('t', 'a:1')).toEqual({ ...THERE, conversationId: 'a:1' });
  expect(await references.seen('t', 'o-1')).toEqual({
    userId: null,
    name: 'Maija',
    locale: 'fi-FI',
    timeZone: null,
  });
  expect(await references.seen('t', 'o-2')).toBeNull();
  expect(await references.serviceUrl('another')).toBeNull();
});
