import { PorrasError } from '../errors.ts';
import type { Row, Table, Where } from '../ports/store.ts';
import type { TableSpec } from './catalogue.ts';
import { comparing } from './compare.ts';
import type { MemoryRows } from './memory-rows.ts';
import { giveRow, type Stored, takePatch, takeRow } from './normalise.ts';
import { conditionsOf } from './where.ts';

/** Takes back one change of a transaction. */
export type Undo = () => void;

/** A `Table` over rows in memory. With a `journal`, it writes there how to take each change back. */
export function createMemoryTable<T extends Row>(spec: TableSpec, rows: MemoryRows, journal?: Undo[]): Table<T> {
  const select = (where: Where<T>): Stored[] => rows.select(conditionsOf(spec, where));

  function put(row: Stored): void {
    const old = rows.get(row.id);
    journal?.push(() => (old ? rows.put(old) : rows.remove(row.id)));
    rows.put(row);
  }

  function holdersOf(value: unknown): Stored[] {
    return spec.unique && value !== null ? rows.select([{ field: spec.unique, any: [value] }]) : [];
  }

  function insert(row: T): boolean {
    const stored = takeRow(spec, row);
    if (rows.get(stored.id) || holdersOf(spec.unique && stored[spec.unique]).length > 0) return false;
    put(stored);
    return true;
  }

  /** Refuses a patch that would leave two rows with the same unique value. */
  function checkUnique(matching: readonly Stored[], patch: Record<string, unknown>): void {
    const value = spec.unique ? patch[spec.unique] : undefined;
    if (value === undefined || value === null || matching.length === 0) return;
    const others = holdersOf(value).filter((row) => !matching.includes(row));
    if (matching.length + others.length > 1) {
      throw new PorrasError('conflict', `${spec.name}.${spec.unique} would be there twice: give each row its own`);
    }
  }

  return {
    insert: async (row) => insert(row),
    insertMany: async (many) => many.map(insert).filter(Boolean).length,
    async get(id) {
      const row = rows.get(id);
      return row ? (giveRow(spec, row) as unknown as T) : null;
    },
    async find(where, order) {
      const found = select(where).toSorted(comparing(order));
      return found.slice(0, order?.limit ?? found.length).map((row) => giveRow(spec, row) as unknown as T);
    },
    count: async (where) => select(where).length,
    async update(where, patch) {
      const change = takePatch(spec, patch);
      const matching = select(where);
      checkUnique(matching, change);
      for (const row of matching) put({ ...row, ...change });
      return matching.length;
    },
    async delete(where) {
      const matching = select(where);
      for (const row of matching) {
        journal?.push(() => rows.put(row));
        rows.remove(row.id);
      }
      return matching.length;
    },
  };
}
