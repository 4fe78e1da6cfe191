import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/purposes-missing',
  clauses: ['sz2025-2', 'sz2025-4', 'pledge2021-1'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策没有写明收集什么、为了什么', en: 'The policy does not say what is collected and why' },
  explanation: {
    zh: '在隐私政策中寻找“哪项功能收集哪些信息、用于什么目的”的对应说明，句子和表格都可以。处理目的、方式和个人信息的种类是必须告知的核心内容（《个人信息保护法》第七条、第十七条，《网络数据安全管理条例》第二十一条，法律、行政法规）；没有逐一列出属于执法认定的情形（《App违法违规收集使用个人信息行为认定方法》第二类第1项，执法认定依据），因此可以驳回。至少要有两处把具体信息和目的写在一起，才算开始逐项列明；“为了改善服务我们会收集必要的信息”这样的笼统说法不算，但交人工复核而不直接驳回。写明不收集任何个人信息的，没有目的可写，只交人工复核。列出的目的是否属实、收集是否超出目的，要由权限、SDK 和行为规则以及动态检测判断。',
    en: 'Looks in the policy for pairs of function, information and purpose, in sentences or tables. Purposes, means and kinds of information are the core of what must be told (articles 7 and 17 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation); not listing them one by one is named in enforcement (section 2(1) of the 2019 identification methods); so the rule may reject. At least two places must join concrete information and its purpose before a list has begun; “to improve our service we collect necessary information” does not count, but goes to a person instead of rejecting. Where the policy says that nothing is collected there is no purpose to tell, and a person looks at most. Whether the purposes are true and collection stays within them is for the rules on permissions, SDKs and behaviour, and for tests of the running app.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只有笼统的说法。', en: 'Only a general statement.' },
        kind: 'policy',
        code: '为了更好地服务用户，我们会收集一些必要的信息。',
      },
    ],
    good: [
      {
        text: { zh: '逐项写明功能、信息和目的。', en: 'Function, information and purpose, one by one.' },
        kind: 'policy',
        code: '当您注册登录时，我们收集您的手机号码，用于创建账号和验证身份。\n当您使用附近功能时，我们在您授权后获取位置信息，用于展示周边内容。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '读到的隐私政策中没有“功能—信息—目的”的对应说明；收集使用规则应当逐一列明目的、方式和范围（《App违法违规收集使用个人信息行为认定方法》第二类，《个人信息保护法》第十七条）',
      en: 'Nowhere does the policy pair functions with the information they need and its purpose; purposes, means and scope must be listed one by one (section 2 of the 2019 identification methods; article 17 of the Personal Information Protection Law)',
    },
    empty: {
      zh: '隐私政策只笼统提到收集使用，没有逐项写明哪项功能收集哪些信息、用于什么目的（《App违法违规收集使用个人信息行为认定方法》第二类，《个人信息保护法》第十七条）',
      en: 'The policy speaks of collection only in general terms and does not say which function collects what for which purpose (section 2 of the 2019 identification methods; article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '按业务功能逐项写明收集的信息、目的、方式，以及不提供的后果',
    en: 'List for every function the information collected, its purpose and means, and what happens when it is not given',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-06', '按业务功能写明收集的信息、目的和方式');
  },
});
