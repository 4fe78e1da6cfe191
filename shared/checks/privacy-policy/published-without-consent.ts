import { admitted } from '../policy-admissions.ts';
import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';

/** 不公开, 不会披露您的信息: whoever publishes nothing has said what there is to say. */
const NOT_PUBLISHED = /(?:不|未经|从未|禁止)[^。;\n]{0,40}(?:公开|披露|公布)(?!透明)/u;

export default rule({
  id: 'privacy-policy/published-without-consent',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '25', verified: true },
    { instrument: 'gbt-35273-2020', article: '9.4', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '公开披露个人信息没有限制', en: 'Publishing personal information knows no limit' },
  explanation: {
    zh: '查看隐私政策怎样写公开披露：有没有默认可以公开用户个人信息的句子，有没有写明公开的条件。不得公开处理的个人信息，取得单独同意的除外（《个人信息保护法》第二十五条，法律）。句子写明可以公开而没有同意条件的，交人工复核：公开的可能只是用户自己发布的内容或者依法应当公开的信息，要由人判断。写明不公开的视为已经说明；完全没有写公开披露的只作提示，因为法律没有要求不公开的人声明不公开，逐项说明来自推荐性标准 GB/T 35273-2020（条款须核对）。“未经您单独同意不会公开”“法律要求公开的除外”、用户自己发布的评论和作品、匿名化的统计数据不算。没有完整读到的政策、不收集任何个人信息的政策不提示。',
    en: 'Looks at what the policy says of publishing: sentences by which it may publish people’s information as a matter of course, and the conditions for doing so. Information may not be published without separate consent (article 25 of the Personal Information Protection Law, a law). A sentence that publishes without consent goes to a person: it may mean only what users post themselves or what the law wants published. “We publish nothing” has said it; a text that never speaks of it is a warning, because the law does not ask those who publish nothing to say so; a statement of its own comes from a recommended standard (GB/T 35273-2020, verify the clause). “Not without your separate consent”, exceptions made by law, what users post, and anonymised statistics do not count. Policies that were not read whole or collect nothing are left alone.',
  },
  examples: {
    bad: [
      {
        text: { zh: '可以公开用户的个人信息，没有同意条件。', en: 'May publish people’s information without asking.' },
        kind: 'policy',
        code: '我们可以公开披露您的个人信息，无需另行取得您的同意。',
      },
    ],
    good: [
      {
        text: { zh: '未经单独同意不公开，法律要求的除外。', en: 'Not without separate consent, save where the law wants it.' },
        kind: 'policy',
        code: '未经您单独同意，我们不会公开披露您的个人信息；法律、行政法规要求公开的除外。',
      },
    ],
  },
  messages: {
    publishes: {
      zh: '隐私政策写明“{quote}”；不得公开处理的个人信息，取得单独同意的除外（《个人信息保护法》第二十五条），请复核公开的是哪些信息、是否取得单独同意',
      en: 'The policy says “{quote}”; personal information may not be published without separate consent (article 25 of the Personal Information Protection Law): review what is published and whether consent is asked',
    },
    absent: {
      zh: '隐私政策没有写是否公开披露个人信息以及公开的条件，建议补充（《个人信息保护法》第二十五条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy does not say whether and when personal information is published: better state it (article 25 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
    empty: {
      zh: '隐私政策提到披露或者公示，但没有写公开个人信息的条件，建议补充（《个人信息保护法》第二十五条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy speaks of disclosing or publishing but not of when it may: better state it (article 25 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
  },
  remedy: {
    zh: '写明未经单独同意不公开个人信息以及法律规定的例外；确需公开的，写明公开的信息、目的和取得单独同意的方式',
    en: 'Say that nothing is published without separate consent, and the exceptions of the law; where something must be, state what, why and how consent is asked',
  },
  *evaluate({ policy }) {
    const published = admitted(policy, 'discloses-publicly');
    if (published !== null) {
      const { quote, evidence } = published;
      yield { message: 'publishes', subject: 'PR-21', severity: 'review', data: { quote }, evidence };
      return;
    }
    if (NOT_PUBLISHED.test(policy.text)) return;
    yield* advisedProvision(policy, 'PR-21', '公开披露、公开、公示及其条件');
  },
});
