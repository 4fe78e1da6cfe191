import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Bilingual } from '../../domain/text.ts';
import { policyAbsence, policyEvidence } from '../disclosure.ts';
import { inChinesePunctuation, quote } from '../policy-admissions.ts';
import { namesSomebody, type Passage, passages } from '../policy-recipients.ts';
import { rule } from '../rule.ts';

/** Information that goes abroad: 传输至境外, 存储在海外的服务器, 跨境提供. 境外手机号 and 海外用户 are none. */
const ABROAD =
  /(?:传输|提供|转移|传送|发送|传递|存储|储存|保存|备份|共享|同步|流向|传|送|存)[^,。;]{0,6}(?:至|到|往|向|给|在|于)[^,。;]{0,16}(?:境外|海外|国外)|向(?:境外|海外|国外)[^,。;]{0,16}(?:传输|提供|转移|传送|发送|共享)|(?:境外|海外|国外)的?(?:服务器|数据中心|机房)|跨境(?:传输|提供|转移|流动|共享|处理)|(?:数据|信息)(?:会|将|可能|需要)?[^,。;]{0,4}出境/u;
const INFORMATION = /信息|数据|资料|记录|内容|标识/u;
/** Denied, conditional, of the future, or what the law says in general: no transfer is told. */
const NOT_TOLD =
  /不(?!断|同|仅|少|定期|限于|时)|未(?!来)|没有|无(?!法|线|缝)|除非|如(?:果|需|确需|有|涉及|因|(?:您|你|用户)的?个人信息)|若|确需|需要(?:向|跨境)|届时|将来|今后|依照法律|(?:法律|法规|规定)[^,。;]{0,10}(?:要求|允许|明确)|目前仅|等情形|以下情形|下列情形/u;
/** What users start themselves and what cannot be done otherwise: a booking abroad, a parcel, a remittance. */
const OWN_ERRAND =
  /预[订定]|订购|购[买物]|寄递|邮寄|汇款|签证|机票|酒店|国际(?:快递|航班|漫游|转账)|考试报名|跨境(?:业务|电商|支付)/u;
/** Headings, what users send themselves, what was collected abroad, and a promise to ask beforehand: nothing that lacks anything. */
const NO_TRANSFER_OF_OURS =
  /如何|怎样|例如|(?:请求|征求|征得|取得)您[^。;]{0,16}同意|您主动|您自行|(?:境外|海外|国外|大陆以外)(?:地区)?(?:收集|运营|用户)|前[^。;]{0,16}(?:取得|征得|获得)[^。;]{0,12}(?:同意|授权)/u;
const CONSENT = /同意|授权/u;
const RECIPIENT = /接收方(?:的)?(?:名称|为|是|:)|名称[^。;]{0,12}联系方式/u;

/** What a sentence on transfer lacks, in words for the message. */
const LACKING = {
  consent: { zh: '怎样取得单独同意', en: 'separate consent' },
  recipient: { zh: '境外接收方的名称和联系方式', en: 'the recipient’s name and contact' },
} as const satisfies Record<string, Bilingual>;

export default rule({
  id: 'privacy-policy/cross-border-incomplete',
  clauses: ['sz2025-13', 'sz2025-2', 'pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '38, 39', verified: true },
    { instrument: 'network-data-regulation', article: '35', verified: true },
    { instrument: 'cross-border-2024', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: {
    zh: '写明向境外提供而没有接收方或者单独同意',
    en: 'Information goes abroad without recipient or separate consent',
  },
  explanation: {
    zh: '查找隐私政策写明把个人信息传输、存储到境外的句子，看附近有没有境外接收方和单独同意。向境外提供个人信息应当具备安全评估、认证、标准合同等法定条件之一，告知境外接收方的名称、联系方式、目的、方式、种类和行权方式，并取得单独同意（《个人信息保护法》第三十八条、第三十九条，法律；《网络数据安全管理条例》第三十五条，行政法规）。写明出境而缺接收方或者单独同意的，交人工复核；境外预订、寄递、汇款等用户自己发起、为履行合同所必需的，依据《促进和规范数据跨境流动规定》（条款须核对）可能免于部分要求，只作提示；经同意后“可能”转移到境外而没有接收方的也作提示。“不会向境外提供”“如需出境将单独征得同意”等否定、有条件的说法，以及“境外手机号”之类不讲传输的说法不算。政策没有提到出境、包内却有境外运营的SDK的，由“含境外运营的SDK而政策没有说明出境”判断。数据是否真的出境，静态检测看不到。',
    en: 'Looks for sentences by which information is sent or stored abroad, and beside them for the recipient and separate consent. Giving information abroad needs one of the legal grounds (assessment, certification, standard contract), notice of the recipient’s name, contact, purpose, means, kinds and how rights are used, and separate consent (articles 38 and 39 of the Personal Information Protection Law, a law; article 35 of the Regulation on Network Data Security, a regulation). A transfer without recipient or consent goes to a person; bookings, parcels and remittances abroad, which users start themselves and which the contract needs, may be exempt from part of it under the Provisions on Cross-Border Data Flows (verify the clauses) and are a warning, as is what “may” go abroad after consent without a recipient. “Nothing goes abroad”, “should it ever, we ask separate consent” and words such as “foreign phone numbers” do not count. SDKs operated abroad that the policy is silent on are the business of sdk/operator-abroad. Whether data really leaves the country cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '传输至境外服务器，没有接收方和单独同意。',
          en: 'Sent to servers abroad, without recipient or separate consent.',
        },
        kind: 'policy',
        code: '三、存储\n为了提升访问速度，您的个人信息会传输至境外的服务器进行处理。',
      },
    ],
    good: [
      {
        text: { zh: '写明境外接收方并取得单独同意。', en: 'Names the recipient abroad and asks separate consent.' },
        kind: 'policy',
        code: '三、存储\n经您单独同意，我们向境外接收方示例国际有限公司（联系方式：dpo@shili-intl.com）传输您的订单信息，用于境外配送，并已与其订立标准合同。\n除此之外，个人信息存储于中华人民共和国境内，我们不向境外提供。',
      },
    ],
  },
  messages: {
    incomplete: {
      zh: '隐私政策写明“{quote}”，没有写{lacking}；向境外提供个人信息应当告知境外接收方等事项并取得单独同意（《个人信息保护法》第三十九条，《网络数据安全管理条例》第三十五条），请复核出境的依据并要求补充',
      en: 'The policy says “{quote}” and leaves out {lacking}; giving information abroad needs notice of the recipient and separate consent (article 39 of the Personal Information Protection Law; article 35 of the Regulation on Network Data Security): review the ground of the transfer and ask for what is missing',
    },
  },
  remedy: {
    zh: '写明境外接收方的名称、联系方式、处理目的、方式、信息种类和行权方式，取得单独同意，并具备安全评估、认证或者标准合同等条件；不出境的，删除这一表述',
    en: 'State the recipient abroad with name, contact, purpose, means, kinds and how rights are used, obtain separate consent, and have an assessment, certification or standard contract; where nothing goes abroad, remove the sentence',
  },
  *evaluate({ policy }) {
    for (const passage of passages(policy, ABROAD)) {
      const { sentence, range } = passage;
      if (!INFORMATION.test(sentence) || NOT_TOLD.test(sentence) || NO_TRANSFER_OF_OURS.test(sentence)) continue;
      const lacking = lackingIn(passage, policy);
      if (lacking.length === 0) continue;
      yield {
        message: 'incomplete',
        subject: 'PR-24',
        severity:
          OWN_ERRAND.test(sentence) || isOnlyPossible(sentence, lacking) || isGrounded(passage, lacking) ? 'warn' : 'review',
        data: {
          quote: quote(inChinesePunctuation(sentence)),
          lacking: { zh: lacking.map(({ zh }) => zh).join('，也没有写'), en: lacking.map(({ en }) => en).join(' and ') },
        },
        evidence: [
          ...policyEvidence(policy, [{ range, confidence: 0.8 }]),
          policyAbsence(policy, '境外接收方、名称、联系方式、单独同意'),
        ],
      };
      return;
    }
  },
});

/** One of the legal grounds of article 38. */
const GROUND = /标准合同|安全评估|保护认证|国际条约/u;

/** A named recipient under a legal ground: what is left to tell is how people are asked. */
function isGrounded({ around }: Passage, lacking: readonly Bilingual[]): boolean {
  return GROUND.test(around) && !lacking.includes(LACKING.recipient);
}

/** 在获得您的同意后可能会转移到境外: what may happen, and not without consent. */
function isOnlyPossible(sentence: string, lacking: readonly Bilingual[]): boolean {
  return /可能/u.test(sentence) && !lacking.includes(LACKING.consent);
}

function lackingIn({ around }: Passage, policy: PolicyFacts): Bilingual[] {
  const named = RECIPIENT.test(around) || namesSomebody(around, policy);
  return [...(named ? [] : [LACKING.recipient]), ...(CONSENT.test(around) ? [] : [LACKING.consent])];
}
