import type { Mention, PolicyFacts } from '../../domain/facts/policy.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { absenceSeverity } from '../policy-presence.ts';
import { rule } from '../rule.ts';
import { sensitiveTold } from '../sensitive-information.ts';

export default rule({
  id: 'privacy-policy/sensitive-unmarked',
  clauses: ['sz2025-5', 'pledge2021-4'],
  basis: [
    { instrument: 'sz-data-regulation', article: '14', verified: true },
    { instrument: 'pipl', article: '28, 30', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
    { instrument: 'gbt-45574-2025', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '敏感个人信息没有显著标识', en: 'Sensitive information is not marked' },
  explanation: {
    zh: '隐私政策提到人脸、证件、金融账户、健康、行踪等敏感个人信息时，查看是否说明其为敏感个人信息，或者以加粗、下划线等方式突出显示。告知处理敏感个人信息应当更加显著（《深圳经济特区数据条例》第十四条，特区法规），与普通信息混排时个人看不出哪些需要特别注意，也就谈不上《个人信息保护法》第三十条要求的告知。网页能看出加粗、下划线的，突出显示了任何一处敏感信息就不报；纯文本看不出样式，只看文字说明。全文没有“敏感”字样的，提到前述信息的交人工复核，只提到精准位置、短信、通话记录的作提示；提到“敏感个人信息”而没有标明是哪些的作提示。收集时有没有显著提示，静态检测看不到。',
    en: 'Where a policy names faces, identity documents, financial accounts, health, tracks and other sensitive information, looks whether it says that they are sensitive or sets them in bold or underlined. Notice of sensitive information must be more conspicuous (article 14 of the Data Regulation of the Shenzhen Special Economic Zone, a local law); mixed with everything else nobody sees what to mind, which defeats the notice of article 30 of the Personal Information Protection Law. Where a page shows its styles, one emphasised place of sensitive information settles it; plain text shows none, and only words count. A text without the word “sensitive” goes to a person where it names the above, and is a warning where it names precise location, messages or call logs only; one that has the word without saying which is a warning. Whether the app shows a notice when it collects cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '身份证号、人脸与普通信息混排，没有任何标识。',
          en: 'Identity number and face among ordinary information, unmarked.',
        },
        kind: 'policy',
        code: '您办理实名认证时，我们收集您的姓名、身份证号、人脸信息和昵称。',
      },
    ],
    good: [
      {
        text: { zh: '写明哪些是敏感个人信息并突出显示。', en: 'Says which information is sensitive, and shows it.' },
        kind: 'policy',
        code: '我们以加粗方式标出敏感个人信息，包括身份证号、人脸信息。您办理实名认证时，我们收集您的姓名、身份证号和人脸信息。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策提到{types}，没有说明这些是敏感个人信息，也没有突出显示；敏感个人信息应当以更加显著的方式告知（《深圳经济特区数据条例》第十四条，《个人信息保护法》第二十八条、第三十条），请要求标识',
      en: 'The policy names {types} and neither says that they are sensitive nor sets them off; notice of sensitive information must be more conspicuous (article 14 of the Data Regulation of the Shenzhen Special Economic Zone; articles 28 and 30 of the Personal Information Protection Law): ask for it',
    },
    empty: {
      zh: '隐私政策提到敏感个人信息，也提到{types}，但没有标明哪些属于敏感个人信息，建议逐项标识（《深圳经济特区数据条例》第十四条）',
      en: 'The policy speaks of sensitive information and names {types}, but does not say which is sensitive: better mark each (article 14 of the Data Regulation of the Shenzhen Special Economic Zone)',
    },
  },
  remedy: {
    zh: '逐项说明哪些属于敏感个人信息，并以加粗、下划线等方式突出显示',
    en: 'Say of each which is sensitive, and set it in bold or underlined',
  },
  applies: ({ policy, knowledge }) => sensitiveTold(policy, knowledge) !== null,
  *evaluate({ policy, knowledge }) {
    const told = sensitiveTold(policy, knowledge);
    const { state, places } = provisionOf(policy, 'PR-09');
    if (told === null || state === 'substance' || isEmphasised(policy, told.mentions)) return;
    yield {
      message: state === 'absent' ? 'absent' : 'empty',
      subject: 'PR-09',
      severity: state === 'absent' && told.isWeighty && absenceSeverity(policy) === 'reject' ? 'review' : 'warn',
      data: { types: told.names },
      evidence: [
        ...policyEvidence(policy, told.mentions, 3),
        ...policyEvidence(policy, places, 1),
        policyAbsence(policy, '敏感个人信息、个人敏感信息及其标识（加粗、下划线）'),
      ],
    };
  },
});

/** Whether the document shows any of the places in bold or underlined; where it has no styles it does not. */
function isEmphasised(policy: PolicyFacts, mentions: readonly Mention[]): boolean {
  const emphasised = policy.understanding?.readability.emphasised ?? [];
  return mentions.some(({ range: [start, end] }) => emphasised.some(([from, to]) => from < end && start < to));
}
