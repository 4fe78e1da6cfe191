import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { absenceSeverity, collectsNothing } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/minors-rules-missing',
  clauses: ['sz2025-3', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '31', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'children-pi-provisions', article: '8-10', verified: false },
    { instrument: 'sz-data-regulation', article: '20, 30', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '缺少未成年人个人信息处理规则', en: 'No rules for minors’ information' },
  explanation: {
    zh: '在隐私政策中寻找关于未成年人的内容：监护人同意、专门的儿童规则，或者明确说明不面向未成年人。处理不满十四周岁未成年人的个人信息，应当取得监护人同意并制定专门的处理规则（《个人信息保护法》第三十一条，《网络数据安全管理条例》第二十一条，法律、行政法规；《儿童个人信息网络保护规定》另有细化，条号须核对）；深圳经济特区数据条例第二十条对监护人的明示同意另有要求。上架信息声明面向儿童而政策没有这些内容的，可以驳回；一般应用没有提到的交人工复核，仅面向成年人的只作提示。“我们关爱未成年人”而没有规则和监护人同意的，只算有词语。用户实际年龄和是否真的征得监护人同意，静态检测看不到。',
    en: 'Looks in the policy for what it says of minors: a guardian’s consent, rules of their own for children, or a plain statement that the app is not for them. Handling information of those under fourteen needs a guardian’s consent and dedicated rules (article 31 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation; the Provisions on the Online Protection of Children’s Personal Information say more, verify the articles); article 20 of the Data Regulation of the Shenzhen Special Economic Zone also asks for the guardian’s express consent. An app that the listing declares to be for children may be rejected without them; for a general app a person looks, for one for adults it is a warning. “We care about minors” without rules and guardian is only a word. How old users are and whether guardians are really asked cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '只表示关爱，没有规则，也没有监护人同意。',
          en: 'Cares about children, and has neither rules nor a guardian’s consent.',
        },
        kind: 'policy',
        code: '我们十分关爱未成年人的健康成长。',
      },
    ],
    good: [
      {
        text: {
          zh: '监护人同意、监护人的权利和专门规则。',
          en: 'A guardian’s consent, the guardian’s rights and rules for children.',
        },
        kind: 'policy',
        code: '不满十四周岁的用户须由监护人阅读并同意后使用；监护人可以查阅、更正、删除孩子的信息，详见《示例应用儿童个人信息保护规则》。',
      },
    ],
  },
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
      // Where nothing at all is collected there is nothing that rules of their own could be about; whether that is true a person sees.
      const severity = collectsNothing(policy) ? 'review' : absenceSeverity(policy);
      yield { message: 'children', subject: 'PR-39', severity, evidence: [declared, ...evidence] };
    } else {
      const severity = state === 'absent' && audience !== 'adults' ? 'review' : 'warn';
      yield { message: 'general', subject: 'PR-39', severity, evidence };
    }
  },
});
