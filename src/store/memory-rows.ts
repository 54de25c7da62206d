import type { TableSpec } from './catalogue.ts';
import type { Stored } from './normalise.ts';
import { type Condition, indexKey, meets } from './where.ts';

/** The rows of one table in memory, with an index on each field that the catalogue names. */
export interface MemoryRows {
  get(id: string): Stored | undefined;
  /** Puts a row in the place of the one that has its id, if any. */
  put(row: Stored): void;
  remove(id: string): void;
  /** Rows that meet every condition, in no particular order. */
  select(conditions: readonly Condition[]): Stored[];
}

export function createMemoryRows(spec: TableSpec): MemoryRows {
  const byId = new Map<string, Stored>();
  const fields = spec.unique ? [...spec.indexed, spec.unique] : spec.indexed;
  const indices = new Map(fields.map((field) => [field, new Map<unknown, Set<Stored>>()]));

  function unlink(row: Stored): void {
    for (const [field, index] of indices) {
      const key = indexKey(row[field]);
      const same = index.get(key);
      same?.delete(row);
      if (same?.size === 0) index.delete(key);
    }
  }

  function link(row: Stored): void {
    for (const [field, index] of indices) {
      const key = indexKey(row[field]);
      const same = index.get(key);
      if (same) same.add(row);
      else index.set(key, new Set([row]));
    }
  }

  /** The fewest rows that are sure to hold every match. */
  function candidates(conditions: readonly Condition[]): Iterable<Stored> {
    let fewest: (Stored | Set<Stored>)[] | null = null;
    let size = byId.size;
    for (const condition of conditions) {
      const index = condition.field === 'id' ? byId : indices.get(condition.field);
      if (!index || !('any' in condition)) continue;
      const parts = [...new Set(condition.any.map(indexKey))].flatMap((key) => index.get(key as string) ?? []);
      const total = parts.reduce((sum, part) => sum + (part instanceof Set ? part.size : 1), 0);
      if (total > size) continue;
      fewest = parts;
      size = total;
    }
    return fewest ? fewest.flatMap((part) => (part instanceof Set ? [...part] : part)) : byId.values();
  }

  return {
    get: (id) => byId.get(id),
    put(row) {
      const old = byId.get(row.id);
      if (old) unlink(old);
      byId.set(row.id, row);
      link(row);
    },
    remove(id) {
      const old = byId.get(id);
      if (!old) return;
      unlink(old);
      byId.delete(id);
    },
    select(conditions) {
      const found: Stored[] = [];
      for (const row of candidates(conditions)) {
        if (conditions.every((condition) => meets(condition, row[condition.field]))) found.push(row);
      }
      return found;
    },
  };
}
