import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { testDatabase } from '../../support/postgres.ts';

let database: Database;
let client: pg.Client;
let end: () => Promise<void>;
let storeId: string;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 10 });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  storeId = (await database.stores.create(`store ${randomUUID()}`)).id;
  end = async () => {
    await client.end();
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const dossierRow = async (id: string) =>
  (await client.query('select * from dossiers where submission_id = $1', [id])).rows[0] as Record<string, unknown> | undefined;

test('a rejection opens a dossier with the verdict; an approval does not', async () => {
  const rejected = await decidedSubmission(database, storeId, { findings: PLAIN_REJECTION });
  expect(await dossierRow(rejected.id)).toMatchObject({
    run: 1,
    verdict: 'reject',
    state: 'open',
    reject_findings: 2,
    warn_findings: 1,
  });
  const approved = await decidedSubmission(database, storeId);
  expect(approved.verdict.decision).toBe('approve');
  expect(await dossierRow(approved.id)).toBeUndefined();
});
