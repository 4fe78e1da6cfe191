import type { UiText } from '../../domain/facts/contents.ts';
import { textEvidence, textsOn } from '../app-texts.ts';
import { quote } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

const GIFT = '(?:红包|紅包|现金|現金|奖励|獎勵|奖金|积分|積分|金币|金幣|礼品|禮品|礼包|优惠券|话费|福利|抽奖)';
const GIVEN = '(?:领|領|送|赠|贈|得|获|獲|赚|賺|奖|可抽|抽)';
/** 完成实名认证领红包, 刷脸得现金: something is given for the document or the face. */
const REWARD = new RegExp(`${GIVEN}[^。；;!！?？\\n]{0,12}${GIFT}|${GIFT}[^。；;!！?？\\n]{0,8}${GIVEN}`, 'u');
/** Paying out needs to know who is paid: usual, and lawful where the law asks for it. */
const PAYOUT = /提现|提現|提款|withdraw (?:cash|money|funds)|cash ?out/iu;
const REWARD_EN = /\b(?:get|earn|win|receive|claim)\b[^.;!?\n]{0,30}\b(?:reward|bonus|cash|coins?|gift|coupon|points)\b/i;
/** The document or the face itself; having an account in one's name (实名) counts for rewards only. */
const DOCUMENT_OR_FACE = /身份证|身份證|证件照|證件照|人脸|人臉|刷脸|刷臉|id card|passport|face/iu;

export default rule({
  id: 'behaviour/identity-inducement',
  clauses: ['sz2025-9', 'sz2025-5'],
  basis: [
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'pipl', article: '28', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.7', verified: false },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '以红包、奖励诱导提供身份证或人脸', en: 'Rewards lure users into giving identity documents or faces' },
  explanation: {
    zh: '不得以欺诈、诱骗方式取得个人信息，身份证件和人脸属于敏感信息，须有特定目的和充分必要。本规则在应用文字中寻找同一句里既有领取红包、奖励、积分等好处，又要求实名认证、身份证或人脸的内容。提现时核验身份较为常见，有的出于法定要求，只作提示；要求上传身份证照片或刷脸才能提现的，仍须说明必要性。文字是否真的显示、是否另有其他方式，须人工核对。',
    en: 'Personal information may not be obtained by deceit or lure; documents and faces are sensitive and need a specific purpose and sufficient necessity. This rule looks for a reward (cash, points, coupons) and a demand for verification, an identity card or a face in one text. Verifying who is paid out is common and sometimes required by law, so it is a warning only. Whether the text is shown and another way exists is for a person to see.',
  },
  examples: {
    bad: [{ text: { zh: '“完成刷脸认证，立领10元红包”', en: '"Scan your face and get 10 yuan"' } }],
    good: [
      { text: { zh: '“根据法律要求，开立支付账户须实名认证”', en: '"The law requires verification to open a payment account"' } },
      { text: { zh: '“邀请好友领红包”，不要求身份信息', en: '"Invite friends, get a bonus", without identity' } },
    ],
  },
  messages: {
    reward: {
      zh: '应用文字写有“{text}”，以好处换取实名、身份证件或人脸；不得通过误导、欺诈、胁迫等方式取得同意（《网络数据安全管理条例》第二十二条），敏感个人信息须有特定目的和充分必要（《个人信息保护法》第二十八条），请复核',
      en: 'A text of the app says “{text}” and gives something for identity documents, verification or a face; consent may not be obtained by misleading, fraud or coercion (article 22 of the Regulation on Network Data Security), and sensitive information needs a specific purpose and sufficient necessity (article 28 of the Personal Information Protection Law): to be reviewed',
    },
    payout: {
      zh: '应用文字写有“{text}”，提现要求身份证件或人脸；请核对是否为法律要求或确有必要，并提供其他方式（《个人信息保护法》第二十八条）',
      en: 'A text of the app says “{text}”: being paid out takes an identity document or a face; check that the law or necessity demands it and that another way is offered (article 28 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不以红包、积分等好处换取身份证件或人脸信息；确因法定要求核验身份的，写明依据，并只在必要环节收集',
    en: 'Do not give rewards for documents or faces; where the law demands verification, name the ground and ask only where it is needed',
  },
  *evaluate({ package: facts }) {
    const asking = new Set([...textsOn(facts, 'identity-document'), ...textsOn(facts, 'face-recognition')]);
    const rewards: UiText[] = [];
    const payouts: UiText[] = [];
    for (const text of asking) {
      if (REWARD.test(text.text) || REWARD_EN.test(text.text)) rewards.push(text);
      else if (PAYOUT.test(text.text) && DOCUMENT_OR_FACE.test(text.text)) payouts.push(text);
    }
    if (rewards.length > 0) {
      yield {
        message: 'reward',
        subject: 'reward',
        data: { text: quote(rewards[0]!.text) },
        evidence: textEvidence(rewards, 10),
      };
    }
    if (payouts.length > 0) {
      yield {
        message: 'payout',
        subject: 'payout',
        severity: 'warn',
        data: { text: quote(payouts[0]!.text) },
        evidence: textEvidence(payouts, 10),
      };
    }
  },
});
