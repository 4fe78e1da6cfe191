import { type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import { ACCESS } from '../../services/cli/building/dex.ts';
import { LIMITS } from '../../shared/inspection/limits.ts';
import { buildElf } from '../fixtures/elf.ts';
import { inspectBytes } from '../fixtures/source.ts';

async function versionsOf(recipe: Partial<ApkRecipe>): Promise<string[]> {
  const facts = await inspectBytes(buildApk({ packageName: 'com.example.app', ...recipe }));
  expect(facts.gaps).toEqual([]);
  return facts.versions!.map(({ source, subject, value, entry }) => `${source} ${subject} ${value} ${entry}`);
}

const STRING = 'Ljava/lang/String;';
const answers = (value: string) => ({
  flags: ACCESS.public | ACCESS.static,
  descriptor: `()${STRING}`,
  code: [`const-string v0 "${value}"`, 'return-object v0'],
});

test('constants, methods that answer one, and fields that are given one, those of libraries last', async () => {
  const holds = (name: string, value: string) => ({
    name,
    type: 'java.lang.String',
    flags: ACCESS.public | ACCESS.static,
    value,
  });
  const found = await versionsOf({
    classes: [
      { name: 'okhttp3.internal.Version', fields: [holds('userAgent', 'okhttp/3.12.0')] },
      {
        name: 'com.vendor.sdk.BuildConfig',
        fields: [holds('A_TAG', 'none'), holds('FLAVOR', '4.4.4'), holds('VERSION_NAME', '7.1.2')],
      },
      {
        name: 'com.vendor.sdk.Core',
        fields: [{ name: 'sdkVersion', type: 'java.lang.String', flags: ACCESS.static }],
        methods: [
          { name: 'getVersion', ...answers('7.1.2-beta') },
          { name: 'getHost', ...answers('10.20.30.40') },
          { name: 'getName', ...answers('1.2.3') },
          { name: 'getSdkVersion', ...answers('!SDK-VERSION-STRING!:com.vendor.sdk:core:7.1.2') },
          {
            name: '<clinit>',
            code: ['const-string v0 "3.2.1"', `sput-object v0 Lcom/vendor/sdk/Core;->sdkVersion:${STRING}`, 'return-void'],
          },
        ],
      },
    ],
  });
  expect(found).toEqual([
    'constant com.vendor.sdk.BuildConfig.VERSION_NAME 7.1.2 classes.dex',
    'constant com.vendor.sdk.Core.sdkVersion 3.2.1 classes.dex',
    'maven com.vendor.sdk:core 7.1.2 classes.dex',
    'method com.vendor.sdk.Core.getVersion 7.1.2-beta classes.dex',
    'constant okhttp3.internal.Version.userAgent okhttp/3.12.0 classes.dex',
  ]);
});

test('files of build tools, resources, meta-data, native libraries, npm and Cordova', async () => {
  const found = await versionsOf({
    applicationChildren: [
      { name: 'meta-data', android: { name: 'com.vendor.sdk.VERSION', value: '2.4.0' } },
      { name: 'meta-data', android: { name: 'TAG', value: 'x' } },
    ],
    resources: {
      string: { library_vendor_libraryVersion: { default: '5.0.1' }, title: { default: '1.2.3' } },
      integer: { google_play_services_version: { default: 12451000 } },
    },
    entries: {
      'META-INF/androidx.core_core-ktx.version': '1.7.0\n',
      'META-INF/broken.version': 'task :core is unspecified\n',
      'META-INF/maven/com.vendor/core/pom.properties': '#made\nversion=3.1.4\ngroupId=com.vendor\n',
      'play-services-base.properties': 'version=17.6.0\nclient=play-services-base\n',
      'log4j.properties': 'level=1.0\n',
      'assets/www/node_modules/@vendor/core/package.json': '{"name":"@vendor/core","version":"9.8.7"}',
      'assets/www/cordova_plugins.js': `cordova.define('cordova/plugin_list', function(require, exports, module) {
module.exports = [{"id":"cordova-plugin-camera.Camera","pluginId":"cordova-plugin-camera"},{"id":"x.y","pluginId":"x"}];
module.exports.metadata = 
// TOP OF METADATA
{"cordova-plugin-camera": "4.0.3"};
// BOTTOM OF METADATA
});`,
      'lib/arm64-v8a/libvendor.so': buildElf({ strings: ['OpenSSL 1.1.1k  25 Mar 2021', 'vendor engine 6.5.4'] }),
    },
  });
  expect(found.sort()).toEqual([
    'cordova cordova-plugin-camera 4.0.3 assets/www/cordova_plugins.js',
    'maven com.vendor:core 3.1.4 META-INF/maven/com.vendor/core/pom.properties',
    'meta-data com.vendor.sdk.VERSION 2.4.0 AndroidManifest.xml',
    'native libvendor.so 6.5.4 lib/arm64-v8a/libvendor.so',
    'native libvendor.so/OpenSSL 1.1.1k lib/arm64-v8a/libvendor.so',
    'npm @vendor/core 9.8.7 assets/www/node_modules/@vendor/core/package.json',
    'properties play-services-base 17.6.0 play-services-base.properties',
    'resource google_play_services_version 12451000 resources.arsc',
    'resource library_vendor_libraryVersion 5.0.1 resources.arsc',
    'version-file androidx.core:core-ktx 1.7.0 META-INF/androidx.core_core-ktx.version',
  ]);
});

test('a list without end is cut, those of SDKs stay', async () => {
  const fields = (name: string) =>
    Array.from({ length: 1000 }, (_, i) => {
      return { name: `VERSION_${i}`, type: 'java.lang.String', flags: ACCESS.static, value: `1.${i}.${name.length}` };
    });
  const names = ['androidx.a.Version', 'com.vendor.Version'];
  const found = await versionsOf({ classes: names.map((name) => ({ name, fields: fields(name) })) });
  expect(found).toHaveLength(LIMITS.versions);
  expect(found.slice(0, 1000).every((line) => line.startsWith('constant com.vendor.Version.'))).toBe(true);
});

test('the names of resources have prints, those of the support libraries have none', async () => {
  const names = (prefix: string) =>
    Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${prefix}_${i}`, { default: 'x' }]));
  const own = await inspectBytes(buildApk({ packageName: 'a.b', resources: { string: names('vendor_login_title') } }));
  expect(own.code.prints!.resources!.length).toBeGreaterThan(20);
  const common = await inspectBytes(buildApk({ packageName: 'a.b', resources: { string: names('abc_action_bar_title') } }));
  expect(common.code.prints!.resources).toBeNull();
});
