import type { Component, PackageFacts } from '../../domain/facts/package.ts';
import { knowledge } from '../index.ts';
import { detectSdks } from './detect.ts';
import { ownerOf } from './owner.ts';

interface Parts {
  readonly packageName?: string;
  readonly packages?: readonly (readonly [name: string, classes: number, methods: number])[];
  readonly components?: readonly string[];
  readonly libraries?: readonly string[];
}

/** Only the facts that detection reads. */
function factsOf({ packageName = 'com.example.app', packages = [], components = [], libraries = [] }: Parts): PackageFacts {
  return {
    identity: { packageName },
    code: { packages: packages.map(([name, classes, methods]) => ({ name, classes, methods })) },
    components: components.map((name) => ({ kind: 'service', name }) as Component),
    nativeLibraries: libraries.map((name) => ({ abi: 'arm64-v8a', name, bytes: 1 })),
  } as unknown as PackageFacts;
}

const detect = (parts: Parts) =>
  detectSdks(factsOf(parts), knowledge).map(({ sdk, level, confidence }) => [sdk.id, level, confidence]);

test('classes under a prefix are presence, added up over its packages', () => {
  const [found] = detectSdks(
    factsOf({
      packages: [
        ['com.umeng.analytics', 20, 100],
        ['com.umeng.analytics.pro', 5, 30],
      ],
    }),
    knowledge,
  );
  expect(found?.sdk.id).toBe('umeng-analytics');
  expect(found?.level).toBe('present');
  expect(found?.confidence).toBe('high');
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

test('a stub is low, a stub with a component medium, many tiny methods are no stub', () => {
  expect(detect({ packages: [['cn.jpush.android', 2, 9]] })).toEqual([['jpush', 'present', 'low']]);
  expect(detect({ packages: [['cn.jpush.android', 2, 9]], components: ['cn.jpush.android.service.PushService'] })).toEqual([
    ['jpush', 'present', 'medium'],
  ]);
  expect(detect({ packages: [['cn.jpush.android', 1, 10]] })).toEqual([['jpush', 'present', 'high']]);
});

test('a package that is only referenced has no classes and is no presence', () => {
  expect(detect({ packages: [['cn.jpush.android', 0, 0]] })).toEqual([]);
});

test('a component alone is declared, a native library alone present, both medium', () => {
  expect(detect({ components: ['com.igexin.sdk.PushService'] })).toEqual([['getui', 'declared', 'medium']]);
  expect(detect({ components: ['cn.android.service.JTransitActivity'] })).toEqual([['jpush', 'declared', 'medium']]);
  expect(detect({ libraries: ['libBugly.so', 'libBugly.so'] })).toEqual([['bugly', 'present', 'medium']]);
});

test("the app's own code is not an SDK, even under a prefix", () => {
  const own = { packageName: 'com.umeng.message.demo', packages: [['com.umeng.message.demo.ui', 9, 90]] } as const;
  expect(detect(own)).toEqual([]);
  expect(detect({ ...own, components: ['com.umeng.message.demo.Main'] })).toEqual([]);
  expect(detect({ ...own, packages: [['com.umeng.message.entity', 9, 90]] })).toEqual([['umeng-push', 'present', 'high']]);
});

test('an app with six thousand packages is looked through quickly, in a fixed order', () => {
  const packages = Array.from({ length: 6_000 }, (_, index) => [`com.vendor${index % 97}.part${index}.inner`, 5, 20] as const);
  const facts = factsOf({ packages: [...packages, ['com.qq.e.ads', 50, 500], ['com.amap.api.maps', 50, 500]] });
  detectSdks(facts, knowledge);
  const started = performance.now();
  const found = detectSdks(facts, knowledge);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(found.map(({ sdk }) => sdk.id)).toEqual(['amap', 'gdt']);
});
