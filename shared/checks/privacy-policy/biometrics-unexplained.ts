import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PolicyFacts, TypeMention } from '../../domain/facts/policy.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted, atMostReview, SURE } from '../policy-admissions.ts';
import { rule } from '../rule.ts';
import { sentenceAround } from '../self-contradictions.ts';

/** Payment, lending, investment, banking: other rules may oblige them to check a face against a document. */
const CHECKED_BY_LAW: ReadonlySet<number> = new Set([5, 12, 23, 24]);
/** What an app does whose whole purpose is the face: nothing else could stand in its place. */
const FACE_IS_THE_PURPOSE = /人脸|刷脸|面部|门禁|考勤|打卡|核身|实名|认证|身份验证|社保|养老|政务|美颜|相机|换脸/;

export default rule({
  id: 'privacy-policy/biometrics-unexplained',
  clauses: ['sz2025-5', 'pledge2021-2'],
  basis: [
    { instrument: 'sz-data-regulation', article: '19', verified: true },
    { instrument: 'pipl', article: '28, 29', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'face-recognition-2025', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '人脸等生物识别信息的处理没有说清或不留选择', en: 'Biometrics without choice or without explanation' },
  explanation: {
    zh: '应用或者政策涉及人脸、声纹、指纹等生物识别信息时，查看隐私政策怎样写：用途、单独同意、是否只存在设备上、有没有其他方式。处理生物识别数据的，应当提供处理其他数据的替代方案，为目的所必需且不能替代的除外（《深圳经济特区数据条例》第十九条，特区法规）；处理敏感个人信息须有充分的必要性并取得单独同意（《个人信息保护法》第二十八条、第二十九条，法律）；《人脸识别技术应用安全管理办法》另有规定（条款须核对）。政策自己写明人脸是唯一方式、没有其他选择的，可以驳回；支付、借贷、理财、银行类应用依法可能必须核验，人脸本身就是应用功能的（门禁、考勤、身份认证等）可能无法替代，都只交人工复核。写明长期、永久保存生物特征，或者只提到人脸而没有写用途和同意的，也交人工复核。法律定义里的列举、第三方和SDK收集的，系统自带的指纹、面容解锁写明不获取特征的，都不算。政策没有提到而应用使用人脸识别的，由行为规则判断。',
    en: 'Where the app or its policy has to do with faces, voiceprints or fingerprints, looks at what the policy says: purpose, separate consent, whether they stay on the device, another way. Whoever handles biometric data must offer an alternative by other data, unless it is necessary and cannot be replaced (article 19 of the Data Regulation of the Shenzhen Special Economic Zone, a local law); sensitive information takes real need and separate consent (articles 28 and 29 of the Personal Information Protection Law, a law); the Measures for the Security of Face Recognition say more (verify the article). A policy that says itself that the face is the only way may be rejected; apps for payment, loans, investment and banking may have to check faces by law, and where the face is what the app is for (doors, attendance, identity checks) nothing may replace it: these go to a person only. So do policies that keep biometrics for long or for ever, and those that name faces without purpose and consent. Kinds listed in a definition, what third parties and SDKs take, and the device’s own unlocking where the policy says that no features are taken, do not count. Where the policy is silent and the app recognises faces, the rules on behaviour speak.',
  },
  examples: {
    bad: [
      {
        text: { zh: '人脸是唯一的登录方式。', en: 'The face is the only way to sign in.' },
        kind: 'policy',
        code: '登录时您须进行人脸识别验证，本应用不提供其他登录方式。',
      },
      {
        text: { zh: '人脸特征长期保存在云端。', en: 'Features of the face stay in the cloud for long.' },
        kind: 'policy',
        code: '我们采集的人脸特征将上传云端并长期保存。',
      },
    ],
    good: [
      {
        text: { zh: '单独同意、存储在设备内、可以选择其他方式。', en: 'Separate consent, on the device, with another way.' },
        kind: 'policy',
        code: '经您单独同意后，人脸信息仅用于登录核验，特征值存储在您的设备内，不上传服务器；您可以选择密码方式登录。',
      },
    ],
  },
  messages: {
    faceOnly: {
      zh: '隐私政策写明“{quote}”，没有给出生物识别以外的方式；处理生物识别数据应当提供替代方案，为处理目的所必需且不能替代的除外（《深圳经济特区数据条例》第十九条，《个人信息保护法》第二十八条）',
      en: 'The policy says “{quote}” and offers nothing beside biometrics; whoever handles biometric data must offer an alternative unless it is necessary and cannot be replaced (article 19 of the Data Regulation of the Shenzhen Special Economic Zone; article 28 of the Personal Information Protection Law)',
    },
    kept: {
      zh: '隐私政策写明“{quote}”；处理人脸等敏感个人信息须有充分的必要性并取得单独同意，采取严格的保护措施（《个人信息保护法》第二十八条、第二十九条），请复核保存和使用的必要性',
      en: 'The policy says “{quote}”; faces and other sensitive information take real need, separate consent and strict protection (articles 28 and 29 of the Personal Information Protection Law): review whether keeping and using them is needed',
    },
    unexplained: {
      zh: '隐私政策提到处理{types}，但没有写用途、单独同意、存储位置或者其他可选方式，请要求补充（《个人信息保护法》第二十九条，《深圳经济特区数据条例》第十九条）',
      en: 'The policy speaks of handling {types} without purpose, separate consent, where they are kept, or another way: ask for it (article 29 of the Personal Information Protection Law; article 19 of the Data Regulation of the Shenzhen Special Economic Zone)',
    },
  },
  remedy: {
    zh: '为人脸等生物识别提供密码、短信等替代方式，在采集前单独征得同意，特征值尽量只存储在设备内，达到目的后删除，并在政策中写明',
    en: 'Offer passwords, codes or other ways beside biometrics, ask consent for them alone, keep features on the device where possible, delete them when done, and say so',
  },
  *evaluate({ policy, listing, knowledge }) {
    const only = admitted(policy, 'face-only');
    if (only !== null) {
      const { quote, evidence } = only;
      const severity = only.severity === 'reject' && !mayHaveTo(listing) ? 'reject' : 'review';
      yield { message: 'faceOnly', subject: 'face-only', severity, data: { quote }, evidence };
    }
    const kept = admitted(policy, 'biometric-kept');
    if (kept !== null) {
      const { quote, evidence } = kept;
      yield { message: 'kept', subject: 'biometric-kept', severity: atMostReview(kept), data: { quote }, evidence };
    }
    const { state } = provisionOf(policy, 'PR-46');
    const told = biometricsTold(policy);
    if (only !== null || kept !== null || state !== 'word-only' || told.length === 0) return;
    const names = [...new Set(told.map(({ type }) => type))].map((type) => knowledge.piTypes.get(type)!.name);
    yield {
      message: 'unexplained',
      subject: 'PR-46',
      severity: 'review',
      data: { types: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') } },
      evidence: [...policyEvidence(policy, told, 2), policyAbsence(policy, '单独同意、存储在设备、不上传、其他方式、用于核验')],
    };
  },
});

/** Whether there may be a good reason that only the face will do: the kind of app, or what it is for. */
function mayHaveTo({ app }: ListingFacts): boolean {
  return CHECKED_BY_LAW.has(app.category) || FACE_IS_THE_PURPOSE.test(`${app.name} ${app.description ?? ''}`);
}

const MARKS: ReadonlySet<string> = new Set(['bio.face', 'bio.fingerprint', 'bio.voiceprint']);
const TAKES = /收集|采集|获取|读取|录入|提取|扫描|拍摄/;
/** What the law means by it, what others take, and what is not done. */
const NOT_TAKEN =
  /是指|即为|定义|包括但不限于|敏感(?:个人)?信息|个人信息(?:是|可能)?包括|第三方|sdk|服务商|合作|不|未|无需|无须|没有/iu;

/** Places where the policy surely says that the app takes faces, fingerprints or voices. */
function biometricsTold({ types, text }: PolicyFacts): TypeMention[] {
  return types.filter((mention) => {
    if (!MARKS.has(mention.type) || mention.negated || mention.confidence < SURE) return false;
    const sentence = sentenceAround(text, mention);
    return TAKES.test(sentence) && !NOT_TAKEN.test(sentence);
  });
}
