import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/consent-irrevocable',
  clauses: ['sz2025-6', 'pledge2021-6'],
  basis: [
    { instrument: 'pipl', article: '15', verified: true },
    { instrument: 'network-data-regulation', article: '22, 23', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策写明同意不可撤回', en: 'The policy makes consent irrevocable' },
  explanation: {
    zh: '查找隐私政策中声明同意或授权不可撤回、不可撤销的句子。个人有权撤回同意，处理者应当提供便捷的撤回方式（《个人信息保护法》第十五条，法律；《网络数据安全管理条例》第二十二条、第二十三条，行政法规），写明不能撤回即是政策自认，可以驳回。用户对自己发布的作品给予的不可撤销的著作权许可、已经完成的交易或操作不可撤销、撤回不影响此前的处理，都不是个人信息处理的同意，不算。把握不足的句子交人工复核。没有写撤回途径而不是明说不能撤回的，由“没有撤回同意的途径”判断。',
    en: 'Looks for sentences of the policy that make consent irrevocable. Everyone may withdraw consent and handlers must offer an easy way (article 15 of the Personal Information Protection Law, a law; articles 22 and 23 of the Regulation on Network Data Security, a regulation), so saying that it cannot be withdrawn is an admission and may reject. An irrevocable licence on works that users publish, a finished transaction that cannot be undone, and the remark that withdrawal does not touch earlier processing are not about consent to processing and do not count. Sentences that are less sure go to a person. A policy that merely gives no way to withdraw is the business of privacy-policy/withdrawal-missing.',
  },
  examples: {
    bad: [
      {
        text: { zh: '同意之后不得撤回。', en: 'Consent, once given, may not be withdrawn.' },
        kind: 'policy',
        code: '您一经同意本政策，不得撤回对我们收集个人信息的授权。',
      },
    ],
    good: [
      {
        text: { zh: '随时可以撤回，并写明影响。', en: 'Consent may be withdrawn at any time, and the effect is told.' },
        kind: 'policy',
        code: '您可以随时在“设置-隐私”撤回同意，撤回不影响此前基于同意进行的处理。',
      },
      {
        text: { zh: '作品的著作权许可不是个人信息处理的同意。', en: 'A licence on published works is no consent to processing.' },
        kind: 'policy',
        code: '您授予我们免费的、不可撤销的许可使用您发布的作品。',
      },
    ],
  },
  messages: {
    irrevocable: {
      zh: '隐私政策写明“{quote}”；个人有权撤回其同意（《个人信息保护法》第十五条）',
      en: 'The policy says “{quote}”; everyone may withdraw consent (article 15 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '删除不可撤回的表述，写明便捷的撤回同意的路径',
    en: 'Remove the statement and describe an easy way to withdraw consent',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'irrevocable-consent');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'irrevocable', subject: 'PR-30', severity, data: { quote: found.quote }, evidence };
  },
});
