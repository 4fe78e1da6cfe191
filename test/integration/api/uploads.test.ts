import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { expireStaged } from '../../../services/api/uploads/expire.ts';
import { type Caller, type RunningTestApi, startApi } from './running-api.ts';
import { apk, apkSha256, listingWithUrl } from './samples.ts';

const LIMIT = 250_000;
let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi({ limits: { packageBytes: LIMIT, resumableAboveBytes: 100_000 } });
});
afterAll(() => api.close());

const TUS = { 'Tus-Resumable': '1.0.0' };
const create = (length: number, caller: Caller = api.caller) =>
  request(api.url)
    .post('/v1/uploads')
    .set({
      ...caller.auth,
      ...TUS,
      'Upload-Length': String(length),
      'Upload-Metadata': `filename ${btoa('a.apk')},storeId ${btoa('other')}`,
    });
const patch = (url: string, offset: number, bytes: Buffer, caller: Caller = api.caller) =>
  request(api.url)
    .patch(url)
    .set({ ...caller.auth, ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' })
    .send(bytes);
const head = (url: string, caller: Caller = api.caller) =>
  request(api.url)
    .head(url)
    .set({ ...caller.auth, ...TUS });
const idOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
const submit = (uploadId: string, extra: object = {}, caller: Caller = api.caller) =>
  request(api.url)
    .post('/v1/submissions')
    .set({ ...caller.auth, 'Idempotency-Key': `upload-${uploadId}` })
    .send({ package: { uploadId }, listing: listingWithUrl, ...extra });

async function uploaded(bytes: Buffer = apk): Promise<string> {
  const created = await create(bytes.length);
  expect(created.status).toBe(201);
  expect((await patch(created.headers.location!, 0, bytes)).status).toBe(204);
  return created.headers.location!;
}

describe('a resumable upload', () => {
  test('is created, broken off, asked for, continued and submitted', async () => {
    const created = await create(apk.length);
    expect(created.status).toBe(201);
    const url = created.headers.location!;
    expect(url).toMatch(/^\/v1\/uploads\/up_[0-9a-z]{20}$/);
    expect((await patch(url, 0, apk.subarray(0, 90_000))).headers['upload-offset']).toBe('90000');

    const unfinished = await submit(idOf(url));
    expect(unfinished.body).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/package/uploadId', code: 'unfinished-upload' }],
    });

    const asked = await head(url);
    expect(asked.headers).toMatchObject({ 'upload-offset': '90000', 'upload-length': String(apk.length) });
    expect((await patch(url, 90_000, apk.subarray(90_000))).headers['upload-offset']).toBe(String(apk.length));

    const answer = await submit(idOf(url), { packageSha256: apkSha256 });
    expect(answer.status).toBe(202);
    expect(await api.database.submissions.find(answer.body.id)).toMatchObject({
      state: 'stored',
      packageSha256: apkSha256,
      origin: { kind: 'upload' },
    });
    expect(await api.stagedFiles()).toEqual([]);
    expect((await head(url)).status).toBe(404);
  });

  test('can be submitted again with the same key when the answer was lost', async () => {
    const uploadId = idOf(await uploaded());
    const first = await submit(uploadId);
    const again = await submit(uploadId);
    expect(again.status).toBe(202);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers['idempotent-replayed']).toBe('true');
    const stranger = await api.another();
    expect((await submit(uploadId, {}, stranger)).body.code).toBe('not-found');
  });

  test('that has another digest, or is no package, stays where it was', async () => {
    const url = await uploaded();
    const objects = await api.objectKeys('uploads/');
    expect((await submit(idOf(url), { packageSha256: '0'.repeat(64) })).body.code).toBe('hash-mismatch');
    const text = await uploaded(Buffer.from('no package'));
    expect((await submit(idOf(text))).body.code).toBe('not-a-package');
    expect(await api.objectKeys('uploads/')).toEqual(objects);
    expect((await head(url)).headers['upload-offset']).toBe(String(apk.length));
  });

  test('belongs to its store alone', async () => {
    const url = await uploaded();
    const other = await api.another();
    expect((await head(url, other)).status).toBe(404);
    expect((await patch(url, apk.length, Buffer.from('x'), other)).status).toBe(404);
    expect(
      (
        await request(api.url)
          .delete(url)
          .set({ ...other.auth, ...TUS })
      ).status,
    ).toBe(404);
    expect((await submit(idOf(url), {}, other)).body.code).toBe('not-found');
    const mine = (await create(10, other)).headers.location!;
    // The library reads the id from the end of the URL: the query must not smuggle another's in.
    expect((await head(`${mine}?x=/${idOf(url)}`, other)).headers['upload-length']).toBe('10');
    expect((await head(url)).headers['upload-offset']).toBe(String(apk.length));
  });

  test('needs a key with the scope, the protocol, and a size that is allowed', async () => {
    expect(
      (
        await request(api.url)
          .post('/v1/uploads')
          .set({ ...TUS, 'Upload-Length': '1' })
      ).body.code,
    ).toBe('unauthenticated');
    const reader = await api.another({ scopes: ['submissions:read'] });
    expect((await create(1, reader)).body.code).toBe('forbidden');
    const large = await create(LIMIT + 1);
    expect(large.status).toBe(413);
    expect(large.headers['content-type']).toMatch(/problem\+json/);
    expect(large.body).toMatchObject({ code: 'payload-too-large', status: 413 });
    const version = await request(api.url)
      .post('/v1/uploads')
      .set({ ...api.caller.auth, 'Upload-Length': '1' });
    expect(version.body).toMatchObject({ status: 412, instance: `urn:uuid:${version.headers['x-request-id']}` });
    const url = (await create(100)).headers.location!;
    expect((await patch(url, 5, Buffer.from('x'))).body).toMatchObject({ code: 'conflict', status: 409 });
    expect((await request(api.url).get(url).set(api.caller.auth)).body.code).toBe('method-not-allowed');
  });

  test('can be abandoned', async () => {
    const url = (await create(100)).headers.location!;
    expect(
      (
        await request(api.url)
          .delete(url)
          .set({ ...api.caller.auth, ...TUS })
      ).status,
    ).toBe(204);
    expect((await head(url)).status).toBe(404);
  });

  test('with a name that leads elsewhere is not found', async () => {
    for (const id of ['..%2f..%2fetc%2fpasswd', 'up_1', '%00']) expect((await head(`/v1/uploads/${id}`)).status).toBe(404);
    expect((await submit('../../etc/passwd')).body.code).toBe('not-found');
  });

  test('is removed when nothing was written for long', async () => {
    const old = idOf((await create(100)).headers.location!);
    const fresh = idOf((await create(100)).headers.location!);
    const folder = api.ports.configuration.uploadStaging;
    const past = new Date(Date.now() - 3 * 3_600_000);
    for (const name of [old, `${old}.json`]) await utimes(join(folder, name), past, past);
    expect(await expireStaged(folder, new Date(Date.now() - 2 * 3_600_000))).toBe(1);
    const left = await api.stagedFiles();
    expect(left).not.toContain(old);
    expect(left).toEqual(expect.arrayContaining([fresh, `${fresh}.json`]));
    expect(await expireStaged(join(folder, 'missing'), new Date())).toBe(0);
  });
});
