import { migrateQueues } from '../../../shared/platform/queues/index.ts';
import { emptyDatabase } from '../../support/postgres.ts';
import { redisAvailable, testRedis } from '../../support/redis.ts';

/** A server for queues, with nothing in it. */
export interface QueueServer {
  readonly url: string;
  stop(): Promise<void>;
}

export interface Backend {
  readonly name: string;
  /** Why its tests are skipped; null when they run. */
  readonly skipped: string | null;
  start(): Promise<QueueServer>;
}

const postgres: Backend = {
  name: 'postgres',
  skipped: null,
  start: async () => {
    const database = await emptyDatabase();
    await migrateQueues(database.url);
    return { url: database.url, stop: () => database.drop() };
  },
};

const redis: Backend = {
  name: 'redis',
  skipped: redisAvailable ? null : 'no redis-server in the PATH and no REDIS_URL',
  start: async () => {
    const server = await testRedis();
    return { url: server.url, stop: () => server.stop() };
  },
};

export const BACKENDS: readonly Backend[] = [postgres, redis];

/** Describes the same behaviour for both backends; one that is not there is skipped, and the title says why. */
export function describeBackends(title: string, body: (backend: Backend) => void): void {
  for (const backend of BACKENDS) {
    if (backend.skipped === null) describe(`${title} (${backend.name})`, () => body(backend));
    else {
      describe.skip(`${title} (${backend.name}; skipped: ${backend.skipped})`, () => body(backend));
    }
  }
}
