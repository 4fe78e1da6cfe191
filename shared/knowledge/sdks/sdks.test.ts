import { knowledge } from '../index.ts';
import { comparable } from './names.ts';

const { sdks } = knowledge;

/** Namespaces of whole vendors: whatever lies there may be anything, so no prefix may be as short. */
const WHOLE_VENDORS = [
  ...['com.taobao', 'com.alibaba', 'com.alipay', 'com.aliyun', 'com.baidu', 'com.tencent', 'com.tencent.mm', 'com.qq'],
  ...['com.bytedance', 'com.ss.android', 'com.kuaishou', 'com.kwai', 'com.huawei', 'com.xiaomi', 'com.miui', 'com.oppo'],
  ...['com.heytap', 'com.vivo', 'com.meizu', 'com.hihonor', 'com.netease', 'com.sina', 'com.jd', 'com.meituan', 'com.autonavi'],
  ...['com.loc', 'com.facebook', 'com.google', 'com.google.android', 'com.microsoft', 'com.amazon', 'com.twitter', 'com.mob'],
  ...['com.android', 'com.github', 'io.github', 'com.sun', 'org.apache', 'com.squareup', 'com.iflytek', 'com.umeng'],
];

const owners = <Key>(pairs: readonly (readonly [Key, string])[]) => {
  const map = new Map<Key, Set<string>>();
  for (const [key, id] of pairs) map.set(key, (map.get(key) ?? new Set()).add(id));
  return [...map].filter(([, ids]) => ids.size > 1).map(([key, ids]) => ({ key, ids: [...ids] }));
};

test('there are enough, each with its own id', () => {
  expect(sdks.length).toBeGreaterThan(400);
  expect(new Set(sdks.map((sdk) => sdk.id)).size).toBe(sdks.length);
  expect(sdks.filter((sdk) => sdk.collects !== 'no').length).toBeGreaterThan(200);
});

test('no two SDKs have the same prefix, and no prefix covers a whole vendor', () => {
  expect(owners(sdks.flatMap((sdk) => sdk.prefixes.map((prefix) => [prefix, sdk.id] as const)))).toEqual([]);
  const prefixes = sdks.flatMap((sdk) => sdk.prefixes);
  expect(prefixes.filter((prefix) => !/^[a-z][\w]*(\.[\w]+)+$/i.test(prefix))).toEqual([]);
  expect(prefixes.filter((prefix) => WHOLE_VENDORS.includes(prefix))).toEqual([]);
});

test('no SDK repeats itself: a prefix inside another of its own adds nothing', () => {
  for (const { id, prefixes } of sdks) {
    const inside = prefixes.filter((prefix) => prefixes.some((other) => other !== prefix && prefix.startsWith(`${other}.`)));
    expect({ id, inside }).toEqual({ id, inside: [] });
  }
});

test('no two SDKs share a name, a component or a native library', () => {
  const names = sdks.flatMap(({ id, name, aliases }) =>
    [name.zh, name.en, ...aliases].map((alias) => [comparable(alias), id] as const),
  );
  expect(owners(names)).toEqual([]);
  expect(names.filter(([name]) => name.length < 2)).toEqual([]);
  const classes = sdks.flatMap(({ id, components, autoStart }) =>
    [...components, ...autoStart].map((name) => [name, id] as const),
  );
  expect(owners(classes)).toEqual([]);
  expect(owners(sdks.flatMap(({ id, nativeLibraries }) => nativeLibraries.map((name) => [name, id] as const)))).toEqual([]);
});

test('no alias is a word that prose uses for something else', () => {
  const everyday = [
    '推送',
    '统计',
    '广告',
    '地图',
    '登录',
    '支付',
    '个数',
    '分享',
    '极速',
    'adjust',
    'segment',
    'branch',
    'line',
    'sdk',
  ];
  const aliases = sdks.flatMap((sdk) => sdk.aliases);
  expect(aliases.filter((alias) => everyday.includes(alias.toLowerCase()))).toEqual([]);
});

test('what is said to collect by a confident entry names an operator', () => {
  expect(sdks.filter((sdk) => sdk.collects === 'yes' && sdk.confidence === 'high' && sdk.operator === null)).toEqual([]);
});

test('what collects nothing has no list of what it collects', () => {
  expect(sdks.filter((sdk) => sdk.collects === 'no' && (sdk.piTypes.length > 0 || sdk.permissions.length > 0))).toEqual([]);
});

test('native libraries are file names, switches belong to what starts by itself', () => {
  expect(sdks.flatMap((sdk) => sdk.nativeLibraries).filter((name) => !/^lib[\w.+-]+\.so$/.test(name))).toEqual([]);
  expect(sdks.filter((sdk) => sdk.autoStartSwitch !== null && sdk.autoStart.length === 0)).toEqual([]);
});

test.each(['umeng-analytics', 'jpush', 'getui', 'pangle', 'gdt', 'kuaishou-ads', 'amap', 'baidu-map', 'wechat', 'qq-connect'])(
  'the common SDK %s is known with operator and prefixes',
  (id) => {
    const sdk = sdks.find((entry) => entry.id === id);
    expect(sdk?.operator?.zh).toBeTruthy();
    expect(sdk?.prefixes.length).toBeGreaterThan(0);
  },
);
