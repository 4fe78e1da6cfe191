import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { type Admitted, admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** 非个性化广告无法关闭: what follows nobody’s features need not be refused. */
const OF_NOBODY = /非(?:个性化|定向)|不(?:针对|基于|依据|涉及)[^,。;]{0,10}(?:特征|个人|画像)/u;

/** What the policy says cannot be switched off, if that is personalised at all. */
function refusedIn(policy: PolicyFacts): Admitted | null {
  const found = admitted(policy, 'no-opt-out');
  return found === null || OF_NOBODY.test(found.sentence) ? null : found;
}

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
  explanation: {
    zh: '隐私政策提到个性化推荐、定向推送、用户画像，或者上架信息声明使用个性化推荐时，查看是否写明怎样关闭。通过自动化决策推送信息、商业营销，应当同时提供不针对个人特征的选项或者便捷的拒绝方式（《个人信息保护法》第二十四条，《网络数据安全管理条例》第四十二条，《互联网信息服务算法推荐管理规定》第十七条，法律、法规、规章）。政策自己写明不能关闭的可以驳回；没有写关闭方式的交人工复核，因为开关可能在应用里而没有写进政策。写明不做个性化推荐的，没有什么可关，视为已说明；“个性化的服务”之类泛泛的用语、非个性化的广告不算个性化推荐。开关是否好找、关闭后是否生效，静态检测看不到。',
    en: 'Where the policy speaks of personalised recommendation, targeted pushing or profiling, or the listing declares it, looks for how to switch it off. Content pushed by automated decisions must come with an option without personal features or an easy way to refuse (article 24 of the Personal Information Protection Law; article 42 of the Regulation on Network Data Security; article 17 of the Provisions on Algorithmic Recommendation: law, regulation and ministerial rule). A policy that says it cannot be switched off may be rejected; where no way is told a person looks, because the switch may be in the app and not in the policy. Who says that nothing is personalised has nothing to switch off; vague words such as “personalised service”, and advertising that follows nobody’s features, do not count. Whether the switch is easy to find and works cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '写明无法关闭。', en: 'Personalised recommendation cannot be switched off.' },
        kind: 'policy',
        code: '为保证内容质量，个性化推荐功能无法关闭。',
      },
      {
        text: { zh: '使用个性化推荐，没有写怎样关闭。', en: 'Recommends by browsing history and gives no way to switch it off.' },
        kind: 'policy',
        code: '我们会根据您的浏览记录向您进行个性化推荐。',
      },
    ],
    good: [
      {
        text: { zh: '写明一键关闭的路径。', en: 'Gives the path of a single switch.' },
        kind: 'policy',
        code: '我们使用浏览记录进行个性化推荐，您可以在“设置-隐私-个性化推荐”一键关闭，关闭后展示不针对您个人特征的内容。',
      },
    ],
  },
  messages: {
    refused: {
      zh: '隐私政策写明“{quote}”；通过自动化决策推送信息应当同时提供不针对个人特征的选项或便捷的拒绝方式（《个人信息保护法》第二十四条）',
      en: 'The policy says “{quote}”; automated pushing of content must come with an option without personal features or an easy way to refuse (article 24 of the Personal Information Protection Law)',
    },
    unstated: {
      zh: '隐私政策提到个性化推荐，但没有写怎样关闭，请核对应用内是否有便捷的关闭选项（《个人信息保护法》第二十四条，《互联网信息服务算法推荐管理规定》第十七条）',
      en: 'The policy speaks of personalised recommendation but not of switching it off: check that the app has an easy switch (article 24 of the Personal Information Protection Law, article 17 of the Provisions on Algorithmic Recommendation)',
    },
    undisclosed: {
      zh: '上架信息声明使用个性化推荐，隐私政策没有提到，也没有写关闭方式，请复核（《个人信息保护法》第二十四条，《互联网信息服务算法推荐管理规定》第十七条）',
      en: 'The listing declares personalised recommendation; the policy mentions neither it nor a way to switch it off: to be reviewed (article 24 of the Personal Information Protection Law, article 17 of the Provisions on Algorithmic Recommendation)',
    },
  },
  remedy: {
    zh: '在应用内提供一键关闭个性化推荐的开关，并在政策中写明路径，例如“设置-隐私-个性化推荐”',
    en: 'Offer a switch in the app and state its path in the policy, such as Settings – Privacy – Personalised recommendation',
  },
  applies: ({ policy, listing }) =>
    listing.app.features?.personalisedRecommendation === true ||
    provisionOf(policy, 'PR-36').state !== 'absent' ||
    refusedIn(policy) !== null,
  *evaluate({ policy, listing }) {
    const refused = refusedIn(policy);
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
