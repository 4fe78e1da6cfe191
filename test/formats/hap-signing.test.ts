import { makeIdentity } from '../../services/cli/building/certificate.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { ContentDigester } from '../../shared/inspection/signing/content-digests.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { buildHap, moduleJson } from '../fixtures/hap.ts';
import { type HapSigningRecipe, releaseProfile } from '../fixtures/sign-hap.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';

const identity = makeIdentity('EC', [['CN', 'Developer']]);
const other = makeIdentity('EC', [['CN', 'Somebody']]);
const build = (signing: Partial<HapSigningRecipe> = {}, size = 100) =>
  buildHap({ module: moduleJson(), files: { 'resources/rawfile/x': Buffer.alloc(size, 7) }, signing: { identity, ...signing } });
const codes = async (bytes: Buffer) => {
  const { signing } = await inspectBytes(bytes);
  return [signing.verified, ...(signing.results ?? []).flatMap(({ problems }) => problems.map(({ code }) => code))];
};

test.each<[string, Partial<HapSigningRecipe>]>([
  ['SHA-256', {}],
  ['SHA-384', { hash: 'sha384' }],
  ['SHA-512', { hash: 'sha512' }],
  ['the block of before API 8', { version: 2 }],
  ['a code signature beside the profile', { property: Buffer.from('property') }],
  ['a profile signed by an authority', { authority: other }],
])('a signature with %s holds', async (_name, signing) => {
  expect(await codes(build(signing))).toEqual(['valid']);
});

test('an RSA key signs as well', async () => {
  expect(await codes(build({ identity: makeIdentity('RSA', [['CN', 'R']]) }))).toEqual(['valid']);
});

test('who signed, and what the profile allows', async () => {
  const { signing } = await inspectBytes(build());
  expect(signing).toMatchObject({
    schemes: ['hap'],
    signers: [
      { scheme: 'hap', certificates: [{ subject: 'CN=Developer', debug: false }], algorithms: [expect.stringMatching(/./)] },
    ],
    verified: 'valid',
    profile: {
      type: 'release',
      bundleName: 'com.example.app',
      developerId: 'dev-1',
      notAfter: '2033-05-18T03:33:20.000Z',
      permissions: ['ohos.permission.READ_CONTACTS', 'ohos.permission.SYSTEM_FLOAT_WINDOW'],
    },
  });
});

test.each<[string, Partial<HapSigningRecipe>, string[]]>([
  ['another digest', { lies: { digest: (digest) => Buffer.from(digest).fill(0, 0, 4) } }, ['invalid', 'content-digest']],
  ['a digest of another length', { lies: { digest: (digest) => digest.subarray(1) } }, ['invalid', 'content-digest']],
  [
    'a profile for another certificate',
    { profile: releaseProfile(other, 'com.example.app') },
    ['invalid', 'profile-certificate'],
  ],
  ['a profile for another bundle', { profile: releaseProfile(identity, 'com.other') }, ['valid', 'profile-bundle-name']],
  ['no profile', { profile: null }, ['valid', 'profile-missing']],
  ['a profile that names no certificate', { profile: { type: 'debug' } }, ['valid', 'profile-certificate-missing']],
])('%s', async (_name, signing, expected) => {
  expect(await codes(build(signing))).toEqual(expected);
});

test('a profile that was changed after it was signed', async () => {
  const profile = (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"release"', '"debugee"'), 'latin1');
  const found = await codes(build({ lies: { profile } }));
  expect(found.slice(0, 2)).toEqual(['invalid', 'profile-signature']);
});

test('any byte of the content that was changed after signing', async () => {
  const bytes = build({}, 3 << 20);
  const places = [40, bytes.indexOf(Buffer.alloc(64, 7)) + 10, bytes.length - 60];
  for (const at of places) {
    const changed = Buffer.from(bytes);
    changed[at] = changed[at]! ^ 1;
    expect([at, (await codes(changed))[0]]).toEqual([at, 'invalid']);
  }
});

test('an unsigned package is refused by every device', async () => {
  expect(await codes(buildHap({ module: moduleJson() }))).toEqual(['invalid', 'unsigned']);
});

test.each<[string, HapSigningRecipe['lies']]>([
  ['a part beyond the end', { offset: 0x7fffffff }],
  ['a part that lies over the heads', { offset: 4 }],
  ['a block larger than the file', { size: 1 << 30 }],
  ['a block smaller than its footer', { size: 8 }],
])('%s: the block is broken, and everything else is read', async (_name, lies) => {
  const facts = await inspectBytes(build({ lies }));
  expect(facts).toMatchObject({
    identity: { packageName: 'com.example.app' },
    signing: { schemes: ['hap'], signers: [], verified: 'invalid' },
  });
  expect(facts.gaps).toEqual([expect.objectContaining({ affects: 'signature' })]);
});

test('any changed byte of the block: an answer, and a valid one only where it says the same as before', async () => {
  const bytes = build();
  const { signing: original } = await inspectBytes(bytes);
  const end = bytes.indexOf('<hap sign block>') + 20;
  const start = end - Number(bytes.readBigUInt64LE(end - 28));
  for (let at = start; at < end; at += 29) {
    const changed = Buffer.from(bytes);
    changed[at] = changed[at]! ^ 0x55;
    const { identity: who, signing } = await inspectBytes(changed);
    expect([at, who.packageName]).toEqual([at, 'com.example.app']);
    if (signing.verified === 'valid') expect([at, signing]).toEqual([at, original]);
  }
}, 60_000);

describe('a large package that is read by ranges', () => {
  const large = largeStored();

  test('is not checked without digests, and what was fetched stays small', async () => {
    const source = bytesSource(large);
    const facts = await inspectPackage(source, { sha256: '', knowledge });
    expect(facts.signing).toMatchObject({ verified: 'not-checked', results: [{ problems: [{ code: 'content-not-read' }] }] });
    expect(source.fetched).toBeLessThan(1 << 20);
  });

  test('is verified from the digests that were taken as it came in', async () => {
    const digester = new ContentDigester();
    digester.update(large);
    const source = bytesSource(large);
    const facts = await inspectPackage(source, { sha256: '', knowledge, digests: digester.finish() });
    expect(facts.signing.verified).toBe('valid');
    expect(source.fetched).toBeLessThan(3 << 20);
  });

  test('is verified from its bytes where all of them may be read', async () => {
    const facts = await inspectPackage(bytesSource(large), { sha256: '', knowledge, reading: 'full' });
    expect(facts.signing.verified).toBe('valid');
  });
});

/** A HAP of ten megabytes that stay ten when packed: the bytecode is stored, and what does not compress stays large. */
function largeStored(): Buffer {
  let state = 1;
  const noise = Buffer.alloc(10 << 20);
  for (let at = 0; at < noise.length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise.writeUInt32LE(state, at);
  }
  return buildHap({ module: moduleJson(), files: { 'resources/rawfile/video.mp4': noise }, signing: { identity } });
}
