import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { testDatabase } from '../../support/postgres.ts';
import { makeAccount } from '../../support/staff.ts';
import { until } from '../../support/until.ts';

let database: Database;
let client: pg.Client;
let end: () => Promise<void>;
let store: string;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 10 });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  store = (await database.stores.create(`store ${randomUUID()}`)).id;
  end = async () => {
    await client.end();
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const opened = async () => (await decidedSubmission(database, store, { findings: PLAIN_REJECTION })).id;
const touch = (id: string) => client.query('update dossiers set state = state where submission_id = $1', [id]);
const settled = async () => (await database.dossiers.version()).settled;
const changed = (since: string, limit = 1_000) => database.dossiers.changedSince(since, limit);
/** A version behind all that was done so far. Other databases of the same server may have transactions under way, which it waits for. */
async function caughtUp(...ids: string[]): Promise<string> {
  await until(async () => {
    const seen = await changed('0');
    return ids.every((id) => seen.includes(id));
  });
  return settled();
}

test('every change of a dossier is one, whoever makes it', async () => {
  const id = await opened();
  const first = await caughtUp(id);
  expect(await changed(first)).toEqual([]);
  await touch(id);
  await until(async () => (await changed(first)).length > 0);
  expect(await changed(first)).toEqual([id]);
  const { newest } = await database.dossiers.version();
  expect(BigInt(newest)).toBeGreaterThan(BigInt(first));
});

test('a transaction that ends later than one that began later is not missed, and the version never goes back', async () => {
  const [slow, quick, account] = await Promise.all([opened(), opened(), makeAccount(database, 'reviewer')]);
  const before = await caughtUp(slow, quick);
  const versions = [before];
  try {
    await client.query('begin');
    await touch(slow);
    await database.dossiers.claim(quick, account, { minutes: 1, takeOver: false });
    versions.push(await settled());
    // The later one is not shown before the earlier one is done, or the earlier one would never be.
    expect(await changed(before)).toEqual([]);
  } finally {
    await client.query('commit');
  }
  await until(async () => (await changed(before)).length === 2);
  expect([...(await changed(before))].sort()).toEqual([slow, quick].sort());
  versions.push(await settled());
  expect(versions.map(BigInt)).toEqual(versions.map(BigInt).toSorted((a, b) => (a < b ? -1 : 1)));
});

test('the list’s version is from before its rows', async () => {
  const id = await opened();
  await caughtUp(id);
  const { version } = await database.dossiers.list({ submission: [id] }, { order: 'urgent', limit: 1 });
  await touch(id);
  await until(async () => (await changed(version)).includes(id));
});

test('one more than asked for says that there are more', async () => {
  await caughtUp(await opened(), await opened(), await opened());
  expect(await changed('0', 2)).toHaveLength(3);
});

test('a database that was restored elsewhere, where transactions are counted from the start, loses no change', async () => {
  const id = await opened();
  await client.query('alter table dossiers disable trigger dossier_changed');
  await client.query('update dossiers set change = 9000000000000 where submission_id = $1', [id]);
  await client.query('alter table dossiers enable trigger dossier_changed');
  expect(await changed('0')).not.toContain(id);
  expect(await database.dossiers.restamp()).toBe(1);
  await caughtUp(id);
  expect(await database.dossiers.restamp()).toBe(0);
});
