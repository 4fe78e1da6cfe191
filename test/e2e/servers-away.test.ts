import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../shared/platform/postgres/index.ts';
import { redisCanBeKilled, testRedis } from '../support/redis.ts';
import { endsWithRun } from '../support/run-folder.ts';
import { type Deployment, deploy } from './deployment.ts';
import { apiUrl } from './program.ts';

const AWAY_MS = 10_000;

/**
 * Submits before, during and after an outage of ten seconds. What the API accepted comes to its end; what it refused meanwhile, the
 * store's backend sends again with the same key.
 */
async function survive(deployment: Deployment, outage: () => Promise<() => Promise<void>>): Promise<void> {
  const { store, receiver } = deployment;
  const api = await deployment.start('api', 'api');
  await deployment.start('worker', 'all');
  const submit = (): Promise<string> => store.submit(() => apiUrl(api));
  const ids = [await submit(), await submit(), await submit()];
  const end = await outage();
  const during = [submit(), submit()];
  await sleep(AWAY_MS);
  await end();
  ids.push(...(await Promise.all(during)), await submit());
  await store.expectOneVerdictEach(ids, receiver);
}

test('PostgreSQL is away for ten seconds, with rows and jobs in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-away-'));
  let server: EmbeddedPostgres | null = await startEmbeddedPostgres(folder);
  await endsWithRun(server.pid());
  let deployment: Deployment | null = null;
  try {
    deployment = await deploy(null, { DATABASE_URL: server.url });
    await survive(deployment, async () => {
      await server?.stop();
      server = null;
      return async () => {
        server = await startEmbeddedPostgres(folder);
        await endsWithRun(server.pid());
      };
    });
  } finally {
    await deployment?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);

const whereRedis = redisCanBeKilled ? test : test.skip;
whereRedis(
  `Redis is killed and away for ten seconds${redisCanBeKilled ? '' : ' (skipped: no redis-server in the PATH)'}`,
  async () => {
    const redis = await testRedis();
    let deployment: Deployment | null = null;
    try {
      deployment = await deploy(null, { QUEUE_URL: redis.url });
      await survive(deployment, async () => {
        await redis.kill?.();
        return async () => redis.restart?.();
      });
    } finally {
      await deployment?.close();
      await redis.stop();
    }
  },
  300_000,
);
