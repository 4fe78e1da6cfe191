import type { Evidence } from '../../domain/evidence.ts';
import type { UiText } from '../../domain/facts/contents.ts';
import type { Bilingual } from '../../domain/text.ts';
import { arePagesRead, textEvidence, textsAbsence, textsOn } from '../app-texts.ts';
import { quote } from '../policy-admissions.ts';
import { type RuleContext, rule } from '../rule.ts';
import { sdkEvidence } from '../sdk-evidence.ts';

/** Unlocking by the device's own face or fingerprint check gives the app no face. */
const DEVICE_UNLOCK = /指纹|指紋|面容|face ?id|touch ?id|fingerprint|biometric|屏幕锁|screen lock/i;
/** Words by which a text asks for consent to the face, or leads to rules for it. */
const ASKS = /同意|授权|授權|协议|協議|须知|規則|规则|告知书|告知書|声明|聲明|隐私|consent|agree|notice|policy|terms/i;

interface Use {
  readonly strong: boolean;
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

const isFace = ({ text }: UiText) => !DEVICE_UNLOCK.test(text);

/** What shows that the app recognises faces; null where nothing does. */
function faceUse({ package: facts, listing, sdks }: RuleContext): Use | null {
  if (listing.app.features?.faceRecognition === true) {
    return {
      strong: true,
      why: { zh: '上架信息声明使用人脸识别', en: 'the listing declares face recognition' },
      evidence: [{ type: 'listing', field: 'app.features.faceRecognition', value: 'true' }],
    };
  }
  const sdk = sdks.find(({ sdk, confidence }) => sdk.category === 'face' && confidence !== 'low');
  if (sdk !== undefined) {
    const { zh, en } = sdk.sdk.name;
    return {
      strong: true,
      why: { zh: `含有人脸识别SDK（${zh}）`, en: `it has an SDK for face recognition (${en})` },
      evidence: sdkEvidence(sdk, facts, 2),
    };
  }
  const text = textsOn(facts, 'face-recognition').find(isFace);
  if (text === undefined) return null;
  const words = quote(text.text);
  return {
    strong: false,
    why: { zh: `应用文字提到人脸识别（“${words}”）`, en: `a text of the app speaks of face recognition (“${words}”)` },
    evidence: textEvidence([text]),
  };
}

export default rule({
  id: 'behaviour/face-recognition-consent-missing',
  clauses: ['sz2025-5'],
  basis: [
    { instrument: 'pipl', article: '29, 30', verified: true },
    { instrument: 'face-recognition-2025', verified: false },
    { instrument: 'sz-data-regulation', article: '19', verified: true },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '使用人脸识别而没有发现单独同意', en: 'Face recognition, and no separate consent was found' },
  explanation: {
    zh: '人脸信息是敏感个人信息，处理前应当告知必要性和影响并取得单独同意，还应当提供其他验证方式。上架信息声明、人脸识别SDK或应用文字显示使用人脸识别时，本规则在应用文字中寻找与人脸有关的同意、授权、协议或告知；资源与代码完整读取而没有找到的，提请复核。隐私政策已读取而完全没有提到人脸信息的，也提请复核。使用系统的指纹、面容解锁不算。是否真的单独弹出、能否拒绝，须打开应用查看。',
    en: 'Faces are sensitive personal information: why they are needed and what follows must be told, consent asked for them alone, and another way offered. Where the listing, an SDK or the app’s texts show face recognition, this rule looks in the texts for consent, authorisation, an agreement or a notice about faces, and asks for a review where the app was read whole and there is none, or where the policy was read and never speaks of faces. The device’s own unlocking by finger or face is not meant. Whether a page of its own appears and can be refused must be seen in the app.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '实名认证直接打开刷脸页面，没有单独的告知和同意',
          en: 'Verification opens the camera for the face without notice or consent of its own',
        },
      },
    ],
    good: [
      {
        text: {
          zh: '刷脸前单独弹出《人脸信息处理规则》并由用户同意，不同意的可以改用其他方式验证',
          en: 'Rules on faces appear by themselves, users agree or take another way',
        },
      },
    ],
  },
  messages: {
    texts: {
      zh: '{why}，应用文字中没有找到针对人脸信息的单独告知和同意；处理敏感个人信息应当取得单独同意并告知必要性和影响（《个人信息保护法》第二十九条、第三十条），请打开应用复核，并查看是否提供其他验证方式（《人脸识别技术应用安全管理办法》，条款须核对）',
      en: 'No notice or consent about faces alone was found in the app’s texts, although {why}; sensitive information needs separate consent and notice of necessity and effects (articles 29 and 30 of the Personal Information Protection Law): open the app and see whether another way is offered (Measures for the Security of Face Recognition, verify the article)',
    },
    policy: {
      zh: '{why}，隐私政策能读取的部分没有提到人脸信息；处理敏感个人信息应当告知必要性和对个人权益的影响（《个人信息保护法》第三十条），请复核',
      en: 'The readable policy never speaks of faces, although {why}; for sensitive information necessity and effects must be told (article 30 of the Personal Information Protection Law): to be reviewed',
    },
  },
  remedy: {
    zh: '在采集人脸之前单独弹窗告知目的、必要性、影响和保存方式，取得单独同意，提供不使用人脸的其他方式，并写入隐私政策；未使用的移除相关SDK',
    en: 'Before taking a face, tell purpose, necessity, effects and keeping in a dialog of its own, obtain consent for it alone, offer a way without it, and state it in the policy; remove SDKs that are not used',
  },
  *evaluate(context) {
    const { package: facts, policy } = context;
    const use = faceUse(context);
    if (use === null) return;
    const spoken = textsOn(facts, 'face-recognition').filter(isFace);
    const asked =
      spoken.some(({ text }) => ASKS.test(text)) ||
      facts.consentScreens.some(({ topics }) => topics.includes('face-recognition') && topics.includes('agree'));
    if (!asked && arePagesRead(facts)) {
      yield {
        message: 'texts',
        subject: 'face-recognition',
        severity: use.strong ? 'review' : 'warn',
        data: { why: use.why },
        evidence: [
          ...use.evidence,
          textsAbsence(facts, { zh: '人脸信息的同意、授权、告知', en: 'consent or notice about faces' }),
        ],
      };
    }
    if (!use.strong || policy?.outcome !== 'read' || /人脸|面部|刷脸|活体|生物识别|\bfac(?:e|ial)\b|biometric/i.test(policy.text))
      return;
    const snapshot = policy.source.sha256 ?? '';
    yield {
      message: 'policy',
      subject: 'bio.face',
      data: { why: use.why },
      evidence: [
        ...use.evidence,
        { type: 'policy-absence', snapshot, searched: '人脸、面部、刷脸、活体、生物识别', characters: policy.text.length },
      ],
    };
  },
});
