import { makeIdentity } from '../../services/cli/building/certificate.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { buildHap, type HapRecipe, moduleJson } from '../fixtures/hap.ts';
import { signHap } from '../fixtures/sign-hap.ts';
import { inspectBytes } from '../fixtures/source.ts';

const identity = makeIdentity('EC', [['CN', 'Developer']]);
const other = makeIdentity('EC', [['CN', 'Somebody']]);

const entry: HapRecipe = {
  module: moduleJson({ label: 'Example', labelId: 0 }, { requestPermissions: [{ name: 'ohos.permission.INTERNET' }] }),
  abc: { records: [{ name: 'entry/a', requests: ['@ohos:deviceInfo'] }], strings: ['ODID'] },
  files: { 'libs/arm64-v8a/libentry.so': 'x' },
};
const feature: HapRecipe = {
  module: moduleJson(
    { label: 'Example', labelId: 0 },
    {
      name: 'shop',
      type: 'feature',
      deliveryWithInstall: false,
      abilities: [{ name: 'ShopAbility' }],
      requestPermissions: [{ name: 'ohos.permission.CAMERA' }],
    },
  ),
  abc: { records: [{ name: 'shop/b', requests: ['@ohos:multimedia.camera'] }], strings: ['createCameraInput'] },
};
const library: HapRecipe = { module: moduleJson({}, { name: 'library', type: 'shared', abilities: [] }) };
const PACK_INFO = {
  summary: {
    app: { bundleName: 'com.example.app', version: { code: 1000000, name: '1.0.0' } },
    modules: [
      { distro: { moduleName: 'entry', moduleType: 'entry', deliveryWithInstall: true } },
      { distro: { moduleName: 'shop', moduleType: 'feature', deliveryWithInstall: false } },
    ],
  },
  packages: [{ name: 'entry-default', moduleType: 'entry', deliveryWithInstall: true }],
};

function pack(parts: Record<string, Uint8Array>, { info = PACK_INFO as unknown, stored = false } = {}): Buffer {
  return buildZip([
    { name: 'pack.info', data: Buffer.from(JSON.stringify(info)) },
    ...Object.entries(parts).map(([name, data]) => ({ name, data, stored })),
  ]);
}

test.each([false, true])('the modules of an App Pack are one app (stored: %s)', async (stored) => {
  const facts = await inspectBytes(
    pack(
      { 'shop-default.hap': buildHap(feature), 'entry-default.hap': buildHap(entry), 'library-default.hsp': buildHap(library) },
      { stored },
    ),
  );
  expect(facts).toMatchObject({
    format: 'app',
    platform: 'harmony',
    identity: { packageName: 'com.example.app', versionCode: 1000000, label: { default: 'Example' } },
    launcher: 'EntryAbility',
    modules: [
      { name: 'entry', kind: 'entry', entry: 'entry-default.hap', delivery: 'install-time', versionCode: 1000000 },
      { name: 'shop', kind: 'feature', entry: 'shop-default.hap', delivery: 'on-demand' },
      { name: 'library', kind: 'shared', entry: 'library-default.hsp' },
    ],
    nativeLibraries: [{ abi: 'arm64-v8a', name: 'libentry.so', module: 'entry' }],
    coverage: { level: 'partial' },
    tampering: [],
    gaps: [],
  });
  expect(facts.permissions.map(({ name, module }) => [name, module])).toEqual([
    ['ohos.permission.INTERNET', 'entry'],
    ['ohos.permission.CAMERA', 'shop'],
  ]);
  expect(facts.components.map(({ name, module }) => [name, module])).toEqual([
    ['EntryAbility', 'entry'],
    ['ShopAbility', 'shop'],
  ]);
});

test('bytecode of every module is read, although all of them call it the same', async () => {
  const facts = await inspectBytes(pack({ 'entry-default.hap': buildHap(entry), 'shop-default.hap': buildHap(feature) }));
  expect(facts.scripts.map(({ entry: place, modules, apis }) => [place, modules, apis])).toEqual([
    ['entry-default.hap!ets/modules.abc', ['@ohos.deviceInfo'], ['@ohos.deviceInfo.ODID']],
    ['shop-default.hap!ets/modules.abc', ['@ohos.multimedia.camera'], ['@ohos.multimedia.camera.createCameraInput']],
  ]);
});

test('the pack and its modules are signed each by itself', async () => {
  const signing = { identity };
  const bytes = signHap(
    pack({ 'entry-default.hap': buildHap({ ...entry, signing }), 'shop-default.hap': buildHap({ ...feature, signing }) }),
    signing,
  );
  const facts = await inspectBytes(bytes);
  expect(facts.signing).toMatchObject({ schemes: ['hap'], verified: 'valid', profile: { bundleName: 'com.example.app' } });
  expect(facts.modules.map(({ signers }) => signers)).toEqual([
    [facts.signing.signers[0]!.certificates[0]!.sha256],
    [facts.signing.signers[0]!.certificates[0]!.sha256],
  ]);
  expect(facts.tampering).toEqual([]);
});

test.each<[string, HapRecipe, string[]]>([
  [
    'another bundle',
    { module: moduleJson({ bundleName: 'com.other' }, { name: 'shop', type: 'feature' }) },
    ['shop.hap: bundleName'],
  ],
  [
    'another version',
    { module: moduleJson({ versionCode: 7, versionName: '7' }, { name: 'shop', type: 'feature' }) },
    ['shop.hap: versionCode', 'shop.hap: versionName'],
  ],
  ['a debug build', { module: moduleJson({ debug: true }, { name: 'shop', type: 'feature' }) }, ['shop.hap: debug']],
])('%s among the modules: devices refuse it', async (_name, wrong, places) => {
  const { tampering } = await inspectBytes(pack({ 'entry-default.hap': buildHap(entry), 'shop.hap': buildHap(wrong) }));
  expect(tampering).toEqual(
    places.map((place) => expect.objectContaining({ trick: 'split-mismatch', place, effect: 'install' })),
  );
});

test('modules signed by different developers: devices refuse them', async () => {
  const parts = {
    'entry.hap': buildHap({ ...entry, signing: { identity } }),
    'shop.hap': buildHap({ ...feature, signing: { identity: other } }),
  };
  const { tampering } = await inspectBytes(pack(parts));
  expect(tampering).toEqual([
    expect.objectContaining({ trick: 'split-mismatch', place: 'shop.hap: signature', effect: 'install' }),
  ]);
});

test('a module that is no archive is a gap, the others are there', async () => {
  const facts = await inspectBytes(pack({ 'broken.hap': Buffer.from('nothing'), 'entry.hap': buildHap(entry) }));
  expect(facts).toMatchObject({ identity: { packageName: 'com.example.app' }, modules: [{ name: 'entry' }] });
  expect(facts.gaps.map(({ place }) => place.slice(0, 10))).toEqual(['broken.hap']);
});

test('a pack of broken modules is an App Pack of which nothing is known', async () => {
  const facts = await inspectBytes(pack({ 'broken.hap': Buffer.from('nothing') }));
  expect(facts).toMatchObject({
    format: 'app',
    platform: 'harmony',
    identity: { packageName: null },
    coverage: { level: 'none' },
  });
  expect(facts.gaps.map(({ code }) => code)).toContain('no-module');
});

test('a pack within a pack is not opened without end', async () => {
  let inner = buildHap(entry);
  for (let depth = 0; depth < 5; depth += 1) inner = pack({ 'entry.hap': inner });
  const facts = await inspectBytes(inner);
  expect(facts.format).toBe('app');
  expect(facts.coverage.level).toBe('none');
});
