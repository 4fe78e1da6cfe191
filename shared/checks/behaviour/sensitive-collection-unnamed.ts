import type { Evidence } from '../../domain/evidence.ts';
import type { TextTopic } from '../../domain/facts/contents.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { DetectedSdk } from '../../knowledge/sdks/detection/detect.ts';
import type { Knowledge, SdkCategory } from '../../knowledge/types.ts';
import { rule } from '../rule.ts';
import { scriptCalls } from '../script-calls.ts';
import { sdkEvidence } from '../sdk-evidence.ts';
import { disclosureEvidence, typeDisclosure } from '../type-disclosure.ts';

/** A kind of sensitive information, and what in a package speaks of it. */
interface Sensitive {
  readonly type: string;
  /** Of SDKs whose whole purpose is to process it. */
  readonly category: SdkCategory | null;
  readonly topic: TextTopic | null;
  /** How often the app's own pages must speak of it before that counts: a single text may come with a library. */
  readonly texts: number;
  readonly searched: string;
}

const SENSITIVE: readonly Sensitive[] = [
  { type: 'bio.face', category: 'face', topic: 'face-recognition', texts: 2, searched: '人脸、面部特征、活体检测' },
  { type: 'bio.voiceprint', category: null, topic: null, texts: 0, searched: '声纹' },
  { type: 'identity.idcard', category: null, topic: 'identity-document', texts: 2, searched: '身份证、证件' },
  { type: 'health.body', category: null, topic: null, texts: 0, searched: '健康、心率、血压、睡眠' },
  { type: 'finance', category: 'payment', topic: null, texts: 0, searched: '支付、银行卡、交易' },
];

export default rule({
  id: 'behaviour/sensitive-collection-unnamed',
  clauses: ['sz2025-5', 'sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '28, 29, 30', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'gbt-45574-2025', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '处理敏感个人信息而政策只字未提', en: 'Sensitive information is processed, and the policy never names it' },
  explanation: {
    zh: '检查安装包里有没有处理人脸、声纹、证件、健康、支付信息的迹象：专门的SDK，脚本里的健康数据接口，应用自身页面上多处要求刷脸或提交身份证的文字，上架时声明的人脸识别；再看隐私政策有没有提到这类信息。处理敏感个人信息应当告知必要性和影响并取得单独同意，政策连名称都没有出现，就谈不上告知。政策里有相近表述的不报（是否写明必要性和单独同意由政策规则检查）。是否实际处理、有没有弹窗取得单独同意，静态检测看不到。儿童信息由未成年人规则检查。',
    en: 'The rule looks for signs that faces, voices, identity documents, health or payments are processed: SDKs made for it, health data in scripts, several texts of the own pages that ask for a face scan or an identity card, face recognition declared in the listing; and asks whether the policy mentions such information. Sensitive information wants necessity and effect told and consent of its own, and a policy that does not even name it tells nothing. Wording that comes close settles it here (necessity and separate consent are for the rules on policies). Whether it is really processed, and whether consent is asked, is not visible statically. Information of children is for the rule on minors.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '集成了人脸核身SDK，隐私政策没有出现“人脸”',
          en: 'An SDK that verifies faces, and no word of faces in the policy',
        },
      },
    ],
    good: [
      {
        text: {
          zh: '政策写明“实名认证时经您单独同意收集人脸信息，用于核验身份，您也可以选择人工核验”',
          en: 'The policy says that the face is taken for verification with separate consent, and that there is another way',
        },
      },
    ],
  },
  messages: {
    unnamed: {
      zh: '安装包中有处理{type}的迹象（{signs}），隐私政策没有提到这类信息；处理敏感个人信息应当告知必要性和对个人权益的影响，并取得单独同意（《个人信息保护法》第二十九条、第三十条），请复核',
      en: 'The package shows signs of processing {type} ({signs}), and the policy does not mention it; sensitive information wants notice of its necessity and of its effect on people, and consent of its own (articles 29 and 30 of the Personal Information Protection Law): to be reviewed',
    },
    denied: {
      zh: '隐私政策写明不收集{type}，安装包中却有处理它的迹象（{signs}）；请复核两者哪个不实（《个人信息保护法》第三十条）',
      en: 'The policy says that {type} is not collected, yet the package shows signs of processing it ({signs}); find out which of the two is wrong (article 30 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '实际处理的，在隐私政策中单独写明类型、目的、必要性、对个人权益的影响和保存方式，并在收集前以弹窗等方式取得单独同意；不处理的，移除相关SDK和页面',
    en: 'Where it is processed, state type, purpose, necessity, effect and storage in the policy, and ask consent for it alone before collecting; where it is not, remove the SDK and the pages',
  },
  *evaluate({ package: facts, policy, listing, sdks, knowledge }) {
    for (const sensitive of SENSITIVE) {
      const { type, searched } = sensitive;
      const signs = signsOf(sensitive, facts, sdks, knowledge);
      if (type === 'bio.face' && listing?.app.features?.faceRecognition === true) {
        signs.push({
          name: { zh: '上架时声明有人脸识别', en: 'face recognition is declared in the listing' },
          weak: false,
          evidence: [{ type: 'listing', field: 'app.features.faceRecognition', value: 'true' }],
        });
      }
      if (signs.length === 0) continue;
      const disclosure = typeDisclosure(policy, type);
      if (disclosure.state === 'told' || disclosure.state === 'hinted') continue;
      yield {
        message: disclosure.state === 'denied' ? 'denied' : 'unnamed',
        subject: type,
        severity: signs.every(({ weak }) => weak) ? 'warn' : 'review',
        data: {
          type: knowledge.piTypes.get(type)!.name,
          signs: { zh: signs.map(({ name }) => name.zh).join('、'), en: signs.map(({ name }) => name.en).join(', ') },
        },
        evidence: [...signs.flatMap(({ evidence }) => evidence), ...disclosureEvidence(policy, disclosure, searched)],
      };
    }
  },
});

interface Sign {
  readonly name: Bilingual;
  /** Proves that it is there, hardly that it is processed. */
  readonly weak: boolean;
  readonly evidence: readonly Evidence[];
}

function signsOf(sensitive: Sensitive, facts: PackageFacts, sdks: readonly DetectedSdk[], knowledge: Knowledge): Sign[] {
  const { type, category, topic, texts } = sensitive;
  const signs: Sign[] = sdks
    .filter(
      ({ sdk, confidence }) =>
        confidence !== 'low' && (sdk.piTypes.includes(type) || (category !== null && sdk.category === category)),
    )
    .slice(0, 4)
    // A payment SDK hands over to the payer's own app: what the app itself learns is the order.
    .map((detected) => ({ name: detected.sdk.name, weak: category === 'payment', evidence: sdkEvidence(detected, facts, 2) }));
  const calls = scriptCalls(facts, knowledge).filter((call) => call.piTypes.includes(type));
  if (calls.length > 0) {
    signs.push({
      name: { zh: `脚本中的接口名 ${calls[0]!.name}`, en: `the call ${calls[0]!.name} named in scripts` },
      weak: true,
      evidence: calls.slice(0, 3).map(({ entry, name }) => ({ type: 'resource', entry, text: name })),
    });
  }
  const pages = topic === null ? [] : facts.texts.filter(({ topics }) => topics.includes(topic));
  if (topic !== null && pages.length >= texts) {
    signs.push({
      name: { zh: `应用页面文字 ${pages.length} 处`, en: `${pages.length} texts of its pages` },
      weak: false,
      evidence: pages.slice(0, 4).map(({ place, text }) => ({ type: 'resource', entry: place, text })),
    });
  }
  return signs;
}
