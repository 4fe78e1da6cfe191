import fc from 'fast-check';
import { buildApk } from '../../services/cli/building/apk.ts';
import { type KeyKind, makeIdentity } from '../../services/cli/building/certificate.ts';
import { signApk } from '../../services/cli/building/sign.ts';
import { signingOf } from '../fixtures/signing.ts';

/** A package that was signed verifies; with any byte of its content changed it does not. */

const identities = new Map(
  (['RSA', 'EC', 'DSA'] as const).map((kind: KeyKind) => [
    kind,
    makeIdentity(kind, [
      ['CN', kind],
      ['O', 'Example'],
    ]),
  ]),
);
const content = fc.uint8Array({ minLength: 1, maxLength: 4000 });
const schemes = fc.constantFrom<readonly ('v2' | 'v3')[]>(['v2'], ['v3'], ['v2', 'v3']);
const kinds = fc.constantFrom<KeyKind>('RSA', 'EC', 'DSA');

const signed = (data: Uint8Array, kind: KeyKind, used: readonly ('v2' | 'v3')[]): Buffer =>
  signApk(
    buildApk({ packageName: 'com.example', minSdk: 24, targetSdk: 34, entries: { 'assets/data': data } }),
    [identities.get(kind)!],
    used,
  );

test('signed content verifies with every key and scheme', async () => {
  await fc.assert(
    fc.asyncProperty(content, kinds, schemes, async (data, kind, used) => {
      const { signing } = await signingOf(signed(data, kind, used));
      const results = (signing.results ?? []).filter(({ scheme }) => scheme === 'v2' || scheme === 'v3');
      expect(results.map(({ scheme, result }) => [scheme, result])).toEqual(used.map((scheme) => [scheme, 'valid']));
    }),
    { numRuns: 60 },
  );
});

test('one changed byte of an entry is noticed', async () => {
  await fc.assert(
    fc.asyncProperty(content, schemes, fc.nat(), fc.integer({ min: 1, max: 255 }), async (data, used, place, difference) => {
      const bytes = signed(data, 'EC', used);
      // The content of entries lies in front of the signing block, which begins where the directory would without it.
      const end = bytes.indexOf(Buffer.from('APK Sig Block 42')) - 8;
      const blockStart = bytes.readUInt32LE(bytes.length - 6) - Number(bytes.readBigUInt64LE(end)) - 8;
      const at = place % blockStart;
      bytes[at] = bytes[at]! ^ difference;
      const { signing } = await signingOf(bytes).catch(() => ({ signing: { results: [] } }));
      expect((signing.results ?? []).filter(({ result }) => result === 'valid')).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
