import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import request, { type Test } from 'supertest';
import { PROBLEM_CODES, PROBLEMS } from '../../../services/api/problems/codes.ts';
import { problemSchema } from '../../../services/api/schemas/problem.ts';
import { buildZip } from '../../../services/cli/building/zip.ts';
import { TransientError } from '../../../shared/domain/errors.ts';
import { type RunningTestApi, startApi } from './running-api.ts';
import { apk, apkSha256, listing, listingWithUrl, policy } from './samples.ts';

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi({
    limits: { packageBytes: 400_000, resumableAboveBytes: 300_000, policyBytes: 2_000, listingBytes: 5_000 },
  });
});
afterAll(() => api.close());

const seen = new Set<string>();
/** Awaits a call that must be refused, and holds the answer against the published schema. */
async function refused(call: Test, code: keyof typeof PROBLEMS) {
  const answer = await call;
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(typeof answer.body.code === 'string' ? answer.body : JSON.parse(answer.text));
  expect({ code: problem.code, status: answer.status }).toEqual({ code, status: PROBLEMS[code].status });
  expect(problem).toMatchObject({ status: answer.status, title: PROBLEMS[code].title.zh, titleEn: PROBLEMS[code].title.en });
  expect(problem.instance).toBe(`urn:uuid:${answer.headers['x-request-id']}`);
  expect(problem.detail).toMatch(/[\u4e00-\u9fff]/);
  seen.add(code);
  return { problem, headers: answer.headers };
}

const post = (auth: { Authorization?: string } = api.caller.auth) => request(api.url).post('/v1/submissions').set(auth);
const form = (value: unknown = listingWithUrl) =>
  post().field('listing', typeof value === 'string' ? value : JSON.stringify(value));
const rows = async () => (await api.database.submissions.list({ storeId: api.caller.storeId }, { limit: 200 })).rows.length;

afterEach(async () => {
  expect(await api.objectKeys('uploads/')).toEqual([]);
  expect(await rows()).toBe(0);
});

describe('what a package may not be', () => {
  test('not a package', async () => {
    await refused(form().attach('package', Buffer.from('plain text, no archive'), 'a.apk'), 'not-a-package');
    await refused(form().attach('package', Buffer.alloc(0), 'a.apk'), 'not-a-package');
  });

  test('a format that cannot be inspected, by name', async () => {
    const ipa = buildZip([{ name: 'Payload/App.app/Info.plist', data: Buffer.from('x') }]);
    const { problem } = await refused(form().attach('package', ipa, 'a.ipa'), 'unsupported-format');
    expect(problem.format).toBe('ipa');
  });

  test('another package than the digest says', async () => {
    const { problem } = await refused(
      form().field('packageSha256', '0'.repeat(64)).attach('package', apk, 'a.apk'),
      'hash-mismatch',
    );
    expect(problem.detail).toContain(apkSha256);
  });

  test('too large for a form, with or without a length', async () => {
    const { problem } = await refused(form().attach('package', Buffer.alloc(310_000), 'a.apk'), 'use-resumable-upload');
    expect(problem).toMatchObject({ resumableUpload: '/v1/uploads', limitBytes: 300_000 });
    await refused(form().attach('package', Buffer.alloc(900_000), 'a.apk'), 'use-resumable-upload');
  });

  test('too large for any way', async () => {
    const { Readable } = await import('node:stream');
    const key = `inbox/${api.caller.storeId}/big.apk`;
    await api.objects.put(key, Readable.from([Buffer.alloc(400_001)]));
    await refused(post().send({ package: { objectKey: key }, listing: listingWithUrl }), 'payload-too-large');
    await api.objects.remove(key);
  });
});

describe('what the other parts may not be', () => {
  test('an answer does not grow with the mistakes in the question', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`k${index}`, 1]));
    const { problem } = await refused(form(wrong).attach('package', apk, 'a.apk'), 'invalid-listing');
    expect(problem.errors).toHaveLength(100);
    const long = await refused(form({ ...listing, ['k'.repeat(4000)]: 1 }).attach('package', apk, 'a.apk'), 'invalid-listing');
    expect(JSON.stringify(long.problem).length).toBeLessThan(5000);
    const byJson = await refused(post().send(wrong), 'invalid-request');
    expect(byJson.problem.errors).toHaveLength(100);
  });

  test('a policy or listing that is too large', async () => {
    const big = form(listing).attach('privacyPolicy', Buffer.alloc(2_001), 'p.html').attach('package', apk, 'a.apk');
    expect((await refused(big, 'payload-too-large')).problem.limitBytes).toBe(2_000);
    await refused(form(' '.repeat(6_000)).attach('package', apk, 'a.apk'), 'payload-too-large');
    await refused(post().send({ package: { sha256: apkSha256 }, listing: 'x'.repeat(80_000) }), 'payload-too-large');
  });

  test('no policy at all', async () => {
    await refused(form(listing).attach('package', apk, 'a.apk'), 'policy-missing');
    await refused(post().send({ package: { sha256: apkSha256 }, listing }), 'policy-missing');
  });

  test('an unknown category', async () => {
    for (const category of [0, 40, '不存在类']) {
      const wrong = { ...listingWithUrl, app: { ...listing.app, category } };
      const { problem } = await refused(form(wrong).attach('package', apk, 'a.apk'), 'unknown-category');
      expect(problem.errors).toMatchObject([{ pointer: '/app/category' }]);
    }
  });

  test.each([
    ['no JSON', '{', 'listing'],
    ['an unknown field', { ...listingWithUrl, extra: 1 }, '/extra'],
    ['an unknown field further down', { ...listingWithUrl, app: { ...listing.app, 'a/b': 1 } }, '/app/a~1b'],
    ['a missing name', { ...listingWithUrl, app: { category: 1 } }, '/app/name'],
    ['a policy address that is no web address', { ...listing, privacyPolicyUrl: 'file:///etc/passwd' }, '/privacyPolicyUrl'],
  ])('a listing with %s', async (_name, value, pointer) => {
    const { problem } = await refused(form(value).attach('package', apk, 'a.apk'), 'invalid-listing');
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  test('parts that are missing, unknown, doubled or of the wrong kind', async () => {
    const pointer = async (call: Test) => (await refused(call, 'invalid-request')).problem.errors?.[0]?.pointer;
    expect(await pointer(form())).toBe('package');
    expect(await pointer(form().field('package', 'text'))).toBe('package');
    expect(await pointer(post().attach('package', apk, 'a.apk'))).toBe('listing');
    expect(await pointer(form().field('surprise', '1').attach('package', apk, 'a.apk'))).toBe('surprise');
    expect(await pointer(form().attach('surprise', Buffer.from('x'), 'b.apk').attach('package', apk, 'a.apk'))).toBe('surprise');
    expect(await pointer(form().attach('package', apk, 'a.apk').attach('package', Buffer.from('x'), 'a.apk'))).toBe('package');
    expect(await pointer(form().field('listing', '{}').attach('package', apk, 'a.apk'))).toBe('listing');
    expect(await pointer(form().field('callbackUrl', 'ftp://x/').attach('package', apk, 'a.apk'))).toBe('/callbackUrl');
    expect(await pointer(form().field('callbackUrl', 'https://user:secret@x/').attach('package', apk, 'a.apk'))).toBe(
      '/callbackUrl',
    );
    expect(await pointer(form().field('packageSha256', 'abc').attach('package', apk, 'a.apk'))).toBe('/packageSha256');
  });

  test('a form that is cut short, and other media types', async () => {
    const cut = post().set('Content-Type', 'multipart/form-data; boundary=b');
    await refused(cut.send('--b\r\nContent-Disposition: form-data; name="package"; filename="a"\r\n\r\nhalf'), 'invalid-request');
    await refused(post().set('Content-Type', 'multipart/form-data').send('x'), 'invalid-request');
    await refused(post().set('Content-Type', 'text/plain').send('x'), 'invalid-request');
    await refused(post().set('Content-Type', 'application/json').send('{"a":'), 'invalid-request');
    await refused(post().send({ package: {}, listing: listingWithUrl }), 'invalid-request');
    await refused(post().send({ package: { sha256: apkSha256 }, listing: listingWithUrl, extra: 1 }), 'invalid-request');
    await refused(post().set('Idempotency-Key', 'a b').attach('package', apk, 'a.apk'), 'invalid-request');
  });
});

describe('who may not', () => {
  test('nobody without a key that is valid', async () => {
    const { headers } = await refused(post({}), 'unauthenticated');
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
    await refused(post({ Authorization: 'Bearer sg_wrong' }), 'unauthenticated');
    await refused(post({ Authorization: 'Basic c2c6c2c=' }), 'unauthenticated');
    const gone = await api.another();
    await api.database.stores.revokeKey(gone.keyId);
    await refused(post(gone.auth), 'unauthenticated');
  });

  test('a key without the scope', async () => {
    const reader = await api.another({ scopes: ['submissions:read'] });
    await refused(post(reader.auth), 'forbidden');
    const writer = await api.another({ scopes: ['submissions:write'] });
    await refused(request(api.url).get('/v1/submissions').set(writer.auth), 'forbidden');
    await refused(request(api.url).post('/v1/callbacks/evt_1/redrive').set(writer.auth), 'forbidden');
  });

  test('a key above its rate', async () => {
    const slow = await api.another({ ratePerMinute: 2 });
    const call = () => request(api.url).get('/v1/submissions').set(slow.auth);
    const first = await call();
    expect(first.headers['ratelimit-policy']).toBe('"key";q=2;w=60');
    expect(first.headers.ratelimit).toMatch(/^"key";r=1;t=\d+$/);
    await call();
    const { headers } = await refused(call(), 'rate-limited');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await request(api.url).get('/v1/submissions').set(api.caller.auth)).status).toBe(200);
  });
});

describe('where there is nothing', () => {
  test('unknown paths, submissions and methods', async () => {
    await refused(request(api.url).get('/v2/else'), 'not-found');
    await refused(request(api.url).get('/v1/submissions/sub_none').set(api.caller.auth), 'not-found');
    await refused(request(api.url).get('/v1/submissions/a%20b').set(api.caller.auth), 'invalid-request');
    const { headers } = await refused(request(api.url).put('/v1/submissions').set(api.caller.auth), 'method-not-allowed');
    expect(headers.allow).toBe('POST, GET');
    await refused(request(api.url).get('/v1/submissions/%ff').set(api.caller.auth), 'invalid-request');
  });

  test('filters that do not exist', async () => {
    const list = (query: string) => request(api.url).get(`/v1/submissions?${query}`).set(api.caller.auth);
    for (const query of ['state=lost', 'limit=0', 'limit=201', 'limit=x', 'colour=red', 'cursor=%21', 'createdAfter=yesterday'])
      await refused(list(query), 'invalid-request');
  });
});

describe('when something of ours fails', () => {
  test('what can pass is 503 with Retry-After, what cannot is 500 without details', async () => {
    let failure: Error = new TransientError('store-unavailable', { zh: '暂不可用', en: 'away' });
    const broken = await startApi();
    const { objects } = broken.ports as { objects: { put: unknown } };
    objects.put = async () => {
      throw failure;
    };
    try {
      const call = (bytes = apk) =>
        request(broken.url)
          .post('/v1/submissions')
          .set(broken.caller.auth)
          .field('listing', JSON.stringify(listing))
          .attach('package', bytes, 'a.apk')
          .attach('privacyPolicy', Buffer.from(policy), 'p.html');
      const { headers } = await refused(call(), 'unavailable');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      // In the middle of the package: what the store says counts, not that the package's own stream was cut off by it.
      const full = () => new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) });
      objects.put = (_key: string, body: Readable) =>
        pipeline(body, full()).catch(() => {
          throw failure;
        });
      await refused(call(Buffer.alloc(3_000_000, 'PK')), 'unavailable');
      failure = new Error('secret path /srv/objects');
      const { problem } = await refused(call(), 'internal');
      expect(JSON.stringify(problem)).not.toContain('secret');
      expect(broken.lines.some((line) => line.level === 'error' && 'err' in line.fields)).toBe(true);
    } finally {
      await broken.close();
    }
  });
});

test('every published code was seen, those of other files aside', () => {
  const ofSignIn = ['password-change-required', 'https-required'];
  const elsewhere = ['idempotency-conflict', 'verdict-pending', 'conflict', ...ofSignIn];
  expect(PROBLEM_CODES.filter((code) => !seen.has(code) && !elsewhere.includes(code))).toEqual([]);
});
