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
