import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { policyAbsence, policyEvidence, policyMaySayMore } from '../disclosure.ts';
import { admitted, inChinesePunctuation, quote } from '../policy-admissions.ts';
import { namesRecipients, passages } from '../policy-recipients.ts';
import { rule } from '../rule.ts';

const GROUP =
  '(?:第三方|合作(?:伙伴|方|商|机构|公司|单位|平台)|关联(?:公司|方|企业)|广告(?:主|商|公司|平台|联盟)|其他(?:公司|机构|企业|组织)|商业伙伴|供应商|服务商)';
const VERB = '(?:提供|共享|分享|披露|传输|转交|发送|交换|同步|给予|转让)';
/** 向合作伙伴提供, 与第三方共享, 分享给关联公司. */
const GIVES = new RegExp(
  `(?:向|与|和|同|给)[^,。;]{0,12}${GROUP}[^,。;]{0,12}${VERB}|${VERB}[^,。;]{0,4}(?:给|至|到|予|于)[^,。;]{0,12}${GROUP}|(?:将|把)[^,。;]{0,24}${VERB}[^,。;]{0,6}${GROUP}`,
  'u',
);
const INFORMATION = /信息|数据|资料|隐私|手机号|设备标识/u;
/** Said not to happen, to happen only with consent or by law, or of what others do. */
const NOT_GIVEN =
  /不(?!断|同|仅|少|定期|限于|时)|未(?!来)|没有|无需|无权|除非|除[^,。;]{1,30}外|禁止|拒绝|经(?:过)?(?:您|你|用户)|(?:征得|取得|获得|得到)[^,。;]{0,16}(?:同意|授权)|(?:您|你)(?:的)?(?:单独|明示|书面|明确)?(?:同意|授权)|如(?:果|需|确需|有|您)|若|确需|届时|将来|法律|法规|司法|行政|政府|监管|去标识|匿名|统计(?:数据|信息)|无法识别|自行(?:收集|提供)|您(?:可以|可|能|主动|自愿|选择|自行|自主)|(?:第三方|合作(?:伙伴|方)|sdk)(?:可能|会|将)/iu;
/** The passage says whom, when it comes to it, or what they need it for trade by trade. */
const TOLD_ELSEWHERE =
  /接收方|告知您?[^。;]{0,20}(?:名称|身份)|单独同意|明示同意|(?:支付|物流|快递|配送|保险|征信|预订|酒店|航空|医疗|通信|认证)(?:机构|公司|企业|商家|服务商|服务提供商|伙伴|平台)|商家|卖家|司机|骑手|保险公司|医院|学校/u;

export default rule({
  id: 'privacy-policy/recipients-unnamed',
  clauses: ['sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '12, 21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '五.1-3', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '写明对外提供而没有任何接收方', en: 'Information is given away and no recipient is named' },
  explanation: {
    zh: '隐私政策写明把个人信息提供、分享给第三方、合作伙伴、关联公司时，在全文中寻找接收方：公司名称、SDK 清单、共享清单或其链接。向他人提供个人信息应当告知接收方的名称、联系方式、处理目的、方式和信息种类，并取得单独同意（《个人信息保护法》第二十三条，法律；《网络数据安全管理条例》第十二条、第二十一条，行政法规，并要求以清单等形式列明）。全文一个接收方也没有、也没有清单的，交人工复核：要由人核对应用内是否另有清单。“不会提供”“经您单独同意后提供”“法律要求的除外”、匿名化数据、用户自己分享、第三方自行收集的句子不算；写明“届时告知接收方”或者逐类写明支付、物流等用途的不报。文档有没读到的部分时不判断。写明可以提供给任意第三方的，由“允许向任意第三方提供”判断。',
    en: 'Where a policy gives information to third parties, partners or affiliates, looks in the whole text for the recipients: names of companies, a list of SDKs or recipients, or a link to one. Giving information to others needs notice of the recipient’s name and contact, purpose, means and kinds, and separate consent (article 23 of the Personal Information Protection Law, a law; articles 12 and 21 of the Regulation on Network Data Security, a regulation, which also asks for lists). A text without a single recipient or list goes to a person, who must see whether the app has a list elsewhere. Denials, “after your separate consent”, exceptions made by law, anonymised data, what users share themselves and what third parties collect on their own do not count; nor does a text that promises to tell the recipient, or says trade by trade (payment, delivery) what is given. Where parts of the document were not read nothing is judged. Sharing with anyone at all is the business of privacy-policy/shares-with-anyone.',
  },
  examples: {
    bad: [
      {
        text: { zh: '分享给合作伙伴，没有说是谁。', en: 'Shared with partners, and nobody says with whom.' },
        kind: 'policy',
        code: '二、共享\n为了提供更优质的服务，我们会将您的信息分享给合作伙伴。',
      },
    ],
    good: [
      {
        text: { zh: '写明接收方、信息和目的。', en: 'Names recipient, information and purpose.' },
        kind: 'policy',
        code: '二、共享\n经您单独同意后，我们向顺丰速运有限公司提供收货人姓名、电话和地址，用于配送；其他接收方见《第三方信息共享清单》。',
      },
    ],
  },
  messages: {
    unnamed: {
      zh: '隐私政策写明“{quote}”，全文没有任何接收方的名称，也没有共享清单；向他人提供个人信息应当告知接收方的名称、联系方式、目的、方式和种类并取得单独同意（《个人信息保护法》第二十三条），请要求列明',
      en: 'The policy says “{quote}”, and nowhere names a recipient or a list of them; giving information to others needs notice of the recipient’s name and contact, purpose, means and kinds, and separate consent (article 23 of the Personal Information Protection Law): ask for them',
    },
  },
  remedy: {
    zh: '以清单列明每个接收方的名称、联系方式、处理目的、方式和信息种类，并在提供前取得单独同意；不对外提供的，删除这一表述',
    en: 'List every recipient with name, contact, purpose, means and kinds, and ask separate consent beforehand; where nothing is given away, remove the sentence',
  },
  *evaluate({ policy }) {
    if (policyMaySayMore(policy) || admitted(policy, 'shares-with-anyone') !== null || namesRecipients(policy)) return;
    const found = givenAway(policy);
    if (found === null) return;
    yield {
      message: 'unnamed',
      subject: 'PR-19',
      severity: 'review',
      data: { quote: quote(inChinesePunctuation(found.sentence)) },
      evidence: [
        ...policyEvidence(policy, [{ range: found.range, confidence: 0.8 }]),
        policyAbsence(policy, '接收方名称、公司名称、第三方共享清单、SDK清单'),
      ],
    };
  },
});

/** The first sentence by which the policy itself gives information to a group of others, without a word on who they are. */
function givenAway(policy: PolicyFacts) {
  for (const passage of passages(policy, GIVES)) {
    const { sentence, around } = passage;
    if (INFORMATION.test(sentence) && !NOT_GIVEN.test(sentence) && !TOLD_ELSEWHERE.test(around)) return passage;
  }
  return null;
}
