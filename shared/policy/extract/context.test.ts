import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

async function factsOfText(text: string): Promise<PolicyFacts> {
  return readPolicyDocument({ bytes: new TextEncoder().encode(text), mediaType: 'text/plain', fileName: null }, knowledge);
}

test.each([
  ['本版本更新于2023.1.1', 'updated', '2023-01-01'],
  ['自2025年11月10日起执行', 'effective', '2025-11-10'],
  ['更新日期：20250301', 'updated', '2025-03-01'],
  ['Last updated: 1 Mar 2025', 'updated', '2025-03-01'],
  ['Effective Date: March 15, 2025', 'effective', '2025-03-15'],
  ['生效日期：二○二三年六月一日', 'effective', '2023-06-01'],
  ['版本日期：2024/05/06', 'updated', '2024-05-06'],
])('more forms of dates: %s', async (text, kind, date) => {
  expect((await factsOfText(text)).dates).toMatchObject([{ kind, date }]);
});

test('what stands in the row of an SDK is its maker’s', async () => {
  const { contacts, dates, operators } = await factsOfText(
    '示例隐私政策\n本应用由杭州样例科技有限公司运营。\n第三方SDK清单\nSDK名称\t运营方\t使用目的\t收集的个人信息\t联系方式\n甲推送SDK\t甲推送科技有限公司\t消息推送\tOAID\tsdk@jia-push.cn 更新日期：2020年1月1日',
  );
  expect(contacts.filter(({ confidence }) => confidence >= 0.6)).toEqual([]);
  expect(dates).toEqual([]);
  expect(operators.filter(({ confidence }) => confidence >= 0.6).map(({ name }) => name)).toEqual(['杭州样例科技有限公司']);
});

test.each([
  '我们会将订单信息提供给上海样品供应链有限公司用于配送。',
  '关联公司：指样板控股有限公司的各子公司。',
  '我们把数据放在租用的云上数据服务有限公司机房。',
])('a receiver is no operator: %s', async (sentence) => {
  const text = `示例隐私政策\n本应用由杭州样例科技有限公司运营。\n${'我们重视您的隐私。\n'.repeat(30)}${sentence}`;
  const sure = (await factsOfText(text)).operators.filter(({ confidence }) => confidence >= 0.6).map(({ name }) => name);
  expect(sure).toEqual(['杭州样例科技有限公司']);
});

test.each([
  ['相机权限：用于扫描二维码、拍摄头像。', '扫描二维码、拍摄头像'],
  ['当您使用视频通话功能时，我们会申请相机权限。', '使用视频通话功能'],
  ['权限名称：相机权限\n使用目的：拍照识花', '拍照识花'],
  ['我们需要申请权限\n权限\t用途\n相机权限\t上传商品照片', '上传商品照片'],
  ['我们会申请相机权限。', undefined],
])('what a permission is for: %s', async (text, purpose) => {
  const camera = (await factsOfText(`示例隐私政策\n${text}`)).permissions.find(
    ({ permission, confidence }) => permission === 'android.permission.CAMERA' && confidence >= 0.8,
  );
  expect(camera?.purpose).toBe(purpose);
});

test('the way of sharing, and a row that goes on under a merged name', async () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const html = `<h2>第三方SDK清单</h2><table>${row('SDK名称', '运营方', '使用目的', '收集的个人信息', '共享方式')}${row('甲地图SDK', '甲公司', '定位', '位置信息', 'SDK本机采集')}${row('', '', '', 'Wi-Fi信息', '')}</table>`;
  const bytes = new TextEncoder().encode(html);
  const { sdkRows } = await readPolicyDocument({ bytes, mediaType: 'text/html', fileName: null }, knowledge);
  expect(sdkRows).toMatchObject([{ name: '甲地图SDK', types: '位置信息; Wi-Fi信息', way: 'SDK本机采集' }]);
});
