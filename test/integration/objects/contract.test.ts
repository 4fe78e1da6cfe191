import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ObjectStore, openObjectStore } from '../../../shared/platform/objects/index.ts';
import { type TestS3, testS3 } from '../../support/s3.ts';

interface Opened {
  readonly store: ObjectStore;
  end(): Promise<void>;
}

const kinds: Record<string, () => Promise<Opened>> = {
  file: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shelfgate-objects-'));
    const store = await openObjectStore(`file:${folder}`);
    return { store, end: () => rm(folder, { recursive: true, force: true }) };
  },
  s3: async () => {
    const server: TestS3 = await testS3();
    const store = await openObjectStore(server.url, server.credentials);
    return { store, end: () => server.stop() };
  },
};

const MIB = 2 ** 20;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const keysUnder = async (store: ObjectStore, prefix: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys.sort();
};

describe.each(Object.keys(kinds))('the contract of an object store: %s', (kind) => {
  let opened: Opened;
  let store: ObjectStore;
  beforeAll(async () => {
    opened = await kinds[kind]!();
    store = opened.store;
  });
  afterAll(async () => {
    await store.close();
    await opened.end();
  });

  test.each([
    ['nothing', 0, false],
    ['one byte', 1, true],
    ['several parts, size unknown', 20 * MIB + 3, false],
    ['several parts, size known', 20 * MIB + 3, true],
  ])('puts and gets %s', async (name, length, known) => {
    const bytes = randomBytes(length);
    const key = `packages/${name.replaceAll(/[ ,]+/g, '-')}`;
    const put = await store.put(key, Readable.from(chunksOf(bytes)), known ? { size: length } : {});
    expect(put.size).toBe(length);
    expect(await store.stat(key)).toEqual({ size: length });
    expect(sha256(await buffer(await store.get(key)))).toBe(sha256(bytes));
  });

  test('reads ranges: exactly what was asked, less only at the end', async () => {
    const bytes = randomBytes(300_000);
    await store.put('ranges/object', Readable.from([bytes]), { size: bytes.length });
    expect(await store.read('ranges/object', 0, 10)).toEqual(bytes.subarray(0, 10));
    expect(await store.read('ranges/object', 123_456, 100_000)).toEqual(bytes.subarray(123_456, 223_456));
    expect(await store.read('ranges/object', 299_990, 100)).toEqual(bytes.subarray(299_990));
    expect(await store.read('ranges/object', 300_000, 10)).toHaveLength(0);
    expect(await store.read('ranges/object', 400_000, 10)).toHaveLength(0);
    expect(await store.read('ranges/object', 5, 0)).toHaveLength(0);
  });

  test('what is not there', async () => {
    expect(await store.stat('packages/none')).toBeNull();
    await expect(store.get('packages/none').then(buffer)).rejects.toMatchObject({ code: 'object-missing' });
    await expect(store.read('packages/none', 0, 10)).rejects.toMatchObject({ code: 'object-missing' });
    await store.remove('packages/none');
  });

  test('removes', async () => {
    await store.put('gone/a', Readable.from([Buffer.from('a')]));
    await store.remove('gone/a');
    expect(await store.stat('gone/a')).toBeNull();
  });

  test('lists by prefix, with size and time', async () => {
    for (const key of ['list/a/1', 'list/a/2', 'list/b/1']) await store.put(key, Readable.from([Buffer.from(key)]));
    expect(await keysUnder(store, 'list/')).toEqual(['list/a/1', 'list/a/2', 'list/b/1']);
    expect(await keysUnder(store, 'list/a/')).toEqual(['list/a/1', 'list/a/2']);
    expect(await keysUnder(store, 'nowhere/')).toEqual([]);
    for await (const object of store.list('list/b/')) {
      expect(object.size).toBe(8);
      expect(Math.abs(Date.now() - object.modified.getTime())).toBeLessThan(60_000);
    }
  });

  test.each([100_000, 17 * MIB])('a body that fails after %i bytes leaves nothing and its own error', async (length) => {
    const failing = Readable.from(
      (async function* () {
        yield* chunksOf(randomBytes(length));
        throw new Error('the client hung up');
      })(),
    );
    await expect(store.put('failed/object', failing)).rejects.toThrow('the client hung up');
    expect(await store.stat('failed/object')).toBeNull();
    expect(await keysUnder(store, 'failed/')).toEqual([]);
  });

  test.each([
    '../escape',
    'a/../../escape',
    '/absolute',
    'a//b',
    'a/',
    '',
    '.hidden',
    'a/.drafts/b',
    'a\\b',
    'a\0b',
    `a/${'x'.repeat(600)}`,
  ])('refuses the key %j', async (key) => {
    await expect(store.put(key, Readable.from([Buffer.from('x')]))).rejects.toMatchObject({ code: 'bad-object-key' });
    await expect(store.get(key)).rejects.toMatchObject({ code: 'bad-object-key' });
    await expect(store.read(key, 0, 1)).rejects.toMatchObject({ code: 'bad-object-key' });
  });

  test('checks itself', async () => {
    await store.check();
  });
});

function* chunksOf(bytes: Buffer): Iterable<Buffer> {
  for (let offset = 0; offset < bytes.length; offset += 65_536) yield bytes.subarray(offset, offset + 65_536);
}

test('a folder keeps no drafts of bodies that failed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-objects-'));
  const store = await openObjectStore(`file:${folder}`);
  const failing = Readable.from(
    (async function* () {
      yield randomBytes(1000);
      throw new Error('cut');
    })(),
  );
  await expect(store.put('a/b', failing)).rejects.toThrow('cut');
  expect(await readdir(join(folder, '.drafts'))).toEqual([]);
  await rm(folder, { recursive: true, force: true });
  await expect(store.check()).rejects.toMatchObject({ code: 'object-store-unavailable' });
});

// Root may write wherever it likes.
(process.getuid?.() === 0 ? test.skip : test)('a folder that has become read-only is a fault that can pass', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-objects-'));
  const store = await openObjectStore(`file:${folder}`);
  await store.put('a/b', Readable.from([Buffer.from('kept')]));
  const lock = (mode: number) => Promise.all(['.drafts', 'a'].map((name) => chmod(join(folder, name), mode)));
  await lock(0o500);
  const unavailable = { code: 'object-store-unavailable' };
  await expect(store.put('a/c', Readable.from([Buffer.from('x')]))).rejects.toMatchObject(unavailable);
  await expect(store.remove('a/b')).rejects.toMatchObject(unavailable);
  await expect(store.check()).rejects.toMatchObject(unavailable);
  await lock(0o700);
  expect((await store.read('a/b', 0, 4)).toString()).toBe('kept');
  await rm(folder, { recursive: true, force: true });
});

test('a store that is away for a while is a fault that can pass', async () => {
  const server = await testS3();
  const store = await openObjectStore(server.url, server.credentials);
  await store.put('a/b', Readable.from([Buffer.from('kept')]));
  await server.kill();
  await expect(store.check()).rejects.toMatchObject({ code: 'object-store-unavailable' });
  await expect(store.read('a/b', 0, 4)).rejects.toMatchObject({ code: 'object-store-unavailable' });
  await expect(store.put('a/c', Readable.from([Buffer.from('x')]))).rejects.toMatchObject({ code: 'object-store-unavailable' });
  await server.restart();
  expect((await store.read('a/b', 0, 4)).toString()).toBe('kept');
  await store.close();
  await server.stop();
});

test.each(['http://store/bucket', 's3://store:9000/', 's3://store:9000/UP', 's3://store:9000/bucket?tls=maybe'])(
  'refuses the URL %s',
  async (url) => {
    await expect(openObjectStore(url, { accessKey: 'a', secretKey: 'b' })).rejects.toMatchObject({ code: 'bad-configuration' });
  },
);
