import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/date-missing',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.2', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有生效或更新日期', en: 'The policy has no date' },
  explanation: {
    zh: '在隐私政策中寻找生效日期、更新日期或发布日期。没有日期，用户和审核人员都无法判断这是不是现行版本、变更有没有告知（与《个人信息保护法》第十七条、《App违法违规收集使用个人信息行为认定方法》第二类第2项有关）；法律没有直接要求写日期，写明日期来自推荐性标准 GB/T 35273-2020（条款须核对），所以本规则最多交人工复核。写有“更新日期：”而后面空着的，按没有处理；任何一种可识别的年月日都算。正文中讲事件、法律的日期不作为政策的日期。日期是否真实，静态检测看不到。',
    en: 'Looks in the policy for a date on which it took effect, was updated or published. Without one neither users nor reviewers can tell whether it is current and whether changes were told (which touches article 17 of the Personal Information Protection Law and section 2(2) of the 2019 identification methods); no law asks for the date itself, it comes from a recommended standard (GB/T 35273-2020, verify the clause), so the rule goes no further than review. “Updated on:” with nothing behind it counts as none; any year, month and day that can be read counts. Dates of events or laws in the text are not the policy’s. Whether the date is true cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '有“更新日期”字样，没有填。', en: 'The words for a date with nothing behind them.' },
        kind: 'policy',
        code: '更新日期：',
      },
    ],
    good: [
      {
        text: { zh: '写明更新日期和生效日期。', en: 'The dates of update and effect.' },
        kind: 'policy',
        code: '更新日期：2026年3月1日，生效日期：2026年3月8日',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写生效日期或更新日期，无法判断是否为现行版本，也看不出变更是否已经告知（《个人信息保护法》第十七条），请要求补充（GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy has neither an effective nor an update date, so nobody can tell whether it is current and whether changes were told (article 17 of the Personal Information Protection Law): ask for it (GB/T 35273-2020, recommended, verify the clause)',
    },
    empty: {
      zh: '隐私政策有“生效日期”“更新日期”等字样，但没有填写日期，看不出变更是否已经告知（《个人信息保护法》第十七条），请要求补充（GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy has the words for a date but no date, so nobody can tell whether changes were told (article 17 of the Personal Information Protection Law): ask for it (GB/T 35273-2020, recommended, verify the clause)',
    },
  },
  remedy: {
    zh: '在政策开头写明更新日期、生效日期和版本',
    en: 'Give the update date, the effective date and the version at the top',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-04', '生效日期、更新日期');
  },
});
