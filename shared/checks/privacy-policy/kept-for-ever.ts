import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/kept-for-ever',
  clauses: ['sz2025-2', 'pledge2021-7'],
  basis: [
    { instrument: 'pipl', article: '19, 47', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策写明永久保存个人信息', en: 'The policy keeps personal information for ever' },
  messages: {
    endless: {
      zh: '隐私政策写明“{quote}”；个人信息的保存期限应当为实现处理目的所必要的最短时间（《个人信息保护法》第十九条）',
      en: 'The policy says “{quote}”; information may be kept no longer than its purpose needs (article 19 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '改为实现目的所必要的最短期限，写明到期后删除或匿名化',
    en: 'Keep information only as long as the purpose needs, and say that it is deleted or anonymised afterwards',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'kept-for-ever');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'endless', subject: 'PR-23', severity, data: { quote: found.quote }, evidence };
  },
});
