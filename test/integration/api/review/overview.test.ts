import pg from 'pg';
import { openDatabase } from '../../../../shared/platform/database/index.ts';
import type { Database } from '../../../../shared/platform/database/repositories.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../../support/dossiers.ts';
import { testDatabase } from '../../../support/postgres.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let database: Database;
let sql: pg.Client;
let drop: () => Promise<void>;
let reviewer: Staff;
const stores: Record<'a' | 'b', string> = { a: '', b: '' };

/** Puts a submission, its verdict and its dossier at a time. */
async function put({ id }: { id: string }, created: string, seconds: number): Promise<string> {
  const decided = `$2::timestamptz + interval '${seconds} seconds'`;
  await sql.query(`update submissions set created_at = $2, decided_at = ${decided} where id = $1`, [id, created]);
  await sql.query(`update verdicts set at = ${decided} where submission_id = $1`, [id, created]);
  await sql.query(
    `update dossiers set opened_at = ${decided}, due_at = ${decided} + interval '1 hour' where submission_id = $1`,
    [id, created],
  );
  return id;
}

const judgement = (rule: string, outcome: 'stands' | 'false-alarm') => ({ fingerprint: 'f'.repeat(16), rule, outcome });

async function decide(id: string, state: string, outcome: string, at: string, judgements: readonly object[]): Promise<void> {
  await sql.query(
    `insert into decisions (id, submission_id, run, kind, outcome, state, verdict, reason, judgements, waivers, by_account, at, final_at, dossier_before)
     values (gen_random_uuid(), $1, 1, $2, $3, $4, 'reject', 'x', $5, '[]', $6, $7, $7, 'open')`,
    [id, outcome === 'approve' ? 'overturn' : 'uphold', outcome, state, JSON.stringify(judgements), reviewer.account.id, at],
  );
  await sql.query(`update dossiers set state = 'decided' where submission_id = $1`, [id]);
}

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  database = await openDatabase(made.url);
  sql = new pg.Client({ connectionString: made.url });
  await sql.connect();
  api = await startApi({}, { replace: { database } });
  reviewer = await staff(api.url, database, 'reviewer', { displayName: '王审核' });
  stores.a = (await database.stores.create('甲商店')).id;
  stores.b = (await database.stores.create('乙商店')).id;
  const make = (store: string) => decidedSubmission(database, store, { findings: PLAIN_REJECTION });
  // Half past eleven in the evening of 31 March in Shenzhen, and half past midnight of 1 April.
  const first = await put(await make(stores.a), '2026-03-31T15:30:00Z', 60);
  const second = await put(await make(stores.a), '2026-03-31T16:30:00Z', 120);
  await put(await make(stores.b), '2026-03-31T16:45:00Z', 10);
  await put(await make(stores.b), '2026-06-01T00:00:00Z', 10);
  const stands = judgement('permission/beyond-category', 'stands');
  await decide(first, 'superseded', 'reject', '2026-03-31T15:41:00Z', [stands, stands]);
  await decide(first, 'effective', 'approve', '2026-03-31T16:11:00Z', [judgement('sdk/undisclosed', 'false-alarm'), stands]);
  await decide(second, 'effective', 'reject', '2026-03-31T16:52:00Z', [judgement('sdk/undisclosed', 'stands')]);
});
afterAll(async () => {
  await sql.end();
  await api.close();
  await database.close();
  await drop();
});

const get = (query: Record<string, string>) => reviewer.agent.get('/v1/review/overview').query(query);
const PERIOD = { from: '2026-03-31', to: '2026-04-01' };

test('days are days in China', async () => {
  const { status, body } = await get(PERIOD);
  expect(status).toBe(200);
  expect(body.days).toEqual([
    {
      day: '2026-03-31',
      submitted: 1,
      verdicts: { approve: 0, reject: 1, review: 0 },
      decisions: { approve: 0, reject: 0, rectify: 0 },
    },
    {
      day: '2026-04-01',
      submitted: 2,
      verdicts: { approve: 0, reject: 2, review: 0 },
      decisions: { approve: 1, reject: 1, rectify: 0 },
    },
  ]);
  expect(body.totals).toEqual({
    submitted: 3,
    verdicts: { approve: 0, reject: 3, review: 0 },
    decisions: { approve: 1, reject: 1, rectify: 0 },
    overturned: 1,
    appeals: 0,
  });
});

test('times, load and the precision of rules are of the decisions that stand', async () => {
  const { body } = await get(PERIOD);
  expect(body.timeToVerdict).toEqual({ median: 60, p90: 108, count: 3 });
  // 10, 20 and 40 minutes: the superseded decision was made as well.
  expect(body.timeToDecision).toMatchObject({ median: 1_200, count: 3 });
  expect(body.reviewers).toEqual([
    { account: { id: reviewer.account.id, displayName: '王审核' }, assigned: 0, decided: 3, medianSeconds: 1_200 },
  ]);
  const rule = (id: string) => body.rules.find((each: { rule: string }) => each.rule === id);
  expect(rule('sdk/undisclosed')).toMatchObject({ check: 'sdk', hits: 3, judged: 2, falseAlarms: 1 });
  expect(rule('permission/beyond-category')).toMatchObject({ hits: 3, judged: 1, falseAlarms: 0 });
  expect(rule('sdk/undisclosed').title.zh).not.toBe('sdk/undisclosed');
  expect(body.clauses[0].hits).toBe(3);
  expect(body.clauses[0].name.zh).not.toBe(body.clauses[0].clause);
});

test('a store by itself; the backlog is that of this moment', async () => {
  const { body } = await get({ ...PERIOD, store: stores.b });
  expect(body).toMatchObject({
    store: stores.b,
    totals: { submitted: 1, decisions: { approve: 0, reject: 0 } },
    timeToDecision: null,
  });
  expect(body.backlog.at(-1)).toEqual({ upToHours: null, count: 2, overdue: 2 });
  expect((await get({ ...PERIOD, store: stores.a })).body.backlog.at(-1)).toMatchObject({ count: 0, overdue: 0 });
});

test('without a period the last thirty days; wrong ones are refused by name', async () => {
  const { body } = await get({});
  expect(body.days).toHaveLength(30);
  expect((await get({ from: '2026-04-01', to: '2026-03-31' })).body).toMatchObject({
    status: 400,
    errors: [{ code: 'bad-period' }],
  });
  expect((await get({ from: '2024-01-01', to: '2025-01-01' })).body).toMatchObject({
    status: 400,
    errors: [{ code: 'period-too-long' }],
  });
  expect((await get({ from: '2024-01-01', to: '2024-12-31' })).status).toBe(200);
  expect((await get({ to: '0000-01-01' })).body).toMatchObject({ status: 400, errors: [{ pointer: 'query/to' }] });
  expect((await get({ from: '2026-02-30' })).body).toMatchObject({ status: 400, errors: [{ pointer: 'query/from' }] });
  expect((await get({ store: 'sto_none' })).body).toMatchObject({ status: 404, code: 'not-found' });
  expect((await get({ days: '7' })).status).toBe(400);
});

test('stores are named, and everybody of the platform may look', async () => {
  const auditor = await staff(api.url, database, 'auditor');
  const { body } = await auditor.agent.get('/v1/review/stores');
  expect(body.stores).toEqual(
    [
      { id: stores.b, name: '乙商店' },
      { id: stores.a, name: '甲商店' },
    ].sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  expect(JSON.stringify(body)).not.toContain('whsec');
  expect((await auditor.agent.get('/v1/review/overview')).status).toBe(200);
  expect((await fetch(`${api.url}/v1/review/overview`)).status).toBe(401);
});
