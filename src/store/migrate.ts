import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { PorrasError } from '../errors.ts';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

/** The advisory lock that `prisma migrate` takes, so that the two never work at once. */
const LOCK = 72_707_369;

const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Applies the migrations that a database lacks, all or none. Does what `prisma migrate deploy` does and keeps its
 * history in the same form, but without the engine that it downloads.
 * @returns names of the migrations that were applied
 * @throws PorrasError `migration-edited`, `migration-unfinished`
 */
export async function migrate(client: ClientBase, folder: string = FOLDER): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await client.query(HISTORY);
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    const applied: string[] = [];
    for (const { name, sql } of readMigrations(folder)) {
      const checksum = createHash('sha256').update(sql).digest('hex');
      const done = rows.find((row) => row.migration_name === name);
      if (done) {
        check(done, checksum);
        continue;
      }
      await client.query(sql);
      await client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES ($1, $2, now(), $3, 1)`,
        [randomUUID(), checksum, name],
      );
      applied.push(name);
    }
    await client.query('COMMIT');
    return applied;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function readMigrations(folder: string): { name: string; sql: string }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, sql: readFileSync(file, 'utf8') }));
}

function check(done: Applied, checksum: string): void {
  const { migration_name: name } = done;
  if (!done.finished_at) {
    throw new PorrasError(
      'migration-unfinished',
      `migration ${name} was begun by another tool and did not finish: mend the database, then mark it with "prisma migrate resolve"`,
    );
  }
  if (done.checksum !== checksum) {
    throw new PorrasError(
      'migration-edited',
      `migration ${name} was edited after this database got it: restore prisma/migrations/${name}/migration.sql and put the change into a new migration`,
    );
  }
}
