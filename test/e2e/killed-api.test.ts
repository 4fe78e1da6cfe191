import pg from 'pg';
import { describeBackends } from '../integration/pipeline/backends.ts';
import { until } from '../support/until.ts';
import { type Deployment, deploy } from './deployment.ts';
import { holdTable } from './held-table.ts';
import { apiUrl } from './program.ts';

describeBackends("kill -9 of the API after the upload's last byte", (backend) => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await deploy(backend);
  });
  afterAll(() => deployment?.close());

  test.each([
    ['before the row is written', 'submissions'],
    ['before the row is committed', 'idempotency_keys'],
  ])(
    '%s: the same request sent again is one submission with one verdict',
    async (_when, table) => {
      const { store, receiver, databaseUrl } = deployment;
      await deployment.start('worker', 'all');
      const first = await deployment.start('api', 'api');
      const key = `key-${table}`;
      const held = await holdTable(databaseUrl, table);
      const lost = store.attempt(apiUrl(first), key).then(
        () => 'answered',
        () => 'connection lost',
      );
      await held.waiters(1);
      await deployment.kill(first);
      await held.letGo();
      expect(await lost).toBe('connection lost');

      const second = await deployment.start('api', 'api');
      const answer = await store.attempt(apiUrl(second), key);
      expect(answer.status).toBe(202);
      const { id } = (await answer.json()) as { id: string };
      await store.expectOneVerdictEach([id], receiver);
    },
    180_000,
  );

  test('between the row and the job: the reconciler finds it, nobody has to ask again', async () => {
    const { store, receiver, databaseUrl } = deployment;
    const api = await deployment.start('api', 'api');
    const { rows } = await query(databaseUrl, 'select count(*)::int as count from submissions');
    const before = (rows[0] as { count: number }).count;
    void store.attempt(apiUrl(api), 'key-row').catch(() => undefined);
    await until(async () => {
      const now = await query(databaseUrl, 'select count(*)::int as count from submissions');
      return (now.rows[0] as { count: number }).count > before;
    });
    await deployment.kill(api);
    const newest = await query(databaseUrl, 'select id from submissions order by created_at desc limit 1');
    const { id } = newest.rows[0] as { id: string };
    await store.expectOneVerdictEach([id], receiver);
  }, 180_000);
});

async function query(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
