import { arePagesRead, speaksOf, textsAbsence } from '../app-texts.ts';
import { rule } from '../rule.ts';
import { sdkEvidence } from '../sdk-evidence.ts';

const SEARCHED = {
  zh: '个性化推荐、个性化广告、定向推送及其开关',
  en: 'personalised recommendation or advertising, or a switch for it',
};

export default rule({
  id: 'behaviour/personalisation-switch-missing',
  clauses: ['sz2025-10'],
  basis: [
    { instrument: 'pipl', article: '24', verified: true },
    { instrument: 'network-data-regulation', article: '42', verified: true },
    { instrument: 'algorithm-provisions-2022', article: '17', verified: true },
    { instrument: 'campaign-2026', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: {
    zh: '应用内没有发现关闭个性化推荐或广告的开关',
    en: 'No switch for personalised content or advertising was found in the app',
  },
  explanation: {
    zh: '通过自动化决策推送信息或营销的，应当提供不针对个人特征的选项或者便捷的拒绝方式。上架信息声明使用个性化推荐，或者安装包含有广告SDK时，本规则在应用文字中寻找个性化推荐、个性化广告的字样；资源与代码完整读取而没有找到的，提请复核。只投放不针对个人特征的广告、或开关由服务器下发的，请向审核人员说明。开关是否有效，静态无法判断。',
    en: 'Whoever pushes content or marketing by automated decisions must offer an option without personal features or an easy way to refuse. Where the listing declares personalised recommendation or the package has an advertising SDK, this rule looks in the app’s texts for personalised recommendation or advertising; it asks for a review where the app was read whole and there is none. If advertising does not look at personal features, or a server sends the switch, tell the reviewer. Whether a switch works cannot be told statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '首页为个性化推荐，设置中没有关闭的开关',
          en: 'The start page recommends by profile and the settings have no switch',
        },
      },
    ],
    good: [{ text: { zh: '“设置-隐私-个性化推荐”“个性化广告”两个开关', en: 'Settings – Privacy has both switches' } }],
  },
  messages: {
    declared: {
      zh: '上架信息声明使用个性化推荐，应用文字中没有找到关闭个性化推荐的开关；应当同时提供不针对个人特征的选项或便捷的拒绝方式（《个人信息保护法》第二十四条，《网络数据安全管理条例》第四十二条），请打开应用复核',
      en: 'The listing declares personalised recommendation and no text of the app has a switch for it; an option without personal features or an easy way to refuse is due (article 24 of the Personal Information Protection Law, article 42 of the Regulation on Network Data Security): open the app',
    },
    advertising: {
      zh: '安装包含有广告SDK（{sdk}），应用文字中没有找到关闭个性化广告的开关；通过自动化决策进行商业营销的应当提供便捷的拒绝方式（《个人信息保护法》第二十四条），2026年专项行动把这类情形列为重点（须核对），请复核',
      en: 'The package has advertising SDKs ({sdk}) and no text of the app has a switch for personalised advertising; marketing by automated decisions needs an easy way to refuse (article 24 of the Personal Information Protection Law), and the 2026 campaign names this as a focus (verify): to be reviewed',
    },
  },
  remedy: {
    zh: '在应用内提供关闭个性化推荐和个性化广告的开关（如“设置-隐私-个性化广告”），并调用SDK的对应接口使其生效',
    en: 'Offer switches for personalised recommendation and advertising in the app (such as Settings – Privacy) and make them effective by the SDKs’ interfaces',
  },
  *evaluate({ package: facts, listing, sdks }) {
    if (!arePagesRead(facts) || speaksOf(facts, 'personalisation')) return;
    if (listing.app.features?.personalisedRecommendation === true) {
      yield {
        message: 'declared',
        subject: 'personalisation',
        evidence: [
          { type: 'listing', field: 'app.features.personalisedRecommendation', value: 'true' },
          textsAbsence(facts, SEARCHED),
        ],
      };
      return;
    }
    const advertising = sdks.filter(({ sdk, confidence }) => sdk.category === 'advertising' && confidence === 'high');
    if (advertising.length === 0) return;
    const names = (language: 'zh' | 'en', joint: string) =>
      advertising
        .slice(0, 3)
        .map(({ sdk }) => sdk.name[language])
        .join(joint);
    yield {
      message: 'advertising',
      subject: 'advertising',
      data: { sdk: { zh: names('zh', '、'), en: names('en', ', ') } },
      evidence: [...advertising.slice(0, 3).flatMap((sdk) => sdkEvidence(sdk, facts, 1)), textsAbsence(facts, SEARCHED)],
    };
  },
});
