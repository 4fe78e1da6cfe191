import { basename } from 'node:path';
import { sniffFormat } from '../../shared/inspection/index.ts';
import { type AabRecipe, buildAab, type ModuleRecipe } from '../fixtures/aab.ts';
import { corpus } from '../fixtures/packages.ts';
import { proto } from '../fixtures/proto.ts';
import { bytesSource, inspectBytes, inspectFile } from '../fixtures/source.ts';

const base: ModuleRecipe = {
  label: { default: 'Demo', 'zh-rCN': '演示' },
  versionName: '2.1',
  minSdk: 24,
  targetSdk: 34,
  applicationClass: '.App',
  permissions: ['android.permission.INTERNET', 'android.permission.CAMERA'],
  features: ['android.hardware.camera'],
  components: [{ kind: 'activity', name: '.Main', launcher: true, exported: true }],
  classes: [{ name: 'com.example.App' }, { name: 'com.example.Main' }],
  entries: { 'lib/arm64-v8a/liba.so': '\x7fELF', 'assets/note.txt': 'note', 'root/META-INF/notice.txt': 'notice' },
};

const build = (modules: Readonly<Record<string, ModuleRecipe>>, rest: Partial<AabRecipe> = {}) =>
  buildAab({ packageName: 'com.example', versionCode: 7, modules, ...rest });

test('a bundle gives the facts of its base', async () => {
  const bytes = build({ base });
  expect(await sniffFormat(bytesSource(bytes))).toBe('aab');
  const facts = await inspectBytes(bytes);
  expect(facts).toMatchObject({
    format: 'aab',
    platform: 'android',
    identity: {
      packageName: 'com.example',
      versionName: '2.1',
      versionCode: 7,
      label: { zh: '演示', default: 'Demo' },
      minSdk: 24,
      targetSdk: 34,
    },
    features: ['android.hardware.camera'],
    application: { className: 'com.example.App' },
    launcher: 'com.example.Main',
    coverage: { level: 'full', reasons: [] },
    gaps: [],
    tampering: [],
  });
  expect(facts.permissions.map(({ name, module }) => [name, module])).toEqual([
    ['android.permission.INTERNET', undefined],
    ['android.permission.CAMERA', undefined],
  ]);
  expect(facts.code.dexFiles.map(({ entry, classes, module }) => [entry, classes, module])).toEqual([
    ['base/dex/classes.dex', 2, undefined],
  ]);
  expect(facts.nativeLibraries.map(({ abi, name }) => `${abi}/${name}`)).toEqual(['arm64-v8a/liba.so']);
  expect(facts.entries.names).toEqual(['assets/note.txt', 'META-INF/notice.txt']);
  expect(facts.modules).toEqual([
    {
      name: 'base',
      kind: 'base',
      entry: 'base/',
      bytes: expect.any(Number),
      delivery: 'install-time',
      versionCode: 7,
      signers: [],
    },
  ]);
});

const feature: ModuleRecipe = {
  delivery: 'on-demand',
  packageId: 0x7e,
  label: { default: 'Feature', zh: '功能' },
  permissions: ['android.permission.CAMERA', 'android.permission.RECORD_AUDIO'],
  components: [
    { kind: 'service', name: '.FeatureService', exported: true, intentFilters: [{ actions: ['com.example.RECORD'] }] },
    { kind: 'activity', name: '.Main', exported: false },
  ],
  classes: [{ name: 'com.example.FeatureService' }],
  entries: { 'lib/x86/libf.so': '\x7fELF' },
};

test('features are part of the app, and what only they declare carries their name', async () => {
  const facts = await inspectBytes(build({ base, voice: feature }));
  expect(facts.permissions.map(({ name, module }) => [name, module])).toEqual([
    ['android.permission.INTERNET', undefined],
    ['android.permission.CAMERA', undefined],
    ['android.permission.RECORD_AUDIO', 'voice'],
  ]);
  expect(facts.components.map(({ kind, name, exported, module }) => [kind, name, exported, module])).toEqual([
    ['activity', 'com.example.Main', true, undefined],
    ['service', 'com.example.FeatureService', true, 'voice'],
  ]);
  expect(facts.code.dexFiles.map(({ entry }) => entry)).toEqual(['base/dex/classes.dex', 'voice/dex/classes.dex']);
  expect(facts.nativeLibraries.map(({ name, module }) => [name, module])).toEqual([
    ['liba.so', undefined],
    ['libf.so', 'voice'],
  ]);
  expect([facts.gaps, facts.tampering, facts.coverage.level]).toEqual([[], [], 'full']);
});

test.each<[string, ModuleRecipe, string, string | null]>([
  ['installed with the app', { delivery: 'install-time' }, 'feature', 'install-time'],
  ['asked for later', { delivery: 'on-demand' }, 'feature', 'on-demand'],
  ['installed where conditions hold', { delivery: 'conditional' }, 'feature', 'conditional'],
  ['asked for later by the older attribute', { delivery: 'legacy' }, 'feature', 'on-demand'],
  ['that does not say', {}, 'feature', null],
  ['of assets that follow at once', { delivery: 'fast-follow', type: 'asset-pack' }, 'asset-pack', 'fast-follow'],
  ['with a model', { delivery: 'on-demand', type: 'ml-pack' }, 'feature', 'on-demand'],
])('a module %s', async (_, module, kind, delivery) => {
  const { modules } = await inspectBytes(build({ base, more: module }));
  expect(modules[1]).toMatchObject({ name: 'more', entry: 'more/', kind, delivery, versionCode: 7 });
});

test('a feature names its own resources and those of the base', async () => {
  const labelled: ModuleRecipe = {
    ...feature,
    components: [
      { kind: 'activity', name: '.Own', metaData: { own: { reference: 0x7e010000 }, base: { reference: 0x7f010000 } } },
    ],
  };
  const facts = await inspectBytes(build({ base, voice: labelled }));
  expect(facts.components.find(({ name }) => name === 'com.example.Own')!.metaData).toEqual([
    { name: 'own', value: 'Feature' },
    { name: 'base', value: 'Demo' },
  ]);
});

test.each<[string, ModuleRecipe, string]>([
  ['package', { packageName: 'com.other' }, 'package com.other ≠ com.example'],
  ['version', { versionCode: 8 }, 'versionCode 8 ≠ 7'],
])('a module of another %s is a trick', async (_, module, differs) => {
  const { tampering } = await inspectBytes(build({ base, odd: module }));
  expect(tampering).toMatchObject([{ trick: 'split-mismatch', place: 'odd/', effect: 'install' }]);
  expect(tampering[0]!.detail.en).toContain(differs);
});

test('code of several files, in file order', async () => {
  const module = { ...base, moreDex: [[{ name: 'com.example.B' }], [{ name: 'com.example.C' }]] };
  const { code } = await inspectBytes(build({ base: module }));
  expect(code.dexFiles.map(({ entry }) => entry)).toEqual([
    'base/dex/classes.dex',
    'base/dex/classes2.dex',
    'base/dex/classes3.dex',
  ]);
});

test.each<[string, Partial<AabRecipe>, string[]]>([
  ['without its configuration', { config: null }, ['bundle-config-missing']],
  ['with a broken configuration', { entries: { 'BundleConfig.pb': Buffer.from([0x0a, 0x50]) } }, ['protobuf-length']],
  [
    'with broken resources',
    { entries: { 'base/resources.pb': Buffer.from([0x12, 0x50]) } },
    ['protobuf-length', 'resource-unresolved'],
  ],
])('a bundle %s is read as far as it goes', async (_, rest, codes) => {
  const facts = await inspectBytes(build({ base }, rest));
  expect(facts.gaps.map(({ code }) => code)).toEqual(codes);
  expect(facts.identity.packageName).toBe('com.example');
  expect(facts.code.dexFiles).toHaveLength(1);
});

test.each<[string, Partial<AabRecipe>, string[]]>([
  ['is missing', { without: ['base/manifest/AndroidManifest.xml'] }, ['manifest-missing']],
  ['is no proto', { entries: { 'base/manifest/AndroidManifest.xml': '<manifest/>' } }, ['protobuf-broken']],
  [
    'has another root',
    { entries: { 'base/manifest/AndroidManifest.xml': proto([1, proto([3, 'application'])]) } },
    ['manifest-root'],
  ],
])('where the manifest of the base %s, code and features are read all the same', async (_, rest, codes) => {
  const facts = await inspectBytes(build({ base, voice: feature }, rest));
  expect(facts.gaps.map(({ code }) => code)).toEqual(codes);
  expect(facts.identity.packageName).toBeNull();
  expect(facts.components.map(({ name, module }) => [name, module])).toEqual([
    ['com.example.FeatureService', 'voice'],
    ['com.example.Main', 'voice'],
  ]);
  expect(facts.code.dexFiles).toHaveLength(2);
});

test('a bundle of asset packs alone has no base and says so by its type', async () => {
  const pack: ModuleRecipe = { type: 'asset-pack', delivery: 'on-demand', hasCode: false, entries: { 'assets/level.bin': 'x' } };
  const bytes = build({ level: pack }, { config: { type: 2 } });
  const facts = await inspectBytes(bytes);
  expect(facts.modules).toMatchObject([{ name: 'level', kind: 'asset-pack', delivery: 'on-demand' }]);
  expect(facts.gaps).toEqual([]);
  expect((await inspectBytes(build({ level: pack }))).gaps.map(({ code }) => code)).toEqual(['bundle-base-missing']);
});

test('a 64-bit archive and a file in front change nothing but what is told of them', async () => {
  const facts = await inspectBytes(build({ base }, { archive: { zip64: true } }));
  expect([facts.identity.packageName, facts.gaps, facts.tampering]).toEqual(['com.example', [], []]);
  const prefixed = await inspectBytes(build({ base }, { archive: { prefix: Buffer.from('dex\n035\0') } }));
  expect(prefixed.identity).toEqual(facts.identity);
  expect(prefixed.tampering.map(({ trick }) => trick)).toEqual(['prefixed-data']);
});

test('a text that is referred to without end does not fill memory', async () => {
  const long = 'x'.repeat(60_000);
  const metaData = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`m${index}`, { reference: 0x7f010000 }]));
  const module: ModuleRecipe = { resources: { string: { long: { default: long } } }, applicationMetaData: metaData };
  const facts = await inspectBytes(build({ base: module }));
  expect(facts.gaps.map(({ code }) => code)).toEqual(expect.arrayContaining(['manifest-text-too-long']));
  expect(JSON.stringify(facts).length).toBeLessThan(4 << 20);
}, 30_000);

test('a bundle without a signature has none that could be wrong', async () => {
  const { signing } = await inspectBytes(build({ base: { ...base, targetSdk: 34 } }));
  expect(signing).toEqual({ schemes: [], signers: [], verified: 'not-checked' });
});

const bundles = corpus('aab').map((path) => [basename(path), path] as const);
(bundles.length > 0 ? test.each(bundles) : test.skip.each([['no corpus', '']]))(
  '%s is signed as a JAR, whatever its target',
  async (_, path) => {
    const { facts } = await inspectFile(path);
    expect(facts.signing.schemes).toEqual(['v1']);
    // From the first one an obfuscation map was taken after it was signed.
    const codes = facts.signing.results!.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect([facts.signing.verified, codes]).toEqual(path.includes('permanent') ? ['invalid', ['entry-missing']] : ['valid', []]);
    expect(facts.gaps).toEqual([]);
    expect(facts.coverage.level).not.toBe('none');
  },
);
