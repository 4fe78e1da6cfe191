import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/retention-unstated',
  clauses: ['sz2025-2', 'pledge2021-7'],
  basis: [
    { instrument: 'pipl', article: '17, 19, 47', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有写保存期限', en: 'The policy does not say how long information is kept' },
  messages: {
    absent: {
      zh: '隐私政策没有写个人信息的保存期限，也没有写确定期限的方法和到期后的处理，请要求补充（《个人信息保护法》第十七条、第十九条）',
      en: 'The policy gives neither a period for which information is kept nor how it is set and what follows: ask for it (articles 17 and 19 of the Personal Information Protection Law)',
    },
    empty: {
      zh: '隐私政策提到保存，但没有写期限、确定期限的方法或到期后的处理，请要求补充（《个人信息保护法》第十七条、第十九条）',
      en: 'The policy speaks of keeping information but gives no period, no way to set it and no handling afterwards: ask for it (articles 17 and 19 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '写明各类信息的保存期限或确定方法，以及到期后删除或匿名化',
    en: 'State the period for each kind of information or how it is set, and deletion or anonymisation afterwards',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-23', '保存期限、最短时间、到期删除或匿名化');
  },
});
