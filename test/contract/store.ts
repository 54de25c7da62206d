import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PorrasError } from '../../src/errors.ts';
import type { Store, Where } from '../../src/ports/store.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import { aContribution, aDelivery, anEvent } from '../support/rows.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minute));
const codeOf = (failing: Promise<unknown>): Promise<string> =>
  failing.then(
    () => 'nothing was thrown',
    (error: PorrasError) => error.code,
  );

/** What every implementation of `Store` must do; `open` gives an empty one. */
export function testStore(name: string, open: () => Promise<{ store: Store; close(): Promise<void> }>): void {
  describe(`store: ${name}`, () => {
    let store: Store;
    let opened: { store: Store; close(): Promise<void> };
    const ids = async (where: Where<Contribution>) => (await store.contributions.find(where)).map((row) => row.id);

    beforeAll(async () => {
      opened = await open();
      ({ store } = opened);
    });
    afterAll(() => opened.close());
    beforeEach(async () => {
      for (const table of [store.contributions, store.deliveries, store.events, store.pictures, store.inquiries]) {
        await table.delete({});
      }
    });

    describe('insert', () => {
      it('gives back what was put in', async () => {
        const row = aContribution({ id: 'a', ref: 'memory:1', text: 'Åsa & Väinö 🧗', labelledAt: at(3) });
        expect(await store.contributions.insert(row)).toBe(true);
        expect(await store.contributions.get('a')).toEqual(row);
      });

      it('leaves a row alone that is there already', async () => {
        await store.contributions.insert(aContribution({ id: 'a', text: 'first' }));
        expect(await store.contributions.insert(aContribution({ id: 'a', text: 'second' }))).toBe(false);
        expect((await store.contributions.get('a'))?.text).toBe('first');
      });

      it('takes one of two rows with the same ref, and any number without one', async () => {
        expect(await store.contributions.insert(aContribution({ id: 'a', ref: 'memory:1' }))).toBe(true);
        expect(await store.contributions.insert(aContribution({ id: 'b', ref: 'memory:1' }))).toBe(false);
        expect(await store.contributions.insert(aContribution({ id: 'c' }))).toBe(true);
        expect(await store.contributions.insert(aContribution({ id: 'd' }))).toBe(true);
        expect(await ids({})).toEqual(['a', 'c', 'd']);
      });

      it('inserts one of many at once', async () => {
        const many = Array.from({ length: 20 }, (_, i) => aContribution({ id: 'a', text: `try ${i}` }));
        const inserted = await Promise.all(many.map((row) => store.contributions.insert(row)));
        expect(inserted.filter(Boolean)).toHaveLength(1);
      });

      it('inserts of a list those that are not there', async () => {
        await store.contributions.insert(aContribution({ id: 'b' }));
        const rows = ['a', 'b', 'c', 'c'].map((id) => aContribution({ id }));
        expect(await store.contributions.insertMany(rows)).toBe(2);
        expect(await store.contributions.insertMany([])).toBe(0);
        expect(await ids({})).toEqual(['a', 'b', 'c']);
      });

      it('takes thousands of rows, and thousands of ids in a condition', async () => {
        const rows = Array.from({ length: 5_000 }, (_, i) => aContribution({ id: `c${i}`, ref: `memory:${i}` }));
        expect(await store.contributions.insertMany(rows)).toBe(5_000);
        const wanted = Array.from({ length: 40_000 }, (_, i) => `c${i * 2}`);
        expect(await store.contributions.count({ id: wanted })).toBe(2_500);
      });

      it('keeps no tie to the row that was put in or given out', async () => {
        const delivery = aDelivery({ id: 'd' });
        await store.deliveries.insert(delivery);
        delivery.message.text = 'changed by who put it in';
        delivery.plannedAt.setTime(0);
        const out = await store.deliveries.get('d');
        out!.message.text = 'changed by who got it';
        out!.plannedAt.setTime(0);
        expect(await store.deliveries.get('d')).toEqual({ ...aDelivery({ id: 'd' }), plannedAt: at(0) });
      });

      it('refuses a row that lacks a field, leaves behind what is not a field', async () => {
        const { text: _, ...rest } = aContribution({ id: 'a' });
        expect(await codeOf(store.contributions.insert(rest as Contribution))).toBe('bad-row');
        await store.contributions.insert({ ...aContribution({ id: 'b' }), extra: 1 } as Contribution);
        expect(await store.contributions.get('b')).toEqual(aContribution({ id: 'b' }));
      });
    });

    describe('values', () => {
      it('keeps nested values as JSON does, in the order of their keys', async () => {
        const payload = { zebra: 1, apple: [null, { deep: 'å\n"\\u0000"' }], when: at(1), none: undefined };
        await store.events.insert(anEvent({ id: 'e', payload }));
        const kept = (await store.events.get('e'))!.payload;
        expect(kept).toEqual({ zebra: 1, apple: [null, { deep: 'å\n"\\u0000"' }], when: at(1).toISOString() });
        expect(Object.keys(kept as object)).toEqual(['zebra', 'apple', 'when']);
      });

      it('tells no payload from a payload', async () => {
        await store.events.insert(anEvent({ id: 'e', payload: { a: 1 } }));
        await store.events.update({ id: 'e' }, { payload: null, handledAt: at(1) });
        expect(await store.events.get('e')).toEqual(anEvent({ id: 'e', payload: null, handledAt: at(1) }));
      });

      it('keeps bytes', async () => {
        const png = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
        await store.pictures.insert({ id: 'p', png, alt: '' });
        const kept = (await store.pictures.get('p'))!.png;
        expect(kept).toBeInstanceOf(Uint8Array);
        expect(Buffer.compare(kept, png)).toBe(0);
      });

      it('keeps a millisecond', async () => {
        const sentAt = new Date('2026-10-25T00:59:59.999Z');
        await store.contributions.insert(aContribution({ id: 'a', sentAt }));
        expect((await store.contributions.get('a'))?.sentAt).toEqual(sentAt);
      });

      it('cleans texts of what no database keeps, in rows and conditions alike', async () => {
        await store.contributions.insert(aContribution({ id: 'a', text: 'nul\0 half\ud83d pair', roundId: 'r\0' }));
        await store.events.insert(anEvent({ id: 'e', payload: { 'k\0': 'nul\0 half\ud83d' } }));
        expect((await store.contributions.find({ roundId: 'r\0' }))[0]?.text).toBe('nul half\ufffd pair');
        expect((await store.events.get('e'))?.payload).toEqual({ k: 'nul half\ufffd' });
      });

      it('refuses what is not a value of its field', async () => {
        const bad = [
          { text: null },
          { sentAt: new Date(Number.NaN) },
          { sentAt: 'today' },
          { text: 3 },
          { status: undefined },
        ];
        for (const fields of bad) {
          const row = { ...aContribution({ id: 'a' }), ...fields } as unknown as Contribution;
          expect(await codeOf(store.contributions.insert(row))).toBe('bad-row');
        }
        expect(await store.contributions.count({})).toBe(0);
      });
    });

    describe('find', () => {
      beforeEach(async () => {
        await store.contributions.insertMany([
          aContribution({ id: 'd', roundId: 'r1', sentAt: at(1), labelledAt: at(9) }),
          aContribution({ id: 'a', roundId: 'r1', sentAt: at(2) }),
          aContribution({ id: 'c', roundId: 'r2', sentAt: at(2), labelledAt: at(5), status: 'withheld' }),
          aContribution({ id: 'b', roundId: null, sentAt: at(3), inquiryId: 'i2' }),
        ]);
      });

      it('gives everything by id when nothing is asked', async () => {
        expect(await ids({})).toEqual(['a', 'b', 'c', 'd']);
      });

      it('asks for all conditions at once', async () => {
        expect(await ids({ inquiryId: 'i1', status: 'live' })).toEqual(['a', 'd']);
        expect(await ids({ roundId: 'r1', labelledAt: null })).toEqual(['a']);
        expect(await ids({ id: 'a', roundId: 'r2' })).toEqual([]);
        expect(await store.contributions.count({ sentAt: at(2) })).toBe(2);
      });

      it('asks for any of a list, of which null may be one and which may be empty', async () => {
        expect(await ids({ roundId: ['r2', 'r1'] })).toEqual(['a', 'c', 'd']);
        expect(await ids({ roundId: [null, 'r2', 'r2'] })).toEqual(['b', 'c']);
        expect(await ids({ roundId: [null] })).toEqual(['b']);
        expect(await ids({ id: [] })).toEqual([]);
        expect(await ids({ sentAt: [at(1), at(3)] })).toEqual(['b', 'd']);
      });

      it('asks for bounds, within which no null is', async () => {
        expect(await ids({ sentAt: { lt: at(2) } })).toEqual(['d']);
        expect(await ids({ sentAt: { lte: at(2), gt: at(1) } })).toEqual(['a', 'c']);
        expect(await ids({ labelledAt: { gte: at(5) } })).toEqual(['c', 'd']);
        expect(await ids({ labelledAt: { lt: at(59) } })).toEqual(['c', 'd']);
        expect(await ids({ id: { gt: 'a', lt: 'd' } })).toEqual(['b', 'c']);
      });

      it('orders by a field, then by id, nulls last both ways, and stops at the limit', async () => {
        const order = async (...parameters: Parameters<Store['contributions']['find']>) =>
          (await store.contributions.find(...parameters)).map((row) => row.id).join('');
        expect(await order({}, { by: 'sentAt' })).toBe('dacb');
        expect(await order({}, { by: 'sentAt', descending: true })).toBe('bacd');
        expect(await order({}, { by: 'labelledAt' })).toBe('cdab');
        expect(await order({}, { by: 'labelledAt', descending: true })).toBe('dcab');
        expect(await order({}, { by: 'id', descending: true })).toBe('dcba');
        expect(await order({ inquiryId: 'i1' }, { by: 'sentAt', limit: 2 })).toBe('da');
        expect(await order({}, { by: 'sentAt', limit: 0 })).toBe('');
      });

      it('orders texts by code point, whatever the locale', async () => {
        await store.contributions.delete({});
        const sorted = ['-', 'A', 'B', '_', 'a', 'b', 'ä', 'å', '\uffee', '🧗'];
        await store.contributions.insertMany(sorted.toReversed().map((id) => aContribution({ id })));
        expect(await ids({})).toEqual(sorted);
        expect(await ids({ id: { gte: 'a', lt: 'å' } })).toEqual(['a', 'b', 'ä'].filter((id) => id < 'å'));
      });

      it('refuses conditions that would match by accident', async () => {
        const bad = [
          { roundId: undefined },
          { nonsense: 1 },
          { sentAt: { lt: undefined } },
          { sentAt: {} },
          { sentAt: { lt: null } },
        ];
        for (const where of bad) {
          expect(await codeOf(store.contributions.delete(where as Where<Contribution>))).toBe('bad-condition');
        }
        expect(await codeOf(store.deliveries.find({ target: { to: 'channel' } } as never))).toBe('bad-condition');
        expect(await store.contributions.count({})).toBe(4);
      });
    });

    describe('update and delete', () => {
      it('changes what matches and says how many', async () => {
        await store.deliveries.insertMany(['a', 'b', 'c'].map((id) => aDelivery({ id })));
        expect(await store.deliveries.update({ id: ['a', 'b', 'x'] }, { status: 'sent', sentAt: at(1) })).toBe(2);
        expect((await store.deliveries.find({ status: 'sent' })).map((row) => row.id)).toEqual(['a', 'b']);
        expect(await store.deliveries.delete({ status: 'sent' })).toBe(2);
        expect(await store.deliveries.find({})).toEqual([aDelivery({ id: 'c' })]);
      });

      it('changes nothing for an empty patch, and counts what matched', async () => {
        await store.deliveries.insert(aDelivery({ id: 'a' }));
        expect(await store.deliveries.update({ id: 'a' }, {})).toBe(1);
        expect(await store.deliveries.get('a')).toEqual(aDelivery({ id: 'a' }));
      });

      it('lets one of many take a row by its old status', async () => {
        await store.deliveries.insert(aDelivery({ id: 'a' }));
        const takers = Array.from({ length: 20 }, () =>
          store.deliveries.update({ id: 'a', status: 'planned' }, { status: 'sending' }),
        );
        expect((await Promise.all(takers)).reduce((sum, count) => sum + count)).toBe(1);
      });

      it('refuses to give two rows the same ref', async () => {
        await store.contributions.insertMany([
          aContribution({ id: 'a', ref: 'memory:1' }),
          aContribution({ id: 'b', ref: 'memory:2' }),
          aContribution({ id: 'c', ref: 'memory:3' }),
        ]);
        expect(await codeOf(store.contributions.update({ id: 'b' }, { ref: 'memory:1' }))).toBe('conflict');
        expect(await codeOf(store.contributions.update({}, { ref: 'memory:9' }))).toBe('conflict');
        expect(await store.contributions.update({ id: 'a' }, { ref: 'memory:1', text: 'edited' })).toBe(1);
        expect(await store.contributions.update({}, { ref: null })).toBe(3);
      });
    });

    describe('transaction', () => {
      it('keeps all of its work, and gives its result', async () => {
        const result = await store.transaction(async (tables) => {
          await tables.contributions.insert(aContribution({ id: 'a' }));
          await tables.deliveries.insert(aDelivery({ id: 'd' }));
          return (await tables.contributions.find({})).length;
        });
        expect(result).toBe(1);
        expect(await store.deliveries.count({})).toBe(1);
      });

      it('keeps nothing of it when it throws, and throws the same', async () => {
        await store.contributions.insertMany([aContribution({ id: 'a' }), aContribution({ id: 'b' })]);
        const before = await store.contributions.find({});
        const mishap = new Error('mishap');
        const failing = store.transaction(async (tables) => {
          await tables.contributions.insert(aContribution({ id: 'c', ref: 'memory:1' }));
          await tables.contributions.update({ id: ['a', 'c'] }, { text: 'changed' });
          await tables.contributions.update({ id: 'a' }, { text: 'changed again' });
          await tables.contributions.delete({ id: ['a', 'b'] });
          await tables.contributions.insert(aContribution({ id: 'a', text: 'put back' }));
          throw mishap;
        });
        await expect(failing).rejects.toBe(mishap);
        expect(await store.contributions.find({})).toEqual(before);
        expect(await store.contributions.insert(aContribution({ id: 'd', ref: 'memory:1' }))).toBe(true);
      });

      it('lets many count up without losing one', async () => {
        await store.deliveries.insert(aDelivery({ id: 'd' }));
        const increment = () =>
          store.transaction(async (tables) => {
            for (;;) {
              const { attempts } = (await tables.deliveries.get('d'))!;
              if ((await tables.deliveries.update({ id: 'd', attempts }, { attempts: attempts + 1 })) === 1) return;
            }
          });
        await Promise.all(Array.from({ length: 8 }, increment));
        expect((await store.deliveries.get('d'))?.attempts).toBe(8);
      });
    });
  });
}
