import type { Evidence } from '../../domain/evidence.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Range } from '../../domain/text.ts';
import type { DetectedSdk } from '../../knowledge/sdks/detection/detected.ts';
import { policyAbsence, policyEvidence, policyMaySayMore } from '../disclosure.ts';
import { rule } from '../rule.ts';
import { sdkEvidence, whereFound } from '../sdk-evidence.ts';
import { isCollector, isFound } from '../sdk-presence.ts';

/** Words that say that a profile of the user is made, or used. */
const PROFILES = /画像|个性化|千人千面|兴趣|偏好|标签|精准|定向|profil|personali[sz]|\binterests?\b/i;
/** Words that say what an advertising SDK is for. */
const PURPOSE = /广告|精准营销|个性化营销|营销推广|推广信息|advertis|\bads?\b/gi;
/** The word as part of the name of an identifier or a law says nothing about a purpose. */
const NOT_A_PURPOSE = /^(?:广告(?:标识|id\b|跟踪|追踪|法)|advertising\s*id)/i;
/** “We show no advertisements”: a denial within the same clause of the sentence. */
const DENIAL =
  /(?:不会|不再|不(?:推送|展示|投放|提供|含|包含|接入|进行)|没有|无(?:任何)?|未(?:接入|包含|投放)|\b(?:no|not|never)\b)[^,，。;；!！?？\n]{0,12}$/i;

export default rule({
  id: 'sdk/advertising-without-purpose',
  clauses: ['sz2025-10', 'sz2025-2', 'pledge2021-4'],
  basis: [
    { instrument: 'pipl', article: '17, 24', verified: true },
    { instrument: 'network-data-regulation', article: '42', verified: true },
    { instrument: 'campaign-2026', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '含广告SDK而隐私政策未说明用于广告', en: 'Advertising SDK while the policy names no advertising' },
  explanation: {
    zh: '安装包中确有广告SDK时，查看隐私政策有没有说明个人信息用于广告、营销推广。处理目的应当告知，商业营销应当有不针对个人特征的选项（《个人信息保护法》第十七条、第二十四条，《网络数据安全管理条例》第四十二条，法律、行政法规）；2026年专项行动把规则中没有写明用于广告的情形列为重点（须核对）。出现“广告标识符”“《广告法》”等名称不算说明目的；政策写明没有广告而包内有广告SDK的，按矛盾提示。提供者说明会形成用户画像的其他SDK，政策全文没有提到画像、个性化的，作提示。很多SDK只是打包进来而没有投放，能否展示广告要看配置和运行，所以最多交人工复核。',
    en: 'Where the package surely holds an advertising SDK, looks whether the policy says that personal information serves advertising or marketing. Purposes must be told, and marketing must come with an option without personal features (articles 17 and 24 of the Personal Information Protection Law; article 42 of the Regulation on Network Data Security, law and regulation); the 2026 campaign names rules without the advertising purpose as a focus (verify). “Advertising identifier” or the name of the Advertising Law is no purpose; a policy that says there is no advertising contradicts the package. Other SDKs whose vendors say that they build profiles are a warning where the policy never speaks of profiles or personalisation. Many SDKs are merely packed in: whether advertisements are shown depends on configuration and run time, so a person looks at most.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '包内有广告SDK，政策却说没有广告。',
          en: 'The package holds an advertising SDK, and the policy says that there is no advertising.',
        },
        kind: 'policy',
        code: '本应用不含任何广告。',
      },
    ],
    good: [
      {
        text: { zh: '写明用于广告并给出关闭方式。', en: 'Names advertising as a purpose, with a switch.' },
        kind: 'policy',
        code: '我们接入穿山甲广告SDK，收集设备标识符用于广告展示与效果统计；您可以在“设置-隐私-个性化广告”关闭个性化广告。',
      },
    ],
  },
  messages: {
    silent: {
      zh: '安装包包含广告SDK：{sdk}（{where}），隐私政策能读取的部分没有说明个人信息用于广告；2026年专项行动把这类情形列为重点（须核对），请复核',
      en: 'The package contains an advertising SDK, {sdk} ({where}), and the readable policy does not say that personal information serves advertising; the 2026 campaign names this as a focus (verify): to be reviewed',
    },
    denied: {
      zh: '安装包包含广告SDK：{sdk}（{where}），隐私政策却写明不涉及广告；两者矛盾，请复核（《个人信息保护法》第十七条要求告知真实、准确）',
      en: 'The package contains an advertising SDK, {sdk} ({where}), while the policy says that there is no advertising: a contradiction to be reviewed (article 17 of the Personal Information Protection Law wants notice to be true and accurate)',
    },
    profiling: {
      zh: '安装包中的{sdk}（{where}）由其提供者说明会形成用户画像，隐私政策能读取的部分没有提到用户画像、个性化；处理目的应当告知（《个人信息保护法》第十七条），请核对是否启用并补充',
      en: 'The vendor of {sdk} in the package ({where}) says that it builds profiles of users, and the readable policy never speaks of profiles or personalisation; purposes must be told (article 17 of the Personal Information Protection Law): find out whether it is in use, and complete the policy',
    },
  },
  remedy: {
    zh: '在隐私政策中写明个人信息用于广告展示与效果统计（涉及用户画像、个性化广告的一并写明），列出广告SDK及其收集的信息，并提供关闭个性化广告的途径；不再投放广告的，移除该SDK',
    en: 'State in the policy that personal information serves advertising and its measurement (profiling and personalised advertising included), list the advertising SDKs with what they collect, and offer a way to switch personalised advertising off; remove the SDK if no advertisements are shown',
  },
  applies: ({ sdks }) => sdks.some((detected) => isAdvertising(detected) || isProfiling(detected)),
  *evaluate({ package: facts, policy, sdks }) {
    const { purposes, denials } = advertisingIn(policy);
    const said: Evidence[] =
      denials.length > 0
        ? policyEvidence(
            policy,
            denials.map((range) => ({ range, confidence: 0.8 })),
          )
        : [policyAbsence(policy, '广告、营销推广、advertising')];
    const isProfilingTold = PROFILES.test(policy.text) || policyMaySayMore(policy);
    for (const detected of sdks) {
      const data = { sdk: detected.sdk.name, where: whereFound(detected) };
      if (isAdvertising(detected)) {
        if (purposes > 0) continue;
        yield {
          message: denials.length > 0 ? 'denied' : 'silent',
          subject: detected.sdk.id,
          data,
          evidence: [...sdkEvidence(detected, facts), ...said],
        };
      } else if (isProfiling(detected) && !isProfilingTold) {
        const absence = policyAbsence(policy, '用户画像、个性化、兴趣偏好、标签');
        const evidence = [...sdkEvidence(detected, facts, 3), absence];
        yield { message: 'profiling', subject: detected.sdk.id, severity: 'warn', data, evidence };
      }
    }
  },
});

function isAdvertising(detected: DetectedSdk): boolean {
  return detected.sdk.category === 'advertising' && isFound(detected) && !detected.stub;
}

function isProfiling(detected: DetectedSdk): boolean {
  return detected.sdk.profiling && isCollector(detected) && !detected.stub;
}

/** How often the text speaks of advertising as something that happens, and where it only denies it. */
function advertisingIn({ text }: PolicyFacts): { readonly purposes: number; readonly denials: readonly Range[] } {
  const denials: Range[] = [];
  let purposes = 0;
  for (const match of text.matchAll(PURPOSE)) {
    if (NOT_A_PURPOSE.test(text.slice(match.index, match.index + 24))) continue;
    if (DENIAL.test(text.slice(Math.max(0, match.index - 30), match.index)))
      denials.push([match.index, match.index + match[0].length]);
    else purposes++;
  }
  return { purposes, denials };
}
