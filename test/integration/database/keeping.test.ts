import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { PolicyFacts } from '../../../shared/domain/facts/policy.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { testDatabase } from '../../support/postgres.ts';
import { newSubmission } from './samples.ts';

let database: Database;
let url: string;
let end: () => Promise<void>;
let storeId: string;
const lost: Error[] = [];
beforeAll(async () => {
  const made = await testDatabase();
  url = made.url;
  database = await openDatabase(url, { maxConnections: 5, applicationName: 'under-test', onLost: (error) => lost.push(error) });
  storeId = (await database.stores.create(`store ${randomUUID()}`)).id;
  end = async () => {
    await database.close();
    await made.drop();
  };
});
afterAll(() => end());

async function administer(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as Record<string, unknown>[];
}

const sha256 = (): string => createHash('sha256').update(randomUUID()).digest('hex');

test('facts come back as they were, the first ones stay', async () => {
  const hash = sha256();
  const one = { schema: 'package-facts/1', sha256: hash, inspector: '1', note: 'lone \ud800, zero \0'.repeat(10_000) };
  await database.facts.keepPackage(one as unknown as PackageFacts);
  await database.facts.keepPackage({ ...one, note: 'other' } as unknown as PackageFacts);
  expect(await database.facts.package(hash, '1')).toEqual(one);
  expect(await database.facts.package(hash, '2')).toBeNull();
  const [size] = await administer(`select length(facts) as bytes from package_facts where sha256 = '${hash}'`);
  expect(size?.bytes).toBeLessThan(5_000);

  const row = newSubmission(storeId);
  await database.submissions.create(row);
  const policy = { schema: 'policy-facts/1', outcome: 'read', text: '本隐私政策' } as unknown as PolicyFacts;
  await database.facts.keepPolicy(row.id, 1, policy, 'snapshots/x');
  await database.facts.keepPolicy(row.id, 1, { ...policy, outcome: 'absent' } as PolicyFacts, null);
  expect(await database.facts.policy(row.id, 1)).toEqual(policy);
  expect(await database.facts.policy(row.id, 2)).toBeNull();
});

test('content digests stay with the first row that brings any, and complete one that came without', async () => {
  const row = { sha256: sha256(), objectKey: `uploads/${randomUUID()}`, bytes: 5, format: 'apk' } as const;
  await database.packages.keep(row);
  expect(await database.packages.contentDigests(row.sha256)).toBeNull();
  expect(await database.packages.keep({ ...row, objectKey: 'uploads/other' }, Buffer.from('one'))).toEqual(row);
  expect(await database.packages.keep(row, Buffer.from('two'))).toEqual(row);
  expect(await database.packages.keep(row)).toEqual(row);
  expect(Buffer.from((await database.packages.contentDigests(row.sha256))!).toString()).toBe('one');
  const small = { ...row, sha256: sha256(), objectKey: `uploads/${randomUUID()}` };
  await database.packages.keep(small, Buffer.alloc(0));
  expect(await database.packages.contentDigests(small.sha256)).toHaveLength(0);
});

test('the first object of a package is the kept one', async () => {
  const hash = sha256();
  const bytes = 5 * 2 ** 30;
  const kept = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      database.packages.keep({ sha256: hash, objectKey: `uploads/${hash}-${n}`, bytes, format: 'apk' }),
    ),
  );
  expect(new Set(kept.map(({ objectKey }) => objectKey))).toHaveProperty('size', 1);
  expect(await database.packages.find(hash)).toEqual(kept[0]);
  expect(kept[0]?.bytes).toBe(bytes);
  expect(await database.packages.find(sha256())).toBeNull();
  const keys = Array.from({ length: 10 }, (_, n) => `uploads/${hash}-${n}`);
  expect(await database.packages.owned(keys)).toEqual(new Set([kept[0]!.objectKey]));
  expect(await database.packages.owned([])).toEqual(new Set());
  expect(await database.packages.submittedBy(hash, storeId)).toBe(false);
  await database.submissions.create(newSubmission(storeId, { packageSha256: hash }));
  expect(await database.packages.submittedBy(hash, storeId)).toBe(true);
  expect(await database.packages.submittedBy(hash, 'sto_other')).toBe(false);
});

describe('stores and keys', () => {
  test('a store has a secret of 32 bytes; a name is taken once', async () => {
    const name = `商店 ${randomUUID()}`;
    const store = await database.stores.create(name);
    expect(Buffer.from(store.webhookSecret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect(await database.stores.findByName(name)).toEqual(store);
    expect(await database.stores.find(store.id)).toEqual(store);
    expect(await database.stores.find('sto_none')).toBeNull();
    await expect(database.stores.create(name)).rejects.toMatchObject({ code: 'store-exists' });
  });

  test('a key is known by its hash only, and not after it was revoked or has expired', async () => {
    const scopes = ['submissions:read', 'submissions:write'] as const;
    const { key, plain } = await database.stores.createKey(storeId, { name: '正式', scopes, ratePerMinute: 42 });
    expect(plain).toMatch(/^sg_live_[A-Za-z0-9_-]{43}$/);
    expect(await database.stores.authenticate(plain)).toEqual(key);
    expect(key).toMatchObject({ storeId, scopes, ratePerMinute: 42, revokedAt: null });
    const dump = JSON.stringify(await administer('select * from api_keys'));
    expect(dump).not.toContain(plain);
    expect(await database.stores.authenticate(`${plain}x`)).toBeNull();
    expect(await database.stores.authenticate('')).toBeNull();
    expect(await database.stores.revokeKey(key.id)).toBe(true);
    expect(await database.stores.authenticate(plain)).toBeNull();
    expect(await database.stores.revokeKey('key_none')).toBe(false);
    const expired = await database.stores.createKey(storeId, { name: 'old', scopes, expiresAt: new Date(Date.now() - 1) });
    expect(await database.stores.authenticate(expired.plain)).toBeNull();
    // Rotation: the old key works on until the time that was given.
    const rotated = await database.stores.createKey(storeId, { name: 'rotated', scopes });
    await database.stores.revokeKey(rotated.key.id, new Date(Date.now() + 60_000));
    expect(await database.stores.authenticate(rotated.plain)).not.toBeNull();
    expect((await database.stores.listKeys(storeId)).map(({ name }) => name)).toEqual(['正式', 'old', 'rotated']);
  });
});

test('sessions that are ended: calls in progress fail as faults that can pass, the next ones work', async () => {
  await Promise.all(Array.from({ length: 5 }, () => database.check()));
  const ended = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'under-test'";
  const calls = Array.from({ length: 40 }, () => database.submissions.create(newSubmission(storeId)));
  const [, outcomes] = await Promise.all([administer(ended), Promise.allSettled(calls)]);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ name: 'TransientError', code: 'database-unavailable' });
  await administer(ended);
  for (const since = Date.now(); lost.length === 0 && Date.now() - since < 10_000; )
    await new Promise((resolve) => setImmediate(resolve));
  expect(lost.length).toBeGreaterThan(0);
  // Ended sessions that still lie idle in the pool each fail one call; after them the pool has new ones.
  await expect(firstThatWorks(() => database.check())).resolves.toBeUndefined();
  expect((await firstThatWorks(() => database.submissions.create(newSubmission(storeId)))).outcome).toBe('created');
});

/** Calls until one goes through; whatever fails before it must be a fault that can pass, and there are only so many sessions to lose. */
async function firstThatWorks<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let left = 50; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      expect(error).toMatchObject({ name: 'TransientError', code: 'database-unavailable' });
      if (left === 0) throw error;
    }
  }
}

test('a mistake of ours is not taken for a fault that can pass', async () => {
  await expect(database.facts.keepPolicy('sub_none', 1, {} as PolicyFacts, null)).rejects.toMatchObject({ code: '23503' });
});
