import { makeIdentity } from '../../services/cli/building/certificate.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { buildRpk, type RpkSigningRecipe, rpkManifest } from '../fixtures/rpk.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';

const identity = makeIdentity('RSA', [['CN', 'Developer']]);

describe('signatures', () => {
  const sign = (signing: Partial<RpkSigningRecipe>) =>
    buildRpk({
      manifest: rpkManifest(),
      files: { 'app.js': 'var a;', 'pages/index.js': 'module.exports = { template: {} };' },
      signing: { identity, ...signing },
    });
  const verdict = async (bytes: Buffer) => {
    const { signing } = await inspectBytes(bytes);
    return [signing.verified, ...(signing.results ?? []).flatMap(({ problems }) => problems.map(({ code }) => code))];
  };

  test.each<[string, RpkSigningRecipe['pairs'], string[]]>([
    ['by sections', ['sections'], ['valid']],
    ['in chunks', ['chunks'], ['valid']],
    ['with the list of files', ['sections', 'files'], ['valid']],
    ['by the store, with the list of files', ['platform', 'files'], ['not-checked', 'platform-signature']],
    ['by the store without a list', ['platform'], ['invalid', 'file-list-missing', 'platform-signature']],
    ['by nobody', [], ['invalid', 'no-signers']],
  ])('%s', async (_name, pairs, expected) => {
    expect(await verdict(sign({ pairs: pairs! }))).toEqual(expected);
  });

  test('who signed', async () => {
    const { signing } = await inspectBytes(sign({}));
    expect(signing).toMatchObject({
      schemes: ['rpk'],
      signers: [
        { scheme: 'rpk', certificates: [{ subject: 'CN=Developer', debug: false }], algorithms: ['RSA_PKCS1_V1_5_WITH_SHA256'] },
      ],
    });
  });

  test.each<[string, Partial<RpkSigningRecipe>, string]>([
    ['another digest', { lies: { digest: (digest) => Buffer.from(digest).fill(1) } }, 'content-changed'],
    ['a wrong signature', { lies: { signature: (bytes) => Buffer.from(bytes).fill(1) } }, 'signature-wrong'],
    ['a file that the list lacks', { pairs: ['platform', 'files'], lies: { unlisted: 'app.js' } }, 'file-unlisted'],
  ])('%s is invalid', async (_name, signing, code) => {
    expect(await verdict(sign(signing))).toEqual(expect.arrayContaining(['invalid', code]));
  });

  test('a list that lacks a file is only said where the engine goes by the other signature', async () => {
    expect(await verdict(sign({ pairs: ['sections', 'files'], lies: { unlisted: 'app.js' } }))).toEqual([
      'valid',
      'file-unlisted',
    ]);
  });

  test('content that was changed after signing', async () => {
    const bytes = sign({ pairs: ['sections', 'files'] });
    const changed = Buffer.from(bytes);
    const at = bytes.indexOf('pages/index.js') + 40;
    changed[at] = changed[at]! ^ 1;
    expect((await verdict(changed))[0]).toBe('invalid');
    expect(await verdict(buildRpk({ manifest: rpkManifest(), files: { 'app.js': '' } }))).toEqual(['invalid', 'unsigned']);
  });

  test('any changed byte of the block leaves an answer', async () => {
    const bytes = sign({ pairs: ['sections', 'files'] });
    const end = bytes.indexOf('RPK Sig Block 42') + 16;
    const start = end - Number(bytes.readBigUInt64LE(end - 24)) - 8;
    for (let at = start; at < end; at += 31) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 0x55;
      const facts = await inspectBytes(changed);
      expect([at, facts.identity.packageName]).toEqual([at, 'com.example.quick']);
    }
  });

  test('a large one read by ranges is not checked', async () => {
    let state = 1;
    const noise = Buffer.alloc(9 << 20);
    for (let at = 0; at < noise.length; at += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      noise.writeUInt32LE(state, at);
    }
    const bytes = buildRpk({ manifest: rpkManifest(), files: { 'app.js': '', 'x.mp4': noise }, signing: { identity } });
    const ranges = await inspectPackage(bytesSource(bytes), { sha256: '', knowledge });
    expect(ranges.signing).toMatchObject({ verified: 'not-checked', results: [{ problems: [{ code: 'content-not-read' }] }] });
    const full = await inspectPackage(bytesSource(bytes), { sha256: '', knowledge, reading: 'full' });
    expect(full.signing.verified).toBe('valid');
  });
});

test('a subpackage of another signer is refused by the engine', async () => {
  const other = makeIdentity('RSA', [['CN', 'Somebody']]);
  const shop = buildRpk({ files: { 'shop/index.js': 'x' }, signing: { identity: other } });
  const files = {
    'app.js': 'var a;',
    'a.base.srpk': buildRpk({ files: { 'b.js': 'y' }, signing: { identity } }),
    'shop.srpk': shop,
  };
  const { tampering, modules } = await inspectBytes(buildRpk({ manifest: rpkManifest(), files, signing: { identity } }));
  expect(modules.map(({ signers }) => signers.length)).toEqual([1, 1, 1]);
  expect(tampering).toEqual([
    expect.objectContaining({ trick: 'split-mismatch', place: 'shop.srpk: signature', effect: 'install' }),
  ]);
});
