import { buildApk } from '../../../services/cli/building/apk.ts';
import { makeIdentity } from '../../../services/cli/building/certificate.ts';
import { ALGORITHMS, signBlock } from '../../../services/cli/building/sign.ts';
import { bytesSource } from '../../../test/fixtures/source.ts';
import { neededDigests } from './needed-digests.ts';

const identity = makeIdentity('RSA', [['CN', 'signer']]);
const unsigned = buildApk({ packageName: 'com.example', minSdk: 24, targetSdk: 34, classes: [] });
const sha256 = { identity, algorithms: [ALGORITHMS['RSA-SHA256']] };
const sha512 = { identity, algorithms: [ALGORITHMS['RSA-SHA512']] };

test('only the digests are taken that some signer names', async () => {
  const once = signBlock(unsigned, [{ scheme: 'v2', signers: [sha256] }]);
  expect(await neededDigests(bytesSource(once))).toEqual(['sha256']);
  const other = signBlock(unsigned, [{ scheme: 'v3', signers: [sha512] }]);
  expect(await neededDigests(bytesSource(other))).toEqual(['sha512']);
  const both = [
    { scheme: 'v2', signers: [sha256] },
    { scheme: 'v3', signers: [sha512] },
  ] as const;
  expect(await neededDigests(bytesSource(signBlock(unsigned, both)))).toEqual(['sha256', 'sha512']);
});

test('where it cannot be told what is named, both are taken', async () => {
  expect(await neededDigests(bytesSource(unsigned))).toEqual(['sha256', 'sha512']);
  expect(await neededDigests(bytesSource(Buffer.from('no archive at all')))).toEqual(['sha256', 'sha512']);
  const broken = signBlock(unsigned, [{ id: 0x7109871a, value: Buffer.alloc(9, 0xff) }]);
  expect(await neededDigests(bytesSource(broken))).toEqual(['sha256', 'sha512']);
});
