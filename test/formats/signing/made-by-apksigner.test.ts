import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Identity } from '../../../services/cli/building/certificate.ts';
import { buildSigned } from '../../../services/cli/building/sign.ts';
import { signingOf } from '../../fixtures/signing.ts';
import { isInstalled } from '../judges.ts';
import { Apksigner } from './apksigner.ts';
import { app, dsa, ec, flip, large, next, rsa } from './parts.ts';

const installed = isInstalled('apksigner');
const judged = installed ? describe : describe.skip;

judged(`what apksigner signs is sound${installed ? '' : ' (apksigner is not installed)'}`, () => {
  let apksigner: Apksigner;
  beforeAll(() => {
    apksigner = new Apksigner();
  });
  afterAll(() => apksigner.close());

  const key = (label: string, { privateKey, certificate }: Identity): string[] => {
    const files = [join(apksigner.folder, `${label}.pk8`), join(apksigner.folder, `${label}.pem`)] as const;
    writeFileSync(files[0], privateKey.export({ type: 'pkcs8', format: 'der' }));
    const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
    writeFileSync(files[1], `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`);
    return ['--key', files[0], '--cert', files[1]];
  };
  async function sign(label: string, minSdk: number, ...options: string[]): Promise<Buffer> {
    const path = join(apksigner.folder, `${label}.apk`);
    writeFileSync(path, buildSigned(app(minSdk), {}));
    await apksigner.perform('sign', ...options, path);
    return readFileSync(path);
  }

  test.each([
    ['RSA', rsa],
    ['EC', ec],
    ['DSA', dsa],
    ['RSA of 4096 bits', large],
  ] as const)('by one key, %s', async (label, identity) => {
    const bytes = await sign(label.replaceAll(' ', ''), 21, ...key(label.replaceAll(' ', ''), identity));
    const { signing } = await signingOf(bytes);
    expect(signing).toMatchObject({ verified: 'valid' });
    expect(signing.results!.map(({ result }) => result)).toEqual(signing.schemes.map(() => 'valid'));
    expect(signing.schemes).toEqual(['v1', 'v2', 'v3']);
  });

  test('by two keys', async () => {
    const bytes = await sign(
      'two',
      21,
      ...key('one', rsa),
      '--next-signer',
      ...key('other', ec),
      '--v3-signing-enabled',
      'false',
    );
    expect((await signingOf(bytes)).signing).toMatchObject({ verified: 'valid', schemes: ['v1', 'v2'] });
  });

  test('by a key that was rotated', async () => {
    const lineage = join(apksigner.folder, 'lineage');
    const [oldKey, newKey] = [key('old', rsa), key('new', next)];
    await apksigner.perform('rotate', '--out', lineage, '--old-signer', ...oldKey, '--new-signer', ...newKey);
    const bytes = await sign('rotated', 24, ...oldKey, '--next-signer', ...newKey, '--lineage', lineage);
    const { signing } = await signingOf(bytes);
    expect(signing.verified).toBe('valid');
    expect(signing.lineage!.map(({ capabilities }) => capabilities)).toEqual([
      ['installed-data', 'shared-uid', 'permission', 'auth'],
      ['installed-data', 'shared-uid', 'permission', 'auth'],
    ]);
  });

  test('with a Merkle tree over the content (fs-verity)', async () => {
    const bytes = await sign('verity', 28, ...key('verity', rsa), '--verity-enabled', 'true');
    const { signing } = await signingOf(bytes);
    expect(signing.verified).toBe('valid');
    expect(signing.signers.at(-1)!.algorithms).toEqual(['RSA_PKCS1_V1_5_WITH_SHA256', 'VERITY_RSA_PKCS1_V1_5_WITH_SHA256']);
    expect((await signingOf(flip(bytes, 70_000))).signing.verified).toBe('invalid');
    expect((await signingOf(bytes, { reading: 'ranges' })).signing.verified).toBe('not-checked');
  });
});
