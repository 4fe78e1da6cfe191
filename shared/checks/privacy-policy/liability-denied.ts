import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/liability-denied',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [{ instrument: 'consumer-protection-law', article: '26', verified: false }],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策免除运营者的一切责任', en: 'The policy refuses all liability' },
  explanation: {
    zh: '查找隐私政策中对信息泄露、丢失等后果一概免责的句子。以格式条款排除或者减轻自身责任的内容可能无效（《消费者权益保护法》第二十六条，须核对），但这是合同效力问题，不属于机审可以驳回的事项，因此最多交人工复核。限定在用户自身过错、不可抗力、第三方原因之内的免责，以及依法承担责任的说明，不算。本规则只看政策的措辞，不判断责任实际由谁承担。',
    en: 'Looks for sentences by which the operator refuses all liability for leaks, losses and the like, whoever is at fault. A standard term that excludes or reduces one’s own liability may be void (article 26 of the Consumer Protection Law, verify), but that is a question of contract and nothing for a machine to reject: a person looks at most. Disclaimers limited to the user’s own fault, force majeure or third parties, and sentences that accept liability under the law, do not count. The rule reads words and does not decide who is liable.',
  },
  examples: {
    bad: [
      {
        text: { zh: '不论原因，一概不负责。', en: 'No liability for any leak, whatever the cause.' },
        kind: 'policy',
        code: '对于任何信息泄露，我们概不负责。',
      },
    ],
    good: [
      {
        text: { zh: '依法承担责任。', en: 'Liability follows the law.' },
        kind: 'policy',
        code: '因我们的过错造成个人信息泄露的，我们依法承担责任。',
      },
    ],
  },
  messages: {
    denied: {
      zh: '隐私政策写明“{quote}”；以格式条款免除自身责任的内容可能无效（《消费者权益保护法》第二十六条，须核对），请复核',
      en: 'The policy says “{quote}”; a standard term that frees the operator of liability may be void (article 26 of the Consumer Protection Law, verify): to be reviewed',
    },
  },
  remedy: {
    zh: '删除一概免责的表述，改为依法承担责任',
    en: 'Remove blanket disclaimers; say that liability follows the law',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'denies-all-liability');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'denied', subject: 'PR-49', severity, data: { quote: found.quote }, evidence };
  },
});
