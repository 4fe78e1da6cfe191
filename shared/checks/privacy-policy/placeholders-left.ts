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
  explanation: {
    zh: '查找隐私政策中没有替换的模板内容：XX公司、【应用名称】、YYYY年MM月DD日、example.com 邮箱、“待补充”等。告知应当真实、准确、完整（《个人信息保护法》第七条、第十七条，法律），残留占位符说明政策没有写完，往往连运营者、联系方式都是空的。占位符本身不证明缺了哪一项，所以最多交人工复核；缺少联系方式、运营者等由各自的规则判断。举例中的“如XX公司”、密码输入框的星号、正常书写的字母，不算或者把握不足而不报。',
    en: 'Looks for template text that nobody replaced: XX Co., [app name], YYYY-MM-DD, mailboxes at example.com, “to be completed”. Notice must be true, accurate and complete (articles 7 and 17 of the Personal Information Protection Law, a law); placeholders show that the policy is unfinished, and often operator and contact are among them. A placeholder does not prove which item is missing, so a person looks at most; missing contacts or operators are the business of their own rules. Invented examples (“such as XX Co.”) are less sure and not reported.',
  },
  examples: {
    bad: [
      {
        text: { zh: '模板没有填完。', en: 'A template that was not filled in.' },
        kind: 'policy',
        code: '本应用由XX公司开发并运营，【应用名称】的更新日期为YYYY年MM月DD日。',
      },
    ],
    good: [
      {
        text: { zh: '替换为真实的名称和日期。', en: 'The real name.' },
        kind: 'policy',
        code: '本应用由示例科技（深圳）有限公司开发并运营。',
      },
    ],
  },
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
