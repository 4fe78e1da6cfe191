import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OWNER, placesIn } from './cluster.ts';
import { readPostmaster } from './postmaster.ts';
import { isAlive } from './process-identity.ts';

/**
 * Address of the embedded database that another process runs in a data folder; null when none runs there. Takes no lock and starts
 * nothing: for a command that wants one query answered beside a running server.
 */
export async function runningEmbeddedPostgres(folder: string): Promise<string | null> {
  const { cluster, secret } = placesIn(resolve(folder));
  const running = await readPostmaster(cluster);
  if (running === null || !running.ready || !isAlive(running.pid)) return null;
  const password = await readFile(secret, 'utf8').catch(() => null);
  return password === null ? null : `postgres://${OWNER}:${password.trim()}@127.0.0.1:${running.port}/${OWNER}`;
}
