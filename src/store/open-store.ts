import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { messageOf, PorrasError } from '../errors.ts';
import type { Store } from '../ports/store.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { createPrismaStore } from './prisma-store.ts';

export interface StoreOptions {
  /** A PostgreSQL of one's own; without it one is started on `dataDir`. */
  databaseUrl?: string | undefined;
  dataDir: string;
}

export interface OpenStore {
  store: Store;
  /** Address of the database, for the queue, which may live in it too. */
  url: string;
  /** Whether the database is this process's own: the lock of its folder keeps every other one out. */
  own: boolean;
  /** Migrations that were applied just now. */
  migrated: string[];
  close(): Promise<void>;
}

/**
 * Opens the database, starting one if there is none, and brings its tables up to date.
 * @throws PorrasError `database-away`, and those of `startEmbeddedPostgres` and `migrate`
 */
export async function openStore({ databaseUrl, dataDir }: StoreOptions): Promise<OpenStore> {
  const embedded = databaseUrl ? null : await startEmbeddedPostgres(dataDir);
  const url = databaseUrl || embedded!.url('postgres');
  try {
    const migrated = await bringUpToDate(url);
    // Prisma reads instants as if every server lived in UTC.
    const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c timezone=UTC' });
    // A connection that is cut while it lies idle is replaced when next one is asked for.
    pool.on('error', () => {});
    const client = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
    return {
      store: createPrismaStore(client),
      url,
      own: embedded !== null,
      migrated,
      async close() {
        await client.$disconnect();
        await pool.end();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function bringUpToDate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    // The address holds a password: only what the driver says of it is shown.
    throw new PorrasError(
      'database-away',
      `cannot connect to the database (${messageOf(cause) || 'no answer'}): check DATABASE_URL and that PostgreSQL runs`,
      { retryable: true, cause },
    );
  }
  try {
    return await migrate(client);
  } finally {
    await client.end();
  }
}
