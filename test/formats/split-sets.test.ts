import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import {
  base,
  built,
  bundletool,
  chinese,
  feature,
  gaps,
  other,
  packageName,
  parts,
  processor,
  signer,
  splits,
  toc,
  tricks,
  xapk,
} from '../fixtures/sample-set.ts';
import { inspectBytes } from '../fixtures/source.ts';
import { buildSplit, packSet, type SplitRecipe } from '../fixtures/split-set.ts';

/** What every form of the same set gives. */
function expectWhole(facts: PackageFacts): void {
  expect(facts).toMatchObject({
    platform: 'android',
    identity: { packageName, versionName: '3.0', versionCode: 1, label: { default: 'Demo', zh: '演示' }, targetSdk: 33 },
    launcher: 'com.example.Main',
    signing: { schemes: ['v2'] },
    coverage: { level: 'full' },
    gaps: [],
    tampering: [],
  });
  expect(facts.permissions.map(({ name, module }) => [name, module])).toEqual([
    ['android.permission.INTERNET', undefined],
    ['android.permission.RECORD_AUDIO', 'voice'],
  ]);
  expect(facts.components.map(({ name, module }) => [name, module])).toEqual([
    ['com.example.Main', undefined],
    ['com.example.Voice', 'voice'],
  ]);
  expect(facts.code.packages).toMatchObject([{ name: 'com.example', classes: 2 }]);
  expect(facts.nativeLibraries.map(({ abi, name, module }) => [abi, name, module])).toEqual([
    ['arm64-v8a', 'liba.so', 'config.arm64_v8a'],
  ]);
  expect(facts.modules.map(({ name, kind, versionCode }) => [name, kind, versionCode])).toEqual([
    ['base', 'base', 1],
    ['voice', 'feature', 1],
    ['config.arm64_v8a', 'config', 1],
    ['config.zh', 'config', 1],
  ]);
  expect(new Set(facts.modules.flatMap(({ signers }) => signers))).toEqual(
    new Set([facts.signing.signers[0]!.certificates[0]!.sha256]),
  );
}

test.each<[string, string, () => Buffer]>([
  ['xapk', 'an XAPK of stored APKs', () => xapk(parts)],
  ['xapk', 'an XAPK of compressed APKs', () => xapk(parts, { deflated: true })],
  ['xapk', 'a 64-bit XAPK', () => xapk(parts, { archive: { zip64: true } })],
  [
    'apkm',
    'an APKM',
    () => packSet({ 'info.json': JSON.stringify({ apkm_version: 5, pname: packageName, versioncode: '1' }), ...built }),
  ],
  ['apks', 'a set with a table of contents', () => packSet({ 'toc.pb': toc(), ...bundletool(splits) })],
  ['apks', 'a set without one', () => packSet(bundletool(splits))],
  ['apks', 'an exported set', () => packSet({ 'meta.sai_v2.json': '{}', ...built })],
])('%s: %s is the app that its parts make', async (format, _, pack) => {
  const facts = await inspectBytes(pack());
  expect(facts.format).toBe(format);
  expectWhole(facts);
});

test('a table of contents says how modules are delivered, and names asset packs', async () => {
  const pack = buildSplit({ packageName, signer, split: 'level', hasCode: false, entries: { 'assets/level.bin': 'x' } });
  const bytes = packSet({
    'toc.pb': toc({ assets: { level: ['asset-slices/level-master.apk'] } }),
    ...bundletool(splits),
    'asset-slices/level-master.apk': pack,
  });
  const { modules } = await inspectBytes(bytes);
  expect(modules.map(({ name, kind, delivery, entry }) => [name, kind, delivery, entry])).toEqual([
    ['base', 'base', 'install-time', 'splits/base-master.apk'],
    ['level', 'asset-pack', 'fast-follow', 'asset-slices/level-master.apk'],
    ['voice', 'feature', 'on-demand', 'splits/voice-master.apk'],
    ['config.arm64_v8a', 'config', 'install-time', 'splits/base-arm64_v8a.apk'],
    ['config.zh', 'config', 'install-time', 'splits/base-zh.apk'],
  ]);
});

test.each<[string, Partial<SplitRecipe>, string]>([
  ['package', { packageName: 'com.other' }, 'package com.other ≠ com.example'],
  ['version', { versionCode: 2 }, 'versionCode 2 ≠ 1'],
  ['version with a major part', { manifest: { versionCodeMajor: 1 } }, 'versionCode 4294967297 ≠ 1'],
  ['signer', { signer: other }, 'signer '],
])('a split of another %s is a trick', async (_, differs, detail) => {
  const facts = await inspectBytes(xapk({ ...parts, 'voice.apk': { ...feature, ...differs } }));
  expect(tricks(facts)).toEqual(['split-mismatch voice.apk']);
  expect(facts.tampering[0]).toMatchObject({ effect: 'install' });
  expect(facts.tampering[0]!.detail.en).toContain(detail);
});

test('a split without a signature does not belong to a signed base', async () => {
  const facts = await inspectBytes(xapk({ ...parts, 'voice.apk': { ...feature, signer: undefined } }));
  expect(tricks(facts)).toEqual(['split-mismatch voice.apk']);
  expect(facts.modules.find(({ name }) => name === 'voice')!.signers).toEqual([]);
});

test('a split changed after it was signed is told when its content may be read', async () => {
  const changed = Buffer.from(built['voice.apk']!);
  changed[40]! ^= 0xff;
  const set = { 'info.json': '{"pname":"com.example"}', ...built, 'voice.apk': changed };
  expect(tricks(await inspectBytes(packSet(set, { deflated: true })))).toContain('split-signature-invalid voice.apk');
});

test('two APKs for one place are refused by the system', async () => {
  const facts = await inspectBytes(xapk({ ...parts, 'voice2.apk': feature, 'second.apk': { ...base, versionName: '9' } }));
  expect(tricks(facts)).toEqual(['split-duplicate voice2.apk', 'split-duplicate second.apk']);
  expect(facts.identity.versionName).toBe('3.0');
});

test('a description of another app is a trick', async () => {
  const facts = await inspectBytes(packSet({ 'info.json': '{"pname":"com.bank","versioncode":99}', ...built }));
  expect(tricks(facts)).toEqual(['set-description-false info.json']);
  expect(facts.tampering[0]!.detail.en).toContain('com.bank ≠ com.example, 99 ≠ 1');
});

test('without a base the rest is read and the gap says so', async () => {
  const facts = await inspectBytes(xapk({ 'voice.apk': feature, 'config.zh.apk': chinese }));
  expect(facts.gaps.map(({ code }) => code)).toEqual(['set-base-missing']);
  expect(facts.identity.packageName).toBeNull();
  expect(facts.components.map(({ name, module }) => [name, module])).toEqual([['com.example.Voice', 'voice']]);
  expect(facts.code.dexFiles).toMatchObject([{ module: 'voice' }]);
});

test('what the app needs and is not there is a gap', async () => {
  const needy = { ...base, requiredTypes: 'base__abi,base__density', isSplitRequired: true };
  const facts = await inspectBytes(xapk({ 'base.apk': needy, 'config.arm64_v8a.apk': { ...processor, types: 'base__abi' } }));
  expect(gaps(facts)).toEqual(['split-required-missing base__density']);
  expect(facts.coverage).toMatchObject({ level: 'partial' });
  const alone = await inspectBytes(xapk({ 'base.apk': { ...base, isSplitRequired: true } }));
  expect(gaps(alone)).toEqual(['split-required-missing isSplitRequired']);
});

test('a split that is named and not there, and an APK that is there and not named', async () => {
  const manifest = JSON.stringify({
    package_name: packageName,
    split_apks: [{ file: 'base.apk', id: 'base' }, { file: 'config.xx.apk' }],
  });
  const facts = await inspectBytes(
    packSet({ 'manifest.json': manifest, 'base.apk': built['base.apk']!, 'voice.apk': built['voice.apk']! }),
  );
  expect(gaps(facts)).toEqual(['split-not-listed voice.apk', 'split-missing config.xx.apk']);
  expect(facts.modules.map(({ name }) => name)).toEqual(['base']);
});

test('the first version of XAPK is one APK with its expansion files', async () => {
  const manifest = JSON.stringify({
    xapk_version: 1,
    package_name: packageName,
    version_code: 1,
    expansions: [{ file: 'Android/obb/com.example/main.1.com.example.obb' }],
  });
  const obb = { 'Android/obb/com.example/main.1.com.example.obb': Buffer.alloc(1000) };
  const facts = await inspectBytes(packSet({ 'manifest.json': manifest, 'com.example.apk': built['base.apk']!, ...obb }));
  expect(facts.modules).toMatchObject([
    { name: 'base', kind: 'base', entry: 'com.example.apk' },
    { name: 'main.1.com.example.obb', kind: 'asset-pack', bytes: 1000, entry: 'Android/obb/com.example/main.1.com.example.obb' },
  ]);
  expect([facts.identity.packageName, facts.gaps, facts.tampering]).toEqual([packageName, [], []]);
});
