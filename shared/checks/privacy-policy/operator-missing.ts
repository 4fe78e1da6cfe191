import { policyAbsence, policyEvidence } from '../disclosure.ts';
import { absenceSeverity } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/operator-missing',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策没有写明运营者', en: 'The policy does not name the operator' },
  messages: {
    absent: {
      zh: '隐私政策全文没有任何公司、机构或个人的名称，用户不知道由谁处理个人信息；处理者的名称是必须告知的事项（《个人信息保护法》第十七条）',
      en: 'No company, organisation or person is named anywhere in the policy, so nobody knows who handles the information; the name of the handler must be told (article 17 of the Personal Information Protection Law)',
    },
    unclear: {
      zh: '隐私政策出现了公司名称（{names}），但没有写明谁是运营者，请复核（《个人信息保护法》第十七条）',
      en: 'The policy names companies ({names}) but does not say which of them operates the app: to be reviewed (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在政策开头写明运营者的全称和注册地址，例如“本应用由××有限公司（以下简称‘我们’）运营”，并与备案主体、开发者实名一致',
    en: 'Name the operator in full with its registered address at the beginning, the same as in the filing and the developer account',
  },
  *evaluate({ policy }) {
    if (policy.operators.some((operator) => operator.confidence >= 0.6)) return;
    const absence = policyAbsence(policy, '公司名称、运营者、开发者、“以下简称我们”');
    if (policy.operators.length === 0) {
      yield { message: 'absent', subject: 'PR-02', severity: absenceSeverity(policy), evidence: [absence] };
      return;
    }
    const names = policy.operators.slice(0, 3).map((operator) => operator.name);
    yield {
      message: 'unclear',
      subject: 'PR-02',
      severity: 'review',
      data: { names: names.join('、') },
      evidence: [...policyEvidence(policy, policy.operators), absence],
    };
  },
});
