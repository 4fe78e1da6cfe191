import { packageOf, platformModule } from './module-names.ts';

test.each([
  ['@ohos:geoLocationManager', '@ohos.geoLocationManager'],
  ['@ohos.bundle.bundleManager', '@ohos.bundle.bundleManager'],
  ['@hms:core.AAID', '@hms.core.AAID'],
  ['@kit.LocationKit', '@kit.LocationKit'],
  ['@native:system.router', '@system.router'],
  ['@native:ohos.hilog', '@ohos.hilog'],
  ['@system.app', '@system.app'],
  ['@ohos/axios', null],
  ['geoLocationManager', null],
  ['@ohos.', null],
  ['mail@ohos.com', null],
])('%s is the module %s of the platform', (text, expected) => {
  expect(platformModule(text)).toBe(expected);
});

const OWN = new Set(['entry', 'feature']);

test.each<[string, [string, string | null] | null]>([
  ['@normalized:N&&&@ohos/axios/index&2.2.4', ['@ohos/axios', '2.2.4']],
  ['@normalized:N&&&library/Index&1.0.0', ['library', '1.0.0']],
  ['@normalized:N&&&entry/src/main/ets/pages/Index&', null],
  ['@normalized:N&entry&com.example.app&entry/src/main/ets/x&1.0.0', null],
  ['&@umeng/common/src/main/ets/x&1.2.3', ['@umeng/common', '1.2.3']],
  ['com.example.app&entry/src/main/ets/x&', null],
  ['entry|1.0.0|src/main', null],
  ['com.example/entry/oh_modules/.ohpm/@ohos+lottie@2.0.0/oh_modules/@ohos/lottie/x', ['@ohos/lottie', '2.0.0']],
  ['pkg_modules/.ohpm/dayjs@1.11.7+6f2a3b4c5d6e7f80/pkg_modules/dayjs/dayjs', ['dayjs', '1.11.7']],
  ['@package:pkg_modules/@tencent/wechat_open_sdk/Index', ['@tencent/wechat_open_sdk', null]],
  ['entry/src/main/ets/pages/Index', null],
])('%s belongs to %j', (text, expected) => {
  expect(packageOf(text, OWN)).toEqual(expected && { name: expected[0], version: expected[1] });
});
