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
