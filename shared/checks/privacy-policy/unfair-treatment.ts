import { admitted, atMostReview } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/unfair-treatment',
  clauses: ['pledge2021-3', 'sz2025-10'],
  basis: [
    { instrument: 'pipl', article: '24', verified: true },
    { instrument: 'algorithm-provisions-2022', article: '21', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '依据用户特征实行差别价格', en: 'Prices by the features of users' },
  explanation: {
    zh: '查找隐私政策中按照消费习惯、支付能力、设备等用户特征给出不同价格或者交易条件的句子。利用个人信息进行自动化决策，应当公平、公正，不得在交易价格等交易条件上实行不合理的差别待遇（《个人信息保护法》第二十四条，《互联网信息服务算法推荐管理规定》第二十一条，法律、规章）。差别是否合理（新用户优惠、会员价、信用利率可以有正当理由）要由人判断，所以只交人工复核；句子有别的读法的只作提示。“我们不会实行差别待遇”“价格对所有用户相同”不是自认；没有写到的不报，因为法律不要求政策写它。服务器上实际怎样定价，静态检测看不到。',
    en: 'Looks for sentences by which prices or terms differ by features of users: their habits, what they can pay, their devices. Automated decisions must be fair, without unreasonable differences in prices and other terms of a deal (article 24 of the Personal Information Protection Law; article 21 of the Provisions on Algorithmic Recommendation, law and ministerial rule). Whether a difference is reasonable (offers for new users, prices for members, interest by credit) is for a person, so this goes to review, or is noted where the sentence may be read otherwise. “We treat nobody differently” admits nothing; silence is no finding, because no law asks the policy to speak of it. How servers set prices cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '按支付能力定价。', en: 'Prices by what people can pay.' },
        kind: 'policy',
        code: '我们会根据您的消费习惯和支付能力，向您展示不同的商品价格。',
      },
    ],
    good: [
      {
        text: { zh: '承诺不实行差别待遇。', en: 'Nobody is treated differently.' },
        kind: 'policy',
        code: '我们不会利用您的个人信息在交易价格等交易条件上实行不合理的差别待遇。',
      },
    ],
  },
  messages: {
    admitted: {
      zh: '隐私政策写明“{quote}”；利用个人信息进行自动化决策，不得在交易价格等交易条件上实行不合理的差别待遇（《个人信息保护法》第二十四条，《互联网信息服务算法推荐管理规定》第二十一条），请复核差别是否合理',
      en: 'The policy says “{quote}”; automated decisions must not bring unreasonable differences in prices or other terms (article 24 of the Personal Information Protection Law; article 21 of the Provisions on Algorithmic Recommendation): review whether the difference is reasonable',
    },
  },
  remedy: {
    zh: '不按用户特征实行不合理的差别价格；有正当理由的优惠，写明规则并对符合条件的用户一致',
    en: 'Set no unreasonable prices by features of users; where there is a good reason, state the rule and keep it the same for all who meet it',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'unfair-treatment');
    if (found === null) return;
    const { quote, evidence } = found;
    yield { message: 'admitted', subject: 'PR-38', severity: atMostReview(found), data: { quote }, evidence };
  },
});
