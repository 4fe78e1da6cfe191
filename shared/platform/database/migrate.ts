import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { mapped } from './errors.ts';
import { LossTolerantClient } from './lost-client.ts';
import { MIGRATIONS } from './migrations/all.ts';

/** Any number that nobody else locks; the same in every version. */
const LOCK = '7308332045127348224';

/**
 * Brings a database to the newest version of the tables. Several processes may call it at once: one works, the others wait for it.
 * @returns the migrations that were run by this call
 * @throws TransientError when the database cannot be reached
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const pool = new pg.Pool({
    Client: LossTolerantClient,
    connectionString: url,
    max: 2,
    application_name: 'shelfgate-migrate',
    connectionTimeoutMillis: 15_000,
  });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const client = await pool.connect();
    client.on('error', () => undefined);
    try {
      // Kysely has a lock too, but creates its own table before it takes it.
      await client.query('select pg_advisory_lock($1)', [LOCK]);
      const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
      const { error, results } = await migrator.migrateToLatest();
      if (error !== undefined) throw error;
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
      return (results ?? []).map(({ migrationName }) => migrationName);
    } finally {
      // Destroyed and not handed back: with the session goes the lock, whatever happened.
      client.release(true);
    }
  } catch (error) {
    throw mapped(error);
  } finally {
    // Ends the pool if kysely has used it; the second call ends it if not.
    await db.destroy();
    if (!pool.ended) await pool.end();
  }
}
