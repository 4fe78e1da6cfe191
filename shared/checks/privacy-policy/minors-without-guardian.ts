import { admitted, atMostReview } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/minors-without-guardian',
  clauses: ['sz2025-3'],
  basis: [
    { instrument: 'pipl', article: '31', verified: true },
    { instrument: 'sz-data-regulation', article: '20', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy', 'listing'],
  title: { zh: '允许未成年人不经监护人同意使用', en: 'Minors may sign up without a guardian' },
  explanation: {
    zh: '查找隐私政策中允许未成年人自行注册、使用，或者声明不核实年龄、不需要监护人同意的句子。处理不满十四周岁未成年人的个人信息应当取得监护人同意（《个人信息保护法》第三十一条，法律；《深圳经济特区数据条例》第二十条，特区法规）。已满十四周岁的未成年人可以自己同意，句子说的是哪个年龄段要由人判断，所以只交人工复核；句子有别的读法的只作提示。“不满十四周岁的，须经监护人同意”“本应用不面向未成年人”不是自认。实际是否核实年龄，静态检测看不到；没有写到未成年人的由“缺少未成年人个人信息处理规则”判断。',
    en: 'Looks for sentences that let minors sign up or use the app by themselves, or say that age is not asked for and no guardian needed. Handling information of those under fourteen takes a guardian’s consent (article 31 of the Personal Information Protection Law, a law; article 20 of the Data Regulation of the Shenzhen Special Economic Zone, a local law). Those of fourteen and older may consent themselves, and which ages a sentence means is for a person to see, so this goes to review, or is noted where the sentence may be read otherwise. “Under fourteen only with a guardian’s consent” and “not for minors” admit nothing. Whether ages are checked cannot be seen statically; silence on minors is the business of privacy-policy/minors-rules-missing.',
  },
  examples: {
    bad: [
      {
        text: { zh: '允许儿童自行注册。', en: 'Children may sign up by themselves.' },
        kind: 'policy',
        code: '未成年人可以自行注册和使用本应用，无需监护人同意。',
      },
    ],
    good: [
      {
        text: { zh: '须经监护人同意。', en: 'Only with a guardian’s consent.' },
        kind: 'policy',
        code: '不满十四周岁的未成年人，未经监护人同意不得注册和使用本应用。',
      },
    ],
  },
  messages: {
    admitted: {
      zh: '隐私政策写明“{quote}”；处理不满十四周岁未成年人的个人信息应当取得监护人同意（《个人信息保护法》第三十一条，《深圳经济特区数据条例》第二十条），请复核所指的年龄和实际做法',
      en: 'The policy says “{quote}”; handling information of those under fourteen takes a guardian’s consent (article 31 of the Personal Information Protection Law; article 20 of the Data Regulation of the Shenzhen Special Economic Zone): review which ages are meant and what is done',
    },
  },
  remedy: {
    zh: '对不满十四周岁的用户在收集前取得监护人同意，并在政策中写明怎样取得和核实',
    en: 'Obtain a guardian’s consent before collecting from those under fourteen, and say how it is asked for and checked',
  },
  *evaluate({ policy, listing }) {
    const found = admitted(policy, 'minors-without-guardian');
    if (found === null) return;
    const { audience } = listing.app;
    const declared = audience === 'children' ? [{ type: 'listing', field: 'app.audience', value: audience } as const] : [];
    yield {
      message: 'admitted',
      subject: 'PR-39',
      severity: atMostReview(found),
      data: { quote: found.quote },
      evidence: [...found.evidence, ...declared],
    };
  },
});
