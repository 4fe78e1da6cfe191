import { type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import { writeBinaryXml, type XmlElement } from '../../services/cli/building/axml.ts';
import { inspectBytes } from '../fixtures/source.ts';

const base: ApkRecipe = { packageName: 'com.example.app', minSdk: 21, targetSdk: 30 };
const inspect = (recipe: Partial<ApkRecipe>) => inspectBytes(buildApk({ ...base, ...recipe }));
const send = { actions: ['android.intent.action.SEND'] };

describe('components', () => {
  test('the application gives them its permission and process, an alias neither; of a provider reading and writing are told apart', async () => {
    const { components } = await inspect({
      application: { permission: 'a.APP', process: ':main' },
      components: [
        { kind: 'activity', name: '.A' },
        { kind: 'service', name: '.S', permission: 'a.OWN', process: 'other' },
        { kind: 'activity-alias', name: '.Alias', targetActivity: '.A' },
        { kind: 'provider', name: '.P', readPermission: 'a.READ', writePermission: 'a.APP', grantUriPermissions: true },
      ],
    });
    expect(
      components.map(({ permission, process, readPermission, writePermission, grantUriPermissions }) => ({
        ...{ permission, process, readPermission, writePermission, grantUriPermissions },
      })),
    ).toEqual([
      { permission: 'a.APP', process: 'com.example.app:main' },
      { permission: 'a.OWN', process: 'other' },
      {},
      { permission: 'a.APP', process: 'com.example.app:main', readPermission: 'a.READ', grantUriPermissions: true },
    ]);
  });

  test('filters with addresses and priority', async () => {
    const data = [{ scheme: 'https' }, { host: 'example.com' }, { scheme: 'weixin', host: 'pay' }, { mimeType: 'text/plain' }];
    const { components } = await inspect({
      components: [{ kind: 'activity', name: '.A', intentFilters: [{ ...send, data, priority: 999 }] }],
    });
    expect(components[0]!.intentFilters).toEqual([
      { ...send, categories: [], data: ['//example.com', 'https://', 'weixin://pay'], priority: 999 },
    ]);
  });

  test('from target 31 a filter without android:exported keeps the package from being installed', async () => {
    const components: ApkRecipe['components'] = [
      { kind: 'activity', name: '.Said', exported: true, intentFilters: [send] },
      { kind: 'receiver', name: '.Unsaid', intentFilters: [send] },
      { kind: 'service', name: '.Without' },
    ];
    const before = await inspect({ components });
    expect(before.tampering).toEqual([]);
    const since = await inspect({ targetSdk: 31, components });
    expect(since.tampering.map(({ trick, place, effect }) => [trick, place, effect])).toEqual([
      ['exported-undeclared', '/manifest/application[1]/receiver[1]', 'install'],
    ]);
    expect(since.components.map(({ exported, exportedDeclared }) => [exported, exportedDeclared])).toEqual([
      [true, true],
      [true, undefined],
      [false, undefined],
    ]);
  });

  test('names of foreground service types, unknown bits left out', async () => {
    const { components } = await inspect({ components: [{ kind: 'service', name: '.S', foregroundServiceType: 0x40800089 }] });
    expect(components[0]!.foregroundServiceTypes).toEqual(['dataSync', 'location', 'microphone', 'specialUse']);
  });
});

describe('permissions', () => {
  const implied = async (targetSdk: number, ...permissions: string[]) =>
    (
      await inspect({ minSdk: 1, targetSdk, permissions: permissions.map((name) => `android.permission.${name}`) })
    ).impliedPermissions.map(
      ({ name, because }) => `${name.replace('android.permission.', '')} < ${because.replace('android.permission.', '')}`,
    );

  test('what the platform adds for old targets, and what others bring along', async () => {
    expect(await implied(34, 'CAMERA')).toEqual([]);
    expect(await implied(32)).toEqual(['POST_NOTIFICATIONS < targetSdkVersion < 33']);
    expect(await implied(34, 'ACCESS_FINE_LOCATION')).toEqual(['ACCESS_COARSE_LOCATION < ACCESS_FINE_LOCATION']);
    expect(await implied(28, 'ACCESS_FINE_LOCATION', 'ACCESS_COARSE_LOCATION', 'POST_NOTIFICATIONS')).toEqual([
      'ACCESS_BACKGROUND_LOCATION < ACCESS_FINE_LOCATION',
    ]);
    expect(await implied(3)).toEqual([
      'WRITE_EXTERNAL_STORAGE < targetSdkVersion < 4',
      'READ_PHONE_STATE < targetSdkVersion < 4',
      'POST_NOTIFICATIONS < targetSdkVersion < 33',
      'READ_EXTERNAL_STORAGE < WRITE_EXTERNAL_STORAGE',
      'ACCESS_MEDIA_LOCATION < READ_EXTERNAL_STORAGE',
      'READ_MEDIA_AUDIO < READ_EXTERNAL_STORAGE',
      'READ_MEDIA_VIDEO < READ_EXTERNAL_STORAGE',
      'READ_MEDIA_IMAGES < READ_EXTERNAL_STORAGE',
      'READ_MEDIA_VISUAL_USER_SELECTED < READ_MEDIA_IMAGES',
    ]);
  });

  test('the purpose that T/TAF 076 has apps declare', async () => {
    const { permissions } = await inspect({
      permissions: ['android.permission.CAMERA', 'android.permission.INTERNET'],
      resources: { string: { camera: { default: 'To scan codes', 'zh-rCN': '用于扫描二维码' } } },
      applicationChildren: [
        { name: 'meta-data', android: { name: 'android.permission.CAMERA', resource: { reference: 0x7f010000 } } },
      ],
    });
    expect(permissions.map(({ reason }) => reason)).toEqual([{ zh: '用于扫描二维码', default: 'To scan codes' }, undefined]);
  });
});

describe('the application', () => {
  test('rules of backup, libraries, user id, factory, icon, switches', async () => {
    const file = (path: string) => ({ default: path });
    const { application, gaps } = await inspect({
      manifest: { sharedUserId: 'com.example.shared' },
      resources: {
        xml: { backup: file('res/b.xml'), extraction: file('res/e.xml') },
        mipmap: { icon: { xxhdpi: 'res/icon.png', 'anydpi-v26': 'res/icon.xml' } },
      },
      application: {
        fullBackupContent: { reference: 0x7f010000 },
        dataExtractionRules: { reference: 0x7f010001 },
        icon: { reference: 0x7f020000 },
        testOnly: true,
        requestLegacyExternalStorage: true,
        appComponentFactory: '.Factory',
        process: ':p',
      },
      applicationChildren: [
        { name: 'uses-library', android: { name: 'org.apache.http.legacy' } },
        { name: 'uses-native-library', android: { name: 'libOpenCL.so' } },
      ],
    });
    expect(gaps).toEqual([]);
    expect(application).toMatchObject({
      backupRules: { fullBackupContent: 'res/b.xml', dataExtractionRules: 'res/e.xml' },
      icon: 'res/icon.xml',
      testOnly: true,
      requestLegacyExternalStorage: true,
      appComponentFactory: 'com.example.app.Factory',
      process: 'com.example.app:p',
      sharedUserId: 'com.example.shared',
      libraries: ['org.apache.http.legacy', 'libOpenCL.so'],
    });
    expect((await inspect({ application: { fullBackupContent: false } })).application.backupRules).toEqual({
      fullBackupContent: null,
      dataExtractionRules: null,
    });
  });

  test('a permission of another encoding: names stripped, UTF-8, references of the wrong locale', async () => {
    const facts = await inspect({
      permissions: ['android.permission.CAMERA'],
      components: [{ kind: 'provider', name: '.P', authorities: 'a.b' }],
      lies: { manifest: { stripNames: true, utf8: true } },
    });
    expect(facts.permissions.map(({ name }) => name)).toEqual(['android.permission.CAMERA']);
    expect(facts.components[0]!.authorities).toEqual(['a.b']);
  });
});

describe('network security configuration', () => {
  const certificates = (src: string): XmlElement => ({
    name: 'trust-anchors',
    children: [{ name: 'certificates', plain: { src } }],
  });
  const domain = (text: string, includeSubdomains?: string): XmlElement => ({
    name: 'domain',
    text,
    plain: { includeSubdomains },
  });
  const pinSet: XmlElement = { name: 'pin-set', children: [{ name: 'pin', text: 'AAAA', plain: { digest: 'SHA-256' } }] };
  const read = async (children: XmlElement[], targetSdk = 30) => {
    const config = writeBinaryXml({ name: 'network-security-config', children });
    const { application, gaps } = await inspect({
      targetSdk,
      resources: { xml: { net: { default: 'res/net.xml' } } },
      networkSecurityConfig: { reference: 0x7f010000 },
      entries: { 'res/net.xml': config },
    });
    expect(gaps).toEqual([]);
    return application.networkSecurity!;
  };

  test('nothing said', async () => {
    expect(await read([])).toEqual({
      entry: 'res/net.xml',
      cleartext: null,
      cleartextDomains: [],
      encryptedDomains: [],
      trustsUserCertificates: false,
      pinnedDomains: [],
    });
    expect((await read([], 23)).trustsUserCertificates).toBe(true);
  });

  test('domains have what the configuration around them says, debugging does not count', async () => {
    const facts = await read([
      { name: 'base-config', plain: { cleartextTrafficPermitted: 'false' }, children: [certificates('system')] },
      {
        name: 'domain-config',
        plain: { cleartextTrafficPermitted: 'true' },
        children: [
          domain(' Example.com ', 'true'),
          { name: 'domain-config', children: [domain('inner.example.com'), pinSet] },
          { name: 'domain-config', plain: { cleartextTrafficPermitted: false }, children: [domain('safe.example.com')] },
        ],
      },
      { name: 'domain-config', children: [domain('unsaid.example.com')] },
      { name: 'debug-overrides', children: [certificates('user')] },
    ]);
    expect(facts).toEqual({
      entry: 'res/net.xml',
      cleartext: false,
      cleartextDomains: ['*.example.com', 'inner.example.com'],
      encryptedDomains: ['safe.example.com'],
      trustsUserCertificates: false,
      pinnedDomains: ['inner.example.com'],
    });
    expect((await read([{ name: 'domain-config', children: [domain('x'), certificates('user')] }])).trustsUserCertificates).toBe(
      true,
    );
  });

  test('a file that is none is a gap, and a file that is not there is only not read', async () => {
    const resources = { xml: { net: { default: 'res/net.xml' } } };
    const networkSecurityConfig = { reference: 0x7f010000 };
    const broken = await inspect({ resources, networkSecurityConfig, entries: { 'res/net.xml': 'no xml' } });
    expect(broken.gaps.map(({ code, affects }) => [code, affects])).toEqual([['xml-no-root', 'manifest']]);
    const missing = await inspect({ resources, networkSecurityConfig });
    expect([missing.application.networkSecurity, missing.application.networkSecurityConfig]).toEqual([null, 'res/net.xml']);
  });
});
