import type { Admission } from '../../domain/facts/policy.ts';
import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

/** Sentences that admit a breach of how information is taken or made public, and near ones, most from real policies, that do not. */
const CASES: Readonly<
  Partial<Record<Admission['kind'], { readonly admits: readonly string[]; readonly not: readonly string[] }>>
> = {
  'unbounded-collection': {
    admits: [
      '我们有权收集与您有关的一切信息。',
      '用户授权平台收集其手机内的一切数据。',
      '我们会收集我们认为必要的其他信息。',
      '我们会收集您的设备等相关信息。',
    ],
    not: [
      '我们收集的所有信息均存储在境内。',
      '我们不会收集您的任何信息。',
      '您订购时，我们需要收集如下部分或全部的个人信息：姓名、电话。',
      '您使用语音充值时，我行将读取全部通讯录内容以匹配姓名。',
      '令其按照本政策以及其他任何相关的保密和安全措施来处理个人信息。',
      '您注册时，我们收集手机号等相关信息。',
    ],
  },
  'all-or-nothing': {
    admits: [
      '不同意收集上述全部信息的，无法使用本产品。',
      '拒绝任何一项权限，应用将自动退出。',
      '您必须授予所有权限，才能使用本软件。',
    ],
    not: [
      '如您不同意本政策的任何内容，您应立即停止使用我们的服务。',
      '拒绝提供上述信息，您将无法使用该功能。',
      '您拒绝任何一项权限，不会影响其他功能的使用。',
      '若您不提供必要信息，您将无法使用本产品。',
    ],
  },
  'sensitive-by-bundle': {
    admits: [
      '使用本服务即表示您同意我们收集您的身份证和人脸信息。',
      '您同意您的个人敏感信息按本政策所述的目的和方式来处理。',
      '我们处理您的生物识别信息，无需另行取得您的同意。',
    ],
    not: [
      '您同意本政策并不代表您同意我们处理您的敏感个人信息，我们会单独征得您的同意。',
      '如更新的内容需要采集敏感个人信息，我们仍会再次征求您的同意。',
      '使用刷脸登录时，我们会在取得您的单独同意后收集人脸信息。',
    ],
  },
  'tracks-in-background': {
    admits: [
      '为优化推荐，应用会在后台持续收集您的位置。',
      '即使您关闭应用，我们仍会持续定位，用于广告推送。',
      '无论您是否正在使用本应用，我们都会收集您的位置。',
    ],
    not: [
      '我们不会在后台持续收集您的位置。',
      '导航时，我们会在后台持续获取位置，以便语音播报。',
      '切换到后台时，此前的信息收集行为可能无法立即停止，从而导致短暂的后台信息收集行为。',
      '经您同意后，我们会在后台持续定位，记录跑步轨迹。',
    ],
  },
  'discloses-publicly': {
    admits: ['我们有权公开您的个人信息用于宣传。', '用户提交的资料默认对外公开。', '我们可将您的个人信息公之于众。'],
    not: [
      '我们不会公开您的个人信息。',
      '经您单独同意，我们会公开披露您的个人信息。',
      '根据法律要求，我们可能公开您的个人信息。',
      '三、我们可能共享、转移或公开您的个人信息',
      '您的昵称和头像将公开展示。',
      '我们将公示新的持有您信息的公司的名称。',
    ],
  },
  'kept-for-ever': {
    admits: ['您的个人信息将被我们长期保存。', '您的信息将一直保存在我们的服务器上，不设期限。'],
    not: ['只要您不删除您所公开的信息，有关信息可能一直留存在公共领域。', '您的照片会一直保存，直到您删除。'],
  },
  'shares-with-anyone': {
    admits: ['平台默认将您的资料共享给合作方。', '使用本服务即代表您同意我们向任意合作方提供您的信息。'],
    not: ['您使用第三方服务即表示您同意第三方处理您的信息。', '个性化广告默认关闭，您同意后才会共享给合作方。'],
  },
};

async function kindsIn(sentence: string): Promise<readonly Admission['kind'][]> {
  const bytes = new TextEncoder().encode(`示例地图隐私政策\n${sentence}\n`);
  const { admissions } = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  return admissions.filter(({ confidence }) => confidence >= 0.6).map(({ kind }) => kind);
}

for (const [kind, { admits, not }] of Object.entries(CASES)) {
  describe(kind, () => {
    test.each(admits)('admits: %s', async (sentence) => expect(await kindsIn(sentence)).toContain(kind));

    test.each(not)('does not: %s', async (sentence) => expect(await kindsIn(sentence)).not.toContain(kind));
  });
}
