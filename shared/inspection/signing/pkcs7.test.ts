import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Identity, makeIdentity } from '../../../services/cli/building/certificate.ts';
import { signatureBlock } from '../../../services/cli/building/sign-jar.ts';
import { verifyCms } from './pkcs7.ts';

const content = Buffer.from('what is signed');
const rsa = makeIdentity('RSA', [['CN', 'leaf']], 2, { issuer: makeIdentity('RSA', [['CN', 'root']]) });

test('a detached signature, and one whose content is another', () => {
  const block = signatureBlock(content, rsa, {});
  expect(verifyCms(block, content)).toEqual({
    certificates: [rsa.certificate],
    result: 'valid',
    problems: [],
    algorithms: ['SHA256withRSA'],
  });
  expect(verifyCms(block, Buffer.from('another'))).toMatchObject({ result: 'invalid', problems: [{ code: 'signature-wrong' }] });
  expect(verifyCms(block, null)).toMatchObject({ result: 'invalid', problems: [{ code: 'no-content' }] });
});

test('the signer comes first, its issuers behind it, then the others, however they lie in the block', () => {
  const root = makeIdentity('RSA', [['CN', 'the root']]);
  const middle = makeIdentity('RSA', [['CN', 'the middle']], 3, { issuer: root });
  const leaf = makeIdentity('RSA', [['CN', 'the leaf']], 4, { issuer: middle });
  const certificates = [rsa, root, middle, leaf].map(({ certificate }) => certificate);
  const { certificates: chain } = verifyCms(signatureBlock(content, leaf, { certificates }), content);
  expect(chain).toEqual([leaf, middle, root, rsa].map(({ certificate }) => certificate));
});

test('a block that is none is invalid and says why', () => {
  expect(verifyCms(Buffer.from('nothing'), content)).toMatchObject({ certificates: [], result: 'invalid' });
  expect(verifyCms(Buffer.of(0x30, 0), content)).toMatchObject({ problems: [{ code: 'asn1-missing' }] });
});

const openssl = spawnSync('openssl', ['version'], { stdio: 'ignore' }).error === undefined ? describe : describe.skip;
openssl('what OpenSSL signs', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cms-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function sign({ privateKey, certificate }: Identity, ...options: string[]): Buffer {
    const path = (name: string) => join(folder, name);
    writeFileSync(path('key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(path('cert.der'), certificate);
    spawnSync('openssl', ['x509', '-inform', 'der', '-in', path('cert.der'), '-out', path('cert.pem')]);
    writeFileSync(path('in'), content);
    const files = ['-in', path('in'), '-out', path('out'), '-signer', path('cert.pem'), '-inkey', path('key.pem')];
    const { status, stderr } = spawnSync('openssl', ['cms', '-sign', '-binary', '-outform', 'DER', ...files, ...options], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return readFileSync(path('out'));
  }

  test.each([
    ['RSA', rsa, ['-md', 'sha256'], 'SHA256withRSA'],
    ['RSA with SHA-1', rsa, ['-md', 'sha1'], 'SHA1withRSA'],
    ['RSA-PSS', rsa, ['-md', 'sha384', '-keyopt', 'rsa_padding_mode:pss'], 'SHA384withRSA/PSS'],
    [
      'RSA-PSS, another salt',
      rsa,
      ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20'],
      'SHA256withRSA/PSS',
    ],
    ['EC P-384', makeIdentity('EC', [['CN', 'ec']], 5, { curve: 'P-384' }), ['-md', 'sha384'], 'SHA384withECDSA'],
  ] as const)('%s', (_name, identity, options, algorithm) => {
    // OpenSSL cannot write RSA-PSS without attributes, nor while the content streams in.
    const more = algorithm.endsWith('PSS') ? [] : [['-noattr'], ['-nodetach', '-stream']];
    const shapes: string[][] = [[], ['-nodetach'], ...more];
    for (const shape of shapes) {
      const block = sign(identity, ...options, ...shape);
      const inside = shape.includes('-nodetach');
      expect([shape, verifyCms(block, inside ? null : content)]).toMatchObject([
        shape,
        { result: 'valid', algorithms: [algorithm] },
      ]);
      const changed = Buffer.from(block);
      changed[changed.length - 20] = changed[changed.length - 20]! ^ 1;
      expect(verifyCms(changed, inside ? null : content).result).toBe('invalid');
    }
  });

  test('a signer named by its key instead of its issuer', () => {
    const keyId = Buffer.from('0123456789abcdef0123', 'latin1');
    const extension = Buffer.concat([Buffer.from([0x30, 0x1d, 0x06, 0x03, 0x55, 0x1d, 0x0e, 0x04, 0x16, 0x04, 0x14]), keyId]);
    const identity = makeIdentity('EC', [['CN', 'by key']], 6, { extensions: [extension] });
    expect(verifyCms(sign(identity, '-keyid'), content).result).toBe('valid');
  });
});

test('an algorithm that is not known is not checked', () => {
  const block = signatureBlock(content, rsa, {});
  // SHA256withRSA becomes an identifier that nobody has given away.
  const changed = Buffer.from(block);
  changed[block.lastIndexOf(Buffer.from('2a864886f70d01010b', 'hex')) + 8] = 0x63;
  expect(verifyCms(changed, content)).toMatchObject({ result: 'not-checked', problems: [{ code: 'algorithm-unknown' }] });
});
