import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/storage-place-unstated',
  clauses: ['sz2025-2', 'pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有写存储地点', en: 'The policy does not say where information is stored' },
  messages: {
    absent: {
      zh: '隐私政策没有写个人信息的存储地点（境内或境外），请要求补充（处理方式的告知，《个人信息保护法》第十七条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy does not say where personal information is stored (inside the country or abroad): ask for it (notice of the means of processing, article 17 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
    empty: {
      zh: '隐私政策提到存储，但没有写明存储地点（境内或境外），请要求补充（处理方式的告知，《个人信息保护法》第十七条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy speaks of storage but not of its place (inside the country or abroad): ask for it (notice of the means of processing, article 17 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
  },
  remedy: {
    zh: '写明个人信息存储在境内；确需出境的，写明接收方和依据',
    en: 'State that information is stored inside the country, or the recipient and legal ground where it goes abroad',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-22', '存储地点、境内、中国大陆');
  },
});
