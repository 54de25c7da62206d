import type { Row, Store, Table, TableName, Tables } from '../ports/store.ts';
import { CATALOGUE } from './catalogue.ts';

/**
 * Copies every row of every table, all or none; a row whose id is there already is left as it is.
 * @returns how many rows were copied
 */
export async function copyStore(from: Tables, to: Store): Promise<number> {
  return to.transaction(async (tables) => {
    let copied = 0;
    for (const name of Object.keys(CATALOGUE) as TableName[]) {
      const rows = await (from[name] as unknown as Table<Row>).find({});
      copied += await (tables[name] as unknown as Table<Row>).insertMany(rows);
    }
    return copied;
  });
}
