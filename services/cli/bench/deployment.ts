import { join } from 'node:path';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { startEmbeddedPostgres } from '../../../shared/platform/postgres/index.ts';
import { StoreClient } from '../demo/store-client.ts';
import { answers, freePort, type RunningProgram, runProgram, startProgram } from '../program.ts';
import { startRedis } from './redis.ts';

export const BACKENDS = ['postgres', 'redis'] as const;
export type Backend = (typeof BACKENDS)[number];

/** API and workers as two processes on one database, so that each one's memory can be told. */
export interface Deployment {
  readonly api: RunningProgram;
  readonly worker: RunningProgram;
  readonly database: Database;
  readonly client: StoreClient;
  stop(): Promise<void>;
}

const POOLS = 'retrieval,inspection,privacy-policy,permission,sdk,behaviour,listing,verdict,notification,reconciler';

/** Starts everything on a scratch folder. @returns null where the backend is not to be had on this machine */
export async function deploy(backend: Backend, folder: string): Promise<Deployment | null> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const redis = backend === 'redis' ? await startRedis(join(folder, 'redis'), process.env) : null;
    if (backend === 'redis' && redis === null) return null;
    if (redis) cleanups.push(() => redis.stop());
    const postgres = await startEmbeddedPostgres(join(folder, 'data'), { keepAlive: false });
    cleanups.push(() => postgres.stop());
    const port = await freePort();
    const common = {
      DATABASE_URL: postgres.url,
      QUEUE_URL: redis?.url ?? postgres.url,
      OBJECT_STORE_URL: `file:${join(folder, 'objects')}`,
      SHELFGATE_DATA: join(folder, 'program'),
      LOG_LEVEL: 'warn',
      RATE_PER_MINUTE: '1000000',
      RESUMABLE_ABOVE_BYTES: '4GiB',
      PUBLIC_URL: '',
      UPLOAD_STAGING: '',
    };
    const log = join(folder, 'service.log');
    await runProgram('migrate', common, log);
    const database = await openDatabase(postgres.url, { maxConnections: 4 });
    cleanups.push(() => database.close());
    const url = `http://127.0.0.1:${port}`;
    const api = await startProgram('api', { ...common, SHELFGATE_ROLES: 'api', HOST: '127.0.0.1', PORT: String(port) }, log, () =>
      answers(`${url}/readyz`),
    );
    cleanups.push(() => api.stop());
    const worker = await startProgram('worker', { ...common, SHELFGATE_ROLES: POOLS }, log, async () => true);
    cleanups.push(() => worker.stop());
    const store = await database.stores.create('bench');
    const { plain } = await database.stores.createKey(store.id, {
      name: 'bench',
      scopes: ['submissions:write', 'submissions:read'],
      ratePerMinute: 1_000_000,
    });
    return { api, worker, database, client: new StoreClient(url, plain), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
