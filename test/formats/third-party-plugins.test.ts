import { gzipSync } from 'node:zlib';
import { type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import { writeBinaryXml } from '../../services/cli/building/axml.ts';
import { LIMITS } from '../../shared/inspection/limits.ts';
import { inspectBytes } from '../fixtures/source.ts';

async function pluginsOf(
  entries: Readonly<Record<string, string | Uint8Array>>,
  recipe: Partial<ApkRecipe> = {},
): Promise<string[]> {
  const facts = await inspectBytes(buildApk({ packageName: 'com.example.app', entries, ...recipe }));
  return facts.plugins!.map(({ runtime, name, version }) => `${runtime} ${name} ${version}`);
}

test('Cordova: ids with their versions, and those of modules alone', async () => {
  const script = `cordova.define('cordova/plugin_list', function(require, exports, module) {
  module.exports = [
    { "id": "jpush-phonegap-plugin.JPushPlugin", "file": "plugins/x.js", "pluginId": "jpush-phonegap-plugin" },
    {"file":"y.js","pluginId":"cordova-plugin-old","id":"cordova-plugin-old.y"}
  ];
  module.exports.metadata = {"jpush-phonegap-plugin": "3.4.1", "cordova-plugin-wechat": "git+x"};
});`;
  expect(await pluginsOf({ 'assets/www/cordova_plugins.js': script })).toEqual([
    'cordova jpush-phonegap-plugin 3.4.1',
    'cordova cordova-plugin-wechat null',
    'cordova cordova-plugin-old null',
  ]);
});

test('Cordova: features of its configuration', async () => {
  const feature = (name: string) => ({
    name: 'feature',
    plain: { name },
    children: [{ name: 'param', plain: { name: 'x', value: 'y' } }],
  });
  const config = writeBinaryXml({ name: 'widget', children: [feature('Camera'), { name: 'access' }, feature('JPushPlugin')] });
  expect(await pluginsOf({ 'res/xml/config.xml': config })).toEqual(['cordova Camera null', 'cordova JPushPlugin null']);
  expect(await pluginsOf({ 'res/xml/config.xml': config.subarray(0, 60) })).toEqual([]);
});

test('Capacitor: packages, and what its configuration speaks of', async () => {
  const plugins = await pluginsOf({
    'assets/capacitor.plugins.json': '[{"pkg":"@capacitor/app","classpath":"com.x.App"},{"classpath":"com.x.Y"},7]',
    'assets/capacitor.config.json': '{"appId":"x","plugins":{"PushNotifications":{"presentationOptions":[]}}}',
  });
  expect(plugins).toEqual(['capacitor @capacitor/app null', 'capacitor PushNotifications null']);
});

test('uni-app: built-in modules that are not commented out, native plugins, what each app asks for', async () => {
  const plugins = await pluginsOf({
    'assets/data/dcloud_properties.xml': `<properties><features>
      <!-- <feature name="Fingerprint" value="x"/> -->
      <feature name="Push" value="io.dcloud.feature.aps.APSFeatureImpl"><module name="igexin" value="x"/></feature>
      <feature value="y" name="Statistic"/>
    </features></properties>`,
    'assets/dcloud_uniplugins.json':
      '{"nativePlugins":[{"plugins":[{"type":"module","name":"Vendor-Face","class":"com.v.Face"}]}]}',
    'assets/apps/__UNI__1/www/manifest.json': JSON.stringify({
      permissions: { Share: {} },
      plus: {
        distribute: { plugins: { statics: { umeng: {} } }, sdkConfigs: { push: { unipush: {} } } },
        nativePlugins: { 'DC-Scan': { __plugin_info__: { version: '1.0.2' } } },
      },
    }),
  });
  expect(plugins).toEqual([
    'uni-app Push null',
    'uni-app Push/igexin null',
    'uni-app Statistic null',
    'uni-app Vendor-Face null',
    'uni-app Share null',
    'uni-app statics/umeng null',
    'uni-app push/unipush null',
    'uni-app DC-Scan 1.0.2',
  ]);
});

test('Flutter: packages that notices name or that have assets, and classes of plugins', async () => {
  const rule = '-'.repeat(80);
  const notices = `abseil-cpp\nskia\n\nA licence.\n\nnot_a_name\n${rule}\njpush_flutter\nurl_launcher\n\nAnother.`;
  const classes = [
    { name: 'com.jiguang.jpush.JPushPlugin', interfaces: ['io.flutter.embedding.engine.plugins.FlutterPlugin'] },
    { name: 'io.flutter.embedding.engine.plugins.Own', interfaces: ['io.flutter.embedding.engine.plugins.FlutterPlugin'] },
  ];
  const plugins = await pluginsOf(
    {
      'assets/flutter_assets/packages/cupertino_icons/assets/CupertinoIcons.ttf': 'font',
      'assets/flutter_assets/NOTICES.Z': gzipSync(notices),
    },
    { classes },
  );
  expect(plugins).toEqual([
    'flutter com.jiguang.jpush null',
    'flutter cupertino_icons null',
    'flutter skia null',
    'flutter jpush_flutter null',
    'flutter url_launcher null',
  ]);
});

test('React Native: packages whose classes are its packages', async () => {
  const classes = [
    { name: 'cn.jiguang.plugins.push.JPushPackage', interfaces: ['com.facebook.react.ReactPackage'] },
    { name: 'com.vendor.turbo.VendorPackage', superclass: 'com.facebook.react.TurboReactPackage' },
    { name: 'com.facebook.react.shell.MainReactPackage', interfaces: ['com.facebook.react.ReactPackage'] },
    { name: 'com.vendor.Other' },
  ];
  expect(await pluginsOf({}, { classes })).toEqual([
    'react-native cn.jiguang.plugins.push null',
    'react-native com.vendor.turbo null',
  ]);
});

test('files that are broken or without end name what they can, and nothing is thrown', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => `{"pkg":"p${i}"}`).join(',');
  const plugins = await pluginsOf({
    'assets/capacitor.plugins.json': `[${many}]`,
    'assets/capacitor.config.json': '{"plugins":',
    'assets/www/cordova_plugins.js': 'module.exports.metadata = {"a',
    'assets/data/dcloud_properties.xml': `<!-- ${'<feature name="x" '.repeat(1000)}`,
    'assets/dcloud_uniplugins.json': '['.repeat(5000),
    'assets/apps/x/www/manifest.json': '{"permissions":7,"plus":[]}',
    'assets/flutter_assets/NOTICES.Z': 'no gzip',
  });
  expect(plugins).toHaveLength(LIMITS.plugins);
  expect(plugins[0]).toBe('capacitor p0 null');
});
