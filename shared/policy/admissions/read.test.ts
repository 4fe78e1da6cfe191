import type { Admission } from '../../domain/facts/policy.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

async function admissionsOf(sentence: string): Promise<readonly Admission[]> {
  const bytes = new TextEncoder().encode(`示例地图隐私政策\n${sentence}\n`);
  return (await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge)).admissions;
}

/** Sentences that admit a breach surely, and near ones that do not. */
const CASES: Readonly<
  Partial<Record<Admission['kind'], { readonly admits: readonly string[]; readonly not: readonly string[] }>>
> = {
  'consent-by-use': {
    admits: [
      '您使用本软件即视为同意本隐私政策的全部内容。',
      '一旦您注册成为用户，即表示您已阅读并同意我们按照本政策收集和使用您的个人信息。',
      '下载、安装本应用，就代表您接受本隐私政策。',
      '进入本应用即视为您已阅读并接受本隐私声明。',
      '只要登录本平台，便意味着您授权我们按本政策处理您的信息。',
      '您使用或继续使用我们的服务，即表示同意我们按照本政策处理您的个人信息。',
    ],
    not: [
      '我们不会因您使用本软件就视为您同意本政策。',
      '您勾选并点击“同意”后使用本服务，即表示您同意本隐私政策。',
      '您开启相机权限即代表您授权我们使用摄像头拍摄照片信息。',
      '进入设置页面后，您可以查看您已同意的隐私政策。',
      '浏览本页面并不代表您同意本隐私政策。',
      '所谓“使用即视为同意隐私政策”的做法，本应用一概没有采用。',
      '当您使用导航功能时，我们会在取得您的同意后收集位置信息。',
    ],
  },
  'default-consent': {
    admits: [
      '注册页面已为您默认勾选同意本协议和隐私政策。',
      '如您未作选择，则默认您同意上述处理。',
      '首次打开时，我们默认用户已同意收集设备信息。',
    ],
    not: [
      '我们不会以默认勾选的方式征求您的同意。',
      '个性化广告默认关闭，您同意后才会开启。',
      '我们未采用默认同意的做法，需要您主动点击。',
    ],
  },
  'irrevocable-consent': {
    admits: ['您的上述授权不可撤销。', '您一经同意，不得撤回。', '本条所述的不可撤回的同意自注册起生效。'],
    not: [
      '您可以随时撤回同意，撤回不影响此前的处理。',
      '您授予我们免费的、不可撤销的许可使用您发布的作品。',
      '如果您无法撤回授权，请联系客服。',
    ],
  },
  'kept-for-ever': {
    admits: ['我们将永久保存您的个人信息。', '您的注册信息会被无限期保留。', '订单数据的保存期限为永久。'],
    not: [
      '我们不会永久保存您的个人信息。',
      '注销后我们将永久删除您的个人信息，不再保存。',
      '您可以选择将照片永久保存在本地。',
      '我们仅在必要期间内保存您的信息，不会无限期保留。',
    ],
  },
  'response-over-15-working-days': {
    admits: [
      '我们将在收到您的请求后30个工作日内答复。',
      '对于您的投诉，我们会在三个月内处理完毕并回复您。',
      '我们将在验证您的身份后的三十天内回复您的申请。',
    ],
    not: [
      '我们将在15个工作日内答复您的请求。',
      '我们会在二十天内回复您的请求。',
      '我们将在30日内完成您的账号注销后数据的删除。',
      '日志信息保存六个月，之后删除；如有疑问请联系我们处理。',
      '连续180天未登录的账号，我们会通知您处理。',
    ],
  },
  'deletion-obstacle': {
    admits: [
      '申请注销账号时，您需提供手持身份证照片。',
      '注销账户须将书面申请邮寄至我公司。',
      '如需注销，请携带身份证到公司现场办理。',
      '如需注销帐号，请您提交本人手持有效证件的照片。',
    ],
    not: [
      '注销账号无需提供手持身份证等额外材料。',
      '您可以在设置中注销账号，我们不会要求您邮寄材料。',
      '提现时您需要上传手持身份证照片。',
    ],
  },
  'shares-with-anyone': {
    admits: [
      '我们可以将您的个人信息提供给任何第三方。',
      '我们有权将您的信息出售给合作伙伴。',
      '我们有权与任意合作伙伴共享您的信息。',
      '使用本服务视为您同意我们与第三方共享您的资料。',
    ],
    not: [
      '我们不会与任何第三方共享您的个人信息。',
      '我们不会将您的个人信息出售给他人。',
      '您可以在本平台将闲置物品出售给其他用户。',
      '未经您单独同意，我们不会向任何公司提供您的信息。',
      '除非获得您的明确同意，我们不会将信息分享给任何第三方。',
      '我们可能在以下情形与本公司以外的任何公司分享您的个人信息：',
    ],
  },
  'no-opt-out': {
    admits: ['个性化推荐功能无法关闭。', '目前我们不提供关闭个性化广告的方式。', '我们会进行定向推送，您不能取消。'],
    not: [
      '您可以随时关闭个性化推荐。',
      '如果您无法关闭个性化推荐，请联系客服。',
      '关闭后，您看到的广告不会减少，但不再是个性化广告。',
    ],
  },
  'change-without-notice': {
    admits: [
      '我们有权随时修改本隐私政策，恕不另行通知。',
      '本政策如有变更，无需另行通知用户。',
      '条款调整后不再另行告知。',
      '本游戏隐私政策如有变更，恕不另行通知。',
    ],
    not: [
      '本政策变更时，我们会以弹窗方式通知您。',
      '我们不会在未通知您的情况下修改本政策。',
      '法律规定的情况下，我们删除信息时可能无需事先通知。',
      '活动规则如有调整，恕不另行通知，以活动页面为准。',
      '积分兑换规则如有变更，恕不另行通知。',
    ],
  },
  'denies-all-liability': {
    admits: [
      '我们不对个人信息的安全承担任何责任。',
      '对于任何信息泄露，我们概不负责。',
      '对一切数据丢失造成的后果，本公司不承担任何责任。',
      '个人信息被盗用的，我们不承担一切法律责任。',
    ],
    not: [
      '因我们的过错造成信息泄露的，我们依法承担责任。',
      '因您自身保管不善造成的信息泄露，我们不承担任何责任。',
      '因不可抗力造成的任何数据丢失，我们不承担任何责任。',
    ],
  },
  'no-access-or-correction': {
    admits: ['我们恕不提供查询服务。', '个人信息一经提交不可修改。', '用户无权要求我们删除个人信息。'],
    not: ['您可以随时查询、修改您的个人信息。', '在以下情形中，我们可能无法响应您的查询请求。', '订单一经提交不可修改。'],
  },
  'training-without-consent': {
    admits: ['您输入的内容将被用于训练我们的模型。', '我们默认使用您的对话内容训练大模型。', '用户上传的文件会用于模型优化。'],
    not: [
      '您输入的内容不会用于训练模型。',
      '经您同意后，您的对话内容将用于训练模型。',
      '对话内容经去标识化处理后用于模型优化，您可以退出。',
    ],
  },
};

for (const [kind, { admits, not }] of Object.entries(CASES)) {
  describe(kind, () => {
    test.each(admits)('admits: %s', async (sentence) => {
      const found = (await admissionsOf(sentence)).filter((admission) => admission.kind === kind);
      expect(found).toHaveLength(1);
      expect(found[0]!.confidence).toBeGreaterThanOrEqual(0.8);
    });

    test.each(not)('does not: %s', async (sentence) => {
      const sure = (await admissionsOf(sentence)).filter((admission) => admission.confidence >= 0.8);
      expect(sure.map((admission) => admission.kind)).toEqual([]);
    });
  });
}

test('going on using after a change is read, but not surely enough to reject', async () => {
  const admissions = await admissionsOf('如您在本政策更新后继续使用我们的服务，即表示您同意更新后的政策。');
  expect(admissions.map(({ kind }) => kind).sort()).toEqual(['change-without-notice', 'consent-by-continued-use']);
  for (const { confidence } of admissions) expect(confidence).toBeLessThan(0.8);
});

test('the range holds the whole sentence', async () => {
  const bytes = new TextEncoder().encode('隐私政策\n我们重视隐私。我们将永久保存您的个人信息。谢谢。');
  const { text, admissions } = await readPolicyDocument({ bytes, mediaType: null, fileName: null }, knowledge);
  expect(text.slice(...admissions[0]!.range)).toBe('我们将永久保存您的个人信息。');
});
