import { knowledge } from '../../knowledge/index.ts';
import { harmonyModule, quickAppModule, readJavaScript } from './javascript.ts';
import { KnownCalls } from './known-calls.ts';

const quick = new KnownCalls(knowledge.scriptApis, ['quick-app']);
const harmony = new KnownCalls(knowledge.scriptApis, ['arkts']);
const inQuickApp = (text: string) => {
  const { modules, calls, members } = readJavaScript(text, quick, quickAppModule);
  return { modules: [...modules].sort(), calls: [...calls].sort(), members: [...members].sort() };
};

test('a call on the variable that a module is kept in', () => {
  const text = `
    var _system = _interopRequireDefault($app_require$("@app-module/system.geolocation"));
    var _clip = $app_require$('@app-module/system.clipboard'), x = 1;
    _system.default.getLocation({ success: function (d) {} });
    _clip.get({}); x.get({});`;
  expect(inQuickApp(text)).toEqual({
    modules: ['system.clipboard', 'system.geolocation'],
    calls: ['system.clipboard.get', 'system.geolocation.getLocation'],
    members: ['getLocation'],
  });
});

test('a name that another module has too is not taken for a call of this one', () => {
  const text = `var a=o($app_require$("@app-module/system.storage"));a.default.get({key:1});var b=o($app_require$("@app-module/system.clipboard"));`;
  expect(inQuickApp(text)).toMatchObject({ modules: ['system.clipboard', 'system.storage'], calls: [] });
});

test('minified variables are those of the last assignment before the call', () => {
  const text = `function(){var e=t($app_require$("@app-module/system.device"));e.default.getInfo()}function(){var e=t($app_require$("@app-module/system.sms"));e.default.getInfo()}`;
  expect(inQuickApp(text).calls).toEqual(['system.device.getInfo']);
});

test('a call on what was just required, and sources as they are written', () => {
  expect(inQuickApp(`$app_require$('@app-module/system.contact').pick({})`).calls).toEqual(['system.contact.pick']);
  expect(inQuickApp(`import geo from '@system.geolocation'\nimport ad from "@service.ad"`).modules).toEqual([
    'service.ad',
    'system.geolocation',
  ]);
  expect(inQuickApp(`require('./util.js'); require("@system.x y")`).modules).toEqual([]);
});

test('HarmonyOS requires modules in its own ways', () => {
  const text = `
    var g = _r(requireModule('@ohos.geoLocationManager')); g.default.getCurrentLocation();
    var n = requireNapi('deviceInfo', true);
    var s = globalThis.requireNativeModule('system.router');
    var m = isSystemplugin('x') ? 1 : $app_require$('@app-module/system.app');`;
  const { modules, calls } = readJavaScript(text, harmony, harmonyModule);
  expect([...modules].sort()).toEqual(['@ohos.deviceInfo', '@ohos.geoLocationManager', '@system.app', '@system.router']);
  expect([...calls]).toEqual(['@ohos.geoLocationManager.getCurrentLocation']);
});

test('megabytes of text that looks like code are read in one pass', () => {
  for (const unit of [
    'a=b(c(d(',
    'x.y(',
    '$app_require$(',
    'import "',
    'from"',
    'aaaaaaaaaaaaaaaa',
    ') . default',
    '=$app_require$("@app-module/x")',
  ]) {
    expect(inQuickApp(unit.repeat(200_000)).calls).toEqual([]);
  }
});
