import { appWith, knowing, type Parts, sdkOf } from '../../../../test/support/third-party.ts';
import { knowledge } from '../../index.ts';
import { detectSdks } from './detect.ts';
import { ownerOf } from './owner.ts';

const detect = (parts: Parts, known = knowledge) =>
  detectSdks(appWith(parts), known).map(({ sdk, level, confidence }) => [sdk.id, level, confidence]);

const vendor = sdkOf('vendor', {
  components: ['com.helper.PushActivity'],
  nativeLibraries: ['libvendor.so'],
  metaData: ['VENDOR_KEY', 'com.vendor.*'],
  assets: ['assets/vendor/', 'assets/vendor.bin'],
  resources: ['vendor_'],
  domains: ['log.vendor.com'],
  maven: ['com.vendor:core'],
  plugins: { cordova: ['cordova-plugin-vendor'], ohpm: ['@vendor/core'] },
});
const ours = knowing([vendor]);

test('classes under a prefix are presence, added up over its packages', () => {
  const packages = [
    ['com.umeng.analytics', 20, 100],
    ['com.umeng.analytics.pro', 5, 30],
  ] as const;
  const [found] = detectSdks(appWith({ packages }), knowledge);
  expect(found).toMatchObject({ sdk: { id: 'umeng-analytics' }, level: 'present', confidence: 'high', stub: false });
  expect(found?.packages).toEqual([{ prefix: 'com.umeng.analytics', classes: 25, methods: 130 }]);
});

test('the longest prefix owns, by whole segments', () => {
  expect(detect({ packages: [['com.google.android.gms.ads.identifier', 9, 50]] })).toEqual([
    ['google-ads-identifier', 'present', 'high'],
  ]);
  expect(detect({ packages: [['com.google.android.gms.ads.internal', 9, 50]] })).toEqual([['admob', 'present', 'high']]);
  expect(detect({ packages: [['com.google.android.gms.common', 9, 50]] })).toEqual([['google-play-services', 'present', 'high']]);
  expect(detect({ packages: [['com.igexinside.app', 9, 50]] })).toEqual([]);
  expect(ownerOf('com.amap.api.location.AMapLocationClient', knowledge.sdks)).toMatchObject({ prefix: 'com.amap.api' });
  expect(ownerOf('com.amap', knowledge.sdks)).toBeNull();
});

describe('stubs declare, whatever they are named', () => {
  const packages = (classes: number, methods: number, bodies?: number) => [
    { name: 'com.vendor.sdk', classes, methods, ...(bodies === undefined ? {} : { bodies }) },
  ];
  test.each([
    ['two small classes', packages(2, 9), true],
    ['three exceptions', packages(3, 6), true],
    ['one class of ten methods', packages(1, 10), false],
    ['ten methods of which half do something', packages(3, 10, 5), true],
    ['a small part that a shrinker has left', packages(3, 14, 9), false],
    ['many methods that do nothing', packages(30, 300, 0), true],
    ['many methods of which a few log something', packages(30, 300, 9), true],
    ['many methods of which many do nothing', packages(300, 3_000, 60), false],
    ['interfaces beside code', packages(30, 300, 40), false],
    ['code of which facts do not tell what it does', packages(30, 300), false],
  ])('%s', (_what, code, stub) => {
    const [found] = detectSdks(appWith({ packages: code }), ours);
    expect(found).toMatchObject(
      stub ? { stub, level: 'declared', confidence: 'low' } : { stub, level: 'present', confidence: 'high' },
    );
  });

  test('a part that is not told hides nothing of the rest', () => {
    const code = [...packages(30, 300, 0), { name: 'com.vendor.sdk.core', classes: 3, methods: 30 }];
    expect(detect({ packages: code }, ours)).toEqual([['vendor', 'present', 'high']]);
  });

  test('a stub beside its native library is there, beside its component it is declared', () => {
    expect(detect({ packages: packages(2, 9), libraries: ['libvendor.so'] }, ours)).toEqual([['vendor', 'present', 'medium']]);
    expect(detect({ packages: packages(2, 9), components: ['com.vendor.sdk.Push'] }, ours)).toEqual([
      ['vendor', 'declared', 'medium'],
    ]);
  });
});

test('a package that is only referenced has no classes and is no presence', () => {
  expect(detect({ packages: [['cn.jpush.android', 0, 0]] })).toEqual([]);
});

test('a component alone is declared, a native library alone present, both medium', () => {
  expect(detect({ components: ['com.igexin.sdk.PushService'] })).toEqual([['getui', 'declared', 'medium']]);
  expect(detect({ components: ['com.helper.PushActivity'] }, ours)).toEqual([['vendor', 'declared', 'medium']]);
  expect(detect({ libraries: ['libvendor.so', 'libvendor.so'] }, ours)).toEqual([['vendor', 'present', 'medium']]);
});

test('a component whose class has been taken out is as good as meta-data', () => {
  const component = { components: ['com.vendor.sdk.Push'] };
  const declaredClasses = (defined: boolean) => ({
    declaredClasses: [{ name: 'com.vendor.sdk.Push', defined, superclasses: [] }],
  });
  expect(detect({ ...component, code: declaredClasses(false) }, ours)).toEqual([['vendor', 'declared', 'low']]);
  expect(detect({ ...component, code: declaredClasses(true) }, ours)).toEqual([['vendor', 'declared', 'medium']]);
  const packed = { coverage: { level: 'none' as const, reasons: [] } };
  expect(detect({ ...component, code: declaredClasses(false), more: packed }, ours)).toEqual([['vendor', 'declared', 'medium']]);
});

describe('weak traces', () => {
  const application = { ...appWith({}).application, metaData: [{ name: 'com.vendor.appkey', value: '1' }] };
  const asset = { entries: { count: 1, names: ['assets/vendor/a.json'] } };
  const artefact = {
    source: 'maven' as const,
    subject: 'com.vendor:core',
    value: '1.2.3',
    entry: 'META-INF/maven/x/pom.properties',
  };
  const renamed = [['a.b.c', 40, 400]] as const;
  test.each<[string, Parts, unknown]>([
    ['meta-data', { more: { application } }, [['vendor', 'declared', 'low']]],
    ['a file of its own', { more: asset }, [['vendor', 'declared', 'low']]],
    ['a file that names its artefact', { more: { versions: [artefact] } }, [['vendor', 'declared', 'low']]],
    ['another file of the same beginning', { more: { entries: { count: 1, names: ['assets/vendor.bin.png'] } } }, []],
    ['a host, which its privacy policy names too', { code: { hosts: ['log.vendor.com'] } }, []],
    ['a host and a file where nothing has been renamed', { code: { hosts: ['log.vendor.com'] }, more: asset }, 'declared'],
    [
      'a host and a file beside renamed code',
      { packages: renamed, code: { hosts: ['a.log.vendor.com'] }, more: asset },
      'present',
    ],
    ['a file and meta-data beside renamed code', { packages: renamed, more: { ...asset, application } }, 'declared'],
  ])('%s', (_what, parts, expected) => {
    const found = detect(parts, ours);
    expect(typeof expected === 'string' ? found[0]?.[1] : found).toEqual(expected);
  });

  test('are told', () => {
    const [found] = detectSdks(appWith({ code: { hosts: ['log.vendor.com', 'x.com'] }, more: { ...asset, application } }), ours);
    expect(found?.traces).toEqual({
      plugins: [],
      metaData: ['com.vendor.appkey'],
      assets: ['assets/vendor/a.json'],
      resources: [],
      domains: ['log.vendor.com'],
    });
    expect(found?.reasons.map(({ zh }) => zh)).toEqual(['清单文件里有它的配置', '包内有它独有的文件', '代码里有它专用的域名']);
  });

  test('that two SDKs claim tell of neither', () => {
    const twin = sdkOf('twin', { nativeLibraries: ['libvendor.so'] });
    expect(detect({ libraries: ['libvendor.so'] }, knowing([vendor, twin]))).toEqual([]);
  });
});

describe('plugins of other run times', () => {
  const plugin = {
    runtime: 'cordova' as const,
    name: 'cordova-plugin-vendor',
    version: '1.0.0',
    entry: 'assets/www/cordova_plugins.js',
  };
  test('declare', () => {
    expect(detect({ more: { plugins: [plugin] } }, ours)).toEqual([['vendor', 'declared', 'low']]);
  });

  test('are the SDK where its code is in the bundle of the run time', () => {
    const harmony = { packages: [{ name: '@vendor/core', version: '2.0.0' }] } as never;
    const script = {
      entry: 'ets/modules.abc',
      runtime: 'arkts' as const,
      bytes: 1,
      modules: ['@vendor/core'],
      apis: [],
      hosts: [],
    };
    expect(detect({ more: { harmony } }, ours)).toEqual([['vendor', 'declared', 'low']]);
    expect(detect({ more: { harmony, scripts: [script] } }, ours)).toEqual([['vendor', 'present', 'medium']]);
  });
});

test("the app's own code is not an SDK, even under a prefix", () => {
  const own = { packageName: 'com.umeng.message.demo', packages: [['com.umeng.message.demo.ui', 9, 90]] } as const;
  expect(detect(own)).toEqual([]);
  expect(detect({ ...own, components: ['com.umeng.message.demo.Main'] })).toEqual([]);
  expect(detect({ ...own, packages: [['com.umeng.message.entity', 9, 90]] })).toEqual([['umeng-push', 'present', 'high']]);
});

describe('SDKs within SDKs', () => {
  const carrier = sdkOf('carrier', { brings: ['vendor'] });
  const code = [
    ['com.carrier.sdk', 30, 300],
    ['com.vendor.sdk', 30, 300],
  ] as const;
  const within = (packages: Parts['packages']) =>
    detectSdks(appWith({ packages: packages! }), knowing([carrier, vendor])).map((each) => [each.sdk.id, each.within]);

  test('what an SDK brings along is within it where both are there', () => {
    expect(within(code)).toEqual([
      ['carrier', null],
      ['vendor', 'carrier'],
    ]);
    expect(within([code[1]])).toEqual([['vendor', null]]);
  });

  test('a copy below another prefix is found and is within the SDK that has it', () => {
    const copy = ['com.carrier.sdk.shaded.com.vendor.sdk.core', 30, 300] as const;
    const found = detectSdks(appWith({ packages: [code[0], copy] }), knowing([sdkOf('carrier'), vendor]));
    expect(found.map(({ sdk, copies, within: id }) => [sdk.id, copies, id])).toEqual([
      ['carrier', [], null],
      ['vendor', ['com.carrier.sdk.shaded.com.vendor.sdk'], 'carrier'],
    ]);
  });

  test('a copy in unknown code is within nothing', () => {
    const found = detectSdks(appWith({ packages: [['repacked.com.vendor.sdk', 30, 300]] }), ours);
    expect(found).toMatchObject([{ level: 'present', copies: ['repacked.com.vendor.sdk'], within: null }]);
    expect(detect({ packages: [['com.vendorx.com.vendor.sdks', 30, 300]] }, ours)).toEqual([]);
  });
});

test('an app with six thousand packages is looked through quickly, in a fixed order', () => {
  const packages = Array.from({ length: 6_000 }, (_, index) => [`com.vendor${index % 97}.part${index}.inner`, 5, 20] as const);
  const facts = appWith({ packages: [...packages, ['com.qq.e.ads', 50, 500], ['com.amap.api.maps', 50, 500]] });
  detectSdks(facts, knowledge);
  const before = process.cpuUsage();
  const found = detectSdks(facts, knowledge);
  const { user, system } = process.cpuUsage(before);
  // A millisecond or two on a quiet machine.
  expect((user + system) / 1_000).toBeLessThan(1_000);
  expect(found.map(({ sdk }) => sdk.id)).toEqual(['amap', 'gdt']);
});
