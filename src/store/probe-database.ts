import pg from 'pg';
import { messageOf, PorrasError } from '../errors.ts';

/** BullMQ's queue needs what came with this version. */
const OLDEST = 13;

/** Connects to a PostgreSQL and says its version, changing nothing. @throws PorrasError with what to do */
export async function probeDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; may: boolean }>(
      `select current_setting('server_version') as version, has_database_privilege(current_database(), 'create') as may`,
    );
    const { version = '0', may = false } = rows[0] ?? {};
    if (Number.parseInt(version, 10) < OLDEST)
      throw new PorrasError('database-old', `PostgreSQL ${version} is too old: use ${OLDEST} or newer`);
    if (!may)
      throw new PorrasError('database-rights', 'this user may not create schemas: grant create on the database to it');
    return `PostgreSQL ${version}`;
  } catch (thrown) {
    if (thrown instanceof PorrasError) throw thrown;
    // The address holds a password: only what the driver says of it is shown.
    throw new PorrasError(
      'database-away',
      `cannot connect (${messageOf(thrown) || 'no answer'}): check DATABASE_URL and that PostgreSQL runs`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
