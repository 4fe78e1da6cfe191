import pg from 'pg';
import { until } from '../support/until.ts';

/** A table that others can read and not write: whoever writes next stands still in the middle of its work. */
export interface HeldTable {
  /** Waits until so many want to write. */
  waiters(count: number): Promise<void>;
  letGo(): Promise<void>;
}

/** Takes a SHARE lock, in a transaction that stays open until it is let go. */
export async function holdTable(databaseUrl: string, table: string): Promise<HeldTable> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query(`lock table ${table} in share mode`);
  return {
    waiters: (count) =>
      until(async () => {
        const { rows } = await client.query('select 1 from pg_locks where relation = $1::regclass and not granted', [table]);
        return rows.length >= count;
      }, 120_000),
    letGo: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
}
