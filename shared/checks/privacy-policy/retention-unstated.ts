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
  explanation: {
    zh: '在隐私政策中寻找保存期限、确定期限的方法，或者到期、注销后的处理。保存期限是必须告知的事项，难以确定的应当写明确定方法（《个人信息保护法》第十七条、第十九条，《网络数据安全管理条例》第二十一条，法律、行政法规）。“在实现目的所必需的最短期限内保存，到期删除或匿名化”即算写明，具体的天数更好；只说“我们会妥善保存”不算。许多政策把期限写在表格或者业务规则里，机器未必都能读到，所以最多交人工复核。服务器实际保存多久，静态检测看不到；写明永久保存的由“写明永久保存个人信息”判断。',
    en: 'Looks in the policy for how long information is kept, how that is set, or what happens when the time is over or the account is gone. The period must be told, or the way it is set where it cannot be fixed (articles 17 and 19 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation). “For the shortest time that the purpose needs, then deleted or anonymised” counts, a number of days is better; “we keep your information carefully” does not. Many policies put periods into tables or rules of a service that a machine may not read, so a person looks at most. How long servers really keep it cannot be seen statically; keeping for ever is the business of privacy-policy/kept-for-ever.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只说妥善保存。', en: 'Keeps it carefully, and does not say how long.' },
        kind: 'policy',
        code: '我们会妥善保存您的个人信息。',
      },
    ],
    good: [
      {
        text: { zh: '写明期限和到期后的处理。', en: 'The period and what follows.' },
        kind: 'policy',
        code: '日志信息保存6个月；其他信息在实现目的所必需的最短期限内保留，到期后删除或作匿名化处理。',
      },
    ],
  },
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
