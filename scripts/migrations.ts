/**
 * npm run db:new -- what-changed   writes the migration that leads from prisma/migrations to prisma/schema.prisma
 * npm run db:check                 exits with 1 when the two disagree
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts';
import { loadSchemaEngine } from './schema-engine.ts';

const ROOT = path.join(import.meta.dirname, '..', 'prisma');
const SCHEMA = path.join(ROOT, 'schema.prisma');
const MIGRATIONS = path.join(ROOT, 'migrations');

function history() {
  return {
    baseDir: MIGRATIONS,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
    },
    migrationDirectories: readdirSync(MIGRATIONS, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
        },
      })),
  };
}

/** @returns the SQL that leads from the migrations to the schema; null when they agree. */
async function missingSql(): Promise<string | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'porras-migrations-'));
  const postgres = await startEmbeddedPostgres(path.join(folder, 'pg'), { fsync: 'off' });
  try {
    const engine = await loadSchemaEngine(SCHEMA, (database) => postgres.url(database));
    const diff = await engine.diff({
      from: { tag: 'migrations', ...history() },
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return diff.exitCode === 0 ? null : (diff.stdout ?? '');
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Texts are ordered by code point whatever the database's locale (`Range` and `Order` of src/ports/store.ts). */
const withCollation = (sql: string): string =>
  sql.replace(/((?:^\s+|ADD COLUMN\s+)"\w+" TEXT(?:\[\])?)/gm, '$1 COLLATE "C"');

function write(name: string, sql: string): string {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${name.replaceAll('-', '_')}`);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'migration.sql');
  writeFileSync(file, withCollation(sql));
  return path.relative(process.cwd(), file);
}

const [command, name] = process.argv.slice(2);
if (command !== 'check' && !(command === 'new' && /^[a-z][a-z0-9-]*$/.test(name ?? ''))) {
  console.error('usage: npm run db:check, or npm run db:new -- what-changed (small letters, digits, hyphens)');
  process.exit(2);
}
const sql = await missingSql();
if (sql === null) console.log('prisma/migrations and prisma/schema.prisma agree');
else if (command === 'new') console.log(`wrote ${write(name!, sql)}`);
else {
  console.error(
    `prisma/schema.prisma has changes without a migration; npm run db:new -- what-changed writes it:\n${sql}`,
  );
  process.exitCode = 1;
}
