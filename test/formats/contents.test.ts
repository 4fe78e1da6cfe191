import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import { buildDex } from '../../services/cli/building/dex.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { buildElf } from '../fixtures/elf.ts';
import { buildHermes } from '../fixtures/hermes.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';

const base = { packageName: 'com.example.app', classes: [{ name: 'com.example.app.Main' }] } satisfies ApkRecipe;
const inspect = (entries: Readonly<Record<string, string | Uint8Array>>, recipe: Partial<ApkRecipe> = {}) =>
  inspectBytes(buildApk({ ...base, ...recipe, entries }));
const buildId = (byte: string) => byte.repeat(20);

describe('native libraries', () => {
  const telling = [
    'https://collect.example.com/v1/report',
    '/proc/self/maps',
    '/sys/class/net/wlan0/address',
    'ro.serialno',
    'android/telephony/TelephonyManager',
    'getDeviceId',
    'getContext',
    'android/build/tree/file.c',
  ];

  test('build id and telling strings, of one ABI of each name', async () => {
    const { nativeLibraries } = await inspect({
      'lib/armeabi-v7a/libcollect.so': buildElf({ bits: 32, buildId: buildId('aa'), strings: telling }),
      'lib/arm64-v8a/libcollect.so': buildElf({ buildId: buildId('bb'), strings: telling }),
      'lib/x86/libold.so': buildElf({ bits: 32, machine: 3, strings: ['nothing'] }),
      'lib/arm64-v8a/libtext.so': '#!/system/bin/sh',
    });
    const of = (abi: string, name: string) => nativeLibraries.find((each) => each.abi === abi && each.name === name)!;
    expect(of('arm64-v8a', 'libcollect.so')).toMatchObject({ buildId: buildId('bb') });
    expect(of('arm64-v8a', 'libcollect.so').strings).toEqual([
      '/proc/self/maps',
      '/sys/class/net/wlan0/address',
      'android/telephony/TelephonyManager',
      'collect.example.com',
      'getDeviceId',
      'ro.serialno',
    ]);
    expect(of('armeabi-v7a', 'libcollect.so').buildId).toBeUndefined();
    expect(of('x86', 'libold.so')).toMatchObject({ buildId: null, strings: [] });
    expect(of('arm64-v8a', 'libtext.so')).not.toHaveProperty('buildId');
  });

  test('a library of any size costs its constants', async () => {
    const library = buildElf({ strings: telling, code: Buffer.alloc(30 << 20, 0x1f) });
    const apk = buildZip([
      { name: 'AndroidManifest.xml', data: Buffer.alloc(0) },
      { name: 'lib/arm64-v8a/libgame.so', data: library, stored: true },
      { name: 'classes.dex', data: buildDex(base.classes) },
      { name: 'resources.arsc', data: Buffer.alloc(0) },
    ]);
    const source = bytesSource(apk);
    const facts = await inspectPackage(source, { sha256: 'ab'.repeat(32), knowledge });
    expect(facts.nativeLibraries[0]!.strings).toContain('ro.serialno');
    expect(source.fetched).toBeLessThan(2 << 20);
  });

  test('no more than fifty strings, some of each kind', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `https://h${index}.example.com/`);
    const { nativeLibraries } = await inspect({ 'lib/arm64-v8a/liba.so': buildElf({ strings: [...many, ...telling] }) });
    expect(nativeLibraries[0]!.strings).toHaveLength(50);
    expect(nativeLibraries[0]!.strings).toEqual(expect.arrayContaining(['/proc/self/maps', 'ro.serialno', 'getDeviceId']));
  });
});

describe('frameworks and scripts', () => {
  test('uni-app: its modules, its SDKs, calls by name, texts of its pages', async () => {
    const manifest = { permissions: { Geolocation: {} }, plus: { distribute: { plugins: { maps: { amap: {} } } } } };
    const script =
      'var a=1;uni.getLocation({success(){}});e.plus.device.getInfo();t="\\u9690\\u79c1\\u653f\\u7b56";b="同意并继续";c="https://api.example.com/x"';
    const facts = await inspect({
      'assets/apps/__UNI__A1/www/manifest.json': JSON.stringify(manifest),
      'assets/apps/__UNI__A1/www/app-service.js': script,
    });
    expect(facts.frameworks).toEqual(['uni-app']);
    expect(facts.scripts).toEqual([
      {
        entry: 'assets/apps/__UNI__A1/www/manifest.json',
        runtime: 'javascript',
        bytes: JSON.stringify(manifest).length,
        modules: ['uni-app:Geolocation', 'uni-app:plugins/maps', 'uni-app:plugins/maps/amap'],
        apis: [],
        hosts: [],
      },
      expect.objectContaining({
        entry: 'assets/apps/__UNI__A1/www/app-service.js',
        apis: ['plus.device.getInfo', 'uni.getLocation'],
        hosts: ['api.example.com'],
      }),
    ]);
    expect(facts.texts.map(({ text, place }) => [text, place])).toContainEqual([
      '隐私政策',
      'assets/apps/__UNI__A1/www/app-service.js',
    ]);
    expect(facts.coverage.level).toBe('partial');
  });

  test('Cordova: a plugin and a call of it', async () => {
    const facts = await inspect({
      'assets/www/cordova.js': '// Cordova',
      'assets/www/cordova_plugins.js':
        'module.exports=[{"id":"cordova-plugin-device.device","pluginId":"cordova-plugin-device"}];',
      'assets/www/js/index.js': 'console.log(device.uuid, device.uuidOther)',
    });
    expect(facts.frameworks).toEqual(['cordova']);
    const names = facts.scripts.map(({ entry, modules, apis }) => [entry, modules, apis]);
    expect(names).toContainEqual(['assets/www/cordova_plugins.js', ['cordova-plugin-device'], []]);
    expect(names).toContainEqual(['assets/www/js/index.js', [], ['cordova-plugin-device.device.uuid']]);
  });

  test('React Native compiled to Hermes: strings by the tables', async () => {
    const strings = ['RNDevice', 'RNDeviceInfo', 'https://rn.example.com/a', 'react-native-device-info', '用户协议和隐私政策'];
    const facts = await inspect({ 'assets/index.android.bundle': buildHermes(strings) });
    expect(facts.frameworks).toEqual(['react-native']);
    expect(facts.scripts[0]).toMatchObject({
      runtime: 'hermes',
      modules: ['react-native-device-info'],
      apis: ['RNDeviceInfo'],
      hosts: ['rn.example.com'],
    });
    expect(facts.texts.map(({ text }) => text)).toContain('用户协议和隐私政策');
    expect(facts.coverage.reasons.map(({ en }) => en).join()).toContain('Hermes bytecode');
  });

  test('Flutter: packages that a Dart snapshot names', async () => {
    const facts = await inspect({
      'lib/arm64-v8a/libflutter.so': buildElf({}),
      'lib/arm64-v8a/libapp.so': buildElf({ strings: ['package:geolocator/geolocator.dart', 'getCurrentPosition'] }),
      'assets/flutter_assets/AssetManifest.json': '{}',
    });
    expect(facts.frameworks).toEqual(['flutter']);
    expect(facts.scripts[0]).toMatchObject({
      entry: 'lib/arm64-v8a/libapp.so',
      runtime: 'dart',
      modules: ['package:geolocator'],
      apis: ['package:geolocator.getCurrentPosition'],
    });
  });

  test("Unity's asset bundles are no scripts", async () => {
    const { scripts } = await inspect({ 'assets/x.bundle': Buffer.concat([Buffer.from('UnityFS\0\0\0\0'), Buffer.alloc(200)]) });
    expect(scripts).toEqual([]);
  });
});

test('an app that is a window on a web site', async () => {
  const loadUrl = 'Lcom/example/app/SiteView;->loadUrl(Ljava/lang/String;)V';
  const recipe: ApkRecipe = {
    packageName: 'com.example.app',
    components: [{ kind: 'activity', name: 'com.example.app.Main', launcher: true }],
    classes: [
      { name: 'com.example.app.SiteView', superclass: 'android.webkit.WebView' },
      {
        name: 'com.example.app.Main',
        superclass: 'android.app.Activity',
        methods: [
          { name: 'onCreate', descriptor: '(Landroid/os/Bundle;)V', strings: ['https://m.shop.example/index'], calls: [loadUrl] },
        ],
      },
    ],
  };
  const facts = await inspectBytes(buildApk(recipe));
  expect(facts.launcher).toBe('com.example.app.Main');
  expect(facts.frameworks).toEqual(['webview-shell']);
  expect(facts.coverage.level).toBe('partial');
});

describe('hardening', () => {
  test('a shell by its Application class and its package; its classes do not count as the app', async () => {
    const recipe: ApkRecipe = {
      packageName: 'com.example.app',
      application: { name: 'com.stub.StubApp' },
      classes: [{ name: 'com.stub.StubApp' }],
      components: [{ kind: 'activity', name: 'com.example.app.Main' }],
    };
    const facts = await inspectBytes(buildApk(recipe));
    expect(facts.packers).toEqual([
      { packer: '360加固', evidence: 'com.stub.StubApp' },
      { packer: '360加固', evidence: 'com.stub' },
    ]);
    expect(facts.coverage.level).toBe('none');
  });

  test('a mark that lies in the assets under the name that lists have for the root', async () => {
    const { packers } = await inspect({ 'assets/0OO00l111l1l': Buffer.alloc(300, 7) });
    expect(packers).toEqual([{ packer: '腾讯云移动应用安全', evidence: 'assets/0OO00l111l1l' }]);
  });
});

test('names of entries: the first of each folder, so that a thousand pictures do not fill the facts', async () => {
  const pictures = Array.from({ length: 300 }, (_, index) => [`assets/game/p${index}.png`, 'x'] as const);
  const { entries } = await inspect({
    ...Object.fromEntries(pictures),
    'assets/other/key.bin': 'x',
    'META-INF/services/a.B': 'x',
  });
  expect(entries.names).toHaveLength(22);
  expect(entries.names).toEqual(expect.arrayContaining(['assets/game/p0.png', 'assets/other/key.bin', 'META-INF/services/a.B']));
  expect(entries.count).toBe(304);
});

describe('packages within packages', () => {
  const plugin = buildApk({
    packageName: 'com.example.plugin',
    permissions: ['android.permission.READ_CONTACTS'],
    classes: [{ name: 'com.example.plugin.Hidden' }],
  });

  test('by content under any name: what they declare, and their code as hidden code', async () => {
    const facts = await inspect({
      'assets/logo.png': plugin,
      'assets/fonts.zip': buildZip([{ name: 'a.ttf', data: Buffer.alloc(500) }]),
    });
    expect(facts.nested).toEqual([
      {
        entry: 'assets/logo.png',
        format: 'apk',
        bytes: plugin.length,
        sha256: createHash('sha256').update(plugin).digest('hex'),
        packageName: 'com.example.plugin',
        versionName: null,
        permissions: ['android.permission.READ_CONTACTS'],
        dexFiles: 1,
      },
    ]);
    expect(facts.nestedCount).toBe(1);
    expect(facts.permissions).toEqual([]);
    expect(facts.code.dexFiles.map(({ entry, loading }) => [entry, loading])).toEqual([
      ['classes.dex', 'loaded'],
      ['assets/logo.png!classes.dex', 'hidden'],
    ]);
    expect(facts.code.packages.map(({ name }) => name)).toContain('com.example.plugin');
    expect(facts.coverage).toMatchObject({ level: 'partial' });
  });

  test('a DEX file without a telling name, and one behind a gap in the numbers', async () => {
    const hidden = buildDex([{ name: 'com.example.hidden.A' }]);
    const facts = await inspect({ 'assets/data.bin': hidden, 'classes3.dex': hidden });
    expect(facts.code.dexFiles.map(({ entry, loading }) => [entry, loading])).toEqual([
      ['classes.dex', 'loaded'],
      ['classes3.dex', 'hidden'],
      ['assets/data.bin', 'hidden'],
    ]);
  });

  test('what promises code and is none that we know is told', async () => {
    const { coverage, nestedCount } = await inspect({ 'assets/encrypted.dex': Buffer.alloc(5000, 0x5a) });
    expect(coverage.reasons.map(({ en }) => en).join()).toContain('assets/encrypted.dex');
    expect(nestedCount).toBe(0);
  });

  test('only one level is opened, and what is wrong within is not the package that is installed', async () => {
    const outer = buildApk({ packageName: 'com.example.outer', entries: { 'assets/inner.apk': plugin } });
    const broken = buildZip([{ name: 'AndroidManifest.xml', data: Buffer.from('no manifest at all') }]);
    const facts = await inspect({ 'assets/outer.apk': outer, 'assets/broken.apk': broken });
    expect(facts.nested.map(({ entry, packageName }) => [entry, packageName])).toEqual([
      ['assets/outer.apk', 'com.example.outer'],
      ['assets/broken.apk', null],
    ]);
    expect(facts.gaps).toEqual([]);
  });

  test('a bomb beside it is neither opened nor in the way', async () => {
    const bomb = deflateRawSync(Buffer.alloc(300 << 20), { level: 1 });
    const entries = { 'assets/plugin.apk': plugin };
    const lies = { entries: { 'assets/bomb.zip': { method: 8, size: 300 << 20, compressedSize: bomb.length } } };
    const facts = await inspectBytes(buildApk({ ...base, entries: { ...entries, 'assets/bomb.zip': bomb }, lies }));
    expect(facts.nested.map(({ entry }) => entry)).toEqual(['assets/plugin.apk']);
  });
});
