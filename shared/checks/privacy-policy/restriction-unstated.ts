import { advisedProvision } from '../policy-advice.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/restriction-unstated',
  clauses: ['sz2025-14'],
  basis: [
    { instrument: 'pipl', article: '44, 48', verified: true },
    { instrument: 'network-data-regulation', article: '21, 23', verified: true },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: {
    zh: '隐私政策没有写限制、拒绝处理和要求解释说明的权利',
    en: 'The policy is silent on restricting, refusing and having explained',
  },
  explanation: {
    zh: '在隐私政策中寻找个人限制或者拒绝处理、要求对处理规则解释说明的权利。个人对处理享有知情权、决定权，有权限制或者拒绝他人处理，有权要求解释说明（《个人信息保护法》第四十四条、第四十八条，法律）；处理规则应当写明限制处理等权利的方法和途径，处理者应当便捷地支持（《网络数据安全管理条例》第二十一条、第二十三条，行政法规）。写明其中任何一项可以怎样要求，或者写明知情权、决定权的都算；“除非法律限制”“请您了解以下说明”只是有这些词语。查阅、更正、删除、撤回同意另有规则，缺少它们才影响审核结论；本条只作提示，商店可以提高到复核。政策没有读全、篇幅很短或者写明不收集个人信息的不提示。',
    en: 'Looks in the policy for the rights to restrict or refuse processing and to have the rules explained. People decide on the processing of their information, may restrict or refuse it, and may have the rules explained (articles 44 and 48 of the Personal Information Protection Law, a law); the rules must tell the ways, and handlers must make them easy (articles 21 and 23 of the Regulation on Network Data Security, a regulation). Any one of them with how it can be asked for counts, and so do the rights to know and to decide; “unless restricted by law” or “please note the following explanations” are only the words. Access, correction, deletion and withdrawal have rules of their own, which decide; this one warns, and a store may raise it to review. Policies that are short, not wholly read, or say that nothing is collected are left alone.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只有“限制”这个词，与权利无关。', en: 'The word “restrict”, and nothing of a right.' },
        kind: 'policy',
        code: '在法律法规允许的限制范围内，我们努力保护信息安全。',
      },
    ],
    good: [
      {
        text: { zh: '写明可以限制、拒绝处理和要求解释。', en: 'Restricting, refusing and explaining are offered.' },
        kind: 'policy',
        code: '您有权限制或者拒绝我们处理您的部分信息，并可以通过客服要求我们解释本政策。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写个人限制或者拒绝处理、要求解释说明的权利和途径（《个人信息保护法》第四十四条、第四十八条，《网络数据安全管理条例》第二十一条），建议补充',
      en: 'The policy says nothing of the rights to restrict or refuse processing and to have the rules explained (articles 44 and 48 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security): better complete it',
    },
    empty: {
      zh: '隐私政策出现“限制”“拒绝”“说明”等词语，但没有写个人可以限制或者拒绝处理、要求解释说明（《个人信息保护法》第四十四条、第四十八条，《网络数据安全管理条例》第二十一条），建议补充',
      en: 'The policy has words such as “restrict” or “explain” but does not say that people may restrict or refuse processing or have the rules explained (articles 44 and 48 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security): better complete it',
    },
  },
  remedy: {
    zh: '写明个人可以要求限制或者拒绝处理、要求解释说明处理规则，以及提出要求的途径',
    en: 'Say that people may have processing restricted or refused and the rules explained, and by which way',
  },
  *evaluate({ policy }) {
    yield* advisedProvision(policy, 'PR-33', '限制处理、拒绝处理、解释说明、知情权、决定权');
  },
});
