import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/contact-missing',
  clauses: ['sz2025-2', 'sz2025-15', 'pledge2021-8'],
  basis: [
    { instrument: 'pipl', article: '17, 52', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策没有联系方式', en: 'The policy gives no contact' },
  messages: {
    absent: {
      zh: '隐私政策全文没有邮箱、电话、联系地址或在线客服等任何一种联系方式；处理者的联系方式是必须告知的事项（《个人信息保护法》第十七条）',
      en: 'The policy gives no contact at all: no e-mail, telephone, address or online service; the contact of the handler must be told (article 17 of the Personal Information Protection Law)',
    },
    empty: {
      zh: '隐私政策提到“联系我们”，却没有给出可用的邮箱、电话、地址或在线客服（测试邮箱不算）；处理者的联系方式是必须告知的事项（《个人信息保护法》第十七条）',
      en: 'The policy says “contact us” but gives no working e-mail, telephone, address or online service (test mailboxes do not count); the contact of the handler must be told (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '写明至少一种有效联系方式，例如专用邮箱和客服电话，并写明受理个人信息问题的部门或负责人',
    en: 'Give at least one working contact, such as a mailbox and a telephone number, and who answers questions about personal information',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-03', '邮箱、电话、联系地址、在线客服');
  },
});
