import { randomBytes } from 'node:crypto';
import { buildApk } from '../../services/cli/building/apk.ts';
import { TransientError } from '../../shared/domain/errors.ts';
import { INSPECTABLE_FORMATS, INSPECTOR_VERSION, inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';

const base = { packageName: 'com.example.app', classes: [{ name: 'com.example.app.Main', methods: [{ name: 'run' }] }] };

test('provenance', async () => {
  const bytes = buildApk(base);
  const facts = await inspectPackage(bytesSource(bytes), { sha256: 'ab'.repeat(32), knowledge });
  expect(facts).toMatchObject({ schema: 'package-facts/2', inspector: INSPECTOR_VERSION, format: 'apk', size: bytes.length });
  expect(facts.sha256).toBe('ab'.repeat(32));
  expect(INSPECTABLE_FORMATS).toContain('apk');
});

test('components: names completed, exported as the platform computes it', async () => {
  const main = [{ actions: ['android.intent.action.MAIN'], categories: ['android.intent.category.LAUNCHER'] }];
  const facts = await inspectBytes(
    buildApk({
      ...base,
      targetSdk: 34,
      applicationClass: '.App',
      components: [
        { kind: 'activity', name: '.Main', launcher: true },
        { kind: 'activity', name: 'Plain' },
        { kind: 'activity-alias', name: 'com.other.Alias', targetActivity: '.Main', exported: false, intentFilters: main },
        { kind: 'service', name: '.Push', process: ':push', foregroundServiceType: 8, metaData: { key: 'value', 'a.b': true } },
        {
          kind: 'receiver',
          name: '.Boot',
          enabled: false,
          intentFilters: [{ actions: ['android.intent.action.BOOT_COMPLETED'] }],
        },
        { kind: 'provider', name: '.Init', authorities: 'a.b;c.d', initOrder: 99, permission: 'a.READ' },
      ],
    }),
  );
  expect(facts.launcher).toBe('com.example.app.Main');
  expect(facts.application.className).toBe('com.example.app.App');
  const noFilters = { intentFilters: [], metaData: [] };
  expect(facts.components).toEqual([
    {
      ...{ kind: 'activity', name: 'com.example.app.Main', exported: true, enabled: true, metaData: [] },
      intentFilters: main,
      place: '/manifest/application[1]/activity[1]',
    },
    {
      kind: 'activity',
      name: 'com.example.app.Plain',
      exported: false,
      enabled: true,
      ...noFilters,
      place: '/manifest/application[1]/activity[2]',
    },
    {
      ...{
        kind: 'activity-alias',
        name: 'com.other.Alias',
        exported: false,
        exportedDeclared: true,
        enabled: true,
        metaData: [],
      },
      targetActivity: 'com.example.app.Main',
      intentFilters: main,
      place: '/manifest/application[1]/activity-alias[1]',
    },
    {
      ...{ kind: 'service', name: 'com.example.app.Push', exported: false, enabled: true, intentFilters: [] },
      ...{ process: 'com.example.app:push', foregroundServiceType: 8, foregroundServiceTypes: ['location'] },
      metaData: [
        { name: 'key', value: 'value' },
        { name: 'a.b', value: 'true' },
      ],
      place: '/manifest/application[1]/service[1]',
    },
    {
      ...{ kind: 'receiver', name: 'com.example.app.Boot', exported: true, enabled: false, metaData: [] },
      intentFilters: [{ actions: ['android.intent.action.BOOT_COMPLETED'], categories: [] }],
      place: '/manifest/application[1]/receiver[1]',
    },
    {
      ...{ kind: 'provider', name: 'com.example.app.Init', exported: false, enabled: true, ...noFilters },
      ...{ authorities: ['a.b', 'c.d'], initOrder: 99, permission: 'a.READ' },
      place: '/manifest/application[1]/provider[1]',
    },
  ]);
});

test.each([
  [16, true],
  [17, false],
])('a provider without the attribute, target %i: exported %s', async (targetSdk, exported) => {
  const facts = await inspectBytes(buildApk({ ...base, targetSdk, components: [{ kind: 'provider', name: '.P' }] }));
  expect(facts.components[0]!.exported).toBe(exported);
});

test('permissions keep element, place, highest API level and the promise about location', async () => {
  const facts = await inspectBytes(
    buildApk({
      ...base,
      permissions: ['a.INTERNET', { name: 'a.BLUETOOTH_SCAN', flags: 0x10000 }, { name: 'a.PHONE', maxSdk: 28 }],
      permissionsSdk23: ['a.CAMERA'],
      definedPermissions: [{ name: 'com.example.P', protectionLevel: 2 }, { name: 'com.example.Q' }],
      features: ['android.hardware.camera', 'android.hardware.camera'],
      queries: { packages: ['com.tencent.mm'], actions: ['android.intent.action.SEND'], providers: ['a.b;c.d'] },
    }),
  );
  expect(facts.permissions).toEqual([
    { name: 'a.INTERNET', element: 'uses-permission', place: '/manifest/uses-permission[1]' },
    { name: 'a.BLUETOOTH_SCAN', element: 'uses-permission', neverForLocation: true, place: '/manifest/uses-permission[2]' },
    { name: 'a.PHONE', element: 'uses-permission', maxSdkVersion: 28, place: '/manifest/uses-permission[3]' },
    { name: 'a.CAMERA', element: 'uses-permission-sdk-23', place: '/manifest/uses-permission-sdk-23[1]' },
  ]);
  expect(facts.definedPermissions).toEqual([
    { name: 'com.example.P', protectionLevel: 2 },
    { name: 'com.example.Q', protectionLevel: 0 },
  ]);
  expect(facts.features).toEqual(['android.hardware.camera']);
  expect(facts.queries).toEqual({ packages: ['com.tencent.mm'], intents: 1, providers: ['a.b', 'c.d'] });
});

test('application flags: as declared, by reference, and as the platform has them by default', async () => {
  const plain = await inspectBytes(buildApk(base));
  expect(plain.application).toMatchObject({
    debuggable: false,
    allowBackup: true,
    usesCleartextTraffic: null,
    networkSecurityConfig: null,
  });
  const facts = await inspectBytes(
    buildApk({
      ...base,
      resources: { bool: { debug: { default: true } }, xml: { net: { default: 'res/xml/net.xml' } } },
      debuggable: { reference: 0x7f010000 },
      allowBackup: false,
      usesCleartextTraffic: true,
      networkSecurityConfig: { reference: 0x7f020000 },
      applicationMetaData: { CHANNEL: 'store', ID: 7 },
    }),
  );
  expect(facts.gaps).toEqual([]);
  expect(facts.application).toMatchObject({
    ...{ debuggable: true, allowBackup: false, usesCleartextTraffic: true, networkSecurityConfig: 'res/xml/net.xml' },
    metaData: [
      { name: 'CHANNEL', value: 'store' },
      { name: 'ID', value: '7' },
    ],
  });
});

test('SDK levels: what is not declared is what the platform takes, a code name is a gap', async () => {
  const levels = async (recipe: object) => {
    const { identity, gaps } = await inspectBytes(buildApk({ ...base, ...recipe }));
    return [identity.minSdk, identity.targetSdk, ...gaps.map(({ code }) => code)];
  };
  expect(await levels({})).toEqual([1, 1]);
  expect(await levels({ minSdk: 21 })).toEqual([21, 21]);
  expect(await levels({ minSdk: '21', targetSdk: 33 })).toEqual([21, 33]);
  expect(await levels({ minSdk: 21, targetSdk: 'Tiramisu' })).toEqual([21, null, 'sdk-level-not-a-number']);
});

test('the label is that of the launcher activity where the application has none', async () => {
  const label = { reference: 0x7f010000 };
  const resources = { string: { title: { default: 'Map', 'zh-rCN': '地图' } } };
  const facts = await inspectBytes(
    buildApk({ ...base, resources, components: [{ kind: 'activity', name: '.M', launcher: true, label }] }),
  );
  expect(facts.identity.label).toEqual({ zh: '地图', default: 'Map' });
});

test('calls of interesting APIs with caller, offset and DEX; at most twenty callers, all counted', async () => {
  const getDeviceId = 'Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;';
  const methods = Array.from({ length: 25 }, (_, index) => ({
    name: `m${String(index).padStart(2, '0')}`,
    calls: [getDeviceId],
  }));
  const facts = await inspectBytes(
    buildApk({
      ...base,
      classes: [{ name: 'com.example.app.Phone', methods }],
      moreDex: [
        [{ name: 'com.sdk.Ads', methods: [{ name: 'run', strings: ['https://ads.example.com/x'], calls: [getDeviceId] }] }],
      ],
    }),
  );
  const use = facts.code.apiUses.find(({ target }) => target === 'Landroid/telephony/TelephonyManager;->getDeviceId')!;
  expect(use.count).toBe(26);
  expect(use.callers).toHaveLength(20);
  expect(use.callers[0]).toEqual({ class: 'com.example.app.Phone', method: 'm00', offset: 1, dex: 'classes.dex' });
  expect(use.permissions).toContain('android.permission.READ_PHONE_STATE');
  expect(facts.code.packages).toEqual([
    { name: 'com.example.app', classes: 1, methods: 25, bodies: 25, callers: [] },
    { name: 'com.sdk', classes: 1, methods: 1, bodies: 1, callers: [] },
  ]);
  expect(facts.code.hosts).toEqual(['ads.example.com']);
});

test('native libraries, frameworks, packers and names of assets come from the entries', async () => {
  const facts = await inspectBytes(
    buildApk({
      ...base,
      entries: {
        'lib/arm64-v8a/libjiagu.so': 'ELF',
        'lib/arm64-v8a/libflutter.so': 'ELF!',
        'lib/notes.txt': 'x',
        'assets/flutter_assets/a.bin': 'x',
        'assets/apps/H5/www/index.html': 'x',
        'res/x.xml': 'x',
      },
    }),
  );
  expect(facts.nativeLibraries).toEqual([
    { abi: 'arm64-v8a', name: 'libjiagu.so', bytes: 3 },
    { abi: 'arm64-v8a', name: 'libflutter.so', bytes: 4 },
  ]);
  expect(facts.frameworks).toEqual(['flutter', 'uni-app']);
  expect(facts.packers.map(({ evidence }) => evidence)).toContain('lib/arm64-v8a/libjiagu.so');
  expect(facts.entries.names).toEqual(['assets/flutter_assets/a.bin', 'assets/apps/H5/www/index.html']);
  expect(facts.coverage.level).toBe('none');
});

test('cost follows the code, not the size of the package', async () => {
  const behind = buildApk(base);
  const size = 3 * 2 ** 30 + behind.length;
  let fetched = 0;
  const read = async (offset: number, length: number) => {
    fetched += length;
    const bytes = Buffer.alloc(length);
    const from = offset - (size - behind.length);
    if (from + length > 0) behind.copy(bytes, Math.max(0, -from), Math.max(0, from));
    return bytes;
  };
  const facts = await inspectPackage({ size, read }, { sha256: '', knowledge });
  expect(facts.identity.packageName).toBe('com.example.app');
  expect(facts.code.dexFiles).toHaveLength(1);
  expect(fetched).toBeLessThan(400_000);
});

test('a source that fails is not a broken package: its error comes out as it is, whichever read it is', async () => {
  const failure = new TransientError('store-unreachable', { zh: '存储不可用', en: 'store unreachable' });
  const filler = randomBytes(150_000);
  const bytes = buildApk({
    ...base,
    label: { default: 'x' },
    entries: { 'assets/a': filler, 'META-INF/A.SF': filler, 'META-INF/A.RSA': filler },
  });
  let reads = 0;
  const failingAt = (failing: number) => ({
    size: bytes.length,
    read: async (offset: number, length: number) => {
      if (reads++ === failing) throw failure;
      return bytes.subarray(offset, offset + length);
    },
  });
  await inspectPackage(failingAt(-1), { sha256: '', knowledge });
  const all = reads;
  expect(all).toBeGreaterThan(2);
  for (let failing = 0; failing < all; failing++) {
    reads = 0;
    await expect(inspectPackage(failingAt(failing), { sha256: '', knowledge })).rejects.toBe(failure);
  }
});
