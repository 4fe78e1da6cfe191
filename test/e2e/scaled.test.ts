import { Redis } from 'ioredis';
import { CHECKS } from '../../shared/domain/check.ts';
import { QUEUES } from '../../shared/platform/queues/index.ts';
import { redisAvailable, testRedis } from '../support/redis.ts';
import { testS3 } from '../support/s3.ts';
import { type Deployment, deploy } from './deployment.ts';
import { apiUrl, type Program } from './program.ts';

/** The configuration of docker-compose.yml, with the servers started by hand: Redis, PostgreSQL, S3, a process for each pool. */
const whereRedis = redisAvailable ? test : test.skip;
whereRedis(
  `Redis, PostgreSQL and S3, one process a worker pool${redisAvailable ? '' : ' (skipped: no Redis)'}`,
  async () => {
    const [redis, s3] = await Promise.all([testRedis(), testS3()]);
    let deployment: Deployment | null = null;
    try {
      deployment = await deploy(null, {
        QUEUE_URL: redis.url,
        OBJECT_STORE_URL: s3.url,
        S3_ACCESS_KEY: s3.credentials.accessKey,
        S3_SECRET_KEY: s3.credentials.secretKey,
        NODE_ENV: 'production',
        OPERATIONS_PORT: '0',
      });
      const { store, receiver, start } = deployment;
      const api = await start('api', 'all');
      expect(api.output()).not.toContain('workers are running');
      const ids = [await store.submit(() => apiUrl(api))];
      const pools: string[] = [...QUEUES.filter((queue) => !CHECKS.some((check) => check === queue)), 'reconciler'];
      const workers: Program[] = [];
      for (const pool of pools) if (pool !== 'reconciler') workers.push(await start('worker', pool));
      ids.push(await store.submit(() => apiUrl(api)));

      // A flush loses every job; the rows bring them back.
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
      await start('worker', ['reconciler', ...CHECKS].join(','));
      ids.push(await store.submit(() => apiUrl(api)));
      await store.expectOneVerdictEach(ids, receiver);

      const ready = await fetch(`${apiUrl(api)}/readyz`);
      expect(await ready.json()).toMatchObject({ status: 'ok' });
      const [id] = ids;
      const verdict = await fetch(`${apiUrl(api)}/v1/submissions/${id}/verdict`, {
        headers: { Authorization: store.authorization },
      });
      expect(verdict.status).toBe(200);
      expect(await verdict.json()).toMatchObject({ verdict: { checks: { missing: [], completed: [...CHECKS] } } });
      const metrics = await (await fetch(`${apiUrl(api)}/metrics`)).text();
      expect(metrics).toContain('shelfgate_queue_jobs{queue="verdict",state="waiting"} 0');

      // A worker pool tells of itself: alive, ready, and what it did.
      for (const worker of workers) {
        const pages = apiUrl(worker);
        expect(await (await fetch(`${pages}/healthz`)).json()).toEqual({ status: 'ok' });
        expect((await fetch(`${pages}/readyz`)).status).toBe(200);
        expect((await fetch(`${pages}/v1/submissions`)).status).toBe(404);
      }
      const told = await Promise.all(workers.map(async (worker) => (await fetch(`${apiUrl(worker)}/metrics`)).text()));
      expect(told.join('\n')).toMatch(/shelfgate_stage_duration_seconds_count\{[^}]*stage="inspection"[^}]*\} [1-9]/);
    } finally {
      await deployment?.close();
      await redis.stop();
      await s3.stop();
    }
  },
  300_000,
);
