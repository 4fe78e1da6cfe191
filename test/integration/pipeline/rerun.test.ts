import pg from 'pg';
import { openLateDossiers, reconcile, startReconciler } from '../../../services/workers/reconciler.ts';
import { openExclusive } from '../../../shared/platform/database/exclusive.ts';
import { callbackReceiver } from '../../support/callback-receiver.ts';
import { makeAccount } from '../../support/staff.ts';
import { until } from '../../support/until.ts';
import { BACKENDS } from './backends.ts';
import { cleanPackage, cleanPapers, type RunningPipeline, realPackage, runPipeline } from './running-pipeline.ts';

let running: RunningPipeline;
afterEach(() => running.close());
const backend = BACKENDS[0]!;

/** A pipeline in which one check dies for as long as it is told to. */
async function withBrokenCheck(): Promise<{ dies: boolean }> {
  const state = { dies: true };
  running = await runPipeline(backend, {
    sandbox: (real) => ({
      ...real,
      perform: (task, input, limits) => {
        const { check, facts } = input as { check?: string; facts?: { package: object } };
        if (!state.dies || task !== 'run-check' || check !== 'sdk') return real.perform(task, input, limits);
        const unreadable = { check, facts: { ...facts, package: { ...facts?.package, code: null } } };
        return real.perform(task, unreadable as unknown as typeof input, limits);
      },
    }),
  });
  return state;
}

test('held for a check that died, checked again, approved: two verdicts, two callbacks, a dossier that is moot', async () => {
  const state = await withBrokenCheck();
  const receiver = await callbackReceiver();
  try {
    const { database, pipeline } = running.ports;
    running.work();
    const { id } = await running.submit(cleanPackage(), { ...(await cleanPapers(running)), callbackUrl: receiver.url });
    await running.reaches(id, 'notified');
    expect(await database.dossiers.find(id)).toMatchObject({ state: 'open', run: 1, verdict: 'review' });

    state.dies = false;
    const started = await database.submissions.rerun(id, await makeAccount(database, 'reviewer'));
    if (started.outcome !== 'started') throw new Error(started.outcome);
    await pipeline.advance(started.submission);
    await until(async () => (await database.submissions.find(id))?.decision === 'approve');
    await running.reaches(id, 'notified');
    expect(await database.dossiers.find(id)).toMatchObject({ state: 'moot' });
    const told = receiver.about(id).map(({ payload: { data } }) => `${data.run} ${data.decision}`);
    expect(told).toEqual(['1 review', '2 approve']);
    expect(new Set(receiver.about(id).map((each) => each.id)).size).toBe(2);
    expect(await database.records.of(id, 2)).not.toBeNull();
  } finally {
    await receiver.close();
  }
});

test('a new run that the queue did not hear of is found by the reconciler', async () => {
  running = await runPipeline(backend);
  const { database } = running.ports;
  running.work();
  const { id } = await running.submit(realPackage());
  await running.reaches(id, 'notified');
  const started = await database.submissions.rerun(id, await makeAccount(database, 'reviewer'));
  expect(started.outcome).toBe('started');
  await reconcile(running.ports, 0);
  await running.reaches(id, 'notified');
  expect(await database.reviews.verdict(id)).toMatchObject({ run: 2 });
  expect(await database.dossiers.find(id)).toMatchObject({ state: 'open', run: 2 });
});

test('the reconciler opens the dossiers of a database that had none', async () => {
  running = await runPipeline(backend);
  const { database } = running.ports;
  running.work();
  const ids = await Promise.all([1, 2, 3].map(async () => (await running.submit(realPackage())).id));
  for (const id of ids) await running.reaches(id, 'notified');
  const client = new pg.Client({ connectionString: running.databaseUrl });
  await client.connect();
  const exclusive = openExclusive(running.databaseUrl);
  try {
    await client.query('delete from dossiers');
    const reconciler = startReconciler(running.ports, exclusive, 200);
    await until(async () =>
      (await Promise.all(ids.map((id) => database.dossiers.find(id)))).every((dossier) => dossier !== null),
    );
    await reconciler.close();
    expect(await openLateDossiers(running.ports)).toBe(true);
    // A verdict that cannot be read does not keep the others waiting.
    await client.query('delete from dossiers');
    await client.query('delete from verdicts where submission_id = $1', [ids[0]]);
    expect(await openLateDossiers(running.ports)).toBe(true);
    expect(await database.dossiers.find(ids[0]!)).toBeNull();
    expect(await database.dossiers.find(ids[1]!)).toMatchObject({ state: 'open' });
  } finally {
    await exclusive.close();
    await client.end();
  }
});
