import type { Row } from '../ports/store.ts';
import type { Kind, TableSpec } from './catalogue.ts';
import type { Prisma } from './generated/client.ts';
import { takeRow } from './normalise.ts';

/** Puts rows into a table, those aside whose id or unique value is there. @returns the ids of those that went in */
export type Insert = (spec: TableSpec, rows: readonly Row[]) => Promise<string[]>;

/**
 * One statement with one value, however many rows: Prisma would compile another for each number of rows, which costs
 * more than what the database then does.
 */
export const insertWith =
  (client: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>): Insert =>
  async (spec, rows) => {
    const json = rows.map((row) => toJson(spec, row)).join();
    const made = await client.$queryRawUnsafe<{ id: string }[]>(statementFor(spec), `[${json}]`);
    return made.map(({ id }) => id);
  };

/** The names are those of our own tables and fields. */
function statementFor({ name, fields }: TableSpec): string {
  const columns = [...fields.keys()].map((field) => `"${field}"`).join(', ');
  const rows = `json_populate_recordset(null::"${name}", $1::json)`;
  return `insert into "${name}" (${columns}) select ${columns} from ${rows} on conflict do nothing returning "id"`;
}

/** A row as PostgreSQL reads it from JSON. Fields that are JSON have been written as such already. */
const toJson = (spec: TableSpec, row: Row): string => {
  const stored = takeRow(spec, row);
  const fields = [...spec.fields].map(([name, { kind }]) => `"${name}":${valueToJson(kind, stored[name])}`);
  return `{${fields.join()}}`;
};

function valueToJson(kind: Kind, value: unknown): string {
  if (value === null) return 'null';
  if (kind === 'json') return value as string;
  return JSON.stringify(kind === 'bytes' ? `\\x${Buffer.from(value as Uint8Array).toString('hex')}` : value);
}
