import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Statement } from '../../domain/facts/policy-understanding.ts';
import { advertisingSdks } from '../advertising-sdks.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted, atMostReview } from '../policy-admissions.ts';
import { rule } from '../rule.ts';
import { sdkEvidence } from '../sdk-evidence.ts';
import { sentenceAround } from '../self-contradictions.ts';

/** From here on the reader is sure enough of what a statement says to ask a person. */
const TELLING = 0.6;

export default rule({
  id: 'privacy-policy/marketing-no-refusal',
  clauses: ['sz2025-10', 'pledge2021-4'],
  basis: [
    { instrument: 'pipl', article: '24', verified: true },
    { instrument: 'network-data-regulation', article: '42', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '营销推送、广告没有拒绝方式', en: 'Marketing and advertising cannot be refused' },
  explanation: {
    zh: '隐私政策写到向用户推送营销信息、广告，或者安装包有广告SDK时，查看是否写明怎样拒绝：关闭开关、退订短信、回复TD、系统通知设置。通过自动化决策推送信息、商业营销，应当同时提供不针对个人特征的选项或者便捷的拒绝方式（《个人信息保护法》第二十四条，《网络数据安全管理条例》第四十二条，法律、行政法规）。政策自己写明不能退订、不能关闭的，以及写明推送营销而全文没有拒绝方式的，交人工复核，因为开关可能在应用里，是否属于自动化决策也要看实际；只有广告SDK，或者已经写明个性化推荐的关闭方式的，只作提示或不报。写明不做营销的没有什么可拒绝。服务通知（订单、安全提醒）不是营销。拒绝后是否生效，静态检测看不到。',
    en: 'Where the policy speaks of sending marketing or advertisements, or the package has an advertising SDK, looks for how they can be refused: a switch, unsubscribing, answering TD, the notification settings. Content and marketing pushed by automated decisions must come with an option without personal features or an easy way to refuse (article 24 of the Personal Information Protection Law; article 42 of the Regulation on Network Data Security, law and regulation). A policy that says that marketing cannot be refused, or sends it and gives no way to refuse, goes to a person, because the switch may be in the app and whether decisions are automated must be seen; an advertising SDK alone is a warning, and nothing where personalisation can be switched off. Who says that there is no marketing has nothing to refuse. Notices of the service (orders, security) are no marketing. Whether refusing works cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '写明营销短信不能退订。', en: 'Marketing messages cannot be refused.' },
        kind: 'policy',
        code: '我们会向您的手机号码发送营销短信，您不能退订或者拒绝接收。',
      },
    ],
    good: [
      {
        text: { zh: '写明退订和关闭的方式。', en: 'How to unsubscribe and switch off.' },
        kind: 'policy',
        code: '我们会向您发送营销短信，您可以回复TD退订；您也可以在“设置-广告”关闭个性化广告。',
      },
    ],
  },
  messages: {
    refused: {
      zh: '隐私政策写明“{quote}”；通过自动化决策进行信息推送、商业营销的，应当提供便捷的拒绝方式（《个人信息保护法》第二十四条），请复核',
      en: 'The policy says “{quote}”; marketing pushed by automated decisions must come with an easy way to refuse (article 24 of the Personal Information Protection Law): to be reviewed',
    },
    unstated: {
      zh: '隐私政策写到向用户推送营销信息或者广告，但没有写怎样拒绝，请核对应用内是否有便捷的拒绝方式（《个人信息保护法》第二十四条，《网络数据安全管理条例》第四十二条）',
      en: 'The policy tells of sending marketing or advertisements but not of how to refuse: check that the app has an easy way (article 24 of the Personal Information Protection Law; article 42 of the Regulation on Network Data Security)',
    },
    advertising: {
      zh: '安装包含有广告SDK（{sdk}），隐私政策没有写怎样关闭或者拒绝广告推送，建议补充（《个人信息保护法》第二十四条）',
      en: 'The package has an advertising SDK ({sdk}), and the policy does not say how advertising can be switched off or refused: better complete it (article 24 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '为营销短信、推送和广告提供退订、关闭方式，并在政策中写明，例如“回复TD退订”“设置-广告-关闭个性化广告”',
    en: 'Offer ways to unsubscribe from messages and to switch pushes and advertisements off, and state them in the policy',
  },
  applies: ({ policy, sdks }) =>
    admitted(policy, 'marketing-no-opt-out') !== null || marketing(policy).length > 0 || advertisingSdks(sdks).length > 0,
  *evaluate({ policy, package: facts, sdks }) {
    const refused = admitted(policy, 'marketing-no-opt-out');
    if (refused !== null) {
      const { quote, evidence } = refused;
      yield { message: 'refused', subject: 'PR-37', severity: atMostReview(refused), data: { quote }, evidence };
      return;
    }
    const said = marketing(policy);
    const none = said.some(({ state }) => state === 'switch' || state === 'not-used');
    if (none || provisionOf(policy, 'PR-37').state === 'substance') return;
    const absence = policyAbsence(policy, '退订、关闭推送、关闭广告、不再接收、拒绝营销');
    const switchable = provisionOf(policy, 'PR-36').state === 'substance';
    const used = said.filter(
      (each) => (each.state === 'used' || each.state === 'no-switch') && isToUsers(sentenceAround(policy.text, each), switchable),
    );
    const [advertising] = advertisingSdks(sdks);
    if (used.length > 0) {
      const evidence = [...policyEvidence(policy, used, 2), absence];
      yield { message: 'unstated', subject: 'PR-37', severity: switchable ? 'warn' : 'review', evidence };
    } else if (advertising !== undefined && !switchable) {
      yield {
        message: 'advertising',
        subject: 'PR-37',
        severity: 'warn',
        data: { sdk: advertising.sdk.name },
        evidence: [...sdkEvidence(advertising, facts, 2), absence],
      };
    }
  },
});

/** What advertisers are told about their campaigns is no marketing to users. */
const OF_CAMPAIGNS = /委托(?:方|人)|广告主|覆盖面|(?:推广|投放|广告)的?(?:效果|有效性)|有多少人/u;
/** 根据您的兴趣展示广告: what the switch of personalised recommendation ends. */
const PERSONALISED = /个性化|兴趣|偏好|画像|特征|相关性|喜好/u;

function isToUsers(sentence: string, isSwitchable: boolean): boolean {
  return !OF_CAMPAIGNS.test(sentence) && !(isSwitchable && PERSONALISED.test(sentence));
}

type Marketing = Extract<Statement, { readonly kind: 'marketing' }>;

/** What the policy says of marketing, as far as it was understood. */
function marketing({ understanding }: PolicyFacts): Marketing[] {
  const statements = understanding?.statements ?? [];
  return statements.filter((each): each is Marketing => each.kind === 'marketing' && each.confidence >= TELLING);
}
