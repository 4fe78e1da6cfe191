import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';
import { chineseNumber } from './chinese-number.ts';

async function factsOfText(text: string): Promise<PolicyFacts> {
  return readPolicyDocument({ bytes: new TextEncoder().encode(text), mediaType: 'text/plain', fileName: null }, knowledge);
}

test.each([
  ['十五', 15],
  ['三十', 30],
  ['十', 10],
  ['两', 2],
  ['一百二十', 120],
  ['一百零五', 105],
  ['二〇二二', 2022],
  ['30', 30],
  ['十五十', null],
  ['个', null],
])('numeral %s', (numeral, value) => {
  expect(chineseNumber(numeral)).toBe(value);
});

describe('operators', () => {
  const best = async (text: string) =>
    (await factsOfText(text)).operators.filter((operator) => operator.confidence >= 0.6).map((o) => o.name);

  test.each([
    ['示例地图由深圳示例科技有限公司（以下简称“我们”）开发并运营。', '深圳示例科技有限公司'],
    ['本政策中的“我们”是指示例网络（上海）有限公司。', '示例网络(上海)有限公司'],
    ['“示例视频”软件是由中央示例总台及其关联方（以下简称“示例”）提供的服务。', '中央示例总台'],
    ['开发者：张小明', '张小明'],
    ['我行是指中国示例银行股份有限公司，我们尊重您的隐私。', '中国示例银行股份有限公司'],
  ])('%s', async (text, name) => {
    expect(await best(`示例隐私政策\n${text}`)).toContain(name);
  });

  test.each([
    '“我们”指本App的开发团队。',
    '我们可能与合作方共享信息，例如第三方支付机构乙方科技有限公司。',
    '本公司承诺保护您的隐私。',
  ])('no operator in: %s', async (text) => {
    expect(await best(`${'本政策说明我们怎样处理信息。\n'.repeat(40)}${text}`)).toEqual([]);
  });
});

describe('contacts', () => {
  test('mailbox, numbers, address, service in the app', async () => {
    const { contacts } = await factsOfText(
      '如有疑问，请发邮件至privacy@shili.cn或致电客服电话400-800-1234、0755-12345678、95588。\n联系地址：深圳市南山区科技路1号示例大厦8层。\n您也可以进入“我的-设置-意见反馈”提交。',
    );
    expect(contacts.map(({ kind, value }) => [kind, value])).toEqual([
      ['email', 'privacy@shili.cn'],
      ['phone', '400-800-1234'],
      ['phone', '0755-12345678'],
      ['phone', '95588'],
      ['address', '深圳市南山区科技路1号示例大厦8层'],
      ['online', '意见反馈'],
    ]);
    for (const contact of contacts) expect(contact.confidence).toBeGreaterThanOrEqual(0.6);
  });

  test.each([
    ['a test mailbox is none', '请联系privacy@example.com。'],
    ['the authorities’ line is not ours', '您可以拨打12377举报。'],
    ['a MAC address is no address', '我们收集MAC地址：用于识别市区路由设备的街道号信息。'],
    ['figures are no telephone', '版本号20230101123456，证书编号1234567890。'],
  ])('%s', async (_, text) => {
    expect((await factsOfText(text)).contacts.filter((contact) => contact.confidence >= 0.6)).toEqual([]);
  });
});

test.each([
  ['更新日期：2026年3月1日', 'updated', '2026-03-01'],
  ['生效日期：【2026】年【9】月【9】日', 'effective', '2026-09-09'],
  ['本政策自2026-01-05起施行', 'effective', '2026-01-05'],
  ['发布时间：二〇二六年八月十二日', 'published', '2026-08-12'],
  ['更新与生效日期：2026年7月', 'effective', '2026-07'],
])('date in %s', async (text, kind, date) => {
  expect((await factsOfText(text)).dates).toMatchObject([{ kind, date }]);
});

test.each(['本公司成立于2016年3月1日。', '更新日期：2026年13月1日', '电话：2026-3344-12'])('no date in %s', async (text) => {
  expect((await factsOfText(text)).dates).toEqual([]);
});

describe('app names', () => {
  test.each([
    ['示例地图隐私政策\n我们尊重您。', '示例地图'],
    ['欢迎阅读《示例地图App隐私保护指引》。', '示例地图'],
    ['本政策适用于“示例地图”App。', '示例地图'],
  ])('%s', async (text, name) => {
    expect((await factsOfText(text)).appNames[0]).toMatchObject({ name });
  });

  test.each(['本隐私政策说明我们的做法。', '请阅读《用户隐私政策》。', '《儿童个人信息保护规则》另行公布。'])(
    'none in %s',
    async (text) => {
      expect((await factsOfText(text)).appNames).toEqual([]);
    },
  );
});

describe('personal-information types', () => {
  const states = async (text: string, type: string) =>
    (await factsOfText(text)).types.filter((mention) => mention.type === type).map((mention) => mention.negated);

  test.each([
    ['当您注册时，我们会收集您的手机号码。', 'phone_number', false],
    ['我们收集设备信息，包括IMEI、OAID。', 'device.imei', false],
    ['未经您同意，我们不会收集您的通讯录。', 'contacts', false],
    ['我们不会收集您的通讯录、通话记录。', 'call_log', true],
    ['本应用无需获取IMEI即可使用。', 'device.imei', true],
    ['您的人脸信息我们不会收集，仅在手机本地比对。', 'bio.face', true],
  ])('%s', async (text, type, negated) => {
    expect(await states(text, type)).toEqual([negated]);
  });

  test('the longest term wins, and Latin terms are whole words', async () => {
    const { types } = await factsOfText('我们会收集蓝牙MAC地址。我们使用MEIDEN品牌的设备。');
    expect(types.map((mention) => mention.type)).toEqual(['device.mac_bt']);
  });
});

describe('permissions', () => {
  const confidence = async (text: string, permission: string) =>
    Math.max(
      0,
      ...(await factsOfText(text)).permissions
        .filter((mention) => mention.permission === permission)
        .map((mention) => mention.confidence),
    );

  test.each([
    ['扫码时我们会申请相机权限。', 'android.permission.CAMERA', 0.8],
    ['我们申请 READ_CONTACTS 用于推荐好友。', 'android.permission.READ_CONTACTS', 1],
    ['申请android.permission.RECORD_AUDIO权限用于语音输入。', 'android.permission.RECORD_AUDIO', 1],
  ])('%s', async (text, permission, least) => {
    expect(await confidence(text, permission)).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['请拨打客服电话。', 'android.permission.CALL_PHONE'],
    ['您可以下载文件后查看。', 'android.permission.WRITE_EXTERNAL_STORAGE'],
    ['我们会清理缓存。', 'android.permission.READ_EXTERNAL_STORAGE'],
  ])('a general word is weak: %s', async (text, permission) => {
    expect(await confidence(text, permission)).toBeLessThan(0.5);
  });
});

describe('SDK lists', () => {
  test('a table', async () => {
    const { sdkRows, text } = await factsOfText(
      '我们接入的第三方SDK如下：\nSDK名称\t运营方\t使用目的\t收集的个人信息\t隐私政策链接\n示例推送SDK\t示例科技\t消息推送\t设备型号、OAID\thttps://a.cn/p\n示例地图SDK\t示例地图公司\t定位\t位置信息\thttps://b.cn/p',
    );
    expect(sdkRows).toMatchObject([
      { name: '示例推送SDK', operator: '示例科技', purpose: '消息推送', types: '设备型号、OAID', link: 'https://a.cn/p' },
      { name: '示例地图SDK', operator: '示例地图公司', purpose: '定位', types: '位置信息', link: 'https://b.cn/p' },
    ]);
    expect(text.slice(...sdkRows[0]!.range)).toContain('示例推送SDK');
  });

  test('entries of keys and values, on lines of their own and in one line', async () => {
    const { sdkRows } = await factsOfText(
      'SDK名称：示例统计SDK\n运营方：示例数据公司\n使用目的：统计分析\n收集个人信息类型：OAID\n\n二、其他\n正文。\nSDK名称：示例登录SDK；运营方：甲公司；使用目的：一键登录',
    );
    expect(sdkRows).toMatchObject([
      { name: '示例统计SDK', operator: '示例数据公司', purpose: '统计分析', types: 'OAID' },
      { name: '示例登录SDK', operator: '甲公司', purpose: '一键登录' },
    ]);
  });

  test.each([
    '功能\t目的\n注册\t创建账号\n登录\t验证身份',
    '我们可能接入第三方SDK以提供服务，具体见下文。',
    '第三方SDK目录\n请点击查看。',
  ])('no rows in %s', async (text) => {
    expect((await factsOfText(text)).sdkRows).toEqual([]);
  });
});

describe('response times', () => {
  test.each([
    ['我们将在15个工作日内答复您的请求。', 15, 'working-day'],
    ['一般情况下，我们会在十五天内回复您的投诉。', 15, 'day'],
    ['我们将在收到申请后的三个月内处理完毕。', 3, 'month'],
    ['客服将在48小时内审核您的注销申请。', 48, 'hour'],
    ['账号注销的处理期限为20个工作日，如有疑问请联系客服。', 20, 'working-day'],
  ])('%s', async (text, amount, unit) => {
    expect((await factsOfText(text)).responseTimes).toMatchObject([{ amount, unit }]);
  });

  test.each([
    '我们将日志保存6个月，期满后处理删除。',
    '试用期7天，到期后请联系客服处理退订。',
    '2026年3月15日内完成更新。',
    '您应在30天内完成支付。',
  ])('none in %s', async (text) => {
    expect((await factsOfText(text)).responseTimes.filter((time) => time.confidence >= 0.8)).toEqual([]);
  });
});

describe('placeholders', () => {
  test.each([
    '本政策由XX公司制定。',
    '欢迎使用【应用名称】。',
    '生效日期：YYYY年MM月DD日',
    '请联系xx@example.com',
    '某某科技有限公司尊重您的隐私。',
    '邮箱 ______ ｜ 客服电话 ______',
    '生效日期 ____年__月__日',
    '注销账号后 ___ 日内删除',
    '联系地址：【待填写】',
    '业务草稿（未经法律审核，不得直接上线）',
  ])('%s', async (text) => {
    expect((await factsOfText(text)).placeholders.filter((place) => place.confidence >= 0.7).length).toBeGreaterThan(0);
  });

  test.each([
    '点击【我】-【设置】进入。',
    '如XX公司向您索要密码，请勿提供。',
    '您的卡号将以1234****显示。',
    '**公司名称：示例科技有限公司',
    '申请人签名：________ 联系电话：________',
  ])('none in %s', async (text) => {
    expect((await factsOfText(text)).placeholders.filter((place) => place.confidence >= 0.7)).toEqual([]);
  });
});
