import type { FetchFailure } from '../../../shared/domain/ports.ts';
import { guardedDownload, guardedFetch, guardedPost, guardedQuery } from '../../../shared/platform/fetch/index.ts';
import { type Origin, startOrigin } from './origin.ts';

const LIMITS = { maxBytes: 100_000, timeoutMs: 5_000 };
let origin: Origin;
beforeAll(async () => {
  origin = await startOrigin((request, response) => {
    if (request.url?.startsWith('/to?')) response.writeHead(302, { location: decodeURIComponent(request.url.slice(4)) }).end();
    else response.end('reached');
  });
});
afterAll(() => origin.close());

async function failureOf(url: string, guard = {}): Promise<FetchFailure | null> {
  const fetched = await guardedFetch(guard)(url, LIMITS);
  return fetched.ok ? null : fetched.failure;
}

test.each([
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://１２７.0.0.1:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[0:0:0:0:0:ffff:a9fe:a9fe]/latest/meta-data/',
  'http://0:PORT/',
  'http://127.0.1:PORT/',
  'http://0x7f.1:PORT/',
  'http://0x7F000001:PORT/',
  'http://0177.1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://127。0。0。1:PORT/',
  'http://①②⑦.0.0.1:PORT/',
  'http://2852039166/latest/meta-data/',
  'http://0xa9fea9fe/latest/meta-data/',
  'http://0251.0376.0251.0376/latest/meta-data/',
  'http://192.168.0.1/',
  'http://172.16.0.1/',
  'http://168.63.129.16/',
  'http://0.0.0.0:PORT/',
  'http://localhost:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.100.100.200/latest/meta-data/',
  'http://10.0.0.1/',
])('%s is a private address, and nobody is asked', async (pattern) => {
  const url = pattern.replace('PORT', String(origin.port));
  const before = origin.seen.length;
  expect(await failureOf(url)).toBe('private-address');
  const post = await guardedPost()(url, { headers: {}, body: '{}', timeoutMs: 5_000 });
  expect(post).toMatchObject({ ok: false, failure: 'private-address' });
  expect(await guardedDownload()(url, LIMITS)).toMatchObject({ ok: false, failure: 'private-address' });
  expect(origin.seen).toHaveLength(before);
});

test.each([
  '',
  'not a url',
  'file:///etc/passwd',
  'ftp://example.com/',
  'gopher://127.0.0.1/',
  'data:text/html,x',
  'http://user:secret@example.com/',
  'http://example.com@127.0.0.1/',
  'http://example.com:80@169.254.169.254/',
  'http://[fe80::1%25eth0]/',
  'http://[::1%lo]/',
  'http://[::ffff:127.0.0.1',
  'http://0x100000000/',
  'http://256.0.0.1/',
  'http://',
])('%j is a bad URL', async (url) => {
  expect(await failureOf(url)).toBe('bad-url');
});

test('a name with one private address among public ones is refused', async () => {
  const resolve = async () => [
    { address: '1.1.1.1', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  expect(await failureOf(`http://mixed.test:${origin.port}/`, { resolve })).toBe('private-address');
});

test('a name that changes its answer gains nothing: what was checked is what is connected to', async () => {
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  let asked = 0;
  const resolve = async () => (answers[Math.min(asked++, 1)] ?? []).map((address) => ({ address, family: 4 }));
  const fetched = await guardedFetch({ allowPrivateAddresses: true, resolve })(`http://rebinding.test:${origin.port}/`, LIMITS);
  expect(fetched).toMatchObject({ ok: true });
  // One question a connection: there is no second resolution between the check and the connection.
  expect(asked).toBe(1);
});

describe('a server that is let through, in a network that is closed', () => {
  // 127.0.0.2 plays the public server; 127.0.0.1, on which `origin` listens, stays what it is.
  const OPEN = '127.0.0.2';
  const guard = { allowAddresses: [OPEN] };
  let server: Origin;
  beforeAll(async () => {
    server = await startOrigin((request, response) => {
      const target = decodeURIComponent(request.url?.split('?to=')[1] ?? '');
      if (target === '') response.end('reached');
      else response.writeHead(302, { location: target }).end();
    }, OPEN);
  });
  afterAll(() => server.close());

  test.each([
    'http://127.0.0.1:PORT/secret',
    '//127.0.0.1:PORT/secret',
    'http://2130706433:PORT/secret',
    'http://0x7f.0x1:PORT/secret',
    'http://0177.0.0.01:PORT/secret',
    'http://[::ffff:127.0.0.1]:PORT/secret',
    'http://[::1]:PORT/secret',
    'http://localhost:PORT/secret',
    'http://169.254.169.254/latest/meta-data/',
    'http://[64:ff9b::a9fe:a9fe]/',
  ])('a redirect to %s is not followed', async (pattern) => {
    const target = pattern.replace('PORT', String(origin.port));
    const before = origin.seen.length;
    expect(await failureOf(`${server.url}/?to=${encodeURIComponent(target)}`, guard)).toBe('private-address');
    // Two steps away it is no different.
    const twice = `${server.url}/?to=${encodeURIComponent(target)}`;
    expect(await failureOf(`${server.url}/?to=${encodeURIComponent(twice)}`, guard)).toBe('private-address');
    expect(await guardedDownload(guard)(`${server.url}/?to=${encodeURIComponent(target)}`, LIMITS)).toMatchObject({
      ok: false,
      failure: 'private-address',
    });
    expect(origin.seen).toHaveLength(before);
  });

  test('a redirect to itself is', async () => {
    expect(await failureOf(`${server.url}/?to=/landed`, guard)).toBeNull();
  });

  test('a name that answers with the public server first and with a private one the next time is refused then', async () => {
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? OPEN : '127.0.0.1', family: 4 }];
    const rebinding = `http://rebinding.test:${server.port}`;
    const before = server.seen.length;
    // The redirect to the same name resolves anew, and the new answer is judged.
    expect(await failureOf(`${rebinding}/?to=${encodeURIComponent(`${rebinding}/`)}`, { ...guard, resolve })).toBe(
      'private-address',
    );
    expect(asked).toBe(2);
    expect(server.seen).toHaveLength(before + 1);
  });

  test('a query is guarded alike', async () => {
    const request = { contentType: 'application/json', body: '{}' };
    expect(await guardedQuery(guard)(`http://127.0.0.1:${origin.port}/`, request, LIMITS)).toMatchObject({
      failure: 'private-address',
    });
    expect(await guardedQuery(guard)(`${server.url}/`, request, LIMITS)).toMatchObject({ ok: true, document: { status: 200 } });
  });
});

describe('redirects', () => {
  // The first name is let through by the resolver under test, the target is judged by the real guard's rule for numbers and schemes.
  const to = (target: string): string => `http://127.0.0.1:${origin.port}/to?${encodeURIComponent(target)}`;
  const open = { allowPrivateAddresses: true };

  test('are followed, the final URL is told', async () => {
    const fetched = await guardedFetch(open)(to('/landed'), LIMITS);
    expect(fetched).toMatchObject({ ok: true, document: { finalUrl: `${origin.url}/landed`, status: 200 } });
  });

  test.each([
    ['file:///etc/passwd', 'bad-url'],
    ['http://user:pw@example.com/', 'bad-url'],
    ['javascript:alert(1)', 'bad-url'],
  ])('to %s end with %s', async (target, failure) => {
    expect(await failureOf(to(target), open)).toBe(failure);
  });

  test('that never end are given up', async () => {
    const loop = await startOrigin((_request, response) => response.writeHead(307, { location: '/again' }).end());
    expect(await failureOf(loop.url, open)).toBe('too-many-redirects');
    expect(loop.seen).toHaveLength(6);
    await loop.close();
  });

  test('are not followed by a post', async () => {
    const before = origin.seen.length;
    const posted = await guardedPost(open)(to('/landed'), { headers: {}, body: '{}', timeoutMs: 5_000 });
    expect(posted).toEqual({ ok: true, status: 302 });
    expect(origin.seen).toHaveLength(before + 1);
  });
});
