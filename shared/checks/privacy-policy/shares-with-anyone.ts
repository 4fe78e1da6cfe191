import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/shares-with-anyone',
  clauses: ['sz2025-13', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '12, 21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '五.1-3', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策允许向任意第三方提供个人信息', en: 'The policy allows giving information to anyone' },
  explanation: {
    zh: '查找隐私政策中可以把个人信息提供给任意第三方、把提供视为已经同意，或者声称不经同意即可提供的句子。向他人提供个人信息应当告知接收方的名称、目的、方式和种类并取得单独同意（《个人信息保护法》第二十三条，法律；《网络数据安全管理条例》第十二条、第二十一条，行政法规），这样写即是政策自认，可以驳回；未经同意向他人提供也是执法认定的一类（《App违法违规收集使用个人信息行为认定方法》第五类，条号须核对）。“不会向任何第三方提供”“经您单独同意后提供”、法律规定的例外情形、匿名化或统计数据，以及他人的行为，都不算。实际有没有提供、提供给了谁，静态检测看不到。',
    en: 'Looks for sentences that allow giving personal information to any third party, take giving it away as agreed, or claim to need no consent. Giving information to others needs notice of recipient, purpose, means and kinds, and separate consent (article 23 of the Personal Information Protection Law, a law; articles 12 and 21 of the Regulation on Network Data Security, a regulation), so such a sentence is an admission and may reject; giving without consent is also a section of its own in enforcement (section 5 of the 2019 identification methods, verify the items). “We give nothing to any third party”, “after your separate consent”, exceptions made by law, anonymised or statistical data, and what others do, do not count. Whether anything was really given, and to whom, cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '可以提供给任何第三方。', en: 'Information may go to any third party.' },
        kind: 'policy',
        code: '我们可以将您的个人信息提供给任何第三方。',
      },
    ],
    good: [
      {
        text: { zh: '列明接收方并取得单独同意。', en: 'Names the recipient and asks for separate consent.' },
        kind: 'policy',
        code: '经您单独同意后，我们才会向顺丰速运提供您的收货地址，用于配送；除此之外，我们不会向任何第三方提供您的个人信息。',
      },
    ],
  },
  messages: {
    anyone: {
      zh: '隐私政策写明“{quote}”；向他人提供个人信息应当告知接收方等事项并取得单独同意（《个人信息保护法》第二十三条）',
      en: 'The policy says “{quote}”; giving information to others needs notice of the recipient and separate consent (article 23 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '列明接收方的名称、联系方式、目的、方式和信息种类，写明取得单独同意后才提供',
    en: 'Name the recipients, their contacts, purposes, means and kinds of information, and give only after separate consent',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'shares-with-anyone');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'anyone', subject: 'PR-19', severity, data: { quote: found.quote }, evidence };
  },
});
