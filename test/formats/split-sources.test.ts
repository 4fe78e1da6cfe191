import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { base, built, bundletool, packageName, parts, signer, splits, toc, tricks, xapk } from '../fixtures/sample-set.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';
import { buildSplit, packSet, type SplitRecipe } from '../fixtures/split-set.ts';

test.each([true, false])(
  'a real APK with splits beside it says what it says alone (compressed: %s)',
  async (deflated) => {
    const apk = readFileSync(DEPENDENCY_APKS[0]!);
    const alone = await inspectBytes(apk);
    const { packageName: name, versionCode } = alone.identity;
    const split = (recipe: Partial<SplitRecipe>) =>
      buildSplit({ packageName: name!, versionCode: versionCode!, configFor: '', hasCode: false, signer, ...recipe });
    const set = packSet(
      {
        'base.apk': apk,
        'split_config.zh.apk': split({ split: 'config.zh' }),
        'split_config.x86.apk': split({ split: 'config.x86', entries: { 'lib/x86/libmore.so': '\x7fELF' } }),
      },
      { deflated },
    );
    const facts = await inspectBytes(set);
    // The places of the base have its name in front, and the libraries of the splits come on top.
    const whole = (found: PackageFacts) => {
      const { identity, permissions, impliedPermissions, features, queries, components, launcher, application } = found;
      const { code, consentScreens, texts, frameworks, packers, scripts, coverage, gaps } = found;
      const manifest = { identity, permissions, impliedPermissions, features, queries, components, launcher, application };
      const rest = { code, consentScreens, texts, frameworks, packers, scripts, coverage, gaps };
      return JSON.parse(JSON.stringify({ ...manifest, ...rest }).replaceAll('base.apk!', ''));
    };
    expect(whole(facts)).toEqual(whole(alone));
    expect(facts.signing.signers).toEqual(alone.signing.signers);
    expect(facts.nativeLibraries).toMatchObject([
      ...alone.nativeLibraries,
      { abi: 'x86', name: 'libmore.so', module: 'config.x86' },
    ]);
    // Nobody here has the key of the real one.
    expect(tricks(facts)).toEqual(['split-mismatch split_config.x86.apk', 'split-mismatch split_config.zh.apk']);
  },
  60_000,
);

test('of a large set only what is needed is fetched', async () => {
  const big = { 'assets/game.bin': randomBytes(24 << 20) };
  const game = buildSplit({ ...base, entries: big, signer: undefined });
  const manifest = JSON.stringify({ package_name: packageName, xapk_version: 1 });
  const obb = Buffer.alloc(24 << 20, 9);
  const source = bytesSource(
    packSet({ 'manifest.json': manifest, 'com.example.apk': game, 'Android/obb/com.example/main.1.com.example.obb': obb }),
  );
  const facts = await inspectPackage(source, { sha256: '0'.repeat(64), knowledge });
  expect([facts.identity.packageName, facts.code.dexFiles.length]).toEqual([packageName, 1]);
  expect(source.size).toBeGreaterThan(24 << 20);
  expect(source.fetched).toBeLessThan(1 << 20);
});

test('a source that fails is not a broken set, whichever read it is', async () => {
  const bytes = packSet({ 'toc.pb': toc(), ...bundletool(splits) });
  const lost = new Error('gone');
  let most = 0;
  const failing = (after: number) => {
    let reads = 0;
    return {
      size: bytes.length,
      read: async (offset: number, length: number) => {
        most = Math.max(most, ++reads);
        if (reads > after) throw lost;
        return bytes.subarray(offset, offset + length);
      },
    };
  };
  await inspectPackage(failing(Number.POSITIVE_INFINITY), { sha256: '', knowledge });
  for (let after = 0; after < most; after++) {
    await expect(inspectPackage(failing(after), { sha256: '', knowledge })).rejects.toBe(lost);
  }
});

test('signatures of small sets are verified although nobody took digests of their APKs', async () => {
  const facts = await inspectBytes(xapk(parts));
  expect(facts.signing.verified).toBe('valid');
  const changed = Buffer.from(built['voice.apk']!);
  changed[40]! ^= 0xff;
  const set = { 'info.json': '{"pname":"com.example"}', ...built, 'voice.apk': changed };
  expect(tricks(await inspectBytes(packSet(set)))).toContain('split-signature-invalid voice.apk');
});
