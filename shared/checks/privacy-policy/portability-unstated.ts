import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/portability-unstated',
  clauses: ['sz2025-14'],
  basis: [
    { instrument: 'pipl', article: '45', verified: true },
    { instrument: 'network-data-regulation', article: '21, 25', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有写转移个人信息的途径', en: 'The policy does not tell how information can be transferred' },
  explanation: {
    zh: '在隐私政策中寻找个人把自己的个人信息转移给其他处理者（可携带权）的说明。符合国家网信部门规定条件的转移请求，处理者应当提供转移的途径（《个人信息保护法》第四十五条、《网络数据安全管理条例》第二十五条），处理规则中应当写明转移等权利的方法和途径（该条例第二十一条，行政法规）。写明可以申请、通过什么方式申请，或者“符合条件的，我们会提供转移途径”都算；公司合并、分立时的信息转移，信息向境外、服务器之间的传输，都不是这项权利。多数政策尚未写到，缺少它不影响其他权利的行使，所以只作提示，商店可以提高到复核；政策没有读全、篇幅很短或者写明不收集个人信息的不提示。请求能否真正实现，静态检测看不到。',
    en: 'Looks in the policy for how people can have their information transferred to another handler. Where the conditions of the state cyberspace authority are met a way must be offered (article 45 of the Personal Information Protection Law; article 25 of the Regulation on Network Data Security), and the rules must tell the ways to exercise this right among the others (article 21 of that regulation). That it can be asked for and how, or “where the conditions are met we offer a way”, counts; what happens in a merger, and transfers abroad or between servers, are something else. Most policies do not speak of it yet and the other rights do not depend on it, so it is a warning, which a store may raise to review; policies that are short, not wholly read, or say that nothing is collected are left alone. Whether a request is met cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只写了公司合并时的信息转移。', en: 'Speaks of transfer only for the case of a merger.' },
        kind: 'policy',
        code: '如发生合并、收购或破产清算，涉及个人信息转移的，我们会要求接收方继续受本政策约束。',
      },
    ],
    good: [
      {
        text: { zh: '写明可以申请转移以及向谁申请。', en: 'Says that transfer can be asked for, and of whom.' },
        kind: 'policy',
        code: '您可以发送邮件至 privacy@shili.cn，申请将您的个人信息转移至您指定的其他处理者；符合国家网信部门规定条件的，我们会提供转移的途径。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写个人怎样请求转移个人信息；处理规则应当写明转移的方法和途径（《网络数据安全管理条例》第二十一条，《个人信息保护法》第四十五条），建议补充',
      en: 'The policy does not say how people can have their information transferred; the rules must tell the way (article 21 of the Regulation on Network Data Security; article 45 of the Personal Information Protection Law): better complete it',
    },
    empty: {
      zh: '隐私政策有“转移”“副本”等词语，但没有写个人怎样请求把自己的信息转移给其他处理者（《网络数据安全管理条例》第二十一条，《个人信息保护法》第四十五条），建议补充',
      en: 'The policy has words such as “transfer” or “copy” but does not say how people can have their information transferred to another handler (article 21 of the Regulation on Network Data Security; article 45 of the Personal Information Protection Law): better complete it',
    },
  },
  remedy: {
    zh: '写明符合条件时个人可以申请转移个人信息，以及申请的途径',
    en: 'Say that transfer may be asked for where the conditions are met, and by which way',
  },
  *evaluate({ policy }) {
    yield* advisedProvision(policy, 'PR-32', '转移、可携带、转移至您指定的处理者');
  },
});
