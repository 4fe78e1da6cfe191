import { createHash, randomUUID } from 'node:crypto';
import { BUILT_IN, BUILT_IN_TEXT } from '../../../shared/checks/rulebook/built-in.ts';
import { NO_RECORDS } from '../../../shared/domain/facts/records.ts';
import { openDatabase } from '../../../shared/platform/database/index.ts';
import type { Database, KeptRulebook, Submission } from '../../../shared/platform/database/repositories.ts';
import { testDatabase } from '../../support/postgres.ts';
import { checking, newEvent, newSubmission, verdict } from './samples.ts';

let database: Database;
let end: () => Promise<void>;
let storeId: string;
beforeAll(async () => {
  const { url, drop } = await testDatabase();
  database = await openDatabase(url, { maxConnections: 20 });
  storeId = (await database.stores.create(`store ${randomUUID()}`)).id;
  end = async () => {
    await database.close();
    await drop();
  };
});
afterAll(() => end());

const BUILT_IN_FILE = { rulebook: BUILT_IN, text: BUILT_IN_TEXT };

/** A rulebook of its own; its text has what a text column would refuse. */
function another(note = randomUUID()): KeptRulebook {
  const text = `${BUILT_IN_TEXT}# \ufeff ${note} \0 \u{1f4d5}\n`;
  return { rulebook: { ...BUILT_IN, sha256: createHash('sha256').update(text).digest('hex'), version: note }, text };
}

test('a rulebook is found by its hash, byte for byte, for ever', async () => {
  const one = another();
  expect(await database.rulebooks.find(one.rulebook.sha256)).toBeNull();
  await database.rulebooks.use(['a'], one);
  await database.rulebooks.use(['a'], { ...one, text: 'something else' });
  expect(await database.rulebooks.find(one.rulebook.sha256)).toEqual(one);
});

test('the last one in force for each subject, back and forth', async () => {
  const [store, other] = [randomUUID(), randomUUID()];
  const [one, two] = [another(), another()];
  expect(await database.rulebooks.lastUsed(store)).toBeNull();
  for (const kept of [one, two, one]) await database.rulebooks.use([store], kept);
  expect(await database.rulebooks.lastUsed(store)).toEqual(one);
  await database.rulebooks.use([store, other], two);
  expect(await database.rulebooks.lastUsed(store)).toEqual(two);
  expect(await database.rulebooks.lastUsed(other)).toEqual(two);
  await Promise.all(Array.from({ length: 10 }, () => database.rulebooks.use([store], one)));
  expect(await database.rulebooks.lastUsed(store)).toEqual(one);
});

test('records of a run: the first that are kept stay, with their rulebook; a new run has its own', async () => {
  const { id } = await checking(database, storeId);
  const [one, two] = [another(), another()];
  const records = { ...NO_RECORDS, reviewedOn: '2026-03-01', rulebook: one.rulebook.sha256 };
  const all = await Promise.all(Array.from({ length: 10 }, () => database.records.keep(id, 1, records, one, 'com.example.map')));
  for (const kept of all) expect(kept).toEqual({ records, rulebook: one.rulebook.sha256 });
  expect(await database.records.keep(id, 1, NO_RECORDS, two, 'com.other')).toEqual(all[0]);
  expect(await database.records.of(id, 1)).toEqual(all[0]);
  expect(await database.records.of(id, 2)).toBeNull();
  await database.records.keep(id, 2, NO_RECORDS, BUILT_IN_FILE, null);
  expect(await database.records.of(id, 2)).toEqual({ records: NO_RECORDS, rulebook: BUILT_IN.sha256 });
  expect(await database.rulebooks.find(one.rulebook.sha256)).toEqual(one);
});

describe('the previous approved version', () => {
  const NAME = `com.example.${randomUUID()}`;
  const sha256 = () => createHash('sha256').update(randomUUID()).digest('hex');

  async function decided(
    decision: 'approve' | 'review',
    {
      name = NAME as string | null,
      format = 'apk' as const as 'apk' | 'hap',
      inspected = null as string | null,
      store = storeId,
    } = {},
  ): Promise<Submission> {
    const packageSha256 = sha256();
    await database.packages.keep({ sha256: packageSha256, objectKey: `uploads/${packageSha256}`, bytes: 1, format });
    const { listing } = newSubmission(store);
    const { packageName: _declared, ...app } = listing.app;
    const change = { packageSha256, listing: { ...listing, app: { ...app, ...(name !== null && { packageName: name }) } } };
    const { id } = await checking(database, store, change);
    if (inspected !== null) await database.records.keep(id, 1, NO_RECORDS, BUILT_IN_FILE, inspected);
    await database.reviews.decide(id, 1, verdict(decision), newEvent(id));
    return (await database.submissions.find(id))!;
  }
  const previous = async (submission: Submission, format: 'apk' | 'hap' = 'apk') =>
    (await database.records.previousApproved(submission, NAME, [format]))?.id ?? null;

  test('is the newest one before, of this store, this name and this platform, whatever the listing said', async () => {
    const first = await decided('approve');
    expect(await previous(first)).toBeNull();
    const held = await decided('review');
    expect(await previous(held)).toBe(first.id);
    const second = await decided('approve', { name: null, inspected: NAME });
    expect(await previous(second)).toBe(first.id);
    const store = (await database.stores.create(`store ${randomUUID()}`)).id;
    await decided('approve', { store });
    await decided('approve', { inspected: 'com.lies' });
    const harmony = await decided('approve', { format: 'hap' });
    expect(await previous(harmony, 'hap')).toBeNull();
    const third = await decided('approve');
    expect(await previous(third)).toBe(second.id);
    expect(await previous(second)).toBe(first.id);
  });

  test('a name that no column can hold is no error', async () => {
    const one = await decided('review');
    expect(await database.records.previousApproved(one, 'com.\0', ['apk'])).toBeNull();
  });
});
