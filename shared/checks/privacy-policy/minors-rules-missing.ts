import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { absenceSeverity } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/minors-rules-missing',
  clauses: ['sz2025-3', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '31', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'minors-online-regulation', article: '32', verified: true },
    { instrument: 'children-pi-provisions', article: '8-10', verified: false },
    { instrument: 'sz-data-regulation', article: '20, 30', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '缺少未成年人个人信息处理规则', en: 'No rules for minors’ information' },
  messages: {
    children: {
      zh: '上架信息声明面向儿童，隐私政策没有不满十四周岁未成年人的专门处理规则和监护人同意的内容；处理其个人信息应当制定专门规则并取得监护人同意（《个人信息保护法》第三十一条）',
      en: 'The listing says that the app is for children; the policy has no rules for those under fourteen and no guardian’s consent, both of which handling their information needs (article 31 of the Personal Information Protection Law)',
    },
    general: {
      zh: '隐私政策没有说明是否处理未成年人的个人信息以及监护人同意的要求，请核对应用是否可能有未成年用户（《个人信息保护法》第三十一条）',
      en: 'The policy does not say whether minors’ information is handled and that guardians must agree: check whether the app may have young users (article 31 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '制定不满十四周岁未成年人个人信息的专门处理规则，写明监护人同意、查阅更正删除、存储和投诉等内容；不面向未成年人的，明确说明',
    en: 'Write rules for those under fourteen: guardian’s consent, access, correction, deletion, storage, complaints; or say plainly that the app is not for minors',
  },
  *evaluate({ policy, listing }) {
    const { state, places } = provisionOf(policy, 'PR-39');
    if (state === 'substance') return;
    const evidence = [...policyEvidence(policy, places, 2), policyAbsence(policy, '未成年人、儿童、不满十四周岁、监护人同意')];
    const audience = listing.app.audience;
    if (audience === 'children') {
      const declared = { type: 'listing', field: 'app.audience', value: audience } as const;
      yield { message: 'children', subject: 'PR-39', severity: absenceSeverity(policy), evidence: [declared, ...evidence] };
    } else {
      const severity = state === 'absent' && audience !== 'adults' ? 'review' : 'warn';
      yield { message: 'general', subject: 'PR-39', severity, evidence };
    }
  },
});
