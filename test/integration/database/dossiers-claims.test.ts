import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Account } from '../../../shared/domain/review/account.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { testDatabase } from '../../support/postgres.ts';
import { makeAccount } from '../../support/staff.ts';

let database: Database;
let client: pg.Client;
let end: () => Promise<void>;
let store: string;
let one: Account;
let other: Account;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 10 });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  store = (await database.stores.create(`store ${randomUUID()}`)).id;
  one = await makeAccount(database, 'reviewer', { displayName: '李审' });
  other = await makeAccount(database, 'senior-reviewer', { displayName: '王高审' });
  end = async () => {
    await client.end();
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const opened = async () => (await decidedSubmission(database, store, { findings: PLAIN_REJECTION })).id;
const claim = (id: string, by: Account, takeOver = false) => database.dossiers.claim(id, by, { minutes: 10, takeOver });
const audited = async (submission: string) => {
  const entries = await database.audit.list({ submission }, { limit: 100 });
  return entries.map(({ action, by }) => `${action} ${by?.displayName}`).reverse();
};
const set = (id: string, change: string) => client.query(`update dossiers set ${change} where submission_id = $1`, [id]);

describe('claims', () => {
  test('of twenty who come at once one gets it', async () => {
    const id = await opened();
    const accounts = await Promise.all(Array.from({ length: 20 }, () => makeAccount(database, 'reviewer')));
    const results = await Promise.all(accounts.map((account) => claim(id, account)));
    const winners = accounts.filter((_account, n) => results[n]!.outcome === 'claimed');
    expect(winners).toHaveLength(1);
    for (const result of results) expect(result).toMatchObject({ claim: { by: { id: winners[0]!.id } } });
    expect((await database.dossiers.find(id))?.claim?.by.id).toBe(winners[0]!.id);
    expect(await audited(id)).toEqual([`dossier.claimed ${winners[0]!.displayName}`]);
  });

  test('are prolonged by their holder, which is not written down, and taken over, which is', async () => {
    const id = await opened();
    const first = await claim(id, one);
    await set(id, "claimed_until = now() + interval '1 minute'");
    const second = await claim(id, one);
    if (first.outcome !== 'claimed' || second.outcome !== 'claimed') throw new Error('not claimed');
    expect(Date.parse(second.claim.until)).toBeGreaterThanOrEqual(Date.parse(first.claim.until));
    expect(await claim(id, other)).toMatchObject({ outcome: 'refused', claim: { by: { id: one.id, displayName: '李审' } } });
    expect(await claim(id, other, true)).toMatchObject({ outcome: 'claimed', claim: { by: { id: other.id } } });
    expect(await audited(id)).toEqual(['dossier.claimed 李审', 'dossier.claimed 王高审']);
    const [entry] = await database.audit.list({ submission: id }, { limit: 1 });
    expect(entry).toMatchObject({ before: { by: { id: one.id, displayName: '李审' } }, after: { by: { id: other.id } } });
  });

  test('end by themselves', async () => {
    const id = await opened();
    await claim(id, one);
    await set(id, "claimed_until = now() - interval '1 second'");
    expect((await database.dossiers.find(id))?.claim).toBeNull();
    expect(await database.dossiers.release(id, one)).toBe(false);
    expect(await claim(id, other)).toMatchObject({ outcome: 'claimed' });
  });

  test('are given back by their holder alone', async () => {
    const id = await opened();
    await claim(id, one);
    expect(await database.dossiers.release(id, other)).toBe(false);
    expect((await database.dossiers.find(id))?.claim?.by.id).toBe(one.id);
    expect(await database.dossiers.release(id, one)).toBe(true);
    expect(await database.dossiers.release(id, one)).toBe(false);
    expect(await audited(id)).toEqual(['dossier.claimed 李审', 'dossier.released 李审']);
  });

  test('there is nothing to claim about what is unknown, moot or decided; an appeal brings it back', async () => {
    expect(await claim('sub_unknown', one)).toEqual({ outcome: 'unknown' });
    expect(await database.dossiers.release('sub_unknown', one)).toBe(false);
    const id = await opened();
    await set(id, "state = 'moot'");
    expect(await claim(id, one)).toEqual({ outcome: 'closed' });
    await set(id, "state = 'decided'");
    expect(await claim(id, one)).toEqual({ outcome: 'closed' });
    await set(id, "appeal = 'apl_1', appeal_due_at = now()");
    expect(await claim(id, one)).toMatchObject({ outcome: 'claimed' });
  });
});

describe('assignments', () => {
  test('each has an outcome of its own', async () => {
    const [free, own, foreign, moot] = await Promise.all([opened(), opened(), opened(), opened()]);
    await database.dossiers.assign([own!], one, one, { ownOnly: true });
    await database.dossiers.assign([foreign!], other, other, { ownOnly: false });
    await set(moot!, "state = 'moot'");
    const ids = [free!, own!, foreign!, moot!, 'sub_unknown'];
    const outcomes = await database.dossiers.assign(ids, one, one, { ownOnly: true });
    expect(outcomes).toEqual(['assigned', 'unchanged', 'not-yours', 'closed', 'unknown']);
    expect(await database.dossiers.assign([foreign!], one, other, { ownOnly: false })).toEqual(['assigned']);
    expect(await database.dossiers.assign([foreign!], null, one, { ownOnly: true })).toEqual(['assigned']);
    expect((await database.dossiers.find(foreign!))?.assignee).toBeNull();
    expect(await audited(foreign!)).toEqual(['dossier.assigned 王高审', 'dossier.assigned 王高审', 'dossier.assigned 李审']);
    const entries = await database.audit.list({ submission: foreign! }, { limit: 3 });
    expect(entries.map(({ before, after }) => [before, after])).toEqual([
      [{ id: one.id, displayName: '李审' }, null],
      [
        { id: other.id, displayName: '王高审' },
        { id: one.id, displayName: '李审' },
      ],
      [null, { id: other.id, displayName: '王高审' }],
    ]);
  });

  test('of two who take the same one at once one has it', async () => {
    const id = await opened();
    const outcomes = await Promise.all([one, other].map((by) => database.dossiers.assign([id], by, by, { ownOnly: true })));
    expect(outcomes.flat().sort()).toEqual(['assigned', 'not-yours']);
  });
});
