import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { migrate } from '../../src/store/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database from which others may be made. */
    databaseUrl: string;
    /** A migrated, empty database to copy, and what the names of copies begin with. */
    template: string;
  }
}

/** Nothing here has to outlive a power cut. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** One PostgreSQL for all tests: the one of DATABASE_URL if it is set, else one of our own in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const folder = mkdtempSync(path.join(tmpdir(), 'porras-test-'));
  const embedded = given ? null : await startEmbeddedPostgres(path.join(folder, 'pg'), FAST);
  const databaseUrl = given ?? embedded!.url('postgres');
  const template = `porras_test_${randomUUID().slice(0, 8)}`;

  const admin = new pg.Client(databaseUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  const client = new pg.Client(withDatabase(databaseUrl, template));
  await client.connect();
  await migrate(client);
  await client.end();
  project.provide('databaseUrl', databaseUrl);
  project.provide('template', template);

  return async () => {
    const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `${template}%`,
    ]);
    if (given) for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await admin.end();
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
