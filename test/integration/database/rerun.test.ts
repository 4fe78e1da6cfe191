import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Account } from '../../../shared/domain/review/account.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { decidedSubmission, decideRun, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { testDatabase } from '../../support/postgres.ts';
import { makeAccount } from '../../support/staff.ts';
import { checking, newSubmission } from './samples.ts';

let database: Database;
let client: pg.Client;
let end: () => Promise<void>;
let store: string;
let account: Account;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 10 });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  store = (await database.stores.create(`store ${randomUUID()}`)).id;
  account = await makeAccount(database, 'reviewer', { displayName: '李审' });
  end = async () => {
    await client.end();
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const rejected = () => decidedSubmission(database, store, { findings: PLAIN_REJECTION });
const failure = { code: 'package-missing', text: { zh: '缺包', en: 'missing' } };
const decisionOf = (id: string, state: string) =>
  client.query(
    `insert into decisions (id, submission_id, run, kind, outcome, state, verdict, reason, judgements, waivers, by_account, dossier_before)
     values ($1, $2, 1, 'uphold', 'reject', $3, 'reject', 'r', '[]', '[]', $4, 'open')`,
    [`dec_${randomUUID()}`, id, state, account.id],
  );

describe.each(['decided', 'notified'] as const)('a submission that is %s', (state) => {
  test('is checked again as its next run; the verdict of the run before stays on record', async () => {
    const { id, verdict } = await rejected();
    if (state === 'notified') await database.submissions.apply(id, 1, 'notify');
    const result = await database.submissions.rerun(id, account);
    expect(result).toMatchObject({
      outcome: 'started',
      submission: { state: 'stored', run: 2, decision: null, decidedAt: null },
    });
    expect(await database.reviews.verdict(id)).toMatchObject({ run: 1, verdict });
    expect((await database.submissions.transitions(id)).at(-1)).toMatchObject({
      run: 2,
      from: state,
      to: 'stored',
      event: 'rerun',
    });
    const [entry] = await database.audit.list({ submission: id }, { limit: 1 });
    expect(entry).toMatchObject({
      action: 'submission.rerun',
      by: { displayName: '李审' },
      before: { run: 1, state, decision: 'reject' },
      after: { run: 2, state: 'stored' },
    });
  });
});

test('the verdict of the new run is told as an event of its own, and moves on by itself', async () => {
  const { id } = await rejected();
  const started = await database.submissions.rerun(id, account);
  if (started.outcome !== 'started') throw new Error(started.outcome);
  await decideRun(database, started.submission);
  const events = await database.deliveries.ofSubmission(id);
  expect(events.map(({ run, type }) => `${run} ${type}`).sort()).toEqual(['1 submission.decided', '2 submission.decided']);
  expect(await database.submissions.find(id)).toMatchObject({ state: 'decided', run: 2, decision: 'approve' });
  // The late answer to the first run's callback changes nothing about the second.
  expect(await database.submissions.apply(id, 1, 'notify')).toBeNull();
  expect((await database.submissions.toldButDecided(100)).filter((each) => each.id === id)).toMatchObject([{ run: 2 }]);
});

test('waiting times are told from first runs alone', async () => {
  const { id } = await rejected();
  await client.query("update submissions set created_at = now() - interval '90 days' where id = $1", [id]);
  const started = await database.submissions.rerun(id, account);
  if (started.outcome !== 'started') throw new Error(started.outcome);
  await decideRun(database, started.submission);
  await rejected();
  expect(await database.submissions.recentDecisionSeconds()).toBeLessThan(3_600);
});

test('one that failed starts again, retrieving its package first where it has none', async () => {
  const stored = await checking(database, store);
  await database.submissions.apply(stored.id, 1, 'fail', { failure });
  expect(await database.submissions.rerun(stored.id, account)).toMatchObject({
    outcome: 'started',
    submission: { state: 'stored', run: 2, failure: null },
  });
  const origin = { kind: 'url' as const, url: 'https://example.com/a.apk' };
  const bare = await database.submissions.create(newSubmission(store, { state: 'received', origin, packageSha256: null }));
  if (bare.outcome !== 'created') throw new Error(bare.outcome);
  await database.submissions.apply(bare.submission.id, 1, 'fail', { failure });
  const result = await database.submissions.rerun(bare.submission.id, account);
  expect(result).toMatchObject({ outcome: 'started', submission: { state: 'received', run: 2 } });
});

test.each(['effective', 'proposed'])('a decision that is %s stands in the way', async (state) => {
  const { id } = await rejected();
  await decisionOf(id, state);
  expect(await database.submissions.rerun(id, account)).toEqual({ outcome: 'decided' });
  expect(await database.submissions.find(id)).toMatchObject({ state: 'decided', run: 1, decision: 'reject' });
  expect((await database.audit.list({ submission: id }, { limit: 10 })).map(({ action }) => action)).not.toContain(
    'submission.rerun',
  );
});

test.each(['undone', 'declined', 'superseded'])('a decision that is %s does not', async (state) => {
  const { id } = await rejected();
  await decisionOf(id, state);
  expect(await database.submissions.rerun(id, account)).toMatchObject({ outcome: 'started' });
});

test('not while it is under way, nor after it has ended, nor what is unknown', async () => {
  const { id } = await checking(database, store);
  expect(await database.submissions.rerun(id, account)).toEqual({ outcome: 'state', state: 'checking' });
  await database.submissions.apply(id, 1, 'withdraw');
  expect(await database.submissions.rerun(id, account)).toEqual({ outcome: 'state', state: 'withdrawn' });
  expect(await database.submissions.rerun('sub_unknown', account)).toEqual({ outcome: 'unknown' });
});

test('asked for ten times at once it runs once', async () => {
  const { id } = await rejected();
  const results = await Promise.all(Array.from({ length: 10 }, () => database.submissions.rerun(id, account)));
  expect(results.filter(({ outcome }) => outcome === 'started')).toHaveLength(1);
  expect(await database.submissions.find(id)).toMatchObject({ state: 'stored', run: 2 });
});
