import type { Console } from '../../../services/cli/console.ts';
import { main } from '../../../services/cli/main.ts';
import { firstAdministrator } from '../../../services/starting/first-administrator.ts';
import type { Account } from '../../../shared/domain/review/account.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { verifyPassword } from '../../../shared/platform/passwords.ts';
import { testDatabase } from '../../support/postgres.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
let first: Awaited<ReturnType<typeof firstAdministrator>>;
beforeAll(async () => {
  server = await testDatabase();
  database = await openDatabase(server.url, { maxConnections: 2 });
  first = await firstAdministrator(database);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

async function shelfgate(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const env = { DATABASE_URL: server.url };
  const console: Console = { out: (text) => out.push(text), err: (text) => err.push(text), env, version: '0' };
  const status = await main(['account', ...args], console);
  return { status, out: out.join('\n'), err: err.join('\n') };
}

const passwordOf = (out: string): string => /\n {2}(\S+)$/.exec(out)![1]!;
const matches = async (name: string, password: string): Promise<boolean> =>
  (await verifyPassword(password, (await database.accounts.credentials(name))!.password)).matches;

test('the first start makes one administrator, a second none', async () => {
  expect(first).toMatchObject({ name: 'admin' });
  expect(await firstAdministrator(database)).toBeNull();
  expect(await matches('admin', first!.password)).toBe(true);
  expect(await database.accounts.findByName('admin')).toMatchObject({ role: 'administrator', mustChangePassword: true });
});

test('an account is made with a password for one use, listed, and its password reset', async () => {
  const made = await shelfgate('create', 'Wang.Wei', '--role', 'reviewer', '--display-name', '王伟');
  expect(made).toMatchObject({ status: 0, err: '', out: expect.stringContaining('wang.wei  reviewer') });
  const password = passwordOf(made.out);
  expect(await matches('wang.wei', password)).toBe(true);
  const listed = await shelfgate('list');
  expect(listed.out).toContain('王伟');
  expect(listed.out).not.toContain(password);
  const reset = await shelfgate('reset-password', 'wang.wei');
  expect(await matches('wang.wei', password)).toBe(false);
  expect(await matches('wang.wei', passwordOf(reset.out))).toBe(true);
});

test('roles are given, accounts switched off and on again, and all of it is in the audit log without passwords', async () => {
  const made = JSON.parse((await shelfgate('create', 'liu', '--role', 'auditor', '--json')).out) as Account & {
    password: string;
  };
  expect((await shelfgate('role', 'liu', 'operations')).out).toContain('operations');
  expect((await shelfgate('disable', 'liu')).out).toContain('disabled');
  expect(await database.sessions.open(made.id, 1)).toBeNull();
  expect((await shelfgate('enable', 'liu')).out).not.toContain('disabled');
  await shelfgate('reset-password', 'liu');
  const entries = (await database.audit.list({}, { limit: 100 })).filter(({ subject }) => subject.id === made.id).reverse();
  expect(entries.map(({ action }) => action)).toEqual([
    'account.created',
    'account.changed',
    'account.disabled',
    'account.enabled',
    'account.password-reset',
  ]);
  expect(entries[1]).toMatchObject({ by: null, before: { role: 'auditor' }, after: { role: 'operations' } });
  expect(JSON.stringify(entries)).not.toContain(made.password);
  expect(JSON.stringify(entries)).not.toContain('scrypt');
});

test('the last administrator keeps account and role', async () => {
  for (const args of [
    ['disable', 'admin'],
    ['role', 'admin', 'reviewer'],
  ] as const) {
    expect(await shelfgate(...args)).toMatchObject({ status: 3, err: expect.stringContaining('last active administrator') });
  }
});

test.each([
  [['create', 'x', '--role', 'king'], 'reviewer, senior-reviewer'],
  [['create', 'x'], 'role'],
  [['create', 'a b', '--role', 'reviewer'], 'letters a to z'],
  [['role', 'admin'], 'role'],
  [['disable'], 'name of an account'],
  [['disable', 'a', 'b'], 'too many'],
  [['list', 'a'], 'too many'],
  [['promote', 'a'], 'one of'],
  [['disable', 'nobody'], 'nobody'],
] as const)('%j says what is wrong', async (args, what) => {
  expect(await shelfgate(...args)).toMatchObject({ status: 3, out: '', err: expect.stringContaining(what) });
});

test('a name is taken once', async () => {
  await shelfgate('create', 'twice', '--role', 'reviewer');
  expect(await shelfgate('create', 'TWICE', '--role', 'auditor')).toMatchObject({
    status: 3,
    err: expect.stringContaining('already'),
  });
});
