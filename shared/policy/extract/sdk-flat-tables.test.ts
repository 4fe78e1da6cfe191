import { readPlainText } from '../document/plain-text.ts';
import { layOut } from '../text/layout.ts';
import { policyText } from '../text/policy-text.ts';
import { extractFlatSdkRows } from './sdk-flat-tables.ts';

const rowsOf = (...lines: readonly string[]) =>
  extractFlatSdkRows(policyText(layOut(readPlainText(lines.join('\n')).blocks, false))).map(
    ({ range: _, confidence: __, ...row }) => row,
  );

const HEAD = ['第三方公司名称', '产品/服务', '涉及个人信息', '使用场景', '使用目的', '共享方式', '第三方链接'];

test('cells one below the other are put in rows again, each ended by its address', () => {
  const rows = rowsOf(
    '我们接入了以下SDK:',
    ...HEAD,
    '深圳示例信息技术有限公司',
    '示例推送',
    '设备型号、OAID',
    '在推送消息时使用',
    '推送消息',
    'SDK本机采集',
    'https://push.example.cn/privacy',
    '北京样例网络技术有限公司',
    '样例SDK',
    '安卓id',
    '分享时使用',
    '帮助用户分享',
    'SDK本机采集',
    'https://a.example.cn/1',
    'https://a.example.cn/2',
    '四、其他',
  );
  expect(rows).toEqual([
    {
      name: '示例推送',
      operator: '深圳示例信息技术有限公司',
      purpose: '在推送消息时使用',
      types: '设备型号、OAID',
      link: 'https://push.example.cn/privacy',
      way: 'SDK本机采集',
    },
    expect.objectContaining({ name: '样例SDK', types: '安卓id', link: 'https://a.example.cn/1' }),
  ]);
});

test('without a title of links every row has as many cells as there are titles', () => {
  const rows = rowsOf(
    'SDK名称',
    '使用目的',
    '收集信息',
    '示例地图SDK',
    '定位',
    '位置信息',
    '示例统计SDK',
    '统计',
    'OAID',
    '我们会保护您的信息。',
  );
  expect(rows).toEqual([
    { name: '示例地图SDK', operator: '', purpose: '定位', types: '位置信息', link: '' },
    { name: '示例统计SDK', operator: '', purpose: '统计', types: 'OAID', link: '' },
  ]);
});

test.each([
  ['tells nothing of SDKs', ['名称', '用途', '收集信息', '登录', '识别您', '手机号']],
  ['has no column but names', ['SDK名称', '公司', '链接', '示例SDK', '示例公司', 'https://example.cn']],
  ['is a sentence', ['SDK名称、使用目的和收集信息见下文。']],
  ['ends with the head', ['SDK名称', '使用目的', '收集信息']],
])('what %s gives no rows', (_, lines) => {
  expect(rowsOf(...lines)).toEqual([]);
});
