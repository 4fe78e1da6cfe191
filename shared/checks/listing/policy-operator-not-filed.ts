import { comparableName, relationOfOperators } from '../comparable-name.ts';
import { policyEvidence } from '../disclosure.ts';
import { filedRecord, filingEvidence } from '../filing-record.ts';
import { comparablePolicyText } from '../policy-text.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/policy-operator-not-filed',
  clauses: ['sz2025-2', 'platform2025-2'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing', 'policy', 'filing'],
  title: { zh: '隐私政策的运营者不是备案主办者', en: 'The policy’s operator is not that of the filing' },
  explanation: {
    zh: '隐私政策应当写明个人信息处理者的名称（《个人信息保护法》第十七条，法律），APP备案登记的主办者应当是真实的开发运营者（《反电信网络诈骗法》第二十三条，法律；工信部信管〔2023〕105号，条款须核对）。本规则把政策写明的运营者与备案主办者比对：全文没有提到备案主办者，写明的运营者与它也没有关联的，转人工复核，可能误用了其他应用的政策，也可能实际运营者没有备案。名称按人的习惯比较，同一字号的关联公司不算不同。政策没有写运营者的由其他规则判断；没有接入备案库的不判断。',
    en: 'A policy must name who handles the information (article 17 of the Personal Information Protection Law, a law), and the operator of a filing must be who really operates the app (article 23 of the Law against Telecom and Online Fraud, a law; MIIT Xinguan [2023] No. 105, verify the article). The rule compares the two: where the policy never names the filed operator and the one it names is not related to it, a person looks; the policy may be another app’s, or the real operator not filed. Names are compared as people do, and companies of one trade name are not others. A policy that names nobody is judged by another rule; without a registry nothing is judged.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '备案主办者是示例科技（深圳）有限公司，政策写的是另一家公司。',
          en: 'Filed by one company, the policy is another’s.',
        },
        code: '本应用由北京另名网络科技有限公司运营。',
      },
    ],
    good: [
      {
        text: { zh: '政策写明的运营者就是备案主办者。', en: 'The policy names the operator of the filing.' },
        code: '本应用由示例科技（深圳）有限公司运营。',
      },
    ],
  },
  messages: {
    other: {
      zh: '隐私政策写明的运营者是“{named}”，全文没有提到备案号 {number} 的主办者“{filed}”；请核对政策是否属于本应用、实际运营者是否已经备案（《个人信息保护法》第十七条，《反电信网络诈骗法》第二十三条）',
      en: 'The policy names “{named}” as operator and nowhere “{filed}”, that of the filing {number}; is it this app’s policy, and is the real operator filed? (article 17 of the Personal Information Protection Law, article 23 of the Law against Telecom and Online Fraud)',
    },
  },
  remedy: {
    zh: '使隐私政策写明的运营者与备案主办者一致；由关联公司运营的，在政策中写明二者关系，或者变更备案',
    en: 'Name the filed operator in the policy; where a related company operates the app, say how they are related, or change the filing',
  },
  applies: ({ records }) => filedRecord(records) !== null,
  *evaluate({ policy, records }) {
    const record = filedRecord(records);
    const operators = policy.operators.filter(({ confidence }) => confidence >= 0.85);
    const [best] = operators;
    if (record === null || best === undefined || comparableName(record.operator) === '') return;
    if (operators.some(({ name }) => relationOfOperators(name, record.operator) !== 'other')) return;
    if (comparablePolicyText(policy).includes(comparableName(record.operator))) return;
    yield {
      message: 'other',
      subject: 'operator',
      data: { named: best.name, filed: record.operator, number: record.number },
      evidence: [...policyEvidence(policy, [best]), filingEvidence(record, 'operator', record.operator)],
    };
  },
});
