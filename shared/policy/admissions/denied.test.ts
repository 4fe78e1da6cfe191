import type { Admission } from '../../domain/facts/policy.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

/** Sentences of honest policies that stand close to a breach: it is denied, quoted, of others, or a case of the law. */
const CLOSE: Readonly<Partial<Record<Admission['kind'], readonly string[]>>> = {
  'consent-by-continued-use': [
    '政策更新后，您点击“同意”并继续使用，即表示接受更新后的政策。',
    '我们不会因您继续使用就视为您同意更新后的政策。',
    '重大变更将重新征得您的同意。您同意后继续使用的，适用更新后的政策。',
    '您继续使用第三方的服务，视为您同意第三方的条款。',
  ],
  'bundled-consent': ['我们不会要求您一次性同意所有权限。', '我们禁止捆绑授权。'],
  'one-sided-term': [
    '因我们的过错造成信息泄露的，我们依法承担责任。',
    '因您主动公开信息造成泄露的，我们不承担责任。',
    '我们不会因第三方的行为免除自身的责任。',
    '我们将永久删除您的个人信息。',
  ],
  'marketing-no-opt-out': [
    '如果您无法退订营销短信，请联系客服。',
    '交易通知属于服务类通知，无法关闭。',
    '关闭后您仍会看到广告，只是与您的相关度降低。',
  ],
  'marketing-with-sensitive': [
    '我们不会根据您的健康状况推荐商品。',
    '我们会过滤色情、政治、恶意广告等内容。',
    '广告标识由非敏感个人信息生成，用于展示个性化广告。',
  ],
  'unfair-treatment': [
    '我们不会根据您的消费习惯设置不同的价格。',
    '不同会员等级享受不同的价格。',
    '禁止以用户画像实行差别待遇。',
  ],
  'face-only': ['除人脸识别外，您也可以使用短信验证码登录。', '人脸识别不是唯一的验证方式。', '我们不会强制您刷脸。'],
  'biometric-kept': ['您的人脸特征不会长期保存。', '指纹信息长期保存在您的设备本地，我们无法获取。'],
  'minors-without-guardian': [
    '未成年人不得自行注册，须征得监护人同意。',
    '以下情形中，我们处理儿童信息无需征得监护人同意：履行法定义务。',
    '如果我们发现未经监护人同意收集了儿童信息，会尽快删除。',
  ],
  'deletion-obstacle': [
    '您可以在“设置”中注销账号，也可以拨打客服电话办理。',
    '暂不支持在线注销账号，请联系客服注销。',
    '我们不会要求您录制视频来注销账号。',
  ],
  'no-access-or-correction': [
    '我们不会拒绝您查阅个人信息。',
    '我们不向第三方提供个人信息查询服务。',
    '您不得修改他人的个人信息。',
  ],
};

for (const [kind, sentences] of Object.entries(CLOSE)) {
  test.each(sentences)(`${kind} is not admitted by: %s`, async (sentence) => {
    const bytes = new TextEncoder().encode(`示例地图隐私政策\n${sentence}\n`);
    const { admissions } = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
    expect(admissions.filter((admission) => admission.kind === kind)).toEqual([]);
  });
}
