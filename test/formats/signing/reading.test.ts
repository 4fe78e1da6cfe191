import { readFileSync } from 'node:fs';
import { buildSigned } from '../../../services/cli/building/sign.ts';
import { LIMITS } from '../../../shared/inspection/limits.ts';
import { ContentDigester } from '../../../shared/inspection/signing/content-digests.ts';
import { DEPENDENCY_APKS } from '../../fixtures/packages.ts';
import { problemsOf, signingOf } from '../../fixtures/signing.ts';
import { app, directoryOf, everything, flip, jarOnly, large, noise, one, rsa, v2 } from './parts.ts';

function digestsOf(bytes: Buffer) {
  const digester = new ContentDigester();
  digester.update(bytes);
  return digester.finish();
}

describe('read by ranges, with digests that were taken before', () => {
  test('a large package is verified by its tail', async () => {
    const bytes = readFileSync(DEPENDENCY_APKS.find((path) => path.includes('server-v'))!);
    const { signing, fetched } = await signingOf(bytes, { reading: 'ranges', digests: digestsOf(bytes) });
    expect(signing).toMatchObject({ verified: 'valid', schemes: ['v1', 'v2', 'v3'] });
    // The entries are not read, so nobody can say whether they are those of the JAR signature; no version that the app is for asks.
    expect(signing.results!.map(({ scheme, result }) => [scheme, result])).toEqual([
      ['v1', 'not-checked'],
      ['v2', 'valid'],
      ['v3', 'valid'],
    ]);
    // Directory, end record, signature files and the last part of a chunk.
    expect(fetched).toBeLessThan(4 << 20);
    expect(bytes.length).toBeGreaterThan(16 << 20);
  });

  test.each([
    ['SHA-256 chunks', v2(one)],
    ['SHA-512 chunks', v2({ identity: large, algorithms: [0x0104] })],
  ])('%s: sound, and every part that was changed is noticed', async (_name, pair) => {
    const sound = buildSigned(app(24), { block: [pair] });
    const judge = async (bytes: Buffer) =>
      (await signingOf(bytes, { reading: 'ranges', digests: digestsOf(bytes) })).signing.verified;
    expect(await judge(sound)).toBe('valid');
    const block = directoryOf(sound) - sound.readUInt32LE(directoryOf(sound) - 24) - 8;
    // In a whole chunk, in the last part of one, in the directory.
    for (const at of [100, block - 5, directoryOf(sound) + 40]) expect(await judge(flip(sound, at))).toBe('invalid');
  });

  test('digests of other bytes than the archive are not used', async () => {
    const bytes = buildSigned(app(24), { block: [v2(one)] });
    const { signing } = await signingOf(bytes, { reading: 'ranges', digests: digestsOf(Buffer.concat([bytes, bytes])) });
    expect(signing.verified).toBe('not-checked');
  });
});

describe('read by ranges, without digests', () => {
  test('the content is not checked, and that is said', async () => {
    const { signing, fetched } = await signingOf(everything(), { reading: 'ranges' });
    expect(signing.verified).toBe('not-checked');
    expect(problemsOf(signing, 'v2')).toEqual(['content-not-read']);
    expect(problemsOf(signing, 'v1')).toEqual(['entries-not-read']);
    expect(fetched).toBeLessThan(400_000);
  });

  test('what is wrong without the content is wrong all the same', async () => {
    const bytes = buildSigned(app(24), { block: [v2({ ...one, lies: { signature: () => Buffer.alloc(256) } })] });
    expect((await signingOf(bytes, { reading: 'ranges' })).signing.verified).toBe('invalid');
  });

  test('a package that nothing but a JAR signature protects is read whole, up to a limit', async () => {
    const bytes = jarOnly();
    expect(bytes.length).toBeLessThan(LIMITS.jarPackageBytes);
    expect((await signingOf(bytes, { reading: 'ranges' })).signing.verified).toBe('valid');
    const changed = buildSigned(app(21), {
      jar: { signers: [rsa], recipe: { afterwards: { 'assets/data.bin': (own) => flip(own, 2_000_000) } } },
    });
    const { signing } = await signingOf(changed, { reading: 'ranges' });
    expect(signing.verified).toBe('invalid');
    expect(problemsOf(signing, 'v1')).toEqual(['entry-changed']);
  });
});

test('entries larger than what is held at once pass by in pieces, stored or not', async () => {
  const random = noise(5 << 20);
  const recipe = { ...app(21), entries: { 'assets/large.bin': random, 'assets/stored.zip': random } };
  const sound = buildSigned(recipe, { jar: { signers: [rsa] } });
  expect((await signingOf(sound)).signing.verified).toBe('valid');
  for (const name of ['assets/large.bin', 'assets/stored.zip']) {
    const afterwards = { [name]: (own: Buffer) => flip(own, own.length - 1) };
    const { signing } = await signingOf(buildSigned(recipe, { jar: { signers: [rsa], recipe: { afterwards } } }));
    expect(problemsOf(signing, 'v1')).toEqual(['entry-changed']);
  }
});

test('an entry that inflates to more than the directory says is refused without being inflated whole', async () => {
  const bomb = Buffer.alloc(64 << 20);
  const recipe = {
    ...app(21),
    entries: { 'assets/bomb': bomb },
    lies: { entries: { 'assets/bomb': { size: 1000 } } },
  };
  const { signing } = await signingOf(buildSigned(recipe, { jar: { signers: [rsa] } }));
  expect(signing.verified).toBe('invalid');
  expect(problemsOf(signing, 'v1').some((code) => code === 'entry-malformed' || code === 'zip-inflate-failed')).toBe(true);
});
