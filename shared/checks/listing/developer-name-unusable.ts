import { comparableName } from '../comparable-name.ts';
import { rule } from '../rule.ts';

/** The whole name, as people compare names: what stands where a name should. */
const FILLER =
  /^(?:无|暂无|没有|未知|待定|待补充|待填写|测试|测试(?:公司|账号|帐号|用户|开发者|主体|企业)\d*|公司|公司名称|企业名称|开发者|开发者名称|个人开发者|个人|主体名称|姓名|名称|null|none|na|nil|undefined|unknown|test\d*|tester|testing|testuser|demo|admin|administrator|user|root|developer|developername|yourname|yourcompany|yourcompanyname|company|companyname|companyltd|asdf\w*|qwer\w*|abc|abcd|aaa+|xx+|某某\p{Script=Han}*|x{2,}(?:公司|科技|网络|有限|技术|信息)\p{Script=Han}*|\d+)$/u;
/** Brackets that a template leaves around a word to be replaced, and crosses in place of characters. */
const TEMPLATE =
  /[[【{<]\s*(?:公司|企业|开发者|主体|运营者|company|developer|name|your)[^\]】}>]*[\]】}>]|×{2,}|\$\{|\{\{|_{3,}|\*{2,}/i;

export default rule({
  id: 'listing/developer-name-unusable',
  clauses: ['platform2025-2', 'sz2025-2'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'app-information-service-2022', article: '19', verified: false },
    { instrument: 'miit-164-2020', article: '应用分发平台上的APP信息明示', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '开发者名称缺失或为占位内容', en: 'Developer’s name missing or a filler' },
  explanation: {
    zh: '看上架信息有没有写明开发者的名称，写的是不是“测试”“XX公司”“开发者名称”一类的占位内容。应用分发平台应当登记并核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条，法律），商店页面也应当写明开发者（工信部信管函〔2020〕164号，条款须核对）。占位内容转人工复核；没有填写的只作提示，因为商店可能在账号系统里另有登记。名称是否真实，静态检查看不出来。',
    en: 'Looks whether the listing names the developer, and whether the name is a filler such as “test”, “XX company” or “developer name”. Stores must register and verify who really develops and operates an app (article 23 of the Law against Telecom and Online Fraud, a law), and their pages must name the developer (MIIT notice [2020] No. 164, verify the article). A filler goes to a person; a missing name is a warning, because the store may have it with the account. Whether a name is true cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '模板没有替换。', en: 'A template was not filled in.' },
        code: '"developer": { "id": "dev-42", "name": "XX科技有限公司" }',
      },
    ],
    good: [
      {
        text: { zh: '营业执照上的全称。', en: 'The full name on the business licence.' },
        code: '"developer": { "id": "dev-42", "name": "示例科技（深圳）有限公司" }',
      },
    ],
  },
  messages: {
    missing: {
      zh: '上架信息没有写明开发者名称；应用分发平台应当登记并核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条），页面应当写明开发者（工信部信管函〔2020〕164号，条款须核对）',
      en: 'The listing does not name the developer; stores must register and verify who operates an app (article 23 of the Law against Telecom and Online Fraud), and pages must name the developer (MIIT notice [2020] No. 164, verify the article)',
    },
    filler: {
      zh: '开发者名称“{name}”像是占位内容，不能据以核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条），请填写营业执照或者身份证件上的名称',
      en: 'The developer’s name “{name}” looks like a filler and does not tell who operates the app (article 23 of the Law against Telecom and Online Fraud); give the name on the business licence or identity document',
    },
  },
  remedy: {
    zh: '填写与实名认证、备案一致的开发者全称',
    en: 'Give the developer’s full name as verified and filed',
  },
  *evaluate({ listing: { developer } }) {
    const evidence = { type: 'listing', field: 'developer.name' } as const;
    const name = developer.name ?? '';
    const comparable = comparableName(name);
    if (name === '') {
      yield { message: 'missing', subject: 'developer.name', severity: 'warn', evidence: [evidence] };
    } else if (comparable === '' || FILLER.test(comparable) || TEMPLATE.test(name.normalize('NFKC'))) {
      yield { message: 'filler', subject: 'developer.name', data: { name }, evidence: [{ ...evidence, value: name }] };
    }
  },
});
