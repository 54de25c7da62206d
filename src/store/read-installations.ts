import pg from 'pg';
import type { Installation } from '../domain/installation.ts';

/** Reads where Porras is installed, changing nothing: no table yet, no installation. */
export async function readInstallations(databaseUrl: string): Promise<Installation[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<Installation>(
      'select id, sealed, "updatedAt" from installations order by "updatedAt", id',
    );
    return rows;
  } catch (thrown) {
    if (thrown instanceof pg.DatabaseError && thrown.code === UNDEFINED_TABLE) return [];
    throw thrown;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const UNDEFINED_TABLE = '42P01';
