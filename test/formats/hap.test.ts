import { buildZip } from '../../services/cli/building/zip.ts';
import { buildHap, moduleJson } from '../fixtures/hap.ts';
import { inspectBytes } from '../fixtures/source.ts';

const INDEX = {
  layout: 2 as const,
  directories: [
    {
      values: [
        { id: 16777216, type: 'string' as const, name: 'app_name', value: 'Example' },
        { id: 16777217, type: 'media' as const, name: 'app_icon', value: 'entry/resources/base/media/app_icon.png' },
        { id: 16777218, type: 'string' as const, name: 'reason', value: 'to show where you are' },
        { id: 16777219, type: 'string' as const, name: 'agree', value: 'I agree to the Privacy Policy' },
      ],
    },
    {
      language: 'zh',
      region: 'CN',
      values: [
        { id: 16777216, type: 'string' as const, name: 'app_name', value: '示例' },
        { id: 16777218, type: 'string' as const, name: 'reason', value: '用于显示您的位置' },
        { id: 16777219, type: 'string' as const, name: 'agree', value: '我已阅读并同意《隐私政策》' },
      ],
    },
  ],
};

const STAGE = {
  index: INDEX,
  module: moduleJson(
    {},
    {
      requestPermissions: [
        {
          name: 'ohos.permission.LOCATION',
          reason: '$string:reason',
          reasonId: 16777218,
          usedScene: { abilities: ['EntryAbility'], when: 'inuse' },
        },
        { name: 'ohos.permission.INTERNET' },
      ],
      definePermissions: [{ name: 'com.example.app.SHARE', grantMode: 'user_grant', availableLevel: 'normal' }],
      extensionAbilities: [
        {
          name: 'Widget',
          type: 'form',
          exported: false,
          metadata: [{ name: 'ohos.extension.form', resource: '$profile:form_config' }],
        },
        {
          name: 'Share',
          type: 'share',
          exported: true,
          permissions: ['ohos.permission.A', 'ohos.permission.B'],
          readPermission: 'ohos.permission.R',
        },
        { name: 'Backup', type: 'backup' },
      ],
      querySchemes: ['weixin', 'alipays'],
      metadata: [{ name: 'client_id', value: '123' }],
    },
  ),
  abc: {
    records: [
      {
        name: 'com.example.app&entry/src/main/ets/pages/Index&',
        requests: ['@ohos:geoLocationManager', '@normalized:N&&&@ohos/axios/index&2.2.4'],
      },
      { name: '&@ohos/axios/src/main/ets/core&2.2.4' },
    ],
    strings: ['getCurrentLocation', '登录即代表您已同意《用户协议》', 'https://api.example.com/v1/login', 'getOAID'],
  },
  packageContext: {
    entry: { packageName: 'entry', bundleName: 'com.example.app', moduleName: 'entry', version: '', isSO: false },
    '@ohos/axios': { packageName: '@ohos/axios', bundleName: '', moduleName: '', version: '2.2.4', isSO: false },
    '@umeng/common': { packageName: '@umeng/common', bundleName: '', moduleName: '', version: '1.1.0', isSO: false },
    'libentry.so': { packageName: 'libentry.so', bundleName: '', moduleName: '', version: '1.0.0', isSO: true },
  },
  files: { 'resources/base/media/app_icon.png': 'png', 'libs/arm64-v8a/libentry.so': 'no elf' },
};

test('a HAP of the stage model says who it is and what it asks for', async () => {
  const facts = await inspectBytes(buildHap(STAGE));
  expect(facts).toMatchObject({
    format: 'hap',
    platform: 'harmony',
    identity: {
      packageName: 'com.example.app',
      versionName: '1.0.0',
      versionCode: 1000000,
      label: { zh: '示例', default: 'Example' },
      minSdk: null,
    },
    definedPermissions: [{ name: 'com.example.app.SHARE', protectionLevel: 1 }],
    queries: { intents: 2 },
    launcher: 'EntryAbility',
    application: {
      debuggable: false,
      allowBackup: true,
      icon: 'resources/base/media/app_icon.png',
      metaData: [{ name: 'client_id', value: '123' }],
    },
    harmony: {
      model: 'stage',
      minApiVersion: 12,
      targetApiVersion: 12,
      apiReleaseType: 'Release',
      bundleType: 'app',
      vendor: 'example',
      deviceTypes: ['phone', 'tablet'],
      debug: false,
      installationFree: false,
    },
    modules: [{ name: 'entry', kind: 'entry', entry: '', delivery: 'install-time', versionCode: 1000000, signers: [] }],
    nativeLibraries: [{ abi: 'arm64-v8a', name: 'libentry.so', bytes: 6 }],
    gaps: [],
    tampering: [],
  });
  expect(facts.permissions).toEqual([
    {
      name: 'ohos.permission.LOCATION',
      element: 'requestPermissions',
      reason: { zh: '用于显示您的位置', default: 'to show where you are' },
      usedScene: { abilities: ['EntryAbility'], when: 'inuse' },
      place: '/module/requestPermissions[1]',
    },
    { name: 'ohos.permission.INTERNET', element: 'requestPermissions', place: '/module/requestPermissions[2]' },
  ]);
  expect(
    facts.components.map(({ kind, name, exported, extensionType, permission }) => [
      kind,
      name,
      exported,
      extensionType,
      permission,
    ]),
  ).toEqual([
    ['ability', 'EntryAbility', true, undefined, undefined],
    ['extension-ability', 'Widget', false, 'form', undefined],
    ['extension-ability', 'Share', true, 'share', 'ohos.permission.A, ohos.permission.B'],
    ['extension-ability', 'Backup', false, 'backup', undefined],
  ]);
});

test('its bytecode names modules, calls, packages, hosts and texts; more than names is not claimed', async () => {
  const facts = await inspectBytes(buildHap(STAGE));
  expect(facts.scripts).toEqual([
    expect.objectContaining({
      entry: 'ets/modules.abc',
      runtime: 'arkts',
      modules: ['@ohos.geoLocationManager'],
      // getOAID stands in the strings too, but nothing imports the module that it belongs to.
      apis: ['@ohos.geoLocationManager.getCurrentLocation'],
      hosts: ['api.example.com'],
    }),
  ]);
  expect(facts.harmony?.packages).toEqual([
    { name: '@ohos/axios', version: '2.2.4' },
    { name: '@umeng/common', version: '1.1.0' },
  ]);
  expect(facts.texts.map(({ text, topics, place }) => [text, topics, place])).toEqual([
    ['我已阅读并同意《隐私政策》', ['privacy-policy', 'agree'], '$string:agree (zh)'],
    ['I agree to the Privacy Policy', ['privacy-policy', 'agree'], '$string:agree'],
    ['登录即代表您已同意《用户协议》', ['user-agreement', 'agree', 'consent-by-use'], 'ets/modules.abc'],
  ]);
  expect(facts.coverage.level).toBe('partial');
  expect(facts.coverage.reasons.map(({ en }) => en).join()).toMatch(/not instruction by instruction/);
});

test('a HAP of the FA model says the same things in its own words', async () => {
  const config = {
    app: {
      bundleName: 'com.example.fa',
      vendor: 'v',
      version: { code: 3, name: '3.0' },
      apiVersion: { compatible: 5, target: 7, releaseType: 'Release' },
    },
    deviceConfig: { default: { debug: true, process: 'p', network: { cleartextTraffic: true } } },
    module: {
      package: 'com.example.fa',
      name: '.MyApplication',
      mainAbility: '.MainAbility',
      deviceType: ['phone'],
      distro: { moduleType: 'entry', moduleName: 'entry', deliveryWithInstall: true },
      reqPermissions: [
        { name: 'ohos.permission.CAMERA', reason: '$string:reason', usedScene: { ability: ['.MainAbility'], when: 'always' } },
      ],
      defPermissions: [{ name: 'com.example.fa.P', grantMode: 'system_grant', availableLevel: 'system_core' }],
      abilities: [
        {
          name: '.MainAbility',
          label: '$string:app_name',
          type: 'page',
          visible: true,
          skills: [
            {
              entities: ['entity.system.home'],
              actions: ['action.system.home'],
              uris: [{ scheme: 'https', host: 'a.example.com' }],
            },
          ],
        },
        { name: 'com.example.fa.Service', type: 'service', backgroundModes: ['location'] },
      ],
    },
  };
  const js = `var a=o($app_require$("@app-module/system.geolocation"));a.default.getLocation();var t="我已阅读并同意《隐私政策》";`;
  const facts = await inspectBytes(
    buildHap({
      config,
      index: { ...INDEX, layout: 1 },
      files: { 'assets/js/default/app.js': js, 'assets/js/default/pages/x.bin': 'snapshot' },
    }),
  );
  expect(facts).toMatchObject({
    identity: { packageName: 'com.example.fa', versionName: '3.0', versionCode: 3, label: { zh: '示例', default: 'Example' } },
    application: {
      className: 'com.example.fa.MyApplication',
      debuggable: true,
      process: 'p',
      usesCleartextTraffic: true,
      allowBackup: false,
    },
    permissions: [
      {
        name: 'ohos.permission.CAMERA',
        element: 'reqPermissions',
        reason: { zh: '用于显示您的位置' },
        usedScene: { abilities: ['.MainAbility'], when: 'always' },
        place: '/module/reqPermissions[1]',
      },
    ],
    definedPermissions: [{ name: 'com.example.fa.P', protectionLevel: 2 }],
    launcher: 'com.example.fa.MainAbility',
    components: [
      {
        kind: 'ability',
        name: 'com.example.fa.MainAbility',
        exported: true,
        intentFilters: [{ data: ['https://a.example.com'] }],
      },
      {
        kind: 'extension-ability',
        name: 'com.example.fa.Service',
        extensionType: 'service',
        foregroundServiceTypes: ['location'],
      },
    ],
    harmony: { model: 'fa', minApiVersion: 5, targetApiVersion: 7, debug: true },
    scripts: [
      {
        entry: 'assets/js/default/app.js',
        runtime: 'javascript',
        modules: ['@system.geolocation'],
        apis: ['@system.geolocation.getLocation'],
      },
    ],
    coverage: { level: 'partial' },
  });
  expect(facts.texts).toEqual(expect.arrayContaining([expect.objectContaining({ place: '$string:agree (zh)' })]));
  expect(facts.coverage.reasons.map(({ en }) => en)).toContain('not read to the end: assets/js/default/pages/x.bin');
});

test('an HSP is told from a HAP by its module', async () => {
  const facts = await inspectBytes(
    buildHap({ module: moduleJson({}, { type: 'shared', name: 'library', abilities: [], mainElement: undefined }) }),
  );
  expect(facts).toMatchObject({ format: 'hsp', launcher: null, modules: [{ name: 'library', kind: 'shared' }] });
});

test('pack.info that tells the store something else is told', async () => {
  const packInfo = {
    summary: { app: { bundleName: 'com.other', version: { code: 2, name: '1.0.0' } }, modules: [] },
    packages: [],
  };
  const { tampering } = await inspectBytes(buildHap({ module: moduleJson(), packInfo }));
  expect(tampering.map(({ trick, place, effect }) => [trick, place, effect])).toEqual([
    ['pack-info-mismatch', 'pack.info: summary/app/bundleName', 'analysis'],
    ['pack-info-mismatch', 'pack.info: summary/app/versionCode', 'analysis'],
  ]);
});

test('pages among the raw files are read as text', async () => {
  const page = '<p>点击“同意”即表示您已阅读并同意《隐私政策》</p><script src="https://cdn.example.com/x.js"></script>';
  const facts = await inspectBytes(buildHap({ ...STAGE, files: { 'resources/rawfile/agreement.html': page } }));
  expect(facts.texts.map(({ place }) => place)).toContain('resources/rawfile/agreement.html');
  expect(facts.scripts.find(({ entry }) => entry.endsWith('.html'))?.hosts).toEqual(['cdn.example.com']);
});

test.each<[string, Record<string, string>, string]>([
  ['an APK that carries module.json', { 'AndroidManifest.xml': '', 'module.json': '{"module":{"type":"entry"}}' }, 'apk'],
  ['a ZIP with some module.json', { 'module.json': '{"name":"x"}', 'readme.md': '' }, 'zip'],
  ['a ZIP with some config.json', { 'config.json': '{"app":"x"}' }, 'zip'],
  ['a HAP whose declaration is no JSON', { 'module.json': '{', 'resources.index': '' }, 'hap'],
])('%s is a %s', async (_name, entries, format) => {
  const bytes = buildZip(Object.entries(entries).map(([name, data]) => ({ name, data: Buffer.from(data) })));
  expect((await inspectBytes(bytes)).format).toBe(format);
});
