import { CHECKS } from '../../shared/domain/check.ts';
import { QUEUES } from '../../shared/platform/queues/index.ts';
import { describeBackends } from '../integration/pipeline/backends.ts';
import { until } from '../support/until.ts';
import { type Deployment, deploy } from './deployment.ts';
import { holdTable } from './held-table.ts';
import { apiUrl, type Program } from './program.ts';
import { type StallingSite, stallingSite } from './stalling-site.ts';

/** One process a stage, the five checks together in one: each is killed in the middle of its work. */
const STAGES = ['retrieval', 'inspection', 'checks', 'verdict', 'notification'] as const;
type Stage = (typeof STAGES)[number];
const rolesOf = (stage: Stage): string => (stage === 'checks' ? CHECKS.join(',') : stage);

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
    expect(STAGES.flatMap((stage) => rolesOf(stage).split(',')).sort()).toEqual([...QUEUES].sort());
    const api = await start('api', 'api');
    const running = new Map<Stage, Program>();
    const begin = async (stage: Stage) => running.set(stage, await start('worker', `${rolesOf(stage)},reconciler`));
    await Promise.all(STAGES.map(begin));
    const replace = async (stage: Stage): Promise<void> => {
      await deployment.kill(running.get(stage)!);
      await begin(stage);
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

    // All five checks stand before the table when their process is killed.
    for (const [stage, table, waiters] of [
      ['checks', 'check_results', CHECKS.length],
      ['verdict', 'verdicts', 1],
    ] as const) {
      const held = await holdTable(deployment.databaseUrl, table);
      ids.push(await submit());
      await held.waiters(waiters);
      await replace(stage);
      await held.letGo();
    }

    receiver.hold();
    ids.push(await submit());
    await until(() => receiver.held() > 0, 120_000);
    await replace('notification');
    receiver.release();

    await store.expectOneVerdictEach(ids, receiver);
  }, 420_000);
});
