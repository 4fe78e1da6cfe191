import { buildSigned, type PairRecipe } from '../../../services/cli/building/sign.ts';
import { PROOF_OF_ROTATION, writeLineage } from '../../fixtures/lineage.ts';
import { problemsOf, signingOf } from '../../fixtures/signing.ts';
import { app, both, ec, next, one, rsa, v2, v3 } from './parts.ts';

/** Ids of attributes (source.android.com, "APK Signature Scheme v3.1"). */
const ROTATION_MIN_SDK = 0x559f8b02;
const DEVELOPMENT_RELEASE = 0xc2a6b3ba;

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const lineage = { id: PROOF_OF_ROTATION, value: writeLineage([rsa, next], [0x15, 0x1f]) };
const v31 = (minSdk = 33, more = {}): PairRecipe => ({
  scheme: 'v3.1',
  signers: [{ identity: next, minSdk, attributes: [lineage], ...more }],
});
const old = (until: number, promised: number | null = until + 1): PairRecipe =>
  v3({ ...one, maxSdk: until, attributes: promised === null ? [] : [{ id: ROTATION_MIN_SDK, value: number(promised) }] });
const signed = async (minSdk: number, ...block: PairRecipe[]) =>
  (await signingOf(buildSigned(app(minSdk, 33), { block }))).signing;

test('rotation from Android 13 on: the old key below it, and the history as facts', async () => {
  const signing = await signed(24, v2({ ...one, attributes: [both] }), old(32), v31());
  expect(signing).toMatchObject({ verified: 'valid', schemes: ['v2', 'v3', 'v3.1'] });
  expect(signing.results!.map(({ scheme, result }) => [scheme, result])).toEqual([
    ['v2', 'valid'],
    ['v3', 'valid'],
    ['v3.1', 'valid'],
  ]);
  expect(signing.signers.map(({ scheme, minSdk, maxSdk, algorithms }) => [scheme, minSdk, maxSdk, algorithms])).toEqual([
    ['v2', undefined, undefined, ['RSA_PKCS1_V1_5_WITH_SHA256']],
    ['v3', 28, 32, ['RSA_PKCS1_V1_5_WITH_SHA256']],
    ['v3.1', 33, 0x7fffffff, ['ECDSA_WITH_SHA256']],
  ]);
  const [first, last] = signing.lineage!;
  expect(first).toEqual({
    sha256: signing.signers[0]!.certificates[0]!.sha256,
    capabilities: ['installed-data', 'permission', 'auth'],
  });
  expect(last!.sha256).toBe(signing.signers[2]!.certificates[0]!.sha256);
  expect(signing.lineage).toHaveLength(2);
});

test('rotation later than Android 13: v3 stands in until then', async () => {
  expect((await signed(28, old(33), v31(34))).verified).toBe('valid');
});

test('a development release has the number of the release before', async () => {
  const block: PairRecipe = {
    scheme: 'v3.1',
    signers: [
      { identity: next, minSdk: 33, maxSdk: 34, attributes: [lineage] },
      { identity: next, minSdk: 34, attributes: [lineage, { id: DEVELOPMENT_RELEASE, value: Buffer.alloc(0) }] },
    ],
  };
  expect((await signed(28, old(32), block)).verified).toBe('valid');
});

test.each([
  ['v3.1 taken out', [old(32)], 'v3', 'scheme-stripped'],
  ['v3 promises another version', [old(32, 34), v31()], 'v3', 'rotation-differs'],
  ['v3 ends too early', [old(30, 33), v31()], 'v3', 'sdk-versions-missing'],
  ['no v3 under it', [v31()], 'v3', 'scheme-missing'],
  ['v3.1 does not reach the newest', [old(32), v31(33, { maxSdk: 40 })], 'v3.1', 'sdk-versions-missing'],
  ['v3.1 with another signature', [old(32), v31(33, { lies: { signature: () => Buffer.alloc(70) } })], 'v3.1', 'signature-wrong'],
  [
    'v3.1 with content that was changed',
    [old(32), v31(33, { lies: { digest: () => Buffer.alloc(32) } })],
    'v3.1',
    'content-changed',
  ],
] as const)('refused: %s', async (_name, block, scheme, code) => {
  const signing = await signed(28, ...block);
  expect(signing.verified).toBe('invalid');
  expect(problemsOf(signing, scheme)).toContain(code);
});

test('a signature that was taken out is tampering, for which the package is refused', async () => {
  const { observations } = await signingOf(buildSigned(app(28, 33), { block: [old(32)] }));
  expect(observations.tampering).toMatchObject([{ trick: 'signature-stripped', place: 'v3', effect: 'install' }]);
  const { observations: jar } = await signingOf(buildSigned(app(21), { jar: { signers: [rsa], recipe: { apkSigned: '2, 3' } } }));
  expect(jar.tampering).toMatchObject([{ trick: 'signature-stripped', place: 'v1', effect: 'install' }]);
});

test('older schemes must be of the key at which the history begins', async () => {
  const signing = await signed(24, v2({ identity: ec }), old(32), v31());
  expect(signing.verified).toBe('invalid');
  expect(problemsOf(signing, 'v3')).toContain('signers-differ');
});
