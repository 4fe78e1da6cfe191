import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApk } from '../../../services/cli/building/apk.ts';
import { makeIdentity } from '../../../services/cli/building/certificate.ts';
import { signApk } from '../../../services/cli/building/sign.ts';
import { sniffFormat } from '../../../shared/inspection/index.ts';
import { DEPENDENCY_APKS } from '../../fixtures/packages.ts';
import { bytesSource, inspectBytes, inspectFile } from '../../fixtures/source.ts';
import { unpack } from '../../fixtures/unpack.ts';
import { apksignerCertificates, isInstalled } from '../judges.ts';

const subject = [
  ['C', 'CN'],
  ['O', '示例科技（深圳）有限公司'],
  ['CN', 'Example, Inc'],
] as const;
const rsa = makeIdentity('RSA', subject, 0xfe);
const ec = makeIdentity('EC', [['CN', 'second signer']]);
const unsigned = buildApk({ packageName: 'com.example', minSdk: 28, targetSdk: 34, classes: [{ name: 'com.example.A' }] });

test('a package without signature has none, and that is no gap', async () => {
  const { signing, gaps } = await inspectBytes(unsigned);
  expect(signing).toMatchObject({ schemes: [], signers: [], verified: 'invalid' });
  expect(signing.results!.map(({ scheme, problems }) => [scheme, problems[0]!.code])).toContainEqual(['v1', 'scheme-missing']);
  expect(gaps).toEqual([]);
});

test('signers of every scheme, in the order of the schemes', async () => {
  const signed = signApk(unsigned, [rsa, ec], ['v2', 'v3']);
  expect(await sniffFormat(bytesSource(signed))).toBe('apk');
  const { signing, gaps, tampering } = await inspectBytes(signed);
  expect(signing.schemes).toEqual(['v2', 'v3']);
  expect(signing.signers.map(({ scheme, certificates }) => [scheme, certificates[0]!.keyAlgorithm])).toEqual([
    ['v2', 'RSA'],
    ['v2', 'EC'],
    ['v3', 'RSA'],
    ['v3', 'EC'],
  ]);
  expect([...gaps, ...tampering]).toEqual([]);
});

test.each([
  ['RSA', rsa, 'SHA256withRSA', 2048],
  ['EC', ec, 'SHA256withECDSA', 256],
  ['DSA', makeIdentity('DSA', [['CN', 'old times']]), 'SHA256withDSA', 1024],
] as const)('a certificate with a key of kind %s says what Node says', async (keyAlgorithm, identity, algorithm, keyBits) => {
  const { signing } = await inspectBytes(signApk(unsigned, [identity]));
  const certificate = signing.signers[0]!.certificates[0]!;
  const judge = new X509Certificate(identity.certificate);
  const plain = (fingerprint: string) => fingerprint.replaceAll(':', '').toLowerCase();
  expect(certificate).toMatchObject({ keyAlgorithm, algorithm, keyBits, debug: false });
  expect(certificate.sha256).toBe(plain(judge.fingerprint256));
  expect(certificate.sha1).toBe(plain(judge.fingerprint));
  expect(certificate.serial).toBe(judge.serialNumber.toLowerCase());
  expect(certificate.notBefore).toBe('2024-01-02T03:04:05.000Z');
  expect(certificate.notAfter).toBe('2054-01-02T03:04:05.000Z');
});

test('names are written most specific first, commas escaped', async () => {
  const { signing } = await inspectBytes(signApk(unsigned, [rsa]));
  const { subject: shown, issuer } = signing.signers[0]!.certificates[0]!;
  expect(shown).toBe('CN=Example\\, Inc, O=示例科技（深圳）有限公司, C=CN');
  expect(issuer).toBe(shown);
});

test("the development tools' shared key is recognised in any order of its name", async () => {
  const name = [
    ['CN', 'Android Debug'],
    ['C', 'US'],
    ['O', 'Android'],
  ] as const;
  const { signing } = await inspectBytes(signApk(unsigned, [makeIdentity('EC', name)]));
  expect(signing.signers[0]!.certificates[0]!.debug).toBe(true);
});

const judged = isInstalled('apksigner') ? test : test.skip;
judged('apksigner verifies what the builder signs and sees the same certificate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signing-'));
  try {
    const path = join(folder, 'a.apk');
    writeFileSync(path, signApk(unsigned, [rsa], ['v2', 'v3']));
    const judge = apksignerCertificates(path)!;
    const { facts } = await inspectFile(path);
    expect(judge.schemes).toEqual(['v3']);
    expect(judge.sha256).toEqual([facts.signing.signers[1]!.certificates[0]!.sha256]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a real package signed in three ways by one key', async () => {
  const { facts } = await inspectFile(DEPENDENCY_APKS.find((path) => path.includes('server-v'))!);
  expect(facts.signing.schemes).toEqual(['v1', 'v2', 'v3']);
  const digests = facts.signing.signers.flatMap(({ certificates }) => certificates.map(({ sha256 }) => sha256));
  expect(digests).toEqual(Array(3).fill('a40da80a59d170caa950cf15c18c454d47a39b26989d8b640ecd745ba71bf5dc'));
});

describe('a broken signature is said, and what else there is stays', () => {
  const block = (bytes: Buffer) => bytes.indexOf('APK Sig Block 42') - 8;

  test('a size that leads out of the file', async () => {
    const bytes = signApk(unsigned, [rsa]);
    bytes.writeUInt32LE(0x7fffffff, block(bytes));
    const { gaps, signing, code } = await inspectBytes(bytes);
    expect(gaps.map(({ code: gap, affects }) => [gap, affects])).toEqual([['signing-block-size', 'signature']]);
    expect(signing.signers).toEqual([]);
    expect(code.dexFiles).toHaveLength(1);
  });

  test('a length inside that is too long', async () => {
    const bytes = signApk(unsigned, [rsa], ['v2', 'v3']);
    const start = block(bytes) - bytes.readUInt32LE(block(bytes)) + 16;
    bytes.writeUInt32LE(0x00ffffff, start + 8 + 12);
    const { gaps, signing } = await inspectBytes(bytes);
    expect(gaps).toEqual([]);
    expect(signing.schemes).toEqual(['v2', 'v3']);
    expect(signing.results!.map(({ scheme, result, problems }) => [scheme, result, problems[0]!.code])).toEqual([
      ['v2', 'invalid', 'truncated'],
      ['v3', 'not-checked', 'content-not-read'],
    ]);
  });

  test('a certificate that is none', async () => {
    const { gaps, signing } = await inspectBytes(signApk(unsigned, [{ ...rsa, certificate: Buffer.from('no certificate') }]));
    expect(gaps.map(({ affects }) => affects)).toEqual(['signature']);
    expect(signing).toMatchObject({ schemes: ['v2'], signers: [{ scheme: 'v2', certificates: [] }] });
  });

  test('a JAR signature block that is none, and one without its signature file', async () => {
    const entries = { 'META-INF/A.SF': 'x', 'META-INF/A.RSA': 'no PKCS #7', 'META-INF/B.RSA': 'nothing either' };
    const bytes = buildApk({ packageName: 'com.example', classes: [{ name: 'com.example.A' }], entries });
    const { gaps, signing } = await inspectBytes(bytes);
    expect(gaps).toEqual([]);
    expect(signing).toMatchObject({ schemes: ['v1'], signers: [], verified: 'invalid' });
    expect(signing.results![0]!.problems.map(({ code }) => code)).toContain('asn1-broken');
  });

  test('a JAR signature of a real package, cut anywhere, never fails otherwise', async () => {
    const path = DEPENDENCY_APKS.find((each) => each.includes('androidTest'))!;
    const whole = (await unpack(path, ['META-INF/TESTKEY.RSA'])).get('META-INF/TESTKEY.RSA')!;
    for (let length = 0; length <= whole.length; length += 37) {
      const entries = { 'META-INF/A.SF': 'x', 'META-INF/A.RSA': whole.subarray(0, length) };
      const { gaps } = await inspectBytes(
        buildApk({ packageName: 'com.example', classes: [{ name: 'com.example.A' }], entries }),
      );
      expect(gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
    }
  });
});
