import request from 'supertest';
import { type RunningTestApi, startApi } from './running-api.ts';
import { anotherApk, apk, apkSha256, digestsOf, largeApk, listing, listingWithUrl, policy, sha256 } from './samples.ts';

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const post = (caller = api.caller) => request(api.url).post('/v1/submissions').set(caller.auth);

describe('a package in a form', () => {
  test('is stored, hashed, rowed and queued, and the answer says where to look', async () => {
    const answer = await post()
      .field('listing', JSON.stringify(listing))
      .field('callbackUrl', 'https://store.example/callback')
      .field('packageSha256', apkSha256.toUpperCase())
      .attach('privacyPolicy', Buffer.from(policy), { filename: '隐私政策.html', contentType: 'text/html; charset=utf-8' })
      .attach('package', apk, '示例.apk');
    expect(answer.status).toBe(202);
    const { id, links } = answer.body;
    expect(answer.headers.location).toBe(links.status);
    expect(answer.body).toMatchObject({ state: 'stored', estimatedWaitSeconds: expect.any(Number) });

    const row = await api.database.submissions.find(id);
    expect(row).toMatchObject({
      storeId: api.caller.storeId,
      state: 'stored',
      run: 1,
      origin: { kind: 'upload' },
      packageSha256: apkSha256,
      callbackUrl: 'https://store.example/callback',
      listing: { schema: 'listing-facts/1', ...listing },
      policyDocument: {
        sha256: sha256(policy),
        objectKey: `policies/${sha256(policy)}`,
        mediaType: 'text/html',
        fileName: '隐私政策.html',
        bytes: Buffer.byteLength(policy),
      },
    });
    expect(api.pipeline.advanced).toContain(id);
    const kept = await api.database.packages.find(apkSha256);
    expect(kept).toMatchObject({ bytes: apk.length, format: 'apk' });
    expect(sha256(await api.objects.read(kept!.objectKey, 0, apk.length))).toBe(apkSha256);
    expect(sha256(await api.objects.read(`policies/${sha256(policy)}`, 0, 1 << 20))).toBe(sha256(policy));
  });

  test('digests of the content are taken as the bytes pass, and kept with the package', async () => {
    const answer = await post().field('listing', JSON.stringify(listingWithUrl)).attach('package', largeApk, 'a.apk');
    expect(answer.status).toBe(202);
    expect(Buffer.from((await api.database.packages.contentDigests(sha256(largeApk)))!)).toEqual(digestsOf(largeApk));
  });

  test.each([
    ['package first', ['package', 'listing', 'privacyPolicy']],
    ['package in the middle', ['privacyPolicy', 'package', 'listing']],
    ['package last', ['listing', 'privacyPolicy', 'package']],
  ])('may have its parts in any order: %s', async (_name, order) => {
    let call = post();
    for (const part of order) {
      if (part === 'listing') call = call.attach('listing', Buffer.from(JSON.stringify(listing)), 'listing.json');
      if (part === 'privacyPolicy') call = call.attach('privacyPolicy', Buffer.from(policy), 'p.html');
      if (part === 'package') call = call.attach('package', apk, 'a.apk');
    }
    expect((await call).status).toBe(202);
  });

  test('is kept once, however often it comes', async () => {
    const before = await api.objectKeys('uploads/');
    const send = () => post().field('listing', JSON.stringify(listingWithUrl)).attach('package', apk, 'a.apk');
    const [one, two] = [await send(), await send()];
    expect(one.body.id).not.toBe(two.body.id);
    expect(await api.objectKeys('uploads/')).toEqual(before);
  });

  test('is accepted when the category comes as its Chinese name', async () => {
    const named = { ...listingWithUrl, app: { ...listing.app, category: '实用工具' } };
    const answer = await post().field('listing', JSON.stringify(named)).attach('package', apk, 'a.apk');
    expect(answer.status).toBe(202);
    expect((await api.database.submissions.find(answer.body.id))?.listing.app.category).toBe(38);
  });

  test('is accepted although it is a broken archive: that becomes a verdict', async () => {
    const cut = apk.subarray(0, apk.length - 4000);
    const answer = await post().field('listing', JSON.stringify(listingWithUrl)).attach('package', cut, 'broken.apk');
    expect(answer.status).toBe(202);
  });

  test('is accepted while the queue is away; the row is there for the reconciler', async () => {
    api.pipeline.away = true;
    try {
      const answer = await post().field('listing', JSON.stringify(listingWithUrl)).attach('package', apk, 'a.apk');
      expect(answer.status).toBe(202);
      expect(await api.database.submissions.find(answer.body.id)).toMatchObject({ state: 'stored' });
      expect(api.lines.at(-1)).toBeDefined();
      expect(api.lines.some((line) => line.level === 'warn' && /reconciler/.test(line.message))).toBe(true);
    } finally {
      api.pipeline.away = false;
    }
  });

  test('goes back to where the row says it lies when its object was lost', async () => {
    const lost = anotherApk('lost');
    const send = () => post().field('listing', JSON.stringify(listingWithUrl)).attach('package', lost, 'a.apk');
    await send();
    const kept = await api.database.packages.find(sha256(lost));
    await api.objects.remove(kept!.objectKey);
    expect((await send()).status).toBe(202);
    expect(await api.objects.stat(kept!.objectKey)).toMatchObject({ size: lost.length });
  });
});

describe('a package by reference', () => {
  test('that lies in the store’s inbox is retrieved later', async () => {
    const key = `inbox/${api.caller.storeId}/2026/a.apk`;
    const { Readable } = await import('node:stream');
    await api.objects.put(key, Readable.from([apk]));
    const answer = await post().send({ package: { objectKey: key, sha256: apkSha256 }, listing: listingWithUrl });
    expect(answer.status).toBe(202);
    expect(await api.database.submissions.find(answer.body.id)).toMatchObject({
      state: 'received',
      packageSha256: null,
      origin: { kind: 'object', key, sha256: apkSha256 },
    });
  });

  test('that lies at a URL is retrieved later', async () => {
    const url = 'https://download.example/a.apk';
    const answer = await post().send({ package: { url }, packageSha256: apkSha256, listing: listingWithUrl });
    expect(answer.status).toBe(202);
    expect((await api.database.submissions.find(answer.body.id))?.origin).toEqual({ kind: 'url', url, sha256: apkSha256 });
  });

  test('that this store submitted before needs no bytes', async () => {
    const first = await post().field('listing', JSON.stringify(listingWithUrl)).attach('package', apk, 'a.apk');
    expect(first.status).toBe(202);
    const answer = await post().send({ package: { sha256: apkSha256 }, listing: listingWithUrl });
    expect(answer.status).toBe(202);
    expect(await api.database.submissions.find(answer.body.id)).toMatchObject({
      state: 'stored',
      packageSha256: apkSha256,
      origin: { kind: 'known', sha256: apkSha256 },
    });
  });

  test('that only another store submitted does not exist', async () => {
    const other = await api.another();
    const answer = await post(other).send({ package: { sha256: apkSha256 }, listing: listingWithUrl });
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('not-found');
  });

  test.each(['inbox/other-store/a.apk', 'uploads/up_1', '../inbox/a.apk'])(
    'outside the inbox is forbidden: %s',
    async (objectKey) => {
      const answer = await post().send({ package: { objectKey }, listing: listingWithUrl });
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('forbidden');
    },
  );

  test('cannot climb out of the inbox', async () => {
    const objectKey = `inbox/${api.caller.storeId}/../other/a.apk`;
    const answer = await post().send({ package: { objectKey }, listing: listingWithUrl });
    expect(answer.body.code).toBe('forbidden');
  });

  test('that is not in the inbox says so at once', async () => {
    const objectKey = `inbox/${api.caller.storeId}/missing.apk`;
    const answer = await post().send({ package: { objectKey }, listing: listingWithUrl });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({ pointer: '/package/objectKey', code: 'object-missing' });
  });
});
