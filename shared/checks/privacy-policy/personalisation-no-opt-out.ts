import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/personalisation-no-opt-out',
  clauses: ['sz2025-10'],
  basis: [
    { instrument: 'pipl', article: '24', verified: true },
    { instrument: 'network-data-regulation', article: '42', verified: true },
    { instrument: 'algorithm-provisions-2022', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.6', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '个性化推荐没有关闭方式', en: 'Personalised recommendation cannot be switched off' },
  messages: {
    refused: {
      zh: '隐私政策写明“{quote}”；通过自动化决策推送信息应当同时提供不针对个人特征的选项或便捷的拒绝方式（《个人信息保护法》第二十四条）',
      en: 'The policy says “{quote}”; automated pushing of content must come with an option without personal features or an easy way to refuse (article 24 of the Personal Information Protection Law)',
    },
    unstated: {
      zh: '隐私政策提到个性化推荐，但没有写怎样关闭，请核对应用内是否有便捷的关闭选项（《个人信息保护法》第二十四条，《互联网信息服务算法推荐管理规定》第十七条）',
      en: 'The policy speaks of personalised recommendation but not of switching it off: check that the app has an easy switch (article 24 of the Personal Information Protection Law, article 17 of the algorithm provisions)',
    },
    undisclosed: {
      zh: '上架信息声明使用个性化推荐，隐私政策没有提到，也没有写关闭方式，请复核（《个人信息保护法》第二十四条，《互联网信息服务算法推荐管理规定》第十七条）',
      en: 'The listing declares personalised recommendation; the policy mentions neither it nor a way to switch it off: to be reviewed (article 24 of the Personal Information Protection Law, article 17 of the algorithm provisions)',
    },
  },
  remedy: {
    zh: '在应用内提供一键关闭个性化推荐的开关，并在政策中写明路径，例如“设置-隐私-个性化推荐”',
    en: 'Offer a switch in the app and state its path in the policy, such as Settings – Privacy – Personalised recommendation',
  },
  applies: ({ policy, listing }) =>
    listing.app.features?.personalisedRecommendation === true ||
    provisionOf(policy, 'PR-36').state !== 'absent' ||
    admitted(policy, 'no-opt-out') !== null,
  *evaluate({ policy, listing }) {
    const refused = admitted(policy, 'no-opt-out');
    if (refused !== null) {
      const { severity, evidence } = refused;
      yield { message: 'refused', subject: 'PR-36', severity, data: { quote: refused.quote }, evidence };
      return;
    }
    const { state, places } = provisionOf(policy, 'PR-36');
    if (state === 'substance') return;
    const absence = policyAbsence(policy, '个性化推荐的关闭、退出方式');
    if (state === 'word-only') {
      yield {
        message: 'unstated',
        subject: 'PR-36',
        severity: 'review',
        evidence: [...policyEvidence(policy, places, 2), absence],
      };
    } else if (listing.app.features?.personalisedRecommendation === true) {
      const declared = { type: 'listing', field: 'app.features.personalisedRecommendation', value: 'true' } as const;
      yield { message: 'undisclosed', subject: 'PR-36', severity: 'review', evidence: [declared, absence] };
    }
  },
});
