import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

const FILLER = '我们按照合法、正当、必要的原则处理信息。\n'.repeat(30);

async function read(text: string, fileName = 'policy.txt'): Promise<PolicyFacts> {
  return readPolicyDocument({ bytes: new TextEncoder().encode(text), mediaType: null, fileName }, knowledge);
}

const operatorsOf = async (text: string) =>
  (await read(`示例隐私政策\n${text}\n${FILLER}`)).operators.filter((o) => o.confidence >= 0.6).map((o) => o.name);

describe('operators that are no companies', () => {
  test.each([
    ['本应用由个人开发者张三（以下简称“我”）开发和维护。', '张三'],
    ['开发者 / Developer：Top Star', 'Top Star'],
    ['软件著作权人：陈晓明', '陈晓明'],
    ['作者：林晚', '林晚'],
    ['主体名称：示例区小米粒便利店（个体工商户）', '示例区小米粒便利店(个体工商户)'],
    ['本App由示例市图书馆（以下简称“本馆”）运营。', '示例市图书馆'],
    ['本政策由开发者“星河团队”制定。', '星河团队'],
    ['本服务由 Example Games Pte. Ltd.（以下简称“我们”）提供。', 'Example Games Pte. Ltd.'],
  ])('%s', async (text, name) => {
    expect(await operatorsOf(text)).toContain(name);
  });

  test.each([
    ['开发者：我们'],
    ['运营者为您提供服务。'],
    ['SDK名称：推送SDK\n运营方：示例互动股份有限公司\n使用目的：推送消息'],
    ['示例（以下简称“我们”或“本应用”）重视您的隐私。'],
  ])('none in: %s', async (text) => {
    expect(await operatorsOf(text)).toEqual([]);
  });
});

test.each([
  ['QQ：123456789', true],
  ['联系QQ群：87654321', true],
  ['微信：shili_kefu', true],
  ['邮箱：kefu(at)shili.com', true],
  ['项目主页：https://git.shili.com/app/issues', true],
  ['请在App Store的支持页面联系开发者。', true],
  ['如有疑问请与我们联系。', false],
  ['客服热线：400-XXX-XXXX', false],
])('a way to be reached: %s is %s', async (line, expected) => {
  const { contacts } = await read(`示例隐私政策\n${FILLER}联系我们\n${line}`);
  expect(contacts.some((contact) => contact.confidence >= 0.6)).toBe(expected);
});

test.each([
  ['Last updated: 2026-06-12', ['2026-06-12']],
  ['更新时间\n2026年1月2日', ['2026-01-02']],
  ['[2026.4.22]', ['2026-04-22']],
  ['我们于2026年4月22日开业，欢迎光临。', []],
])('date in %s', async (line, dates) => {
  expect((await read(`示例隐私政策\n${line}\n${FILLER}`)).dates.map(({ date }) => date)).toEqual(dates);
});

const table = (rows: readonly (readonly string[])[]) =>
  `<h2>第三方SDK清单</h2><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('SDKs', () => {
  test.each([
    [
      'a caption above the heading',
      'a.html',
      '<p>SDK</p><table><tr><td colspan=4>第三方SDK收集信息情况</td></tr><tr><td>SDK名称</td><td>公司</td><td>用途</td><td>收集信息</td></tr><tr><td>甲SDK</td><td>甲公司</td><td>推送</td><td>设备信息</td></tr></table>',
      1,
    ],
    [
      'headings in the first column',
      'a.html',
      table([
        ['SDK名称', '甲推送', '乙统计'],
        ['使用目的', '推送', '统计'],
        ['收集信息', '设备信息', 'IP地址'],
      ]),
      2,
    ],
    [
      'a key whose value is a list',
      'a.md',
      '# 隐私政策\n\n- **SDK名称**: 甲推送SDK\n- **使用目的**: 推送\n- **收集的个人信息**: \n  - 设备信息: OAID\n  - 推送标识\n- **隐私政策链接**: https://shili.cn/\n',
      1,
    ],
    [
      'name, colon, prose',
      'a.md',
      '# 隐私政策\n\n- 甲广告SDK：用于开屏广告；收集设备信息、OAID；\n- 乙统计SDK：为了统计分析，我们会收集IP地址；\n',
      2,
    ],
    ['prose', 'a.txt', '隐私政策\n我们集成了甲地图SDK，用于展示地图。该SDK主体为：甲公司；收集的个人信息包含：位置信息。\n', 1],
    [
      'a name with platforms in brackets',
      'a.txt',
      '隐私政策\n1. 甲推送 SDK (Android端)\n使用目的：推送\n收集个人信息类型：设备信息\n',
      1,
    ],
  ])('%s', async (_, fileName, text, count) => {
    const { sdkRows } = await read(text, fileName);
    expect(sdkRows).toHaveLength(count);
    for (const row of sdkRows) expect([row.name, row.purpose, row.types]).not.toContain('');
  });

  test.each([
    '我们接入了由第三方提供的软件开发包（SDK），用于实现相关功能，会收集您的个人信息。',
    '我们使用上述厂商的SDK，用于推送，收集设备信息。',
  ])('speaks of SDKs in general: %s', async (text) => {
    expect((await read(`隐私政策\n${text}`)).sdkRows).toEqual([]);
  });

  test.each([
    ['如有疑问，请加QQ：123456789联系我们。', false],
    ['关注我们的微信公众号。', false],
    ['您可以使用微信登录。', true],
    ['消息由极光推送。', true],
  ])('a short name means the SDK: %s %s', async (text, expected) => {
    const { sdkMentions } = await read(`隐私政策\n${text}`);
    expect(sdkMentions.some((mention) => mention.confidence >= 0.6)).toBe(expected);
  });
});

test('a list of what is not collected', async () => {
  const { types } = await read(
    '# 隐私政策\n\n### 我们不收集的信息\n- 姓名\n- 手机号\n\n### 我们收集的信息\n- 设备型号\n',
    'a.md',
  );
  expect(types.filter(({ negated }) => !negated).map(({ type }) => type)).toEqual(['device.info']);
});

test.each([
  ['适用产品：示例账本 Android 客户端', '示例账本 Android'],
  ['示例助手（以下简称“本应用”）重视隐私。', '示例助手'],
  ['感谢您使用「示例日历」。', '示例日历'],
])('the app’s name in %s', async (text, name) => {
  expect((await read(`隐私政策\n${text}`)).appNames).toContainEqual(expect.objectContaining({ name }));
});
