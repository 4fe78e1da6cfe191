import { createHash } from 'node:crypto';
import pg from 'pg';
import { LossTolerantClient } from './lost-client.ts';

/** Work that one process at a time may do. */
export interface Exclusive {
  /**
   * Does the work when nobody else holds the name; the name falls free when the work ends, and when the process dies.
   * @returns whether it was done
   * @throws what `work` throws, and the driver's errors
   */
  attempt(name: string, work: () => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Exclusive work by PostgreSQL's advisory locks, on a connection of its own: such a lock belongs to the session, so a pool that others
 * use would not do.
 */
export function openExclusive(url: string): Exclusive {
  const pool = new pg.Pool({
    Client: LossTolerantClient,
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // An idle connection that ends is replaced at the next attempt.
  pool.on('error', () => undefined);
  return {
    attempt: async (name, work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      client.on('error', (error) => {
        broken = error;
      });
      try {
        const key = lockKey(name);
        const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key]);
        if (rows[0]?.taken !== true) return false;
        try {
          await work();
        } finally {
          if (broken === undefined) await client.query('select pg_advisory_unlock($1)', [key]);
        }
        return true;
      } catch (error) {
        broken ??= error instanceof Error ? error : new Error(String(error));
        throw error;
      } finally {
        client.removeAllListeners('error');
        // After any error the session is ended rather than reused: whatever lock it may still hold goes with it.
        client.release(broken ?? false);
      }
    },
    close: () => pool.end(),
  };
}

/** A 64-bit key for the name, as decimal text. */
function lockKey(name: string): string {
  return createHash('sha256').update(`shelfgate ${name}`).digest().readBigInt64BE(0).toString();
}
