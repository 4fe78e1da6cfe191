import { maybeReachable, missingProvision } from '../policy-presence.ts';
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
  explanation: {
    zh: '在隐私政策中寻找至少一种可以使用的联系方式：邮箱、电话、联系地址或在线客服入口。处理者的联系方式是必须告知的事项（《个人信息保护法》第十七条、第五十二条，《网络数据安全管理条例》第二十一条，法律、行政法规），全文没有的可以驳回。“请联系我们”而没有写怎样联系，以及 example.com、xxx@xx.com 之类的测试或占位邮箱，都不算；只有公众号、QQ群等渠道的，是否有效由人判断。只有全文读到、篇幅够长且以中文为主时，找不到才会驳回；联系方式可能在没有读到的图片或链接里时，交人工复核。邮箱能否收到、电话是否接通，静态检测看不到。',
    en: 'Looks in the policy for at least one contact that can be used: e-mail, telephone, postal address or an online service desk. The contact of the handler is something that must be told (articles 17 and 52 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation), so a policy without any may be rejected. “Contact us” without saying how, and mailboxes for tests such as those at example.com, do not count; whether a public account or a group alone will do is for a person. Silence rejects only where the whole policy was read, is long enough and mainly Chinese; where a contact may stand in images or links that were not read, a person looks. Whether the mailbox is read and the telephone answered cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '说了联系我们，没有说怎样联系。', en: '“Contact us” without a contact.' },
        kind: 'policy',
        code: '如您对本政策有任何疑问，请随时联系我们。',
      },
    ],
    good: [
      {
        text: { zh: '给出邮箱、电话和负责部门。', en: 'A mailbox, a telephone number and the department in charge.' },
        kind: 'policy',
        code: '您可以通过 privacy@shili.cn 或客服电话 0755-12345678 联系我们的个人信息保护负责人。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '读到的隐私政策中没有邮箱、电话、联系地址或在线客服等任何一种联系方式；处理者的联系方式是必须告知的事项（《个人信息保护法》第十七条）',
      en: 'The policy gives no contact at all: no e-mail, telephone, address or online service; the contact of the handler must be told (article 17 of the Personal Information Protection Law)',
    },
    empty: {
      zh: '隐私政策提到“联系我们”，却没有给出可用的邮箱、电话、地址或在线客服（测试邮箱不算）；处理者的联系方式是必须告知的事项（《个人信息保护法》第十七条）',
      en: 'The policy says “contact us” but gives no working e-mail, telephone, address or online service (test mailboxes do not count); the contact of the handler must be told (article 17 of the Personal Information Protection Law)',
    },
    doubtful: {
      zh: '隐私政策没有认得出的邮箱、电话、地址或在线客服，写有公众号、QQ群等其他渠道，请核对能否有效联系到处理者（《个人信息保护法》第十七条）',
      en: 'No e-mail, telephone, address or online service was made out in the policy; it names another channel, such as a public account or a group: check whether the handler can be reached by it (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '写明至少一种有效联系方式，例如专用邮箱和客服电话，并写明受理个人信息问题的部门或负责人',
    en: 'Give at least one working contact, such as a mailbox and a telephone number, and who answers questions about personal information',
  },
  *evaluate({ policy }) {
    for (const missing of missingProvision(policy, 'PR-03', '邮箱、电话、联系地址、在线客服')) {
      yield maybeReachable(policy) ? { ...missing, message: 'doubtful', severity: 'review' } : missing;
    }
  },
});
