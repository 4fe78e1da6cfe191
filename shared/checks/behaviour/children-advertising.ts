import { rule } from '../rule.ts';
import { sdkEvidence, whereFound } from '../sdk-evidence.ts';

export default rule({
  id: 'behaviour/children-advertising',
  clauses: ['sz2025-3', 'sz2025-10', 'pledge2021-4'],
  basis: [
    { instrument: 'sz-data-regulation', article: '30', verified: true },
    { instrument: 'pipl', article: '28, 31', verified: true },
    { instrument: 'minors-online-regulation', article: '24', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '面向未成年人的应用含有广告SDK', en: 'Advertising SDK in an app for minors' },
  explanation: {
    zh: '不满十四周岁未成年人的个人信息是敏感信息，深圳条例不允许为推荐而对其进行用户画像，未成年人网络保护的规定也限制以自动化决策向未成年人营销。上架信息声明面向儿童或青少年的应用含有广告SDK的，提请复核；申报了个性化推荐的由上架信息的规则判断。广告SDK可以配置为不针对个人特征，静态看不到配置是否生效，所以不直接认定。',
    en: 'Information on those under fourteen is sensitive; the Shenzhen regulation forbids profiling them for recommendation, and the rules on minors online limit marketing to them by automated decisions. Where an app that is listed for children or teenagers has an advertising SDK, a review is asked for; declared recommendation is judged by listing/children-profiled. An SDK can be set not to look at personal features, which cannot be seen statically.',
  },
  examples: {
    bad: [
      { text: { zh: '儿童识字应用接入信息流广告SDK', en: 'A reading app for small children has an SDK for feed advertising' } },
    ],
    good: [
      {
        text: {
          zh: '儿童应用不含广告SDK，推荐内容按年龄段固定编排',
          en: 'No advertising SDK; content is arranged by age and not by profile',
        },
      },
    ],
  },
  messages: {
    advertising: {
      zh: '上架信息声明面向{audience}，安装包含有广告SDK：{sdk}（{where}）；不满十四周岁未成年人的信息属于敏感个人信息（《个人信息保护法》第二十八条、第三十一条），不得为推荐而对其画像（《深圳经济特区数据条例》第三十条），以自动化决策向未成年人营销也受限制（《未成年人网络保护条例》第二十四条，须核对），请复核',
      en: 'The listing says that the app is for {audience} and the package has an advertising SDK, {sdk} ({where}); information on those under fourteen is sensitive (articles 28 and 31 of the Personal Information Protection Law), they may not be profiled for recommendation (article 30 of the Data Regulation of the Shenzhen Special Economic Zone), and marketing to minors by automated decisions is limited (article 24 of the Regulation on the Online Protection of Minors, verify): to be reviewed',
    },
  },
  remedy: {
    zh: '面向未成年人的应用移除广告SDK，或只展示不针对个人特征的广告并提交配置说明',
    en: 'Remove advertising SDKs from apps for minors, or show only advertising without personal features and explain the settings',
  },
  applies: ({ listing }) => listing.app.audience === 'children' || listing.app.audience === 'teenagers',
  *evaluate({ package: facts, listing, sdks }) {
    const children = listing.app.audience === 'children';
    const audience = children ? { zh: '儿童', en: 'children' } : { zh: '青少年', en: 'teenagers' };
    const said = { type: 'listing', field: 'app.audience', value: listing.app.audience } as const;
    for (const detected of sdks) {
      if (detected.sdk.category !== 'advertising' || detected.confidence === 'low') continue;
      yield {
        message: 'advertising',
        subject: detected.sdk.id,
        severity: children ? 'review' : 'warn',
        data: { audience, sdk: detected.sdk.name, where: whereFound(detected) },
        evidence: [said, ...sdkEvidence(detected, facts, 3)],
      };
    }
  },
});
