import { knowledge } from '../../index.ts';
import { isAbroad } from './abroad.ts';

test.each([
  ['谷歌有限责任公司', 'Google LLC'],
  ['谷歌公司', 'Google LLC'],
  ['微软公司', 'Microsoft Corporation'],
  ['Adjust GmbH', 'Adjust GmbH'],
  ['Glossom株式会社', 'Glossom, Inc.'],
  ['某某（香港）有限公司', 'Example (Hong Kong) Limited'],
])('%s is abroad', (zh, en) => {
  expect(isAbroad({ zh, en })).toBe(true);
});

test.each([
  ['深圳市腾讯计算机系统有限公司', 'Shenzhen Tencent Computer Systems Co., Ltd.'],
  ['中国建设银行股份有限公司', 'China Construction Bank Corporation'],
  ['中国信息通信研究院', 'China Academy of Information and Communications Technology'],
  ['虹软科技股份有限公司', 'ArcSoft Corporation Limited'],
])('%s is not', (zh, en) => {
  expect(isAbroad({ zh, en })).toBe(false);
});

test('what Chinese apps commonly carry is seldom operated abroad', () => {
  const chinese = knowledge.sdks.filter(({ china, operator }) => china && operator !== null);
  expect(chinese.filter(({ operator }) => isAbroad(operator!)).length * 4).toBeLessThan(Math.max(4, chinese.length));
});
