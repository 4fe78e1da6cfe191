import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { absenceSeverity } from '../policy-presence.ts';
import { rule } from '../rule.ts';
import { sdkEvidence } from '../sdk-evidence.ts';
import { collectorsWithoutList, isWholeListMissing } from '../sdk-list.ts';

/** 我们没有接入任何第三方SDK, 不接入收集个人信息的第三方SDK. */
const DENIES =
  /(?:没有|从未|并未|尚未|未|不|无)(?:会|曾)?(?:接入|集成|使用|嵌入|内置|包含|引入|采用)[^,。;\n]{0,16}(?:sdk|软件开发(?:工具)?包|第三方(?:代码|插件))/iu;
/** Only before consent, only for children, only beside those that are listed. */
const ONLY_SOME = /未经|除|如|若|当|同意|儿童|未成年|其[他它]|模式|版本/u;

export default rule({
  id: 'privacy-policy/sdk-list-missing',
  clauses: ['sz2025-2', 'sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '17, 23', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1, 五.1', verified: false },
    { instrument: 'gbt-35273-2020', article: '9.7', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy', 'package'],
  title: { zh: '隐私政策没有第三方SDK清单', en: 'The policy has no list of third-party SDKs' },
  explanation: {
    zh: '安装包内确有会收集个人信息的第三方SDK时，查看隐私政策有没有第三方SDK清单或说明。向他人提供个人信息应当告知接收方，并以清单等形式列明（《个人信息保护法》第二十三条，《网络数据安全管理条例》第二十一条，法律、行政法规）；第三方代码的收集目的、方式、范围也须逐一列明（《App违法违规收集使用个人信息行为认定方法》第二类第1项、第五类，条号须核对）。只计入识别把握高、有实际代码、提供者公开说明会收集个人信息的SDK，开源工具库和仅有声明的不计入。全文一个字都没有提到的可以驳回；写明没有接入而安装包里有的，二者矛盾，交人工复核；提到清单或者给出链接但没有读到内容的，交人工打开核对。给了上架信息的安卓应用，有SDK没有向商店申报的，逐个SDK由“收集个人信息的第三方SDK未披露”判断，同一事实只说一次，本规则不再提出。SDK 在运行时是否真的收集、收集了什么，静态检测看不到。',
    en: 'Where the package surely holds third-party SDKs that collect personal information, looks for a list of SDKs or a word on them in the policy. Recipients must be told and set out in a list or the like (article 23 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation), and purpose, manner and scope must be listed for third-party code too (sections 2(1) and 5 of the 2019 identification methods, verify the items). Only SDKs that are surely identified, present as code, and whose vendors say publicly that they collect are counted; open-source libraries and mere declarations are not. A policy without a single word may be rejected; one that says there is none contradicts the package and goes to a person; where a list is named or linked but was not read, a person opens it. For an Android app with a listing that does not name all of them each SDK is judged by sdk/undisclosed: one fact is told once, and this rule is silent. Whether an SDK really collects at run time, and what, cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '应用内有推送SDK，政策对第三方SDK只字未提。',
          en: 'The app holds a push SDK, and the policy has no word on third parties’ code.',
        },
        kind: 'policy',
        code: '我们仅在您使用相应功能时处理所需的个人信息。',
      },
    ],
    good: [
      {
        text: { zh: '政策附有逐项的清单。', en: 'The policy has a list, entry by entry.' },
        kind: 'policy',
        code: '我们接入了以下第三方SDK：\nSDK名称：极光推送SDK；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送；收集的个人信息：设备标识符、网络信息',
      },
    ],
  },
  messages: {
    absent: {
      zh: '安装包内有收集个人信息的第三方SDK（{sdks}），读到的隐私政策中没有任何第三方SDK清单或说明；向他人提供个人信息的，应当以清单等形式告知（《个人信息保护法》第二十三条，《网络数据安全管理条例》第二十一条）',
      en: 'The package holds third-party SDKs that collect personal information ({sdks}); the policy has neither a list nor a word on them. Information given to others must be told in a list or the like (article 23 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security)',
    },
    denied: {
      zh: '隐私政策写明没有接入（收集个人信息的）第三方SDK，安装包内却有公开说明会收集个人信息的第三方SDK（{sdks}），二者矛盾，请核对哪一处不实；告知应当真实、准确（《个人信息保护法》第十七条），接入的应当以清单等形式列明（《网络数据安全管理条例》第二十一条）',
      en: 'The policy says that no third-party SDK (that collects personal information) is there; the package holds such that publicly say they collect ({sdks}). Find out which is wrong: notice must be true and accurate (article 17 of the Personal Information Protection Law), and what is there belongs in a list (article 21 of the Regulation on Network Data Security)',
    },
    unread: {
      zh: '安装包内有收集个人信息的第三方SDK（{sdks}），隐私政策提到第三方SDK或其清单，但没有读到逐项内容，请人工核对清单（《网络数据安全管理条例》第二十一条）',
      en: 'The package holds third-party SDKs that collect personal information ({sdks}); the policy speaks of SDKs or of a list of them, but no entries were read: check the list by eye (article 21 of the Regulation on Network Data Security)',
    },
  },
  remedy: {
    zh: '在隐私政策中逐项列出第三方SDK的名称、运营方、目的、收集的信息、方式和隐私政策链接',
    en: 'List every third-party SDK with name, operator, purpose, information, means and a link to its policy',
  },
  applies: ({ sdks }) => collectorsWithoutList(sdks).length > 0,
  *evaluate(context) {
    const { package: facts, policy, sdks } = context;
    if (!isWholeListMissing(context)) return;
    const provision = provisionOf(policy, 'PR-15');
    const collectors = collectorsWithoutList(sdks);
    const names = (language: 'zh' | 'en') =>
      collectors
        .map(({ sdk }) => sdk.name[language])
        .slice(0, 5)
        .join(language === 'zh' ? '、' : ', ');
    const denied = provision.places.filter(({ range }) => isDenial(policy.text.slice(...range)));
    const message = denied.length > 0 ? 'denied' : provision.state === 'absent' ? 'absent' : 'unread';
    yield {
      message,
      subject: 'PR-15',
      severity: message === 'absent' ? absenceSeverity(policy) : 'review',
      data: { sdks: { zh: names('zh'), en: names('en') } },
      evidence: [
        ...collectors.slice(0, 3).flatMap((detected) => sdkEvidence(detected, facts, 1)),
        ...policyEvidence(policy, denied.length > 0 ? denied : provision.places, 2),
        policyAbsence(policy, '第三方SDK清单、SDK名称、第三方插件'),
      ],
    };
  },
});

function isDenial(sentence: string): boolean {
  const found = DENIES.exec(sentence);
  return found !== null && !ONLY_SOME.test(sentence.slice(0, found.index + found[0].length));
}
