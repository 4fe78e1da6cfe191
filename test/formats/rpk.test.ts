import { inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { makeIdentity } from '../fixtures/certificate.ts';
import { corpus } from '../fixtures/packages.ts';
import { buildRpk, type RpkSigningRecipe, rpkManifest } from '../fixtures/rpk.ts';
import { bytesSource, inspectBytes, inspectFile } from '../fixtures/source.ts';
import { buildZip } from '../fixtures/zip.ts';

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

test('a subpackage of another signer is refused by the engine', async () => {
  const other = makeIdentity('RSA', [['CN', 'Somebody']]);
  const shop = buildRpk({ files: { 'shop/index.js': 'x' }, signing: { identity: other } });
  const files = {
    'app.js': 'var a;',
    'a.base.srpk': buildRpk({ files: { 'b.js': 'y' }, signing: { identity } }),
    'shop.srpk': shop,
  };
  const { tampering, modules } = await inspectBytes(buildRpk({ manifest: rpkManifest(), files, signing: { identity } }));
  expect(modules.map(({ signers }) => signers.length)).toEqual([1, 1, 1]);
  expect(tampering).toEqual([
    expect.objectContaining({ trick: 'split-mismatch', place: 'shop.srpk: signature', effect: 'install' }),
  ]);
});

describe('signatures', () => {
  const sign = (signing: Partial<RpkSigningRecipe>) =>
    buildRpk({
      manifest: rpkManifest(),
      files: { 'app.js': 'var a;', 'pages/index.js': PAGE },
      signing: { identity, ...signing },
    });
  const verdict = async (bytes: Buffer) => {
    const { signing } = await inspectBytes(bytes);
    return [signing.verified, ...(signing.results ?? []).flatMap(({ problems }) => problems.map(({ code }) => code))];
  };

  test.each<[string, RpkSigningRecipe['pairs'], string[]]>([
    ['by sections', ['sections'], ['valid']],
    ['in chunks', ['chunks'], ['valid']],
    ['with the list of files', ['sections', 'files'], ['valid']],
    ['by the store, with the list of files', ['platform', 'files'], ['not-checked', 'platform-signature']],
    ['by the store without a list', ['platform'], ['invalid', 'file-list-missing', 'platform-signature']],
    ['by nobody', [], ['invalid', 'no-signers']],
  ])('%s', async (_name, pairs, expected) => {
    expect(await verdict(sign({ pairs: pairs! }))).toEqual(expected);
  });

  test('who signed', async () => {
    const { signing } = await inspectBytes(sign({}));
    expect(signing).toMatchObject({
      schemes: ['rpk'],
      signers: [
        { scheme: 'rpk', certificates: [{ subject: 'CN=Developer', debug: false }], algorithms: ['RSA_PKCS1_V1_5_WITH_SHA256'] },
      ],
    });
  });

  test.each<[string, Partial<RpkSigningRecipe>, string]>([
    ['another digest', { lies: { digest: (digest) => Buffer.from(digest).fill(1) } }, 'content-changed'],
    ['a wrong signature', { lies: { signature: (bytes) => Buffer.from(bytes).fill(1) } }, 'signature-wrong'],
    ['a file that the list lacks', { pairs: ['platform', 'files'], lies: { unlisted: 'app.js' } }, 'file-unlisted'],
  ])('%s is invalid', async (_name, signing, code) => {
    expect(await verdict(sign(signing))).toEqual(expect.arrayContaining(['invalid', code]));
  });

  test('a list that lacks a file is only said where the engine goes by the other signature', async () => {
    expect(await verdict(sign({ pairs: ['sections', 'files'], lies: { unlisted: 'app.js' } }))).toEqual([
      'valid',
      'file-unlisted',
    ]);
  });

  test('content that was changed after signing', async () => {
    const bytes = sign({ pairs: ['sections', 'files'] });
    const changed = Buffer.from(bytes);
    const at = bytes.indexOf('pages/index.js') + 40;
    changed[at] = changed[at]! ^ 1;
    expect((await verdict(changed))[0]).toBe('invalid');
    expect(await verdict(buildRpk({ manifest: rpkManifest(), files: { 'app.js': '' } }))).toEqual(['invalid', 'unsigned']);
  });

  test('any changed byte of the block leaves an answer', async () => {
    const bytes = sign({ pairs: ['sections', 'files'] });
    const end = bytes.indexOf('RPK Sig Block 42') + 16;
    const start = end - Number(bytes.readBigUInt64LE(end - 24)) - 8;
    for (let at = start; at < end; at += 31) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 0x55;
      const facts = await inspectBytes(changed);
      expect([at, facts.identity.packageName]).toEqual([at, 'com.example.quick']);
    }
  });

  test('a large one read by ranges is not checked', async () => {
    let state = 1;
    const noise = Buffer.alloc(9 << 20);
    for (let at = 0; at < noise.length; at += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      noise.writeUInt32LE(state, at);
    }
    const bytes = buildRpk({ manifest: rpkManifest(), files: { 'app.js': '', 'x.mp4': noise }, signing: { identity } });
    const ranges = await inspectPackage(bytesSource(bytes), { sha256: '', knowledge });
    expect(ranges.signing).toMatchObject({ verified: 'not-checked', results: [{ problems: [{ code: 'content-not-read' }] }] });
    const full = await inspectPackage(bytesSource(bytes), { sha256: '', knowledge, reading: 'full' });
    expect(full.signing.verified).toBe('valid');
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
