import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withDatabase } from './global-setup.ts';

/** @returns the address of an empty, migrated database of the caller's own. Only in tests below test/integration. */
export async function freshDatabase(): Promise<string> {
  const base = inject('databaseUrl');
  const template = inject('template');
  const name = `${template}_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const client = new pg.Client(base);
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
  return withDatabase(base, name);
}
