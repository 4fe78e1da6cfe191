import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Console } from '../../../services/cli/console.ts';
import { main } from '../../../services/cli/main.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { startEmbeddedPostgres } from '../../../shared/platform/postgres/index.ts';
import { testDatabase } from '../../support/postgres.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
beforeAll(async () => {
  server = await testDatabase();
  database = await openDatabase(server.url, { maxConnections: 2 });
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const shelfgate = (...args: string[]): Promise<Said> => shelfgateWith({ DATABASE_URL: server.url }, args);

async function shelfgateWith(env: Record<string, string>, args: readonly string[]): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const console: Console = { out: (text) => out.push(text), err: (text) => err.push(text), env, version: '0' };
  const status = await main(args, console);
  return { status, out: out.join('\n'), err: err.join('\n') };
}

interface Created {
  readonly id: string;
  readonly plain: string;
  readonly store: string;
  readonly scopes: readonly string[];
  readonly webhookSecret: string;
}
const created = async (...args: string[]): Promise<Created> =>
  JSON.parse((await shelfgate('key', ...args, '--json')).out) as Created;

test('a created key is let in, with its scopes and rate, and is shown once', async () => {
  const key = await created('create', '--store', '示例商店', '--scopes', 'submissions:read', '--rate', '42');
  expect(key).toMatchObject({ store: '示例商店', scopes: ['submissions:read'], webhookSecret: expect.stringMatching(/^whsec_/) });
  const known = await database.stores.authenticate(key.plain);
  expect(known).toMatchObject({ id: key.id, scopes: ['submissions:read'], ratePerMinute: 42 });
  const listed = await shelfgate('key', 'list', '--store', '示例商店');
  expect(listed.out).toContain(key.id);
  expect(listed.out).not.toContain(key.plain);
});

test('a second key belongs to the same store', async () => {
  const first = await created('create', '--store', 'two keys');
  const second = await created('create', '--store', 'two keys');
  const [one, two] = await Promise.all([first, second].map((key) => database.stores.authenticate(key.plain)));
  expect(one?.storeId).toBe(two?.storeId);
  expect(first.webhookSecret).toBe(second.webhookSecret);
});

test('a revoked key is refused, and revoking what is not there is an error', async () => {
  const key = await created('create', '--store', 'revoking');
  expect((await shelfgate('key', 'revoke', key.id)).status).toBe(0);
  expect(await database.stores.authenticate(key.plain)).toBeNull();
  expect(await shelfgate('key', 'revoke', 'key_none')).toMatchObject({ status: 3, err: expect.stringContaining('unknown-key') });
});

test('a rotated key has a successor with the same rights and stays valid for the overlap', async () => {
  const old = await created('create', '--store', 'rotating', '--scopes', 'submissions:read,submissions:write', '--rate', '7');
  const fresh = await created('rotate', old.id, '--store', 'rotating', '--overlap', '1');
  expect(await database.stores.authenticate(fresh.plain)).toMatchObject({ scopes: old.scopes, ratePerMinute: 7 });
  expect(await database.stores.authenticate(old.plain)).not.toBeNull();
  const keys = await database.stores.listKeys((await database.stores.findByName('rotating'))!.id);
  const end = keys.find((key) => key.id === old.id)!.revokedAt!;
  expect(end.getTime() - Date.now()).toBeGreaterThan(59 * 60_000);
  expect(end.getTime() - Date.now()).toBeLessThanOrEqual(60 * 60_000);
});

test('a key of another store is not rotated', async () => {
  const key = await created('create', '--store', 'mine');
  await created('create', '--store', 'theirs');
  expect(await shelfgate('key', 'rotate', key.id, '--store', 'theirs')).toMatchObject({ status: 3 });
});

test('an expired key is refused', async () => {
  const key = await created('create', '--store', 'expiring', '--expires', '2020-01-01');
  expect(await database.stores.authenticate(key.plain)).toBeNull();
  expect((await shelfgate('key', 'list', '--store', 'expiring')).out).toContain('expired');
});

test('unknown scopes and stores are named', async () => {
  expect(await shelfgate('key', 'create', '--store', 's', '--scopes', 'everything')).toMatchObject({
    status: 3,
    err: expect.stringContaining('everything'),
  });
  expect(await database.stores.findByName('s')).toBeNull();
  expect(await shelfgate('key', 'list', '--store', 'nobody')).toMatchObject({
    status: 3,
    err: expect.stringContaining('unknown-store'),
  });
});

test('without DATABASE_URL, the embedded database: beside a server that runs it, and by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-key-'));
  const env = { SHELFGATE_DATA: folder };
  try {
    const running = await startEmbeddedPostgres(folder, { durable: false, keepAlive: false });
    const beside = await shelfgateWith(env, ['key', 'create', '--store', 'embedded', '--json']);
    await running.stop();
    expect(beside).toMatchObject({ status: 0, err: '' });
    const alone = await shelfgateWith(env, ['key', 'list', '--store', 'embedded', '--json']);
    expect(alone).toMatchObject({ status: 0, err: '' });
    expect((JSON.parse(alone.out) as { id: string }[]).map((key) => key.id)).toEqual([(JSON.parse(beside.out) as Created).id]);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
