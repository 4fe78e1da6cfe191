import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { guardedDownload, guardedFetch, guardedPost } from '../../../shared/platform/fetch/index.ts';
import { freePort } from '../../../shared/platform/postgres/port.ts';
import { type Origin, startOrigin } from './origin.ts';

const GUARD = { allowPrivateAddresses: true };
const LIMITS = { maxBytes: 100_000, timeoutMs: 5_000 };
const TEXT = '本隐私政策适用于示例地图。'.repeat(50);

let origin: Origin | null = null;
const serve = async (listener: RequestListener): Promise<string> => {
  origin = await startOrigin(listener);
  return origin.url;
};
afterEach(async () => {
  await origin?.close();
  origin = null;
});

test.each([
  ['identity', (bytes: Buffer) => bytes],
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['gzip, br', (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
])('decodes %s', async (encoding, encode) => {
  const url = await serve((_request, response) => {
    response
      .setHeader('content-encoding', encoding)
      .setHeader('x-twice', ['a', 'b'])
      .end(encode(Buffer.from(TEXT)));
  });
  const fetched = await guardedFetch(GUARD)(url, LIMITS);
  if (!fetched.ok) throw new Error(fetched.detail);
  expect(Buffer.from(fetched.document.bytes).toString()).toBe(TEXT);
  expect(fetched.document.headers['x-twice']).toBe('a, b');
});

test.each([
  ['a lie', 'gzip', Buffer.from('<html>')],
  ['cut short', 'gzip', gzipSync(Buffer.from(TEXT)).subarray(0, 60)],
  ['unknown', 'zebra', Buffer.from('x')],
  ['many layers', 'gzip, gzip, gzip', Buffer.from('x')],
])('an encoding that is %s', async (_name, encoding, bytes) => {
  const url = await serve((_request, response) => response.setHeader('content-encoding', encoding).end(bytes));
  expect(await guardedFetch(GUARD)(url, LIMITS)).toMatchObject({ ok: false, failure: 'bad-encoding' });
});

test('a page that is compressed and does not say so is read; a download of that kind stays what it is', async () => {
  const url = await serve((request, response) =>
    response
      .setHeader('content-type', request.url === '/page' ? 'text/html' : 'application/gzip')
      .end(gzipSync(Buffer.from(TEXT))),
  );
  const page = await guardedFetch(GUARD)(`${url}/page`, LIMITS);
  expect(page.ok && Buffer.from(page.document.bytes).toString()).toBe(TEXT);
  const file = await guardedFetch(GUARD)(`${url}/file`, LIMITS);
  expect(file.ok && file.document.bytes[0]).toBe(0x1f);
});

test('a bomb is stopped at the cap', async () => {
  const url = await serve((_request, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000))),
  );
  const before = process.memoryUsage().arrayBuffers;
  expect(await guardedFetch(GUARD)(url, LIMITS)).toMatchObject({ ok: false, failure: 'too-large' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
});

test('a large body is refused, whether it says so or not', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/declared') response.setHeader('content-length', 200_000);
    response.end(Buffer.alloc(200_000));
  });
  for (const path of ['/declared', '/chunked'])
    expect(await guardedFetch(GUARD)(url + path, LIMITS)).toMatchObject({ ok: false, failure: 'too-large' });
});

test.each([
  ['no answer', (() => undefined) as RequestListener],
  ['headers only', ((_request, response) => void response.writeHead(200).flushHeaders()) as RequestListener],
  [
    'one byte at a time',
    ((_request, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    }) as RequestListener,
  ],
])('%s: the deadline covers everything', async (_name, listener) => {
  const url = await serve(listener);
  expect(await guardedFetch(GUARD)(url, { maxBytes: 100_000, timeoutMs: 200 })).toMatchObject({ ok: false, failure: 'timeout' });
  expect(
    await guardedDownload(GUARD)(url, { maxBytes: 100_000, timeoutMs: 200 }).then(async (got) => {
      if (!got.ok) return got.failure;
      return buffer(got.body).then(
        () => 'whole',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
    }),
  ).toMatch(/timeout/);
});

test('a body that is cut short is not taken for whole', async () => {
  const url = await serve((_request, response) => {
    response.setHeader('content-length', 1_000);
    response.write('half');
    setImmediate(() => response.destroy());
  });
  expect(await guardedFetch(GUARD)(url, LIMITS)).toMatchObject({ ok: false, failure: 'connect' });
  const got = await guardedDownload(GUARD)(url, LIMITS);
  if (got.ok) await expect(buffer(got.body)).rejects.toMatchObject({ code: 'download-broken' });
});

test('nobody listens; no such name', async () => {
  expect(await guardedFetch(GUARD)(`http://127.0.0.1:${await freePort()}/`, LIMITS)).toMatchObject({
    ok: false,
    failure: 'connect',
  });
  const resolve = async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  };
  expect(await guardedFetch({ resolve })('http://nowhere.test/', LIMITS)).toMatchObject({ ok: false, failure: 'dns' });
});

test('plain http on a port that speaks it, https asked for', async () => {
  const url = await serve((_request, response) => response.end('x'));
  expect(await guardedFetch(GUARD)(url.replace('http:', 'https:'), LIMITS)).toMatchObject({ ok: false, failure: 'tls' });
});

test('a download is a stream, whole and byte for byte', async () => {
  const bytes = randomBytes(3_000_000);
  const url = await serve((_request, response) => response.end(bytes));
  const got = await guardedDownload(GUARD)(url, { maxBytes: 3_000_000, timeoutMs: 5_000 });
  if (!got.ok) throw new Error(got.detail);
  expect((await buffer(got.body)).equals(bytes)).toBe(true);
});

test('a download that grows beyond the cap fails on the way', async () => {
  const url = await serve((_request, response) => {
    response.write(Buffer.alloc(60_000));
    response.end(Buffer.alloc(60_000));
  });
  const got = await guardedDownload(GUARD)(url, LIMITS);
  if (!got.ok) throw new Error(got.detail);
  await expect(buffer(got.body)).rejects.toMatchObject({ code: 'too-large' });
});

test('a signal ends a download', async () => {
  const url = await serve((_request, response) => void response.write('begin'));
  const stop = new AbortController();
  const got = await guardedDownload(GUARD)(url, { ...LIMITS, signal: stop.signal });
  if (!got.ok) throw new Error(got.detail);
  const reading = buffer(got.body);
  stop.abort();
  await expect(reading).rejects.toMatchObject({ code: 'download-broken' });
});

test('a post carries its body and headers and tells the status', async () => {
  let received = '';
  let signature: unknown;
  const url = await serve(async (request, response) => {
    signature = request.headers['webhook-signature'];
    request.on('data', (chunk: Buffer) => {
      received += chunk.toString();
    });
    await once(request, 'end');
    response.writeHead(202).end(Buffer.alloc(1_000_000));
  });
  const posted = await guardedPost(GUARD)(url, {
    headers: { 'webhook-signature': 'v1,abc' },
    body: '{"应用":"示例"}',
    timeoutMs: 5_000,
  });
  expect(posted).toEqual({ ok: true, status: 202 });
  expect(received).toBe('{"应用":"示例"}');
  expect(signature).toBe('v1,abc');
});

test('a post to a server that does not answer ends in time', async () => {
  const url = await serve(() => undefined);
  expect(await guardedPost(GUARD)(url, { headers: {}, body: '{}', timeoutMs: 150 })).toMatchObject({
    ok: false,
    failure: 'timeout',
  });
});
