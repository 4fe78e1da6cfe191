import request from 'supertest';
import { type RunningTestApi, startApi } from './running-api.ts';
import { anotherApk, apk, listing, listingWithUrl, policy, sha256 } from './samples.ts';

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const submit = (key: string, options: { listing?: object; bytes?: Buffer; caller?: RunningTestApi['caller'] } = {}) =>
  request(api.url)
    .post('/v1/submissions')
    .set((options.caller ?? api.caller).auth)
    .set('Idempotency-Key', key)
    .field('listing', JSON.stringify(options.listing ?? listingWithUrl))
    .attach('package', options.bytes ?? apk, 'a.apk');

const rows = async (storeId = api.caller.storeId) => (await api.database.submissions.list({ storeId }, { limit: 200 })).rows;

describe('the same key', () => {
  test('and the same content is the same submission, however it is written', async () => {
    const first = await submit('order-1');
    expect(first.status).toBe(202);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    const { developer, app, ...rest } = listingWithUrl;
    const again = await submit('order-1', { listing: { ...rest, developer, app: { ...app, category: '实用工具' } } });
    expect(again.status).toBe(202);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers['idempotent-replayed']).toBe('true');
    const quoted = await submit('"order-1"');
    expect(quoted.body.id).toBe(first.body.id);
  });

  test('and other content is refused, naming the submission', async () => {
    const first = await submit('order-2');
    const otherListing = await submit('order-2', { listing: { ...listingWithUrl, app: { ...listing.app, name: '别的' } } });
    expect(otherListing.status).toBe(422);
    expect(otherListing.body).toMatchObject({ code: 'idempotency-conflict', submissionId: first.body.id });
    const other = anotherApk('other');
    const objects = await api.objectKeys('');
    expect((await submit('order-2', { bytes: other })).body.code).toBe('idempotency-conflict');
    expect(await api.database.packages.find(sha256(other))).toBeNull();
    expect(await api.objectKeys('')).toEqual(objects);
    const otherPolicy = await submit('order-2').attach('privacyPolicy', Buffer.from(policy), 'p.html');
    expect(otherPolicy.body.code).toBe('idempotency-conflict');
    const otherCallback = await submit('order-2').field('callbackUrl', 'https://store.example/');
    expect(otherCallback.body.code).toBe('idempotency-conflict');
  });

  test('of another store is another key', async () => {
    const first = await submit('order-3');
    const other = await api.another();
    const theirs = await submit('order-3', { caller: other });
    expect(theirs.status).toBe(202);
    expect(theirs.body.id).not.toBe(first.body.id);
  });

  test('sent twenty times at once makes one submission and one object', async () => {
    const bytes = anotherApk('twenty');
    const caller = await api.another();
    const before = await api.objectKeys('uploads/');
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit('burst', { bytes, caller })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 202));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(19);
    expect(await rows(caller.storeId)).toHaveLength(1);
    const added = (await api.objectKeys('uploads/')).filter((key) => !before.includes(key));
    expect(added).toEqual([(await api.database.packages.find(sha256(bytes)))!.objectKey]);
  });
});
