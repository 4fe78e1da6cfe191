import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { InputError } from '../../../shared/domain/errors.ts';
import {
  DOSSIER_ORDERS,
  type DossierFilter,
  type DossierOrder,
  type DossierRow,
  FACETS,
} from '../../../shared/domain/review/dossier.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { type DecidedSketch, decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { manyDossiers } from '../../support/many-dossiers.ts';
import { testDatabase } from '../../support/postgres.ts';
import { makeAccount } from '../../support/staff.ts';

const MANY = 10_000;

let database: Database;
let client: pg.Client;
let end: () => Promise<void>;
/** Of the store with many. */
let many: string;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 5 });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  many = (await database.stores.create('many')).id;
  await manyDossiers(url, many, MANY);
  end = async () => {
    await client.end();
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const newStore = async () => (await database.stores.create(`store ${randomUUID()}`)).id;
const make = async (store: string, sketch: DecidedSketch = {}) =>
  (await decidedSubmission(database, store, { findings: PLAIN_REJECTION, ...sketch })).id;
const found = async (filter: DossierFilter, order: DossierOrder = 'urgent') =>
  (await database.dossiers.list(filter, { order, limit: 200 })).rows.map(({ submission }) => submission);
const change = (id: string, set: string) => client.query(`update dossiers set ${set} where submission_id = $1`, [id]);

async function everyPage(filter: DossierFilter, order: DossierOrder, limit: number): Promise<DossierRow[]> {
  const rows: DossierRow[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await database.dossiers.list(filter, { order, limit, ...(cursor && { cursor }) });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

describe('ten thousand rows', () => {
  const rank = (row: DossierRow) => (row.urgencies.includes('children') || row.urgencies.includes('repeat-offender') ? 0 : 1);
  const keys: Readonly<Record<DossierOrder, (row: DossierRow) => (number | string)[]>> = {
    urgent: (row) => [Date.parse(row.urgentAt), rank(row), row.submission],
    newest: (row) => [-Date.parse(row.openedAt)],
    oldest: (row) => [Date.parse(row.openedAt), row.submission],
    findings: ({ findings }) => [-findings.reject, -findings.review, -findings.warn],
  };
  const inOrder = (a: (number | string)[], b: (number | string)[]) => {
    const n = a.findIndex((each, at) => each !== b[at]);
    return n < 0 || a[n]! < b[n]!;
  };

  test.each(DOSSIER_ORDERS)('pages by %s visit each once, in order', async (order) => {
    const rows = await everyPage({ store: [many] }, order, 200);
    expect(rows).toHaveLength(MANY);
    expect(new Set(rows.map(({ submission }) => submission)).size).toBe(MANY);
    const disordered = rows.findIndex((row, n) => n > 0 && !inOrder(keys[order](rows[n - 1]!), keys[order](row)));
    expect(disordered).toBe(-1);
  });

  test('counts add up, and each count is what choosing the value gives', async () => {
    const filter: DossierFilter = { store: [many], state: ['open'] };
    const facets = await database.dossiers.facets(filter, 50);
    const { total } = await database.dossiers.list(filter, { order: 'urgent', limit: 1 });
    expect(facets.verdict.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(facets.category.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(facets.state.reduce((sum, { count }) => sum + count, 0)).toBe(MANY);
    expect(facets.developer).toHaveLength(50);
    for (const facet of FACETS) {
      const first = facets[facet][0];
      if (first === undefined) continue;
      const chosen = await database.dossiers.list({ ...filter, [facet]: [first.value] }, { order: 'urgent', limit: 1 });
      expect({ facet, total: chosen.total }).toEqual({ facet, total: first.count });
    }
  });
});

test('rows that come and go between two pages shift nothing', async () => {
  const store = await newStore();
  const ids = [await make(store), await make(store), await make(store), await make(store)];
  const first = await database.dossiers.list({ store: [store] }, { order: 'oldest', limit: 2 });
  expect(first.rows.map(({ submission }) => submission)).toEqual(ids.slice(0, 2));
  await change(ids[0]!, "opened_at = now() + interval '1 hour'");
  await client.query('delete from dossiers where submission_id = $1', [ids[1]]);
  const rest = await database.dossiers.list({ store: [store] }, { order: 'oldest', limit: 10, cursor: first.nextCursor! });
  expect(rest.rows.map(({ submission }) => submission)).toEqual([ids[2], ids[3], ids[0]]);
});

test('the most urgent: overdue first, an appeal’s deadline counts, among equals children’s apps and repeat offenders', async () => {
  const store = await newStore();
  const [plain, children, repeat, late, appealed, decided] = await Promise.all(Array.from({ length: 6 }, () => make(store)));
  await client.query("update dossiers set due_at = '2030-01-01', offences = 0 where store_id = $1", [store]);
  await change(children!, 'children = true');
  await change(repeat!, 'offences = 2');
  await change(late!, "due_at = '2020-01-01'");
  await change(appealed!, "appeal = 'a', appeal_due_at = '2029-01-01'");
  await change(
    decided!,
    "due_at = '2019-01-01', decided_at = now(), state = 'decided', appeal = 'a', appeal_due_at = '2028-01-01'",
  );
  expect(await found({ store: [store] })).toEqual([late, decided, appealed, ...[children, repeat].sort(), plain]);
});

describe('cursors', () => {
  test.each([
    'x',
    '',
    Buffer.from('["urgent"]').toString('base64url'),
    Buffer.from('["newest","2026-01-01T00:00:00.000Z","sub_1"]').toString('base64url'),
    Buffer.from('["urgent","2026-99-01T00:00:00.000Z",1,"sub_1"]').toString('base64url'),
    Buffer.from('["urgent","2026-01-01T00:00:00.000Z",99999999999,"sub_1"]').toString('base64url'),
    Buffer.from('["urgent","2026-01-01T00:00:00.000Z",1,"a\\u0000b"]').toString('base64url'),
    Buffer.from('["urgent","2026-01-01T00:00:00.000Z",1,{"a":1}]').toString('base64url'),
    Buffer.from('{"0":"urgent"}').toString('base64url'),
  ])('%j is refused', async (cursor) => {
    const listed = database.dossiers.list({}, { order: 'urgent', limit: 1, cursor });
    await expect(listed).rejects.toThrow(InputError);
    await expect(listed).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});

describe('filters', () => {
  let store: string;
  let sdk: string;
  let held: string;
  let children: string;
  beforeAll(async () => {
    store = await newStore();
    sdk = await make(store, {
      app: { name: '地图导航 Maps', packageName: 'com.example.maps', category: 1 },
      developer: { id: 'dev,with,commas', name: 'ＡＣＭＥ 科技' },
    });
    held = await make(store, { findings: [], missing: ['sdk'], app: { name: '100%_free\\app', category: 2 } });
    children = await make(store, {
      findings: [{ rule: 'listing/filing-number', severity: 'reject' }],
      app: { audience: 'children', category: 3, name: '示例%应用' },
      developer: { id: 'dev-2', name: '甲' },
    });
  });
  const all = (filter: DossierFilter) => found({ ...filter, store: [store] }).then((ids) => ids.sort());

  test.each<[string, DossierFilter, () => string[]]>([
    ['nothing', {}, () => [sdk, held, children]],
    ['empty arrays', { rule: [], state: [] }, () => [sdk, held, children]],
    ['a verdict', { verdict: ['review'] }, () => [held]],
    ['a rule', { rule: ['sdk/undisclosed'] }, () => [sdk]],
    ['any of several rules', { rule: ['sdk/undisclosed', 'listing/filing-number'] }, () => [sdk, children]],
    ['a check', { check: ['listing'] }, () => [children]],
    ['an SDK', { sdk: ['umeng-analytics'] }, () => [sdk]],
    ['a category', { category: ['2', '3'] }, () => [held, children]],
    ['a developer whose id has commas', { developer: ['dev,with,commas'] }, () => [sdk]],
    ['urgency', { urgency: ['children', 'overdue'] }, () => [children]],
    ['nobody', { assignee: ['none'] }, () => [sdk, held, children]],
    ['somebody who has none', { assignee: ['acc_unknown'] }, () => []],
    ['a state', { state: ['decided'] }, () => []],
    ['an id', { submission: ['sub_unknown'] }, () => []],
    ['age', { olderThanHours: 1 }, () => []],
    ['due soon', { dueWithinHours: 9 }, () => [children]],
    ['due later', { dueWithinHours: 25 }, () => [sdk, held, children]],
    ['overdue', { dueWithinHours: 0 }, () => []],
    ['all words', { text: '地图 maps' }, () => [sdk]],
    ['not only one of them', { text: '地图 zzz' }, () => []],
    ['width and case', { text: 'acme ＭＡＰＳ' }, () => [sdk]],
    ['a wildcard that is none', { text: '%' }, () => [held, children]],
    ['another one', { text: '100%_' }, () => [held]],
    ['an underscore alone', { text: '_free' }, () => [held]],
    ['a backslash', { text: '\\' }, () => [held]],
    ['text with U+0000', { text: 'acme\0maps' }, () => [sdk]],
    ['nothing but blanks', { text: ' \u3000\u200b' }, () => [sdk, held, children]],
  ])('%s', async (_name, filter, expected) => {
    expect(await all(filter)).toEqual(expected().sort());
  });

  test('a part of the submission’s id is found too', async () => {
    expect(await all({ text: sdk.slice(4, 16).toUpperCase() })).toEqual([sdk]);
  });

  test('an assignee', async () => {
    const account = await makeAccount(database, 'reviewer', { displayName: '李审' });
    await database.dossiers.assign([sdk], account, account, { ownOnly: true });
    expect(await all({ assignee: [account.id] })).toEqual([sdk]);
    expect(await all({ assignee: [account.id, 'none'] })).toEqual([sdk, held, children].sort());
    const facets = await database.dossiers.facets({ store: [store], assignee: [account.id] }, 50);
    expect(facets.assignee).toEqual([
      { value: 'none', name: null, count: 2 },
      { value: account.id, name: '李审', count: 1 },
    ]);
    expect(facets.rule.map(({ value }) => value)).toContain('sdk/undisclosed');
    expect(facets.check.map(({ value }) => value)).not.toContain('listing');
  });

  test('a count leaves its own filter out and has all the others in', async () => {
    const facets = await database.dossiers.facets({ store: [store], verdict: ['review'], category: ['1'] }, 50);
    expect(facets.verdict).toEqual([
      { value: 'reject', name: null, count: 1 },
      { value: 'review', name: null, count: 0 },
    ]);
    expect(facets.category).toEqual([
      { value: '2', name: null, count: 1 },
      { value: '1', name: null, count: 0 },
    ]);
    expect(facets.rule).toEqual([]);
    expect(facets.state).toEqual([]);
    expect(facets.urgency).toEqual([]);
  });

  test('names stand beside ids', async () => {
    const facets = await database.dossiers.facets({ store: [store] }, 2);
    expect(facets.developer).toHaveLength(2);
    expect(facets.store).toContainEqual({ value: store, name: expect.stringMatching(/^store /), count: 3 });
    const chosen = await database.dossiers.facets({ store: [store], developer: ['dev-2', 'gone'] }, 1);
    expect(chosen.developer).toContainEqual({ value: 'dev-2', name: '甲', count: 1 });
    expect(chosen.developer).toContainEqual({ value: 'gone', name: null, count: 0 });
  });
});
