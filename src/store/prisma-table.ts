import { groupCommit } from '../group-commit.ts';
import type { Order, Row, Table, Where } from '../ports/store.ts';
import type { TableSpec } from './catalogue.ts';
import { comparing } from './compare.ts';
import { Prisma } from './generated/client.ts';
import { takePatch } from './normalise.ts';
import type { Insert } from './prisma-insert.ts';
import { storeError } from './prisma-errors.ts';
import { type Condition, conditionsOf, indexKey } from './where.ts';

/** What this needs of the part of a Prisma client that is for one table. */
export interface Delegate {
  findMany(args: { where: object; orderBy?: object[]; take?: number }): Promise<unknown[]>;
  count(args: { where: object }): Promise<number>;
  updateMany(args: { where: object; data: object }): Promise<{ count: number }>;
  deleteMany(args: { where: object }): Promise<{ count: number }>;
}

const ROWS_AT_ONCE = 2_000;
/** PostgreSQL takes 65,535 values in one statement. */
const VALUES_AT_ONCE = 10_000;

/**
 * A `Table` over a table of PostgreSQL. Outside of transactions single rows that are inserted at the same time share a
 * statement: events come in bursts, and each waits for its own to be on the disk.
 */
export function createPrismaTable<T extends Row>(
  spec: TableSpec,
  delegate: Delegate,
  insertInto: Insert,
  { inTransaction = false } = {},
): Table<T> {
  /** Prisma's form of conditions: one filter, or several that share no row where a list is too long for one. */
  const filters = (where: Where<T>): object[] =>
    split(conditionsOf(spec, where)).map((conditions) => ({ AND: conditions.map((one) => toPrisma(spec, one)) }));

  /** Stored values as Prisma wants them; a JSON null and no value are two things to it. */
  const data = (stored: Readonly<Record<string, unknown>>): object =>
    Object.fromEntries(
      Object.entries(stored).map(([name, value]) => {
        if (spec.fields.get(name)?.kind !== 'json') return [name, value];
        return [name, value === null ? Prisma.DbNull : JSON.parse(value as string)];
      }),
    );

  async function ask<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      throw storeError(spec.name, error);
    }
  }

  async function insertMany(rows: readonly T[]): Promise<number> {
    let inserted = 0;
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      inserted += (await insertInto(spec, rows.slice(at, at + ROWS_AT_ONCE))).length;
    return inserted;
  }

  async function insertEach(rows: readonly T[]): Promise<boolean[]> {
    const isNew = new Set(await insertInto(spec, rows));
    // Of two with one id the first is the one that went in.
    return rows.map(({ id }) => isNew.delete(id));
  }
  const insert = inTransaction ? async (row: T) => (await insertMany([row])) === 1 : groupCommit(insertEach);

  function ordering(order: Order<T> | undefined): object[] {
    if (!order) return [{ id: 'asc' }];
    const sort = order.descending ? 'desc' : 'asc';
    const nulls = spec.fields.get(order.by)?.nullable ? { nulls: 'last' } : null;
    return [{ [order.by]: nulls ? { sort, ...nulls } : sort }, ...(order.by === 'id' ? [] : [{ id: 'asc' }])];
  }

  return {
    insert: (row) => ask(() => insert(row)),
    insertMany: (rows) => ask(() => insertMany(rows)),
    get: (id) => ask(async () => ((await delegate.findMany({ where: { id } }))[0] ?? null) as T | null),
    find: (where, order) =>
      ask(async () => {
        const asked = { orderBy: ordering(order), ...(order?.limit !== undefined && { take: order.limit }) };
        const parts: object[][] = [];
        for (const filter of filters(where)) {
          parts.push((await delegate.findMany({ where: filter, ...asked })) as object[]);
        }
        const rows = parts.length === 1 ? parts[0]! : parts.flat().sort(comparing(order)).slice(0, order?.limit);
        return rows as T[];
      }),
    count: (where) => ask(() => sum(filters(where), (filter) => delegate.count({ where: filter }))),
    update: (where, patch) =>
      ask(async () => {
        const change = data(takePatch(spec, patch));
        return sum(
          filters(where),
          async (filter) => (await delegate.updateMany({ where: filter, data: change })).count,
        );
      }),
    delete: (where) =>
      ask(() => sum(filters(where), async (filter) => (await delegate.deleteMany({ where: filter })).count)),
  };
}

async function sum(filters: readonly object[], countOf: (filter: object) => Promise<number>): Promise<number> {
  let total = 0;
  for (const filter of filters) total += await countOf(filter);
  return total;
}

/** Conditions with a list too long for one statement, as several that together ask the same. */
function split(conditions: readonly Condition[]): Condition[][] {
  const long = conditions.find((condition) => 'any' in condition && condition.any.length > VALUES_AT_ONCE);
  if (!long || !('any' in long)) return [[...conditions]];
  const values = [...new Map(long.any.map((value) => [indexKey(value), value])).values()];
  const others = conditions.filter((condition) => condition !== long);
  const parts = Array.from({ length: Math.ceil(values.length / VALUES_AT_ONCE) }, (_, i) =>
    values.slice(i * VALUES_AT_ONCE, (i + 1) * VALUES_AT_ONCE),
  );
  return split(others).flatMap((rest) => parts.map((any) => [{ field: long.field, any }, ...rest]));
}

function toPrisma(spec: TableSpec, condition: Condition): object {
  const { field } = condition;
  if ('bounds' in condition) return { [field]: Object.fromEntries(condition.bounds) };
  const values = condition.any.filter((value) => value !== null);
  const isAny = values.length === 1 ? { [field]: values[0] } : { [field]: { in: values } };
  const mayBeNull = values.length < condition.any.length && spec.fields.get(field)?.nullable;
  return mayBeNull ? { OR: [{ [field]: null }, isAny] } : isAny;
}
