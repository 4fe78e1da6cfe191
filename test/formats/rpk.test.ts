import { makeIdentity } from '../../services/cli/building/certificate.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { corpus } from '../fixtures/packages.ts';
import { buildRpk, rpkManifest } from '../fixtures/rpk.ts';
import { inspectBytes, inspectFile } from '../fixtures/source.ts';

const identity = makeIdentity('RSA', [['CN', 'Developer']]);
const PAGE = `
  var _geo = _interopRequireDefault($app_require$("@app-module/system.geolocation"));
  _geo.default.getLocation({ success: function () { fetch("https://api.example.com/x") } });
  module.exports = { template: { "value": "登录即代表您已同意《用户协议》" } };`;

test('a quick app says who it is, what it uses and what its pages are', async () => {
  const manifest = rpkManifest({
    name: `\${message.app.name}`,
    features: [{ name: 'system.geolocation', params: {} }, { name: 'service.push' }],
    permissions: [{ origin: '*' }],
    permissionDesc: [{ name: 'ACCESS_FINE_LOCATION', desc: `\${message.why}` }],
    config: { background: { features: ['system.geolocation'] } },
    trustedSslDomains: ['https://a.example.com'],
    router: {
      entry: 'pages/index',
      pages: { 'pages/index': { component: 'index', filter: { view: { uri: 'https?://a.example.com/.*' } } }, 'pages/me': {} },
      widgets: { 'widgets/card': { name: 'card' } },
    },
    subpackages: [{ name: 'shop', resource: 'shop' }],
  });
  const facts = await inspectBytes(
    buildRpk({
      manifest,
      files: {
        'app.js': 'var x = 1;',
        'pages/index/index.js': PAGE,
        'assets/logo.png': 'png',
        'i18n/zh-CN.json': JSON.stringify({ message: { app: { name: '示例' }, why: '用于显示附近门店' } }),
        'i18n/defaults.json': JSON.stringify({ message: { app: { name: 'Example' } } }),
      },
    }),
  );
  expect(facts).toMatchObject({
    format: 'rpk',
    platform: 'quick-app',
    identity: {
      packageName: 'com.example.quick',
      versionName: '1.2.0',
      versionCode: 12,
      label: { zh: '示例', default: 'Example' },
    },
    permissions: [
      { name: 'origin:*', element: 'permissions', place: '/permissions[1]' },
      { name: 'ACCESS_FINE_LOCATION', reason: { zh: '用于显示附近门店' }, place: '/permissionDesc[1]' },
    ],
    components: [
      {
        kind: 'page',
        name: 'pages/index',
        exported: true,
        intentFilters: [{ actions: ['view'], data: ['https?://a.example.com/.*'] }],
      },
      { kind: 'page', name: 'pages/me' },
    ],
    launcher: 'pages/index',
    application: {
      icon: 'assets/logo.png',
      metaData: [
        { name: 'config.background.features', value: 'system.geolocation' },
        { name: 'trustedSslDomains', value: 'https://a.example.com' },
      ],
    },
    quickApp: {
      minPlatformVersion: 1070,
      features: ['system.geolocation', 'service.push'],
      pages: ['pages/index', 'pages/me'],
      subpackages: ['shop'],
      widgets: ['widgets/card'],
    },
    coverage: { level: 'partial' },
    tampering: [],
    gaps: [],
  });
  // What is declared and not called, and what is called and not declared, can be told from these.
  expect(facts.scripts.find(({ entry }) => entry.endsWith('index.js'))).toMatchObject({
    modules: ['system.geolocation'],
    apis: ['system.geolocation.getLocation'],
    hosts: ['api.example.com'],
  });
  expect(facts.texts).toEqual([
    expect.objectContaining({
      text: '登录即代表您已同意《用户协议》',
      topics: expect.arrayContaining(['consent-by-use']),
      place: 'pages/index/index.js',
    }),
  ]);
});

test('on a phone manifest-phone.json counts', async () => {
  const files = { 'app.js': '', 'manifest-phone.json': JSON.stringify(rpkManifest({ package: 'com.example.phone' })) };
  expect((await inspectBytes(buildRpk({ manifest: rpkManifest(), files }))).identity.packageName).toBe('com.example.phone');
});

test('a quick game has a script instead of pages', async () => {
  const facts = await inspectBytes(
    buildRpk({
      manifest: { package: 'com.example.game', name: 'Game', type: 'game', versionCode: '3' },
      files: { 'game.js': 'qg.login()', 'src/x.jsc': 'compiled' },
    }),
  );
  expect(facts).toMatchObject({
    format: 'rpk',
    identity: { packageName: 'com.example.game', versionCode: 3 },
    launcher: null,
    application: { metaData: [{ name: 'type', value: 'game' }] },
    coverage: { level: 'partial' },
  });
  expect(facts.coverage.reasons.map(({ en }) => en)).toContain('scripts that could not be read: src/x.jsc');
});

test('scripts that are encrypted are not read, and nobody calls them covered', async () => {
  const facts = await inspectBytes(buildRpk({ manifest: rpkManifest(), files: { 'app.js': Buffer.from([1, 2, 0, 3, 4]) } }));
  expect(facts.coverage.level).toBe('none');
});

describe('subpackages', () => {
  const base = { manifest: rpkManifest({ subpackages: [{ name: 'shop', resource: 'shop' }] }), files: { 'app.js': 'var a;' } };
  const shop = buildRpk({
    files: { 'shop/index.js': `$app_require$("@app-module/system.contact").list({})`, 'app.js': 'other' },
  });

  test('inside the package are read, and a file of the same name hides nothing', async () => {
    const facts = await inspectBytes(buildRpk({ ...base, files: { ...base.files, 'com.example.quick.shop.srpk': shop } }));
    expect(facts.modules.map(({ name, kind, delivery }) => [name, kind, delivery])).toEqual([
      ['base', 'base', 'install-time'],
      ['com.example.quick.shop', 'feature', 'on-demand'],
    ]);
    expect(facts.scripts.map(({ entry, apis }) => [entry, apis])).toEqual([
      ['app.js', []],
      ['com.example.quick.shop.srpk!app.js', []],
      ['com.example.quick.shop.srpk!shop/index.js', ['system.contact.list']],
    ]);
  });

  test('in a container with the whole package are one app, and it is the whole package that is signed', async () => {
    const whole = buildRpk({ ...base, files: { ...base.files, 'shop/index.js': 'var b;' }, signing: { identity } });
    const container = buildZip([
      { name: 'com.example.quick.shop.srpk', data: shop },
      { name: 'com.example.quick.rpk', data: whole },
      { name: 'com.example.quick.base.srpk', data: buildRpk(base) },
    ]);
    const facts = await inspectBytes(container);
    expect(facts).toMatchObject({
      format: 'rpk',
      identity: { packageName: 'com.example.quick' },
      signing: { verified: 'valid' },
      gaps: [],
    });
    expect(facts.modules.map(({ entry }) => entry)).toEqual([
      'com.example.quick.rpk',
      'com.example.quick.base.srpk',
      'com.example.quick.shop.srpk',
    ]);
    expect(facts.scripts.some(({ apis }) => apis.includes('system.contact.list'))).toBe(true);
  });
});

test.each<[string, object | string, string]>([
  ['nested without end', `{"package":"a.b","router":${'['.repeat(9000)}`, 'json-too-deep'],
  ['cut off', '{"package":"a.b"', 'json-broken'],
])('a manifest that is %s: nothing is declared, scripts are read', async (_name, manifest, code) => {
  const facts = await inspectBytes(buildRpk({ manifest, files: { 'app.js': PAGE, 'META-INF/CERT': 'x' } }));
  expect(facts).toMatchObject({ format: 'rpk', identity: { packageName: null }, quickApp: null, coverage: { level: 'none' } });
  expect(facts.gaps.map((gap) => gap.code)).toContain(code);
  expect(facts.scripts[0]?.modules).toEqual(['system.geolocation']);
});

test('comments in a manifest are what the engine reads too', async () => {
  const manifest = `/* built */ ${JSON.stringify(rpkManifest())}`;
  expect(await inspectBytes(buildRpk({ manifest, files: { 'app.js': '' } }))).toMatchObject({
    identity: { packageName: 'com.example.quick' },
    tampering: [],
  });
});

test.each<[string, Record<string, string>, string]>([
  ['a browser extension', { 'manifest.json': '{"manifest_version":3,"name":"x","version":"1"}', 'app.js': '' }, 'zip'],
  ['a web app', { 'manifest.json': '{"name":"x","start_url":"/"}', 'app.js': '' }, 'zip'],
  ['an npm package', { 'package.json': '{}', 'app.js': '', 'manifest.json': '{"package":1}' }, 'zip'],
  ['an Android split set', { 'manifest.json': '{"package_name":"a.b","name":"x"}', 'a.b.apk': '' }, 'xapk'],
  [
    'an APK with a manifest.json',
    { 'AndroidManifest.xml': '', 'manifest.json': '{"package":"a.b","router":{}}', 'app.js': '' },
    'apk',
  ],
])('%s is no quick app', async (_name, entries, format) => {
  const bytes = buildZip(Object.entries(entries).map(([name, data]) => ({ name, data: Buffer.from(data) })));
  expect((await inspectBytes(bytes)).format).toBe(format);
});

const packages = corpus('rpk');
(packages.length > 0 ? test.each(packages) : test.skip.each(['(no corpus)']))('the real %s', async (path) => {
  const { facts } = await inspectFile(path);
  expect(facts).toMatchObject({
    format: 'rpk',
    identity: { packageName: 'Helloworld', versionName: '1.0.0', versionCode: 1, label: { zh: 'demo', default: 'demo' } },
    quickApp: { minPlatformVersion: null, features: ['system.network'], pages: ['Hello'] },
    launcher: 'Hello',
    signing: {
      schemes: ['rpk'],
      verified: 'valid',
      signers: [{ certificates: [{ subject: 'CN=RPKDebug, O=RPK, C=CN', debug: true }] }],
    },
    gaps: [],
  });
});
