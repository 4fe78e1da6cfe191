import type { ApkRecipe } from '../../../services/cli/building/apk.ts';
import { ByteWriter } from '../../../services/cli/building/bytes.ts';
import { der, makeIdentity, objectId } from '../../../services/cli/building/certificate.ts';
import { buildSigned, type PairRecipe, type SignerRecipe } from '../../../services/cli/building/sign.ts';
import type { JarRecipe } from '../../../services/cli/building/sign-jar.ts';
import { PROOF_OF_ROTATION, writeLineage } from '../../fixtures/lineage.ts';

const name = (text: string) => [['CN', text]] as const;
export const rsa = makeIdentity('RSA', name('first'));
export const ec = makeIdentity('EC', name('second'), 2);
export const dsa = makeIdentity('DSA', name('third'), 3);
export const next = makeIdentity('EC', name('rotated'), 4);
export const expired = makeIdentity('RSA', name('expired'), 5, { notBefore: '000102030405Z', notAfter: '010102030405Z' });
export const oldRsa = makeIdentity('RSA', name('old'), 6, { bits: 1024, hash: 'sha1' });
export const small = makeIdentity('RSA', name('small'), 7, { bits: 512, hash: 'md5' });
export const large = makeIdentity('RSA', name('large'), 8, { bits: 4096, hash: 'sha512' });
export const curve = makeIdentity('EC', name('curve'), 9, { curve: 'P-384' });
export const wide = makeIdentity('EC', name('wide'), 10, { curve: 'P-521', hash: 'sha512' });
export const issued = makeIdentity('EC', name('issued'), 11, { issuer: rsa });
const keyUsage = (bits: number) => der(0x30, objectId('2.5.29.15'), der(4, der(3, Buffer.of(0, bits))));
const critical = der(0x30, objectId('1.2.3.4.5'), der(1, Buffer.of(0xff)), der(4, der(5)));
export const noSigning = makeIdentity('RSA', name('no signing'), 12, { extensions: [keyUsage(0x20)] });
export const maySign = makeIdentity('RSA', name('may sign'), 13, { extensions: [keyUsage(0x80)] });
export const strange = makeIdentity('RSA', name('strange'), 14, { extensions: [critical] });

const number = (value: number) => new ByteWriter().u32(value).toBuffer();
export const STRIPPING = 0xbeeff00d;
export const both = { id: STRIPPING, value: number(3) };
/** Bytes that do not get smaller, the same ones every time (xorshift, Marsaglia 2003). */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 0x9e3779b9;
  for (let at = 0; at < length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state & 0xff;
  }
  return bytes;
}

export const entries = {
  'assets/中文目录/一个名称很长的文件，它的清单条目须折成几行才能写下，每行七十二字节.txt': '内容',
  'assets/data.bin': noise(2_500_000),
  'lib/arm64-v8a/libx.so': 'ELF',
  'assets/empty': '',
};
export const app = (minSdk: number, targetSdk = 29): ApkRecipe => ({
  packageName: 'com.example.signed',
  versionCode: 1,
  minSdk,
  targetSdk,
  classes: [{ name: 'com.example.A' }],
  entries,
});

export const flip = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
};
export const directoryOf = (bytes: Buffer) => bytes.readUInt32LE(bytes.length - 6);
export const v2 = (...signers: SignerRecipe[]): PairRecipe => ({ scheme: 'v2', signers });
export const v3 = (...signers: SignerRecipe[]): PairRecipe => ({ scheme: 'v3', signers });
export const one = { identity: rsa };
export const jarOnly = (recipe?: JarRecipe, signers = [rsa], minSdk = 21) =>
  buildSigned(app(minSdk), { jar: { signers, recipe } });
export const blockOnly = (...block: PairRecipe[]) => buildSigned(app(24), { block });
export const modern = (...block: PairRecipe[]) => buildSigned(app(28, 33), { block });
export const everything = () =>
  buildSigned(app(21), {
    jar: { signers: [rsa], recipe: { apkSigned: '2, 3' } },
    block: [v2({ ...one, attributes: [both] }), v3(one)],
  });
export const rotated = (lies = {}, flags?: number[]) => ({
  identity: next,
  attributes: [{ id: PROOF_OF_ROTATION, value: writeLineage([rsa, next], flags, lies) }],
});
export const padding = { id: 0x42726577, value: Buffer.alloc(500) };
export const bad = (bytes: Buffer) => flip(bytes, bytes.length >> 1);
export const text = (change: (own: string) => string) => (bytes: Buffer) =>
  Buffer.from(change(bytes.toString('latin1')), 'latin1');
