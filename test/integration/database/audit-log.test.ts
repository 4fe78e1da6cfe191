import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { testDatabase } from '../../support/postgres.ts';
import { type RawSql, rawSql } from '../../support/raw-sql.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
let sql: RawSql;
beforeEach(async () => {
  server = await testDatabase();
  database = await openDatabase(server.url);
  sql = await rawSql(server.url);
});
afterEach(async () => {
  await sql.close();
  await database.close();
  await server.drop();
});

const by = { id: 'acc_1', displayName: '李雷' };
const add = (n: number, after: unknown = { n }) =>
  database.audit.add({ action: 'view.changed', by, subject: { kind: 'view', id: `view_${n}` }, submission: null, after });
const fill = async (count: number) => {
  for (let n = 1; n <= count; n += 1) await add(n);
};
/** What only somebody with the keys of the database can do. */
async function tamper(change: () => Promise<unknown>): Promise<void> {
  await sql.run`alter table audit_log disable trigger all`;
  await change();
  await sql.run`alter table audit_log enable trigger all`;
}

test('an empty log and a full one fit', async () => {
  expect(await database.audit.verify()).toEqual({ entries: 0, broken: null, head: null });
  await fill(3);
  const [newest] = await database.audit.list({}, { limit: 1 });
  expect(await database.audit.verify()).toEqual({ entries: 3, broken: null, head: newest!.hash });
});

test('entries are neither changed nor removed', async () => {
  await fill(2);
  const refused = /only added to/;
  await expect(sql.run`update audit_log set by_name = 'x' where number = 1`).rejects.toThrow(refused);
  await expect(sql.run`delete from audit_log where number = 2`).rejects.toThrow(refused);
  await expect(sql.run`truncate audit_log`).rejects.toThrow(refused);
  expect(await database.audit.verify()).toMatchObject({ entries: 2, broken: null });
});

test.each<[string, () => Promise<unknown>, string]>([
  ['who', () => sql.run`update audit_log set by_name = '韩梅梅' where number = 2`, '2'],
  ['which account', () => sql.run`update audit_log set by_account = 'acc_2' where number = 2`, '2'],
  ['when', () => sql.run`update audit_log set at = at + interval '1 millisecond' where number = 2`, '2'],
  ['what', () => sql.run`update audit_log set action = 'view.other' where number = 2`, '2'],
  ['what became of it', () => sql.run`update audit_log set after = '{"n": 2}' where number = 2`, '2'],
  ['what was before', () => sql.run`update audit_log set before = '{}' where number = 2`, '2'],
  ['of which submission', () => sql.run`update audit_log set submission_id = 'sub_1' where number = 2`, '2'],
  ['the hash', () => sql.run`update audit_log set hash = repeat('0', 64) where number = 2`, '2'],
  ['an entry taken out', () => sql.run`delete from audit_log where number = 2`, '3'],
  ['the first entry taken out', () => sql.run`delete from audit_log where number = 1`, '2'],
  [
    'an entry put in',
    () => sql.run`insert into audit_log (number, at, action, subject_kind, subject_id, hash)
      values (4, clock_timestamp(), 'view.changed', 'view', 'x', repeat('0', 64))`,
    '4',
  ],
])('tampering is found: %s', async (_what, change, broken) => {
  await fill(3);
  await tamper(change);
  expect((await database.audit.verify()).broken).toBe(broken);
});

test('that the end was cut off shows against the head that was kept', async () => {
  await fill(3);
  const { head } = await database.audit.verify();
  await tamper(() => sql.run`delete from audit_log where number = 3`);
  const cut = await database.audit.verify();
  expect(cut).toMatchObject({ entries: 2, broken: null });
  expect(cut.head).not.toBe(head);
});

test('many writers at once make one chain', async () => {
  const second = await openDatabase(server.url);
  const writers = Array.from({ length: 60 }, (_, n) =>
    (n % 2 === 0 ? database : second).audit.add({
      action: 'dossier.claimed',
      by,
      subject: { kind: 'dossier', id: `sub_${n}` },
      submission: `sub_${n}`,
    }),
  );
  await Promise.all(writers);
  await second.close();
  expect(await database.audit.verify()).toMatchObject({ entries: 60, broken: null });
  const entries = await database.audit.list({}, { limit: 100 });
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, n) => String(60 - n)));
});

test('text that a database cannot hold as it is still fits, and more than one batch is walked', async () => {
  const hostile = 'a\u0000b\ud800c\u202e"\'\\';
  await database.audit.add({
    action: 'view.changed',
    by: { id: 'acc_1', displayName: hostile },
    subject: { kind: 'view', id: hostile },
    before: { text: hostile, number: 1e21, nothing: null },
    after: [hostile],
  });
  // A few at a time: no more than there are connections.
  for (let n = 0; n < 1_005; n += 5) await Promise.all(Array.from({ length: 5 }, (_, more) => add(n + more)));
  expect(await database.audit.verify()).toMatchObject({ entries: 1_006, broken: null });
});

test('is read by submission, account, action and time, page by page', async () => {
  for (let n = 1; n <= 5; n += 1)
    await database.audit.add({
      action: n % 2 === 0 ? 'decision.made' : 'dossier.claimed',
      by: n === 5 ? null : { id: `acc_${n}`, displayName: `${n}` },
      subject: { kind: 'decision', id: `dec_${n}` },
      submission: n < 3 ? 'sub_a' : 'sub_b',
    });
  const numbers = async (filter: Parameters<Database['audit']['list']>[0], before?: string) =>
    (await database.audit.list(filter, { limit: 2, ...(before !== undefined && { before }) })).map(({ number }) => number);
  expect(await numbers({})).toEqual(['5', '4']);
  expect(await numbers({}, '4')).toEqual(['3', '2']);
  expect(await numbers({ submission: 'sub_a' })).toEqual(['2', '1']);
  expect(await numbers({ account: 'acc_3' })).toEqual(['3']);
  expect(await numbers({ action: 'decision.made' })).toEqual(['4', '2']);
  const at = (await database.audit.list({ account: 'acc_3' }, { limit: 1 }))[0]!.at;
  expect(await numbers({ from: new Date(Date.parse(at) + 1), to: new Date(Date.now() + 1_000) })).not.toContain('3');
});
