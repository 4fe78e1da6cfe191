import type { Statement } from '../../domain/facts/policy-understanding.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

async function statementsOf(text: string): Promise<readonly Statement[]> {
  const bytes = new TextEncoder().encode(`示例隐私政策\n${text}\n`);
  const facts = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  for (const { range, detail, confidence } of facts.understanding!.statements) {
    expect(facts.text.slice(...range).slice(0, 120)).toBe(detail);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  return facts.understanding!.statements;
}

/** The meanings of one kind, each once: its telling fields joined by a stroke. */
async function said(kind: Statement['kind'], text: string): Promise<string[]> {
  const meanings = (await statementsOf(text))
    .filter((statement) => statement.kind === kind)
    .map(({ kind: _, range, confidence, detail, ...meaning }) =>
      Object.values(meaning)
        .map((value) => (typeof value === 'object' ? Object.values(value).join(' ') : String(value)))
        .join('/'),
    );
  return [...new Set(meanings)].sort();
}

describe('retention', () => {
  test.each([
    ['您的订单记录保存三年，期满后删除。', ['3 year']],
    ['网络日志留存不少于六个月。', ['6 month']],
    ['聊天内容在服务器上保留7天。', ['7 day']],
    ['录音文件存储时间为两周。', ['14 day']],
    ['我们只在实现目的所必需的最短时间内保留您的个人信息。', ['shortest']],
    ['您的资料会一直保存至您注销账号。', ['until-deletion']],
    ['您的个人信息将被永久保存。', ['for-ever']],
    ['法律法规对信息的保存期限另有规定的，从其规定。', ['by-law']],
  ])('%s', async (text, periods) => {
    expect(await said('retention', text)).toEqual(periods);
  });

  test.each([
    '我们会在15天内答复您关于保存期限的询问。',
    '我们不会永久保存您的个人信息。',
    '未满14周岁的用户请由监护人陪同。',
    '应用需要申请存储权限，每7天清理一次缓存。',
    '我们提供7*24小时在线服务，保存您的咨询记录。',
  ])('no period in: %s', async (text) => {
    expect(await said('retention', text)).toEqual([]);
  });
});

test.each([
  ['您的信息存储在中华人民共和国境内的服务器。', ['domestic']],
  ['服务器位于杭州，我们在那里保存您的数据。', ['domestic']],
  ['您的数据会存储在新加坡的机房。', ['abroad']],
  ['指纹信息仅保存在您的手机上，不会上传。', ['device']],
  ['我们不会把数据存储在境外。', []],
])('storage place: %s', async (text, places) => {
  expect(await said('storage-place', text)).toEqual(places);
});

test.each([
  ['我们不会向境外提供您的个人信息。', ['none']],
  ['目前不存在数据出境的情形。', ['none']],
  ['未经您单独同意，我们不会将信息传输至境外。', ['with-consent']],
  ['如确需向境外传输个人信息，我们会取得您的单独同意。', ['with-consent']],
  ['我们会将您的注册信息传输至境外的母公司进行处理。', ['transfers']],
  ['您购买跨境电商商品时需要填写收货地址。', []],
])('cross-border: %s', async (text, stances) => {
  expect(await said('cross-border', text)).toEqual(stances);
});

describe('recipients', () => {
  test.each([
    ['我们会将收货地址提供给杭州示例速递有限公司用于配送。', ['杭州示例速递有限公司/true/other']],
    ['我们可能与关联公司共享您的账号信息。', ['关联公司/false/affiliate']],
    ['我们委托云存储服务商处理您的数据。', ['云存储服务商/false/processor']],
    ['经您同意，我们会向广告合作伙伴提供设备标识信息。', ['广告合作伙伴/false/partner']],
    ['我们依法向监管部门提供相关信息。', ['监管部门/false/authority']],
  ])('%s', async (text, names) => {
    expect(await said('recipient', text)).toEqual(names);
  });

  test.each([
    '我们不会向任何第三方提供您的个人信息。',
    '您可以将照片信息分享给好友。',
    '请不要向他人提供您的密码信息。',
    '如果我们违反约定向第三方提供信息，您可以要求删除。',
    '您向第三方商家提供的信息由其负责。',
  ])('nobody in: %s', async (text) => {
    expect(await said('recipient', text)).toEqual([]);
  });
});

describe('rights and the way to them', () => {
  test.each([
    ['您可以在“我的-设置-个人资料”查看您的个人信息。', ['access/in-app']],
    ['您有权获取个人信息副本，请发邮件至kefu@shili.cn。', ['copy/contact']],
    ['如发现信息有误，您可以联系客服更正您的资料。', ['correct/contact']],
    ['您可以点击【清除记录】按钮删除您的浏览记录。', ['delete/in-app']],
    ['您可以在手机系统设置中关闭定位权限。', ['withdraw/system-settings']],
    ['注销账号：进入“设置-账号安全-注销”即可。', ['close-account/in-app']],
    ['您有权要求我们对处理规则作出解释，请联系客服。', ['explain/contact']],
    ['您有权删除您的个人信息。', ['delete/none']],
  ])('%s', async (text, rights) => {
    expect(await said('right', text)).toEqual(rights);
  });

  test('a right that is merely named says nothing where the way stands elsewhere', async () => {
    const text = '您有权删除您的个人信息。\n其他说明。\n其他说明。\n其他说明。\n您可以在“我的-隐私”页面删除您的个人信息。';
    expect(await said('right', text)).toEqual(['delete/in-app']);
  });

  test('the way may stand in the sentence after', async () => {
    expect(await said('right', '您可以随时撤回您的授权。具体路径为：我的-设置-隐私-授权管理。')).toEqual(['withdraw/in-app']);
  });

  test.each(['我们可能修改本政策的内容。', '未经授权的人员不得访问您的信息。', '您可以删除设备上的Cookie数据。'])(
    'no right in: %s',
    async (text) => {
      expect(await said('right', text)).toEqual([]);
    },
  );
});

test.each([
  ['注销账号前，我们会验证您的手机号码。', ['false']],
  ['申请注销账户须确保余额已结清。', ['false']],
  ['注销账号需提供手持身份证照片。', ['true']],
  ['您须将注销账户申请书邮寄至本公司。', ['true']],
  ['注销账号请提交经公证的材料。', ['true']],
  ['注销账号无需提供手持身份证照片。', []],
  ['您注销账号后，我们会删除您的身份信息。', []],
])('conditions for closing the account: %s', async (text, unreasonable) => {
  expect(await said('deletion-condition', text)).toEqual(unreasonable);
});

describe('recommendation and marketing', () => {
  test.each([
    ['我们会根据您的浏览记录为您提供个性化推荐。', ['used']],
    ['我们不会对您进行用户画像或个性化推荐。', ['not-used']],
    ['您可以在“设置-隐私”中关闭个性化推荐。', ['switch']],
    ['个性化推荐功能暂不支持关闭。', ['no-switch']],
    ['如您未经授权，我们不会进行个性化推荐。', []],
  ])('recommendation: %s', async (text, states) => {
    expect(await said('recommendation', text)).toEqual(states);
  });

  test.each([
    ['我们可能向您发送营销短信。', ['used']],
    ['我们不会向您发送任何商业性短信。', ['not-used']],
    ['如不想接收促销短信，您可以回复TD退订。', ['switch']],
  ])('marketing: %s', async (text, states) => {
    expect((await said('marketing', text)).filter((state) => state !== 'used' || states.includes('used'))).toEqual(states);
  });
});

test.each([
  ['未满十四周岁的儿童使用前须取得监护人同意。', ['age', 'guardian-consent']],
  ['我们另行制定了《儿童个人信息保护规则》。', ['own-rules']],
  ['根据《未成年人保护法》，我们重视未成年人的保护。', []],
  ['本产品不面向未成年人提供服务。', ['not-addressed']],
  ['我们不会向儿童推送广告。', []],
])('children: %s', async (text, matters) => {
  expect(await said('children', text)).toEqual(matters);
});

test.each([
  ['本应用提供AI绘画功能，由大模型生成图片。', ['offered']],
  ['使用智能问答时，我们会保存您输入的问题内容。', ['input-kept', 'offered']],
  ['我们会将您的对话用于训练大模型。', ['offered', 'training']],
  ['我们不会将您的对话用于训练大模型。', ['not-trained', 'offered']],
  ['经您单独同意，我们会用您的输入内容训练模型。', ['training-with-consent']],
  ['健身课程为您提供训练计划。', []],
])('generative AI: %s', async (text, matters) => {
  expect((await said('generative-ai', text)).filter((matter) => matter !== 'input-kept' || matters.includes(matter))).toEqual(
    matters,
  );
});

test.each([
  ['投诉请拨打客服电话0755-86013388。', ['operator']],
  ['您也可以向网信、公安等监管部门投诉举报。', ['authority']],
  ['协商不成的，可向有管辖权的人民法院提起诉讼。', ['court']],
  ['我们会按照法院的要求提供信息。', []],
  ['我们收集信息用于处理您的投诉。', []],
])('complaints: %s', async (text, channels) => {
  expect(await said('complaint', text)).toEqual(channels);
});

test.each([
  ['您勾选“我已阅读并同意隐私政策”后方可注册。', ['tick']],
  ['您点击“同意”按钮即表示同意本政策。', ['button']],
  ['收集人脸信息前，我们会单独征得您的同意。', ['separate']],
  ['您使用本服务即视为同意本政策。', ['by-use']],
  ['系统默认勾选同意选项。', ['default']],
  ['您使用本服务并不代表同意本政策。', []],
  ['我们不会默认勾选同意。', []],
])('consent: %s', async (text, formulas) => {
  expect(await said('consent', text)).toEqual(formulas);
});

test('at most five places of one meaning are kept, in the order of the text', async () => {
  const statements = await statementsOf('我们只在必需的期限内保存您的信息。\n'.repeat(20));
  expect(statements.filter(({ kind }) => kind === 'retention')).toHaveLength(5);
  expect(statements.map(({ range }) => range[0])).toEqual([...statements.map(({ range }) => range[0])].sort((a, b) => a - b));
});
