import pg from 'pg';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { testDatabase } from '../../support/postgres.ts';
import { fillReviews } from '../../support/reviews-in-bulk.ts';

let database: Database;
let client: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  database = await openDatabase(made.url);
  client = new pg.Client({ connectionString: made.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
  await drop();
});

test('nothing has happened: every day is there with nothing in it, and no quantile is made up', async () => {
  const figures = await database.overview.of({ from: '2026-01-30', to: '2026-02-02', store: null });
  expect(figures.days.map(({ day }) => day)).toEqual(['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02']);
  expect(figures.days[0]).toMatchObject({ submitted: 0, decisions: { approve: 0, reject: 0, rectify: 0 } });
  expect(figures).toMatchObject({ timeToVerdict: null, timeToDecision: null, rules: [], clauses: [], appeals: 0, overturned: 0 });
  expect(figures.backlog.map(({ upToHours, count }) => [upToHours, count])).toEqual([
    [4, 0],
    [24, 0],
    [72, 0],
    [168, 0],
    [null, 0],
  ]);
});

test('a hundred thousand dossiers and decisions of a year: figures that add up; the time they take is printed', async () => {
  const many = 100_000;
  await fillReviews(client, { count: many, stores: ['store_a', 'store_b'], from: '2025-11-01', days: 365 });
  const period = { from: '2025-11-01', to: '2026-10-31', store: null };
  const began = performance.now();
  const whole = await database.overview.of(period);
  const took = performance.now() - began;
  expect(whole.days.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(many);
  expect(whole.days.reduce((sum, { verdicts: { approve, reject, review } }) => sum + approve + reject + review, 0)).toBe(many);
  const decided = whole.days.reduce((sum, { decisions: { approve, reject, rectify } }) => sum + approve + reject + rectify, 0);
  expect(decided).toBe(many * 0.9);
  expect(whole.timeToDecision?.count).toBe(decided);
  expect(whole.backlog.reduce((sum, { count }) => sum + count, 0)).toBe(many * 0.1);
  expect(whole.reviewers.reduce((sum, { decided: own }) => sum + own, 0)).toBe(decided);
  for (const { hits, judged, falseAlarms } of whole.rules) {
    expect(hits).toBeGreaterThan(0);
    expect(falseAlarms).toBeLessThanOrEqual(judged);
  }

  const half = await database.overview.of({ ...period, store: 'store_a' });
  expect(half.days.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(many / 2);
  const monthBegan = performance.now();
  const month = await database.overview.of({ from: '2026-10-01', to: '2026-10-31', store: null });
  const monthTook = performance.now() - monthBegan;
  expect(month.days.reduce((sum, { submitted }) => sum + submitted, 0)).toBeLessThan(many / 10);
  process.stdout.write(`overview of ${many} dossiers: a year ${took.toFixed(0)} ms, a month ${monthTook.toFixed(0)} ms\n`);
}, 300_000);
