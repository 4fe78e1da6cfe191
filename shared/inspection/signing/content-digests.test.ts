import { createHash } from 'node:crypto';
import { ContentDigester, packDigests, unpackDigests } from './content-digests.ts';

const MIB = 1 << 20;
const content = Buffer.from(Array.from({ length: 3 * MIB + 77 }, (_, at) => (at * 31 + (at >>> 9)) & 0xff));
const expected = (hash: string) =>
  Buffer.concat(
    [0, 1, 2].map((n) =>
      createHash(hash)
        .update(Buffer.of(0xa5, 0, 0, 0x10, 0))
        .update(content.subarray(n * MIB, (n + 1) * MIB))
        .digest(),
    ),
  );

test.each([1, 3, 65_536, MIB - 1, MIB, MIB + 1, 5 * MIB])('however the bytes are cut (%i), the chunks are the same', (step) => {
  const digester = new ContentDigester();
  // Single bytes only around the borders, where they matter.
  for (let at = 0; at < content.length; ) {
    const near = at % MIB > MIB - 20 || at % MIB < 20;
    const length = step < 100 && !near ? MIB - 40 : step;
    digester.update(content.subarray(at, at + length));
    at += length;
  }
  const digests = digester.finish();
  expect(digests).toMatchObject({ chunkBytes: MIB, size: content.length });
  expect(Buffer.from(digests.sha256)).toEqual(expected('sha256'));
  expect(Buffer.from(digests.sha512)).toEqual(expected('sha512'));
});

test('what is packed is unpacked, for a package of that size only', () => {
  const digester = new ContentDigester();
  digester.update(content);
  const digests = digester.finish();
  const packed = packDigests(digests);
  expect(packed).toHaveLength(3 * 96);
  expect(unpackDigests(packed, content.length)).toEqual(digests);
  expect(unpackDigests(packed, content.length + MIB)).toBeNull();
  expect(unpackDigests(packed.subarray(1), content.length)).toBeNull();
});

test('less than a chunk has no digests, and that is not the same as none taken', () => {
  const digester = new ContentDigester();
  digester.update(content.subarray(0, 1000));
  const digests = digester.finish();
  expect(digests).toMatchObject({ size: 1000 });
  expect(unpackDigests(packDigests(digests), 1000)).toEqual(digests);
});
