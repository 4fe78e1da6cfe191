import { decodePrints, encodePrints, isKept, printOfNumbers, printOfText } from './prints.ts';

test('a print stays what it is for ever', () => {
  expect(printOfText('s', '')).toBe(printOfNumbers('s', []));
  expect([
    printOfText('s', 'com.vendor.key'),
    printOfText('r', 'string/app_name'),
    printOfText('s', '友盟'),
  ]).toMatchInlineSnapshot(`
[
  1842679898,
  2939557344,
  1574673750,
]
`);
  expect(printOfNumbers('m', [1, 2, 0xffffffff])).toMatchInlineSnapshot(`2368015427`);
});

test('hashes as MurmurHash3 does', () => {
  // Words 's' (0x73) and 'abcd' as one block, checked against the reference implementation's bytes 73 00 00 00 61 62 63 64.
  expect(printOfNumbers('s', [0x64636261])).toBe(murmur3(Buffer.from([0x73, 0, 0, 0, 0x61, 0x62, 0x63, 0x64])));
});

test('the kind, the order and every unit count', () => {
  const prints = [
    printOfText('s', 'ab'),
    printOfText('m', 'ab'),
    printOfText('s', 'ba'),
    printOfText('s', 'a'),
    printOfText('s', 'ab\0'),
  ];
  expect(new Set(prints).size).toBe(prints.length);
});

test('a quarter of all features is kept', () => {
  const kept = Array.from({ length: 8000 }, (_, i) => printOfText('s', `feature ${i}`)).filter(isKept);
  expect(kept.length).toBeGreaterThan(1850);
  expect(kept.length).toBeLessThan(2150);
});

test('lists come back sorted, each print once', () => {
  const prints = [0xffffffff, 4, 0, 128, 4, 2 ** 31, 127];
  expect([...decodePrints(encodePrints(prints))]).toEqual([0, 4, 127, 128, 2 ** 31, 0xffffffff]);
  expect(encodePrints([])).toBe('');
  expect([...decodePrints('')]).toEqual([]);
  const many = Array.from({ length: 500 }, (_, i) => printOfText('s', String(i)));
  expect([...decodePrints(encodePrints(many))]).toEqual([...new Set(many)].sort((a, b) => a - b));
});

test.each([
  ['no base64', '!!!!', []],
  ['a length that no base64 has', 'BAg', []],
  ['a number cut short', base64(4, 0x84), [4]],
  ['a number of more than five bytes', base64(4, 0x80, 0x80, 0x80, 0x80, 0x80, 1), [4]],
  ['a print beyond 32 bits', base64(4, 0xff, 0xff, 0xff, 0xff, 0x1f), [4]],
  ['a print twice', base64(4, 4, 0, 4), [4, 8]],
])('%s ends the list', (_, text, prints) => {
  expect([...decodePrints(text)]).toEqual(prints);
});

test('a list without end is cut', () => {
  expect(decodePrints(Buffer.alloc(300_000, 1).toString('base64'))).toHaveLength(100_000);
});

function base64(...bytes: number[]): string {
  return Buffer.from(bytes).toString('base64');
}

/** MurmurHash3 x86 32 of whole blocks, as published (A. Appleby). */
function murmur3(bytes: Buffer): number {
  let h = 0n;
  const mask = 0xffffffffn;
  const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (32n - by))) & mask;
  for (let at = 0; at < bytes.length; at += 4) {
    const k = (rotate((BigInt(bytes.readUInt32LE(at)) * 0xcc9e2d51n) & mask, 15n) * 0x1b873593n) & mask;
    h = (rotate(h ^ k, 13n) * 5n + 0xe6546b64n) & mask;
  }
  h ^= BigInt(bytes.length);
  h = ((h ^ (h >> 16n)) * 0x85ebca6bn) & mask;
  h = ((h ^ (h >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(h ^ (h >> 16n));
}
