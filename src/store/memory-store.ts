import type { Store, TableName, Tables } from '../ports/store.ts';
import { CATALOGUE } from './catalogue.ts';
import { createMemoryRows, type MemoryRows } from './memory-rows.ts';
import { createMemoryTable, type Undo } from './memory-table.ts';

/**
 * A store that lives as long as the process: for replay and tests. Transactions run one after another and are taken
 * back when their work throws; what others do meanwhile, outside a transaction, does not wait for them.
 */
export function createMemoryStore(): Store {
  const rows = Object.values(CATALOGUE).map((spec) => [spec.name, createMemoryRows(spec)] as const);
  let last: Promise<unknown> = Promise.resolve();

  return {
    ...tablesOver(rows),
    transaction<R>(work: (tables: Tables) => Promise<R>): Promise<R> {
      const run = last.then(async () => {
        const journal: Undo[] = [];
        try {
          return await work(tablesOver(rows, journal));
        } catch (error) {
          for (const undo of journal.toReversed()) undo();
          throw error;
        }
      });
      last = run.catch(() => undefined);
      return run;
    },
  };
}

function tablesOver(rows: readonly (readonly [TableName, MemoryRows])[], journal?: Undo[]): Tables {
  const tables = rows.map(([name, own]) => [name, createMemoryTable(CATALOGUE[name], own, journal)]);
  return Object.fromEntries(tables) as unknown as Tables;
}
