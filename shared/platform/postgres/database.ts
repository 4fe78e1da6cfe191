import { LossTolerantClient } from '../database/lost-client.ts';

/**
 * Creates a database unless it is there. `server` is a URL without a path.
 * @returns the database's URL
 */
export async function ensureDatabase(server: string, name: string): Promise<string> {
  const client = new LossTolerantClient({ connectionString: `${server}/postgres` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return `${server}/${name}`;
}
