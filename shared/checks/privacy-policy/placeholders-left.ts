import { policyEvidence } from '../disclosure.ts';
import { quote } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/placeholders-left',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策残留模板占位符', en: 'Template placeholders are left in the policy' },
  messages: {
    left: {
      zh: '隐私政策有 {count} 处未替换的模板内容（如“{example}”），告知内容不完整，请要求补正（《个人信息保护法》第十七条要求真实、准确、完整）',
      en: 'The policy has {count} pieces of template text left (such as “{example}”), so the notice is incomplete: ask for a correction (article 17 of the Personal Information Protection Law wants it true, accurate and complete)',
    },
  },
  remedy: {
    zh: '把公司名称、应用名称、联系方式、日期等占位符替换为真实内容',
    en: 'Replace placeholders for company, app, contacts and dates with the facts',
  },
  *evaluate({ policy }) {
    const sure = policy.placeholders.filter((mention) => mention.confidence >= 0.7);
    const first = sure[0];
    if (first === undefined) return;
    const data = { count: sure.length, example: quote(policy.text.slice(...first.range)) };
    yield { message: 'left', subject: 'placeholders', data, evidence: policyEvidence(policy, sure) };
  },
});
