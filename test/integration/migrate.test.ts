import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { freshDatabase } from '../support/database.ts';

const MIGRATIONS = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations');
let folder: string;
let url: string;
let client: pg.Client;

const add = (name: string, sql: string): void => {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
};
const tables = async (): Promise<string[]> =>
  (await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'extra%'`)).rows
    .map(({ name }) => name)
    .sort();

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'porras-migrate-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  url = await freshDatabase();
  client = new pg.Client(url);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  rmSync(folder, { recursive: true });
});

it('applies what is new, in order, once', async () => {
  add('29990102000000_two', 'CREATE TABLE extra2 AS SELECT * FROM extra1;');
  add('29990101000000_one', 'CREATE TABLE extra1 (id TEXT);');
  expect(await migrate(client, folder)).toEqual(['29990101000000_one', '29990102000000_two']);
  expect(await migrate(client, folder)).toEqual([]);
  expect(await tables()).toEqual(['extra1', 'extra2']);
});

it('applies all or none', async () => {
  add('29990101000000_one', 'CREATE TABLE extra1 (id TEXT);');
  add('29990102000000_two', 'CREATE TABLE extra2 (id NO_SUCH_TYPE);');
  await expect(migrate(client, folder)).rejects.toThrow('no_such_type');
  expect(await tables()).toEqual([]);
});

it('is safe when several processes start at once', async () => {
  add('29990101000000_one', 'CREATE TABLE extra1 (id TEXT);');
  const others = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const other = new pg.Client(url);
      await other.connect();
      const applied = await migrate(other, folder);
      await other.end();
      return applied;
    }),
  );
  expect(others.flat()).toEqual(['29990101000000_one']);
});

it('refuses a migration that was edited, or left unfinished by another tool', async () => {
  add('29990101000000_one', 'CREATE TABLE extra1 (id TEXT);');
  await migrate(client, folder);
  add('29990101000000_one', 'CREATE TABLE extra1 (id INT);');
  await expect(migrate(client, folder)).rejects.toMatchObject({ code: 'migration-edited' });
  await client.query('UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = $1', [
    '29990101000000_one',
  ]);
  await expect(migrate(client, folder)).rejects.toMatchObject({ code: 'migration-unfinished' });
});

it('orders every text by code point, whatever the locale of the database', async () => {
  const { rows } = await client.query(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
       AND table_name <> '_prisma_migrations'`,
  );
  expect(rows).toEqual([]);
});
