import { knowledge } from '../../index.ts';
import { comparable, matchSdkName, matchSdkNames } from './names.ts';

test.each([
  ['友盟+SDK', 'umeng-analytics'],
  ['Umeng ＳＤＫ', 'umeng-analytics'],
  ['U-App', 'umeng-analytics'],
  ['极光推送SDK（JPush）', 'jpush'],
  ['高德地图 SDK', 'amap'],
  ['腾讯 Bugly', 'bugly'],
  ['微信 OpenSDK', 'wechat'],
  ['个推·消息推送', 'getui'],
  ['穿山甲（CSJ）', 'pangle'],
  ['小米推送（MiPush）Android版', 'mipush'],
  ['com.example 中集成的优量汇广告', 'gdt'],
  ['Google Firebase Analytics', 'firebase-analytics'],
  ['AppsFlyerSDK v6', 'appsflyer'],
  ['华为 HMS 推送服务', 'huawei-push'],
  ['MSA OAID SDK', 'msa-oaid'],
  ['Glide 4.16', 'glide'],
  ['LINE SDK for Android', 'line'],
  ['友盟+SDK（统计）', 'umeng-analytics'],
  ['友盟+SDK（推送）', 'umeng-push'],
  ['消息推送SDK（友盟）', 'umeng-push'],
  ['Umeng Analytics', 'umeng-analytics'],
  ['極光推送', 'jpush'],
  ['騰訊Bugly崩潰監測', 'bugly'],
  ['ＪＰｕｓｈ', 'jpush'],
  ['腾讯Bugly崩溃监测', 'bugly'],
  ['个推·推送', 'getui'],
  ['支付寶軟件開發工具包', 'alipay'],
  ['com.umeng.umsdk 友盟 + 统计 分析', 'umeng-analytics'],
])('%s is %s', (text, id) => {
  expect(matchSdkName(text)?.id).toBe(id);
});

test.each([
  '',
  'SDK',
  '某某科技统计SDK',
  '自研SDK',
  'Backdrop',
  'QQQ',
  'FCMX',
  'gdtx',
  'on line service',
  'adjust your settings',
])('%p is no known SDK', (text) => {
  expect(matchSdkName(text)).toBeNull();
});

test('every name of every SDK leads back to it', () => {
  for (const sdk of knowledge.sdks) {
    for (const name of [sdk.name.zh, sdk.name.en, ...sdk.aliases]) expect([name, matchSdkName(name)?.id]).toEqual([name, sdk.id]);
  }
});

test('a text with several names gives each SDK once, the longest name at each place', () => {
  expect(matchSdkNames('友盟统计、极光推送、友盟').map((sdk) => sdk.id)).toEqual(['umeng-analytics', 'jpush']);
  expect(matchSdkNames('友盟推送').map((sdk) => sdk.id)).toEqual(['umeng-push']);
  expect(matchSdkNames('没有第三方')).toEqual([]);
});

test('a brand with several of its products names each of them', () => {
  const ids = (text: string) =>
    matchSdkNames(text)
      .map((sdk) => sdk.id)
      .sort();
  expect(ids('友盟+SDK（统计、推送、分享）')).toEqual(['umeng-analytics', 'umeng-push', 'umeng-share']);
  expect(ids('极光SDK（推送/认证）')).toEqual(['jpush', 'jverification']);
  expect(ids('微信/QQ/新浪微博')).toEqual(['qq-connect', 'wechat', 'weibo']);
});

test('the same name can be written in many ways', () => {
  expect(comparable('ＪＰｕｓｈ　ＳＤＫ')).toBe(comparable('jpush'));
  expect(comparable('友盟＋')).toBe('友盟');
  expect(comparable('友盟+SDK（統計）')).toBe(comparable('友盟统计'));
  expect(comparable('SDK')).toBe('sdk');
});

test('a long hostile text is searched in linear time', () => {
  const started = performance.now();
  expect(matchSdkNames('友'.repeat(200_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(2_000);
});
