import { policyEvidence } from '../disclosure.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/sdk-list-incomplete',
  clauses: ['sz2025-2', 'sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'pipl', article: '17, 23', verified: true },
    { instrument: 'gbt-35273-2020', article: '9.7', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '第三方SDK清单缺少必要内容', en: 'The list of SDKs lacks what it must tell' },
  messages: {
    incomplete: {
      zh: '第三方SDK清单 {total} 项中有 {bare} 项没有写目的或收集的信息（如 {names}），请要求补齐（《网络数据安全管理条例》第二十一条，《个人信息保护法》第二十三条）',
      en: '{bare} of the {total} SDKs listed have no purpose or no information collected (such as {names}): ask for the rest (article 21 of the Regulation on Network Data Security; article 23 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '为每个SDK补齐运营方、目的、收集的信息种类、方式和隐私政策链接',
    en: 'Complete every entry: operator, purpose, kinds of information, means and a link to the policy',
  },
  applies: ({ policy }) => policy.sdkRows.some((row) => row.confidence >= 0.8),
  *evaluate({ policy }) {
    const rows = policy.sdkRows.filter((row) => row.confidence >= 0.8);
    const bare = rows.filter((row) => row.purpose === '' || row.types === '');
    if (bare.length === 0) return;
    const names = bare.slice(0, 3).map((row) => row.name.slice(0, 30));
    yield {
      message: 'incomplete',
      subject: 'PR-16',
      // A gap in most entries is a defect of the list; in a few it may be how the table was read.
      severity: bare.length * 2 > rows.length ? 'review' : 'warn',
      data: { total: rows.length, bare: bare.length, names: names.join('、') },
      evidence: policyEvidence(policy, bare),
    };
  },
});
