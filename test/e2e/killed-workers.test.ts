import { CHECKS } from '../../shared/domain/check.ts';
import { QUEUES, type QueueName } from '../../shared/platform/queues/index.ts';
import { describeBackends } from '../integration/pipeline/backends.ts';
import { until } from '../support/until.ts';
import { type Deployment, deploy } from './deployment.ts';
import { holdTable } from './held-table.ts';
import { apiUrl, type Program } from './program.ts';
import { type StallingSite, stallingSite } from './stalling-site.ts';

/** The stages whose workers are killed; the rest runs in a process that nobody touches. */
const KILLED: readonly QueueName[] = ['retrieval', 'inspection', 'permission', 'verdict', 'notification'];

describeBackends('kill -9 of a worker in the middle of each stage', (backend) => {
  let deployment: Deployment;
  let site: StallingSite;

  beforeAll(async () => {
    site = await stallingSite();
    deployment = await deploy(backend);
  });
  afterAll(async () => {
    await deployment?.close();
    await site?.close();
  });

  test('every submission ends with one verdict and one event', async () => {
    const { store, receiver, start } = deployment;
    const rest = QUEUES.filter((queue) => !KILLED.includes(queue)).join(',');
    const api = await start('api', 'api');
    await start('worker', `${rest},reconciler`);
    const running = new Map<QueueName, Program>();
    for (const role of KILLED) running.set(role, await start('worker', role));
    const replace = async (role: QueueName): Promise<void> => {
      await deployment.kill(running.get(role)!);
      running.set(role, await start('worker', role));
    };
    const submit = (change = {}): Promise<string> => store.submit(() => apiUrl(api), change);
    const ids: string[] = [];

    site.stall();
    ids.push(await submit({ packageUrl: site.packageUrl }));
    await site.stalled();
    site.resume();
    await replace('retrieval');

    site.stall();
    ids.push(await submit({ policyUrl: site.policyUrl }));
    await site.stalled();
    site.resume();
    await replace('inspection');

    // All five checks stand before the table, the one that is killed among them.
    for (const [role, table, waiters] of [
      ['permission', 'check_results', CHECKS.length],
      ['verdict', 'verdicts', 1],
    ] as const) {
      const held = await holdTable(deployment.databaseUrl, table);
      ids.push(await submit());
      await held.waiters(waiters);
      await replace(role);
      await held.letGo();
    }

    receiver.hold();
    ids.push(await submit());
    await until(() => receiver.held() > 0, 60_000);
    await replace('notification');
    receiver.release();

    await store.expectOneVerdictEach(ids, receiver);
  }, 300_000);
});
