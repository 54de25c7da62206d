import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contribution } from '../../src/domain/contribution.ts';
import type { InboxEvent } from '../../src/domain/delivery.ts';
import type { PorrasError } from '../../src/errors.ts';
import type { Order, Store, Tables, Where } from '../../src/ports/store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type OpenStore, openStore } from '../../src/store/open-store.ts';
import { freshDatabase } from '../support/database.ts';
import { aContribution } from '../support/rows.ts';

let postgres: OpenStore;
beforeAll(async () => {
  postgres = await openStore({ databaseUrl: await freshDatabase(), dataDir: '' });
});
afterAll(() => postgres.close());

const id = fc.constantFrom('a', 'B', 'b', 'ä', '\uffee', '🧗');
const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const someDate = fc.oneof(fc.constantFrom(new Date(0), new Date(1), new Date(2)), date);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const text = fc.string({ unit: 'binary', maxLength: 8 }).map((s) => `${s}\ud800`.slice(0, -1));
const anyText = fc.oneof(text, fc.constantFrom('\0', '\ud800', 'a\udc00b', ''));

const contribution: fc.Arbitrary<Contribution> = fc
  .record({ id, roundId: orNull(id), text: anyText, ref: orNull(id), sentAt: someDate, labelledAt: orNull(someDate) })
  .map((fields) => aContribution(fields));
/** Prisma may change the last bit of a number with 17 digits inside JSON; none of ours has more than a few. */
const json = fc
  .jsonValue({ stringUnit: 'binary' })
  .map((value) =>
    JSON.parse(JSON.stringify(value), (_, v: unknown) => (typeof v === 'number' ? Math.trunc(v % 1e6) / 1_000 : v)),
  );
const event: fc.Arbitrary<InboxEvent> = fc.record({
  id,
  payload: fc.oneof(json, fc.constantFrom('\0', { '\ud800': ['\0'] }, JSON.parse('{"__proto__": {}}'))),
  receivedAt: someDate,
  handledAt: orNull(someDate),
  error: orNull(anyText),
});

const range = <V>(value: fc.Arbitrary<V>) =>
  fc
    .record({ lt: value, lte: value, gt: value, gte: value }, { requiredKeys: [] })
    .filter((r) => Object.keys(r).length > 0);
const condition = <V>(value: fc.Arbitrary<V>) =>
  fc.oneof(orNull(value), fc.array(orNull(value), { maxLength: 3 }), range(value));
const where = fc.record(
  {
    id: condition(id),
    roundId: condition(id),
    ref: condition(id),
    sentAt: condition(someDate),
    labelledAt: condition(someDate),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Where<Contribution>>;
const order = fc.record(
  {
    by: fc.constantFrom('id', 'roundId', 'text', 'sentAt', 'labelledAt', 'ref'),
    descending: fc.boolean(),
    limit: fc.nat({ max: 4 }),
  },
  { requiredKeys: ['by'] },
) as fc.Arbitrary<Order<Contribution>>;
const patch = fc.record(
  { roundId: orNull(id), ref: orNull(id), text: anyText, sentAt: someDate, labelledAt: orNull(someDate) },
  { requiredKeys: [] },
);

type Step = (tables: Tables) => Promise<unknown>;
const step: fc.Arbitrary<Step> = fc.oneof(
  contribution.map(
    (row): Step =>
      (t) =>
        t.contributions.insert(row),
  ),
  fc.array(contribution, { maxLength: 6 }).map(
    (rows): Step =>
      (t) =>
        t.contributions.insertMany(rows),
  ),
  fc.tuple(where, order).map(
    ([w, o]): Step =>
      (t) =>
        t.contributions.find(w, o),
  ),
  where.map(
    (w): Step =>
      (t) =>
        t.contributions.find(w),
  ),
  where.map(
    (w): Step =>
      (t) =>
        t.contributions.count(w),
  ),
  fc.tuple(where, patch).map(
    ([w, p]): Step =>
      (t) =>
        t.contributions.update(w, p),
  ),
  where.map(
    (w): Step =>
      (t) =>
        t.contributions.delete(w),
  ),
  id.map(
    (one): Step =>
      (t) =>
        t.contributions.get(one),
  ),
  event.map(
    (row): Step =>
      (t) =>
        t.events.insert(row),
  ),
);

/** What a step gave, or the code of what it threw. */
const outcome = (run: Promise<unknown>): Promise<unknown> => run.catch((error: PorrasError) => ({ threw: error.code }));

/** Several steps in a transaction that ends well or is thrown away. */
async function within(store: Store, steps: readonly Step[], fails: boolean): Promise<unknown> {
  const results: unknown[] = [];
  await store
    .transaction(async (tables) => {
      for (const run of steps) results.push(await run(tables));
      if (fails) throw new Error('thrown away');
    })
    .catch((error: PorrasError) => results.push({ threw: error.code }));
  return results;
}

it('both stores do the same, step by step', async () => {
  const program = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: step.map((run) => (store: Store) => outcome(run(store))) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.array(step, { maxLength: 5 }), fc.boolean()).map(
          ([steps, fails]) =>
            (store: Store) =>
              within(store, steps, fails),
        ),
      },
    ),
    { minLength: 5, maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(program, async (runs) => {
      const memory = createMemoryStore();
      for (const table of [postgres.store.contributions, postgres.store.events]) await table.delete({});
      for (const run of runs) expect(await run(memory)).toEqual(await run(postgres.store));
      expect(await memory.contributions.find({})).toEqual(await postgres.store.contributions.find({}));
      expect(await memory.events.find({})).toEqual(await postgres.store.events.find({}));
    }),
    { numRuns: 30 },
  );
});
