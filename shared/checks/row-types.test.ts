import { knowledge } from '../knowledge/index.ts';
import { typesInWords } from './row-types.ts';

test.each([
  ['设备标识符（IMEI/MAC/Android ID/OAID）', ['device.imei', 'device.mac_wifi', 'device.android_id', 'device.oaid']],
  ['設備識別碼、應用列表', ['device.imei', 'device.installed_apps']],
  ['ＧＰＳ位置、WLAN接入点', ['location.precise', 'device.wifi_list']],
  ['device identifiers, location and installed apps', ['device.oaid', 'location.coarse', 'device.installed_apps']],
  ['您的手机号码、剪切板内容、传感器', ['phone_number', 'device.clipboard', 'device.sensors']],
  ['通讯录', ['contacts']],
])('%s tells %j', (words, types) => {
  const { tells } = typesInWords(words, knowledge);
  expect(types.filter((type) => !tells(type))).toEqual([]);
});

test.each([
  ['网络类型', ['device.installed_apps', 'contacts', 'device.imei', 'location.precise']],
  ['设备型号、操作系统版本', ['device.installed_apps', 'device.imei', 'location.precise']],
  ['OAID', ['device.installed_apps', 'device.clipboard', 'contacts']],
  ['', ['device.imei']],
])('%s does not tell %j', (words, types) => {
  const { tells } = typesInWords(words, knowledge);
  expect(types.filter((type) => tells(type))).toEqual([]);
});
