import type { Admission } from '../../domain/facts/policy.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

/** Less usual wordings than those of read.test.ts, and sentences of which a careless reader would think the same. */
const CASES: Readonly<
  Partial<Record<Admission['kind'], { readonly admits: readonly string[]; readonly not: readonly string[] }>>
> = {
  'consent-by-use': {
    admits: [
      '您首次打开本应用，我们便当作您已同意本隐私政策。',
      '打开本App就表示您同意我们收集您的设备信息。',
      '您使用本应用，即意味着您读过本隐私政策的每一条，并且同意我们照此处理您的信息。',
      '继续浏览或安装本App，视同接受本隐私声明。',
      '您的使用行为即构成对本隐私政策的同意。',
      '如果您开始使用我们的应用，我们将认为您已经同意本隐私政策。',
      '只要您使用本应用，就说明您完全接受本隐私政策。',
      '请您在继续使用前读完本政策，一旦您选择使用，即视为您同意本隐私政策。',
    ],
    not: [
      '家长同意后，孩子使用本软件即视为家长接受本规则。',
      '我们不认为您使用本服务就代表您同意本隐私政策。',
      '《个人信息保护法》禁止以使用即视为同意隐私政策的方式处理个人信息。',
      '您主动提供敏感信息，即表示您同意我们按本政策的目的处理您的个人敏感信息。',
      '您在使用过程中，我们会向您说明收集的信息和目的并征求您的同意。',
    ],
  },
  'default-consent': {
    admits: ['登录页面的隐私政策默认已勾选同意。', '我们将预先为您勾选同意隐私政策的选项。'],
    not: ['您可以更改系统的默认授权设置。', '隐私政策的勾选框默认未勾选。'],
  },
  'irrevocable-consent': {
    admits: [
      '该授权一旦给予，概不撤回。',
      '用户同意后无权撤回同意。',
      '您不可以撤回已经给予的授权。',
      '本授权自您注册之日起生效，并且不可撤销。',
    ],
    not: ['您撤回同意的操作一旦完成，无法撤销该操作。', '订单授权扣款后不可撤销。', '您不可撤销地放弃对我们提出主张。'],
  },
  'kept-for-ever': {
    admits: [
      '我们会一直保存您的个人信息，即使您注销账号。',
      '您注册时填写的身份信息将永久存档。',
      '除非法律禁止，我们将永久保存您的聊天记录。',
    ],
    not: [
      '法律没有保存期限要求的，我们在您注销后删除。',
      '您的收藏可以永久保留，直到您删除。',
      '第三方可能永久保存您公开发布的内容。',
      '您公开的内容可能被搜索引擎永久保存。',
      '语音数据不会长期存储。',
    ],
  },
  'response-over-15-working-days': {
    admits: [
      '处理时限：收到请求后60日。',
      '我们承诺在收到申请之日起1个月内完成账号注销。',
      '我们将在15至30个工作日内答复您的请求。',
    ],
    not: [
      '若三十日内未处理的，您可向监管部门投诉。',
      '账号注销后我们将在30个工作日内删除或匿名化处理您的个人信息。',
      '您应当在30日内回复我们的核实邮件。',
      '监管部门应当在30日内处理您的举报。',
      '您的申诉请在收到处理结果后30日内提出。',
      '产品停止运营时，我们会公告，并在90天之内删除您的个人信息。',
    ],
  },
  'deletion-obstacle': {
    admits: ['您需拍摄手举身份证的照片发给客服，我们才会为您注销账号。', '账号注销仅支持线下办理，请到我司前台填写申请表。'],
    not: [
      '注销账号需要通过人脸识别或短信验证，您可以任选其一。',
      '注销企业账号需提交加盖公章的营业执照复印件。',
      '您可在线注销账号，也可以选择邮寄书面申请。',
    ],
  },
  'shares-with-anyone': {
    admits: [
      '您的信息可能会被我们出售给任何合作公司。',
      '我们会把您的通讯录分享给任何有需要的机构。',
      '未经您同意，我们也可以将您的信息提供给第三方。',
    ],
    not: [
      '更正后，我们会通知此前向其披露过该信息的任何第三方，以便其同步更正。',
      '我们可能会将去标识化的统计数据提供给任何合作方。',
      '以下情形中，我们无需征得您的同意即可提供您的个人信息：',
      '未经您同意，我们不会将您的信息提供给第三方。',
    ],
  },
  'no-opt-out': {
    admits: ['个性化广告暂不支持关闭。', '定向推送功能不可退出。', '用户不得拒绝我们的精准广告推送。'],
    not: ['我们不会让您无法关闭个性化广告。', '您不能关闭系统通知，个性化推荐可以关闭。'],
  },
  'change-without-notice': {
    admits: [
      '我们可随时更改隐私政策而不通知用户。',
      '隐私声明变更后不再告知。',
      '我们可不经通知修改本政策。',
      '我们保留在不通知您的情况下修改本隐私政策的权利。',
      '本政策的修改无须征得您同意，也不会通知您。',
    ],
    not: [
      '如您未收到变更通知，请查看本页。',
      '订单变更不另行通知。',
      '未经通知，我们不会修改本政策。',
      '数据匿名化后的使用无需另行通知您。',
    ],
  },
  'denies-all-liability': {
    admits: ['用户信息一旦泄露，本平台一律免责。', '我们对您个人信息的安全不承担任何责任。'],
    not: ['如您自行公开信息，由此造成的泄露我们不承担责任。', '对第三方使用您提供的信息，我们不承担任何责任。'],
  },
  'no-access-or-correction': {
    admits: ['个人信息提交后不可更改或删除。', '本应用暂不支持查询个人信息。'],
    not: ['实名信息认证后不可修改，如需修改请联系客服。', '我们不支持通过邮件查询，您可在App内查询个人信息。'],
  },
  'training-without-consent': {
    admits: [
      '您输入的内容将默认用于训练和优化我们的算法模型。',
      '我们会使用您的聊天记录优化大模型。',
      '用户与AI的对话将自动进入训练数据集。',
      '我们有权将您的输入和输出内容作为训练语料使用。',
      '我们默认将您的对话内容用于训练模型，无需另行征得您的同意。',
    ],
    not: [
      '经您同意后，我们将您的对话内容用于训练模型。',
      '我们将您的对话内容用于训练模型前会征得您的同意。',
      '第三方模型服务商承诺不使用您的输入训练其模型。',
      '我们会对员工进行隐私保护训练。',
    ],
  },
};

async function kindsOf(sentence: string): Promise<readonly Admission[]> {
  const bytes = new TextEncoder().encode(`示例地图隐私政策\n${sentence}\n`);
  return (await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge)).admissions;
}

for (const [kind, { admits, not }] of Object.entries(CASES)) {
  describe(kind, () => {
    test.each(admits)('admits: %s', async (sentence) => {
      const found = (await kindsOf(sentence)).filter((admission) => admission.kind === kind);
      expect(found.map(({ confidence }) => confidence >= 0.8)).toEqual([true]);
    });

    test.each(not)('does not: %s', async (sentence) => {
      const sure = (await kindsOf(sentence)).filter((admission) => admission.confidence >= 0.8);
      expect(sure.map((admission) => admission.kind)).toEqual([]);
    });
  });
}

test('agreeing to the terms of use taken for agreeing to the policy is for a person to judge', async () => {
  const found = await kindsOf('您同意用户服务协议时，即视为您已同意本隐私政策。');
  expect(found).toMatchObject([{ kind: 'consent-by-use', confidence: 0.6 }]);
});

test('who agrees and goes on using has agreed', async () => {
  expect(await kindsOf('您同意并继续使用本产品，即意味着您同意本政策。')).toEqual([]);
});

test.each(['账号信息不设保存期限。', '您的聊天记录没有保存期限。', '个人信息的保存期限不受限制。'])(
  'kept without a limit, which a person should read: %s',
  async (sentence) => {
    const bytes = new TextEncoder().encode(`隐私政策\n${sentence}`);
    const { admissions } = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
    expect(admissions).toMatchObject([{ kind: 'kept-for-ever', confidence: 0.65 }]);
  },
);

test('what a user agreement behind the policy demands is no admission of the policy', async () => {
  const policy = `示例隐私政策\n${'本隐私政策说明我们怎样处理您的个人信息。\n'.repeat(6)}`;
  const agreement =
    '示例服务协议\n使用本服务即视为您同意受本协议全部内容的约束。\n本协议变更后，如果您继续使用本服务，即视为您接受修改后的协议。';
  expect(await kindsOf(`${policy}${agreement}`)).toEqual([]);
  // A text that calls itself an agreement is meant by it.
  expect((await kindsOf(agreement)).length).toBeGreaterThan(0);
});
