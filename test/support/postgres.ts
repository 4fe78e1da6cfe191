import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../shared/platform/database/index.ts';
import { startEmbeddedPostgres } from '../../shared/platform/postgres/index.ts';
import { endsWithRun, oncePerRun, runFolder } from './run-folder.ts';

const TEMPLATE = 'shelfgate_template';

const server = (): Promise<{ url: string }> =>
  oncePerRun('postgres', async () => {
    const started = await startEmbeddedPostgres(join(runFolder(), 'postgres-data'), { durable: false, keepAlive: false });
    await endsWithRun(started.pid());
    await command(started.url, `create database ${TEMPLATE}`);
    await migrate(named(started.url, TEMPLATE));
    return { url: started.url };
  });

function named(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * A migrated database of its own on the run's embedded PostgreSQL, which the first call starts (about two seconds).
 * `drop` ends whatever sessions are left in it.
 */
export async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { url } = await server();
  const name = `test_${randomBytes(6).toString('hex')}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await command(url, `create database ${name} template ${TEMPLATE}`);
      break;
    } catch (error) {
      // 55006 object_in_use: another file copies the template at this moment.
      if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
      await sleep(50);
    }
  }
  return { url: named(url, name), drop: () => command(url, `drop database if exists ${name} with (force)`) };
}

/** An empty database without our tables. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { url } = await server();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await command(url, `create database ${name}`);
  return { url: named(url, name), drop: () => command(url, `drop database if exists ${name} with (force)`) };
}
