import { policyAbsence, policyEvidence } from '../disclosure.ts';
import { quote } from '../policy-admissions.ts';
import { absenceSeverity } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** Ways in which people who develop alone name themselves; the reader may not know the name that stands there. */
const SOMEBODY = /[^。\n]{0,20}(?:作者|出品|工作室|独立开发|个人开发)[^。\n]{0,20}/;

/** Words by which somebody says that the app is theirs. */
const OWNS = /开发|运营|经营|提供|制作|作者|我叫|我是|我们是/u;

/** Whether the text names the developer of the listing as who makes or runs the app: 我叫王若溪，是墨读的个人开发者. */
function introduces(text: string, developer: string): boolean {
  const at = developer.length < 2 ? -1 : text.indexOf(developer);
  return at >= 0 && OWNS.test(text.slice(Math.max(0, at - 20), at + developer.length + 30));
}

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
  explanation: {
    zh: '在隐私政策中寻找运营者的名称：公司、机构、工作室、个体工商户或者个人开发者。处理者的名称是必须告知的事项（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条，法律、行政法规），全文没有任何主体名称的可以驳回。“××公司（以下简称我们）”“运营者：……”“由……开发并运营”都算写明；只有应用名称或者“我们”不算。第三方SDK清单中的公司是他人，不能代替运营者；出现了公司名称但分不清谁是运营者的，或者有“作者”“独立开发”一类表述而没有认出名称的，交人工复核。名称是否与备案、营业执照一致，由上架信息的规则和平台核验。',
    en: 'Looks in the policy for the name of the operator: a company, an organisation, a studio, a sole trader or a person. The name of the handler must be told (article 17 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation), so a policy that names nobody may be rejected. “X Co., Ltd. (hereinafter “we”)”, “Operator: …” and “developed and operated by …” count; the app’s name alone or “we” do not. Companies in a list of SDKs are others and no substitute; where companies are named but not which of them operates the app, or words such as “author” stand without a name that was made out, a person looks. Whether the name agrees with filing and licence is checked by the rules on listings and by the platform.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只说“我们”，没有说是谁。', en: 'Speaks of “we” and never says who that is.' },
        kind: 'policy',
        code: '欢迎使用本应用，我们会尽力保护您的信息。',
      },
    ],
    good: [
      {
        text: { zh: '写明运营者全称和地址。', en: 'The operator’s full name and address.' },
        kind: 'policy',
        code: '本应用由示例科技（深圳）有限公司（以下简称“我们”）开发并运营，注册地址：深圳市南山区科技路1号。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '读到的隐私政策中没有任何公司、机构或个人的名称，用户不知道由谁处理个人信息；处理者的名称是必须告知的事项（《个人信息保护法》第十七条）',
      en: 'No company, organisation or person is named anywhere in the policy, so nobody knows who handles the information; the name of the handler must be told (article 17 of the Personal Information Protection Law)',
    },
    hinted: {
      zh: '没有认出隐私政策写明的运营者名称，但有可能写到开发者的表述（“{words}”），请人工判断是否写明了处理者的名称（《个人信息保护法》第十七条）',
      en: 'No name of an operator was made out in the policy, but some words may name the developer (“{words}”): judge by eye whether the handler is named (article 17 of the Personal Information Protection Law)',
    },
    unclear: {
      zh: '隐私政策出现了名称（{names}），但不能确定其中有运营者的全称，请复核处理者的名称是否写明（《个人信息保护法》第十七条）',
      en: 'The policy holds names ({names}), none of which is surely the full name of the operator: review whether the handler is named (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在政策开头写明运营者的全称和注册地址，例如“本应用由××有限公司（以下简称‘我们’）运营”，并与备案主体、开发者实名一致',
    en: 'Name the operator in full with its registered address at the beginning, the same as in the filing and the developer account',
  },
  *evaluate({ policy, listing }) {
    if (policy.operators.some((operator) => operator.confidence >= 0.6)) return;
    const absence = policyAbsence(policy, '公司名称、运营者、开发者、“以下简称我们”');
    if (policy.operators.length === 0) {
      // `listing` may be null: this rule needs the policy only.
      const developer: string | undefined = listing?.developer.name;
      if (developer !== undefined && introduces(policy.text, developer)) return;
      const named = developer !== undefined && policy.text.includes(developer) ? developer : SOMEBODY.exec(policy.text)?.[0];
      if (named !== undefined) {
        const data = { words: quote(named) };
        yield { message: 'hinted', subject: 'PR-02', severity: 'review', data, evidence: [absence] };
        return;
      }
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
