import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/liability-denied',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [{ instrument: 'consumer-protection-law', article: '26', verified: false }],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策免除运营者的一切责任', en: 'The policy refuses all liability' },
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
