import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/shares-with-anyone',
  clauses: ['sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '12, 21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '五.1-3', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策允许向任意第三方提供个人信息', en: 'The policy allows giving information to anyone' },
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
