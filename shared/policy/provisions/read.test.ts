import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';
import { ITEM_READERS } from './read.ts';

/** Sentences before every case: a policy has a way to be reached that others may refer to. */
const CONTACT = '联系我们：privacy@shili.cn，0755-12345678。';

async function stateOf(item: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const { provisions } = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  return provisions.find((provision) => provision.item === item)!.state;
}

/** For each item what has substance, and what has not: silence, the bare word, or something else in similar words. */
const CASES: Readonly<Record<string, { readonly has: readonly string[]; readonly not: readonly string[] }>> = {
  'PR-02': {
    has: ['本应用由深圳示例科技有限公司运营，以下简称“我们”。', '公司名称：示例网络有限公司', '开发者：李小红'],
    not: ['“我们”指本App的开发团队。', '本公司重视隐私。', '运营者会保护您的信息。'],
  },
  'PR-03': {
    has: ['请发邮件至help@shili.cn。', '客服电话：400-800-1234', '点击“我的-在线客服”与我们联系。'],
    not: ['如有疑问请联系我们。', '请发送邮件至test@example.com。', '联系方式见官网。'],
  },
  'PR-04': {
    has: ['更新日期：2026年3月1日', '本政策自2026年1月5日起生效。', '最近修订：2026-02-03'],
    not: ['更新日期：', '本政策会不时更新。', '公司成立于2016年3月1日。'],
  },
  'PR-05': {
    has: ['本政策适用于“示例地图”App及同名小程序。', '适用范围：本软件及相关服务。', '我们的产品和服务适用本政策。'],
    not: ['我们尊重您的隐私。', '产品与服务不断改进。', '旗下团队很专业。'],
  },
  'PR-06': {
    has: [
      '当您注册时，我们收集手机号码用于创建账号。当您下单时，我们收集收货地址用于配送。',
      '为了向您提供导航，我们需要获取您的位置信息。您使用扫码功能时，我们会访问相机权限读取图像信息。',
      '业务功能\t处理目的\t收集的个人信息\n注册\t创建账号\t手机号码\n导航\t定位\t位置信息',
    ],
    not: ['我们会保护您的隐私。', '为改善服务，我们会收集和使用相关资料。', '我们收集手机号码。'],
  },
  'PR-15': {
    has: [
      '接入的第三方SDK：\nSDK名称\t目的\n示例推送SDK\t推送',
      'SDK名称：示例统计SDK\n使用目的：统计\n收集信息：OAID',
      '详见《第三方SDK清单》。',
    ],
    not: ['我们会接入第三方服务商。', '本应用会使用SDK。', '我们重视您的隐私。'],
  },
  'PR-22': {
    has: ['个人信息存储于中华人民共和国境内。', '我们将信息保存在中国大陆的服务器。', '境内收集的数据均在国内存放。'],
    not: ['我们会妥善存储您的信息。', '数据保存在服务器上。', '我们重视安全。'],
  },
  'PR-23': {
    has: [
      '我们只在实现目的所必需的最短期限内保存您的信息。',
      '日志信息保存6个月。',
      '您注销账号后，我们停止保存并删除您的信息。',
    ],
    not: ['我们会保存您的信息。', '请妥善保管您的密码。', '保存期限见下文。'],
  },
  'PR-27': {
    has: [
      '您可在“我的-设置-个人信息”查阅您的信息。',
      '您可以发邮件至a@shili.cn申请查询、复制您的个人信息。',
      '您有权访问您的个人信息，请联系我们。',
    ],
    not: ['我们采取措施防止未经授权的访问。', '您有权查阅个人信息。', '您的信息由我们管理。'],
  },
  'PR-28': {
    has: [
      '您可以在“个人中心-编辑资料”修改昵称和头像。',
      '信息有误的，请联系客服更正您的个人信息。',
      '您可以通过公布的联系方式申请更正个人信息。',
    ],
    not: ['防止信息被修改。', '您有权更正个人信息。', '我们可能修改本政策。'],
  },
  'PR-29': {
    has: [
      '您可以在“我的-收藏”中点击删除您的记录。',
      '您可以联系我们申请删除您的个人信息。',
      '您可致电400-800-1234要求删除个人信息。',
    ],
    not: ['我们防止信息被删除。', '卸载后信息删除。', '您享有删除个人信息的权利。'],
  },
  'PR-30': {
    has: ['您可在“设置-隐私-撤回同意”撤回授权。', '您可以在手机系统设置中关闭相机权限。', '您可以联系客服撤回您的同意。'],
    not: ['我们尊重您的同意。', '您有权撤回同意。', '我们可能无法响应您撤回同意的请求。'],
  },
  'PR-31': {
    has: ['您可以在“设置-账号安全”注销账号。', '您可以发邮件至a@shili.cn申请注销账户。', '注销账号请点击“我的-注销”。'],
    not: ['您有权注销账号。', '账号应妥善保管。', '注销后不可恢复。'],
  },
  'PR-34': {
    has: ['我们将在15个工作日内答复您的请求。', '收到您的申请后，我们会在十五天内处理。', '您的投诉将在7个工作日内得到回复。'],
    not: ['我们会尽快答复您。', '日志保存15天。', '我们会及时处理您的请求。'],
  },
  'PR-35': {
    has: ['如需投诉，请发邮件至ts@shili.cn。', '您可以向网信部门投诉举报。', '对处理有意见的，请拨打400-800-1234反馈。'],
    not: ['我们重视您的投诉。', '您可以依法维权。', '欢迎提出宝贵建议。'],
  },
  'PR-36': {
    has: [
      '您可以在“设置-隐私”关闭个性化推荐。',
      '我们使用浏览记录进行个性化推荐，您可点击右上角按钮退出。',
      '我们不进行个性化推荐。',
    ],
    not: ['我们依据您的喜好进行个性化推荐。', '我们重视您的隐私。', '我们会通过算法推荐内容。'],
  },
  'PR-39': {
    has: [
      '不满十四周岁的用户须取得监护人同意后使用。',
      '请儿童在父母指导下阅读本政策并取得其同意。',
      '我们另行制定了《儿童个人信息保护规则》。',
    ],
    not: ['本应用面向所有用户。', '我们关爱儿童。', '未成年人占比较低。'],
  },
  'PR-41': {
    has: ['本政策更新时，我们会以弹窗方式通知您。', '政策如有修订，我们将在官网公告。', '隐私政策变更的，将重新征得您的同意。'],
    not: ['本政策可能会更新。', '我们可随时修改本政策，恕不另行通知。', '我们不断调整产品。'],
  },
};

test('there is one reader for each of the 50 items, and every item of the knowledge has one', () => {
  const items = ITEM_READERS.map((reader) => reader.item);
  expect(items).toEqual(Array.from({ length: 50 }, (_, i) => `PR-${String(i + 1).padStart(2, '0')}`));
  expect([...knowledge.policyItems.keys()].sort()).toEqual(items);
});

for (const [item, { has, not }] of Object.entries(CASES)) {
  const alone = new Set(['PR-02', 'PR-03', 'PR-04', 'PR-27', 'PR-28', 'PR-29', 'PR-30', 'PR-31', 'PR-35']);
  describe(item, () => {
    test.each(has)('has substance: %s', async (text) => {
      const referring =
        item === 'PR-03' || item === 'PR-02'
          ? text
          : `${text}\n\n本政策其余部分说明我们的做法。\n感谢您的信任。\n谢谢。\n${CONTACT}`;
      expect(await stateOf(item, referring)).toBe('substance');
    });

    test.each(not)('has none: %s', async (text) => {
      expect(
        await stateOf(item, alone.has(item) ? text : `${text}\n\n本政策其余部分说明我们的做法。\n感谢您的信任。\n谢谢。`),
      ).not.toBe('substance');
    });
  });
}

test('a heading alone is only a word', async () => {
  expect(await stateOf('PR-31', '六、注销账号\n谢谢您的信任')).toBe('word-only');
  expect(await stateOf('PR-31', '感谢您的信任')).toBe('absent');
});
