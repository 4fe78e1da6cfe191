import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { testDatabase } from '../../support/postgres.ts';
import { checking, newSubmission } from './samples.ts';

let database: Database;
let end: () => Promise<void>;
let storeId: string;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 20 });
  end = async () => {
    await database.close();
    await drop();
  };
});
afterAll(() => end());
beforeEach(async () => {
  storeId = (await database.stores.create(`store ${randomUUID()}`)).id;
});

const idempotency = (key: string, fingerprint = 'print') => ({ key, fingerprint });

test('what goes in comes out, strange text included', async () => {
  const row = newSubmission(storeId, {
    listing: {
      schema: 'listing-facts/1',
      app: { name: 'zero \0, lone \ud800, ‮turned', packageName: 'com.\0zero', category: 38, features: { accounts: true } },
      developer: { id: 'dev\0' },
    },
    origin: { kind: 'url', url: 'https://example.com/应用.apk' },
    policyDocument: { sha256: 'b'.repeat(64), objectKey: 'policies/b', mediaType: null, fileName: '隐私\0.html', bytes: 12 },
  });
  const created = await database.submissions.create(row);
  expect(created.outcome).toBe('created');
  const found = await database.submissions.find(row.id);
  expect(found).toMatchObject({
    state: 'stored',
    run: 1,
    listing: row.listing,
    origin: row.origin,
    policyDocument: row.policyDocument,
    decision: null,
    failure: null,
  });
  const listed = await database.submissions.list({ storeId, packageName: 'com.\0zero', developerId: 'dev\0' }, { limit: 10 });
  expect(listed.rows.map(({ id }) => id)).toEqual([row.id]);
  expect(await database.submissions.find('sub_none')).toBeNull();
});

test('50 creations at once with one key: one submission, everybody gets it', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => database.submissions.create(newSubmission(storeId, { idempotency: idempotency('one') }))),
  );
  expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'same')).toHaveLength(49);
  expect(new Set(outcomes.map((result) => ('submission' in result ? result.submission.id : '')))).toHaveProperty('size', 1);
  expect((await database.submissions.list({ storeId }, { limit: 100 })).rows).toHaveLength(1);
});

test('the same key with another body is a conflict; with another store it is another key', async () => {
  const first = await database.submissions.create(newSubmission(storeId, { idempotency: idempotency('key', 'one') }));
  const other = await database.submissions.create(newSubmission(storeId, { idempotency: idempotency('key', 'two') }));
  expect(other).toEqual({ outcome: 'conflict', submissionId: 'submission' in first ? first.submission.id : '' });
  const stranger = (await database.stores.create(`store ${randomUUID()}`)).id;
  expect((await database.submissions.create(newSubmission(stranger, { idempotency: idempotency('key', 'two') }))).outcome).toBe(
    'created',
  );
});

test('a creation whose answer was lost may be made again under its id', async () => {
  const row = newSubmission(storeId);
  expect((await database.submissions.create(row)).outcome).toBe('created');
  expect((await database.submissions.create(row)).outcome).toBe('same');
});

test('pages: newest first, nothing twice, nothing left out, while rows are added', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 25; n += 1) {
    const row = newSubmission(storeId);
    await database.submissions.create(row);
    ids.push(row.id);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await database.submissions.list({ storeId }, { limit: 10, cursor });
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
    await database.submissions.create(newSubmission(storeId));
  } while (cursor !== undefined);
  expect(seen).toHaveLength(25);
  expect(new Set(seen)).toEqual(new Set(ids));
});

test.each(['', 'x', 'bm90IGEgY3Vyc29y', Buffer.from("2026-01-01T00:00:00.000Z ' or 1=1").toString('base64url')])(
  'refuses the cursor %j',
  async (cursor) => {
    await expect(database.submissions.list({ storeId }, { limit: 10, cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
  },
);

test('filters', async () => {
  const one = newSubmission(storeId, { packageSha256: 'c'.repeat(64) });
  await database.submissions.create(one);
  await checking(database, storeId);
  const ids = async (filter: object) =>
    (await database.submissions.list({ storeId, ...filter }, { limit: 10 })).rows.map(({ id }) => id);
  expect(await ids({ state: 'stored' })).toEqual([one.id]);
  expect(await ids({ packageSha256: 'c'.repeat(64) })).toEqual([one.id]);
  expect(await ids({ createdAfter: new Date(Date.now() + 60_000) })).toEqual([]);
  expect(await ids({ createdBefore: new Date(Date.now() + 60_000) })).toHaveLength(2);
  expect(await ids({ decision: 'approve' })).toEqual([]);
  expect(await ids({ developerId: 'dev-42' })).toHaveLength(2);
});

test('an event is applied once, however many come at once, and logged once', async () => {
  const row = newSubmission(storeId);
  await database.submissions.create(row);
  const moved = await Promise.all(Array.from({ length: 10 }, () => database.submissions.apply(row.id, 1, 'inspect')));
  expect(moved.filter((each) => each !== null)).toHaveLength(1);
  expect(await database.submissions.transitions(row.id)).toMatchObject([
    { from: 'stored', to: 'inspecting', event: 'inspect', run: 1 },
  ]);
});

test('an event of another run, or one that the state does not accept, changes nothing', async () => {
  const row = newSubmission(storeId);
  await database.submissions.create(row);
  expect(await database.submissions.apply(row.id, 2, 'inspect')).toBeNull();
  expect(await database.submissions.apply(row.id, 1, 'decide')).toBeNull();
  expect(await database.submissions.apply('sub_none', 1, 'inspect')).toBeNull();
  expect(await database.submissions.transitions(row.id)).toEqual([]);
});

test('withdrawn while a job moves it on: one of the two happens last, and both are in the log', async () => {
  const row = newSubmission(storeId);
  await database.submissions.create(row);
  await Promise.all([database.submissions.apply(row.id, 1, 'withdraw'), database.submissions.apply(row.id, 1, 'inspect')]);
  expect((await database.submissions.find(row.id))?.state).toBe('withdrawn');
  const log = await database.submissions.transitions(row.id);
  expect(log.at(-1)?.to).toBe('withdrawn');
});

test('failed, then driven again with the next run', async () => {
  const row = newSubmission(storeId);
  await database.submissions.create(row);
  expect(await database.submissions.redrive(row.id)).toBeNull();
  const failure = { code: 'object-missing', text: { zh: '缺失', en: 'missing' } };
  expect(await database.submissions.apply(row.id, 1, 'fail', { failure })).toMatchObject({ state: 'failed', failure });
  const driven = await Promise.all([database.submissions.redrive(row.id), database.submissions.redrive(row.id)]);
  expect(driven.filter((each) => each !== null)).toMatchObject([{ state: 'stored', run: 2, failure: null }]);
  expect(await database.submissions.redrive('sub_none')).toBeNull();
});

test('one that failed before its package was stored has to retrieve it again', async () => {
  const row = newSubmission(storeId, {
    state: 'received',
    packageSha256: null,
    origin: { kind: 'url', url: 'https://example.com/a.apk' },
  });
  await database.submissions.create(row);
  await database.submissions.apply(row.id, 1, 'fail', { failure: { code: 'x', text: { zh: '无', en: 'x' } } });
  expect(await database.submissions.redrive(row.id)).toMatchObject({ state: 'received', run: 2 });
  expect(await database.submissions.apply(row.id, 2, 'store', { packageSha256: 'd'.repeat(64) })).toMatchObject({
    state: 'stored',
    packageSha256: 'd'.repeat(64),
  });
});

test('the unfinished ones, oldest first, and how many there are', async () => {
  const [first, second] = [newSubmission(storeId, { state: 'received' }), newSubmission(storeId)];
  await database.submissions.create(first);
  await database.submissions.create(second);
  const gone = newSubmission(storeId);
  await database.submissions.create(gone);
  await database.submissions.apply(gone.id, 1, 'withdraw');
  const ours = (await database.submissions.pending(new Date(Date.now() + 60_000), 1_000)).filter(
    (row) => row.storeId === storeId,
  );
  expect(ours.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(await database.submissions.pending(new Date(0), 10)).toEqual([]);
  const counts = await database.submissions.countByState();
  expect(counts.received).toBeGreaterThanOrEqual(1);
  expect(counts.withdrawn).toBeUndefined();
});
