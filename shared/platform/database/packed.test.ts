import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { pack, unpack } from './packed.ts';

const LATIN = 'android.permission.READ_CONTACTS '.repeat(20);

describe('a packed value', () => {
  test.each([
    ['facts of a package', { label: '示例😀', text: LATIN, more: ['\u0080', '\ud800', '\\u793a', '"'] }],
    ['facts of a policy', { text: '我们收集您的位置信息。😀'.repeat(20) }],
    ['a large value', Array.from({ length: 60_000 }, (_, at) => ((at * 7_919) ** 2 % 1_000_003).toString(36))],
    ['nothing', null],
  ])('comes back: %s', async (_name, value) => {
    expect(await unpack(await pack(value))).toEqual(value);
  });

  test('comes back whatever it is', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(LATIN), fc.constant('隐私政策'));
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (texts) => expect(await unpack(await pack(texts))).toEqual(texts)),
      { numRuns: 50 },
    );
  });

  test('that was packed as UTF-8 is still read', async () => {
    const json = Buffer.from(JSON.stringify({ label: '示例', text: LATIN }));
    const packed = Buffer.concat([Buffer.of(1), brotliCompressSync(json)]);
    expect(await unpack(packed)).toEqual({ label: '示例', text: LATIN });
  });

  test('of a kind that nobody knows is refused', async () => {
    await expect(unpack(Buffer.of(9, 1))).rejects.toThrow('unknown kind 9');
  });
});
