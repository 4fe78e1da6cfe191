import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { makeIdentity } from '../fixtures/certificate.ts';
import { DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';
import { buildSplit, packSet, type SplitRecipe, type TocRecipe, writeToc } from '../fixtures/split-set.ts';

const signer = makeIdentity('EC', [['CN', 'One']]);
const other = makeIdentity('EC', [['CN', 'Two']]);
const packageName = 'com.example';

const base: SplitRecipe = {
  packageName,
  signer,
  versionName: '3.0',
  label: { default: 'Demo' },
  permissions: ['android.permission.INTERNET'],
  components: [{ kind: 'activity', name: '.Main', launcher: true, exported: true }],
  classes: [{ name: 'com.example.Main' }],
};
const chinese: SplitRecipe = {
  packageName,
  signer,
  split: 'config.zh',
  configFor: '',
  hasCode: false,
  resources: { string: { app_name: { 'zh-rCN': '演示' } } },
};
const processor: SplitRecipe = {
  packageName,
  signer,
  split: 'config.arm64_v8a',
  configFor: '',
  hasCode: false,
  entries: { 'lib/arm64-v8a/liba.so': '\x7fELF' },
};
const feature: SplitRecipe = {
  packageName,
  signer,
  split: 'voice',
  isFeature: true,
  permissions: ['android.permission.RECORD_AUDIO'],
  components: [{ kind: 'service', name: '.Voice', exported: false }],
  classes: [{ name: 'com.example.Voice' }],
};

const xapk = (apks: Readonly<Record<string, SplitRecipe>>, options?: Parameters<typeof packSet>[1]) =>
  packSet(
    {
      'manifest.json': JSON.stringify({
        xapk_version: 2,
        package_name: packageName,
        version_code: '1',
        split_apks: Object.keys(apks).map((file) => ({ file, id: file === 'base.apk' ? 'base' : file.replace('.apk', '') })),
      }),
      ...Object.fromEntries(Object.entries(apks).map(([name, recipe]) => [name, buildSplit(recipe)])),
    },
    options,
  );

const tricks = ({ tampering }: PackageFacts) => tampering.map(({ trick, place }) => `${trick} ${place}`);
const gaps = (facts: PackageFacts) => facts.gaps.map(({ code, place }) => `${code} ${place}`);

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

const parts = { 'base.apk': base, 'voice.apk': feature, 'config.zh.apk': chinese, 'config.arm64_v8a.apk': processor };
const built = Object.fromEntries(Object.entries(parts).map(([name, recipe]) => [name, buildSplit(recipe)]));
const bundletool = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([path, name]) => [path, built[name]!]));
const splits = {
  'splits/base-master.apk': 'base.apk',
  'splits/base-zh.apk': 'config.zh.apk',
  'splits/base-arm64_v8a.apk': 'config.arm64_v8a.apk',
  'splits/voice-master.apk': 'voice.apk',
};
const toc = (rest: Partial<TocRecipe> = {}) =>
  writeToc({
    packageName,
    variants: [
      {
        number: 0,
        modules: [
          {
            name: 'base',
            apks: { 'splits/base-master.apk': 'split', 'splits/base-zh.apk': 'split', 'splits/base-arm64_v8a.apk': 'split' },
          },
          { name: 'voice', delivery: 'on-demand', apks: { 'splits/voice-master.apk': 'split' } },
        ],
      },
    ],
    ...rest,
  });

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

describe('variants for other devices', () => {
  const variant = (number: number, suffix: string): TocRecipe['variants'][number] => ({
    number,
    modules: [{ name: 'base', apks: { [`splits/base-master${suffix}.apk`]: 'split' } }],
  });

  test('of the same splits, the one for the newest devices is read', async () => {
    const contents = writeToc({ variants: [variant(2, '_3'), variant(0, ''), variant(1, '_2')] });
    const facts = await inspectBytes(
      packSet({
        'toc.pb': contents,
        'splits/base-master.apk': built['base.apk']!,
        'splits/base-master_2.apk': built['base.apk']!,
        'splits/base-master_3.apk': built['base.apk']!,
      }),
    );
    expect(facts.modules.map(({ entry }) => entry)).toEqual(['splits/base-master_3.apk']);
    expect([facts.gaps, facts.tampering]).toEqual([[], []]);
  });

  test('one with code of its own is named, because nobody looked at it', async () => {
    const strange = buildSplit({ ...base, classes: [{ name: 'com.example.Main' }, { name: 'com.example.Spy' }] });
    const contents = writeToc({ variants: [variant(0, ''), variant(1, '_2')] });
    const facts = await inspectBytes(
      packSet({ 'toc.pb': contents, 'splits/base-master.apk': strange, 'splits/base-master_2.apk': built['base.apk']! }),
    );
    expect(gaps(facts)).toEqual(['variant-not-inspected splits/base-master.apk!']);
  });

  test('of standalone APKs the first speaks for the app, the others add their libraries', async () => {
    const standalone = (abi: string) => buildSplit({ ...base, entries: { [`lib/${abi}/liba.so`]: '\x7fELF', 'assets/x': 'x' } });
    const apks = {
      'standalones/standalone-arm64_v8a.apk': standalone('arm64-v8a'),
      'standalones/standalone-x86.apk': standalone('x86'),
    };
    const modules = [{ name: 'base', apks: Object.fromEntries(Object.keys(apks).map((path) => [path, 'standalone' as const])) }];
    const facts = await inspectBytes(
      packSet({ 'toc.pb': writeToc({ packageName, variants: [{ number: 0, modules }] }), ...apks }),
    );
    expect(facts.nativeLibraries.map(({ abi }) => abi)).toEqual(['arm64-v8a', 'x86']);
    expect(facts.code.dexFiles).toHaveLength(1);
    expect(facts.modules.map(({ name, kind }) => [name, kind])).toEqual([
      ['base', 'base'],
      ['standalone-x86', 'config'],
    ]);
    expect([facts.gaps, facts.tampering]).toEqual([[], []]);
  });

  test('a universal APK is the app', async () => {
    const modules = [{ name: 'base', apks: { 'universal.apk': 'standalone' as const } }];
    const facts = await inspectBytes(
      packSet({ 'toc.pb': writeToc({ packageName, variants: [{ number: 0, modules }] }), 'universal.apk': built['base.apk']! }),
    );
    expect(facts.identity.packageName).toBe(packageName);
    expect([facts.gaps, facts.tampering]).toEqual([[], []]);
  });
});

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

describe('an APK of a set that is handed in alone', () => {
  test('a split lacks its base', async () => {
    const facts = await inspectBytes(built['voice.apk']!);
    expect(facts.format).toBe('apk');
    expect(gaps(facts)).toEqual(['split-without-base voice']);
    expect(facts.coverage).toMatchObject({ level: 'partial', reasons: [{ en: 'splits that the app needs are missing: base' }] });
  });

  test.each<[string, Partial<SplitRecipe>, string]>([
    ['by kind', { requiredTypes: 'base__abi' }, 'base__abi'],
    ['at all', { isSplitRequired: true }, 'isSplitRequired'],
    ['as older systems are told', { applicationMetaData: { 'com.android.vending.splits.required': true } }, 'isSplitRequired'],
  ])('a base lacks the splits that it needs %s', async (_, needs, place) => {
    const facts = await inspectBytes(buildSplit({ ...base, ...needs }));
    expect(gaps(facts)).toEqual([`split-required-missing ${place}`]);
    expect(facts.coverage.level).toBe('partial');
  });
});
