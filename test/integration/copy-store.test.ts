import { expect, it } from 'vitest';
import { copyStore } from '../../src/store/copy-store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { freshDatabase } from '../support/database.ts';
import { aContribution, aDelivery, anEvent } from '../support/rows.ts';

it('copies every row once, and leaves alone what is there', async () => {
  const from = createMemoryStore();
  const contributions = Array.from({ length: 500 }, (_, i) => aContribution({ id: `c${i}`, ref: `memory:${i}` }));
  await from.contributions.insertMany(contributions);
  await from.deliveries.insert(aDelivery({ id: 'd' }));
  await from.events.insert(anEvent({ id: 'e', payload: null }));
  await from.pictures.insert({ id: 'p', png: Uint8Array.of(1, 2, 3), alt: 'A staircase' });

  const to = await openStore({ databaseUrl: await freshDatabase(), dataDir: '' });
  await to.store.contributions.insert(aContribution({ id: 'c7', text: 'was here before' }));
  expect(await copyStore(from, to.store)).toBe(502);
  expect(await copyStore(from, to.store)).toBe(0);
  expect(await to.store.contributions.count({})).toBe(500);
  expect((await to.store.contributions.get('c7'))?.text).toBe('was here before');
  expect((await to.store.pictures.get('p'))?.png).toEqual(Uint8Array.of(1, 2, 3));

  const back = createMemoryStore();
  await copyStore(to.store, back);
  expect(await back.deliveries.find({})).toEqual(await from.deliveries.find({}));
  await to.close();
});
