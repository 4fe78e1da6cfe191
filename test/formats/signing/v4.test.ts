import { makeIdentity } from '../../fixtures/certificate.ts';
import { inspectBytes } from '../../fixtures/source.ts';
import { buildSplit, packSet } from '../../fixtures/split-set.ts';

const signer = makeIdentity('EC', [['CN', 'signer']]);
const base = buildSplit({ packageName: 'com.example', classes: [{ name: 'com.example.A' }], signer });

test('a v4 signature beside the base is seen and not taken for verified', async () => {
  const { signing } = await inspectBytes(packSet({ 'base.apk': base, 'base.apk.idsig': 'a tree' }));
  expect(signing.schemes).toEqual(['v2', 'v4']);
  expect(signing.results!.at(-1)).toMatchObject({ scheme: 'v4', result: 'not-checked', problems: [{ code: 'v4-not-verified' }] });
  const without = await inspectBytes(packSet({ 'base.apk': base, 'other.apk.idsig': 'a tree' }));
  expect(without.signing.schemes).toEqual(['v2']);
  expect(signing.verified).toBe(without.signing.verified);
});
