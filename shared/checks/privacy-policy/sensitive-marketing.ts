import { advertisingSdks } from '../advertising-sdks.ts';
import { policyEvidence } from '../disclosure.ts';
import { admitted, atMostReview } from '../policy-admissions.ts';
import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';
import { sensitiveTold } from '../sensitive-information.ts';

/** Lending, medical consultation, women’s health, investment, banking: what such an app recommends by is mostly sensitive. */
const KNOWN_BY_IT: ReadonlySet<number> = new Set([12, 15, 21, 23, 24]);

export default rule({
  id: 'privacy-policy/sensitive-marketing',
  clauses: ['sz2025-5', 'pledge2021-4'],
  basis: [
    { instrument: 'pipl', article: '28, 29', verified: true },
    { instrument: 'pledge-2021', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy', 'listing'],
  title: { zh: '将敏感个人信息用于营销', en: 'Sensitive information serves marketing' },
  explanation: {
    zh: '查找隐私政策中把健康、收入、行踪等敏感个人信息用于营销、推荐商品，而没有单独同意的句子。处理敏感个人信息须有特定的目的和充分的必要性，并取得单独同意（《个人信息保护法》第二十八条、第二十九条，法律）；自律承诺书要求未经单独同意不得用于营销。是否已经取得单独同意、是否必要，要看应用，所以政策自认的也只交人工复核，句子有别的读法的只作提示。健康、借贷、理财、银行类应用做个性化推荐，政策写到处理人脸、证件、健康、金融等信息而没有写是否用于营销的，只作提示（有广告SDK的由行为规则判断）；已写明不用于营销或者须单独同意的不报。“我们不会依据您的健康信息进行营销”不是自认。实际投放用了哪些特征，静态检测看不到。',
    en: 'Looks for sentences by which health, income, tracks and other sensitive information serves marketing or the recommendation of goods without separate consent. Sensitive information takes a specific purpose, real need and separate consent (articles 28 and 29 of the Personal Information Protection Law, a law); the pledge wants no marketing with it without that consent. Whether consent was asked, and whether there is a need, shows in the app, so a person looks even where the policy admits it; a sentence that may be read otherwise is noted. Where an app of health, loans, investment or banking personalises, and the policy handles faces, documents, health or finance and does not say whether they serve marketing, it is a warning (advertising SDKs are for the rules on behaviour); a word that they do not, or only with separate consent, settles it. “We do not market by your health” admits nothing. Which features advertising really uses cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '依据健康状况推荐商品。', en: 'Recommends goods by health.' },
        kind: 'policy',
        code: '我们会根据您的健康状况为您精准推荐商品。',
      },
    ],
    good: [
      {
        text: { zh: '写明不用于营销。', en: 'Sensitive information does not serve marketing.' },
        kind: 'policy',
        code: '我们不会依据您的健康、金融等敏感个人信息进行营销。',
      },
    ],
  },
  messages: {
    admitted: {
      zh: '隐私政策写明“{quote}”，将敏感个人信息用于营销；处理敏感个人信息须有特定的目的和充分的必要性，并取得单独同意（《个人信息保护法》第二十八条、第二十九条），请复核',
      en: 'The policy says “{quote}”: sensitive information serves marketing. It takes a specific purpose, real need and separate consent (articles 28 and 29 of the Personal Information Protection Law): to be reviewed',
    },
    absent: {
      zh: '应用做个性化推荐，隐私政策写到处理{types}，没有写这些敏感个人信息是否用于营销，建议写明不用于营销或者须单独同意（《个人信息保护法》第二十九条）',
      en: 'The app personalises, and the policy handles {types} without saying whether these serve marketing: better say that they do not, or only with separate consent (article 29 of the Personal Information Protection Law)',
    },
    empty: {
      zh: '应用做个性化推荐，隐私政策写到处理{types}，也有营销、敏感等词语，但没有写明这些信息不用于营销或者须单独同意，建议补充（《个人信息保护法》第二十九条）',
      en: 'The app personalises, and the policy handles {types} and has words of marketing and of sensitive information, without saying that these are kept apart or need separate consent: better complete it (article 29 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不将敏感个人信息用于营销和推荐，并在政策中写明；确需使用的，单独征得同意并提供关闭方式',
    en: 'Keep sensitive information out of marketing and recommendation and say so; where it is needed, ask for separate consent and offer a switch',
  },
  *evaluate({ policy, listing, sdks, knowledge }) {
    const found = admitted(policy, 'marketing-with-sensitive');
    if (found !== null) {
      const { quote, evidence } = found;
      yield { message: 'admitted', subject: 'PR-38', severity: atMostReview(found), data: { quote }, evidence };
      return;
    }
    const { category, features } = listing.app;
    // Advertising in such an app is the business of `behaviour/sensitive-info-marketing`.
    const personalises = features?.personalisedRecommendation === true && advertisingSdks(sdks).length === 0;
    const told = personalises && KNOWN_BY_IT.has(category) ? sensitiveTold(policy, knowledge) : null;
    if (!told?.isWeighty) return;
    for (const missing of advisedProvision(policy, 'PR-38', '敏感个人信息不用于营销、精准营销、单独同意')) {
      const evidence = [...policyEvidence(policy, told.mentions, 2), ...missing.evidence];
      yield { ...missing, data: { types: told.names }, evidence };
    }
  },
});
