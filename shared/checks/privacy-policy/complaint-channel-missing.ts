import { policyAbsence, policyEvidence } from '../disclosure.ts';
import { maybeReachable, missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** 如有意见或建议，请发邮件至……: takes what people are not content with, in other words. */
const INVITES = /(?:意见|建议|反馈|不满)[^。;\n]{0,60}(?:联系|发送|发邮件|致电|拨打|邮件|邮箱|信箱|客服|电话|@)/u;
const SEARCHED = '投诉、举报、申诉、意见反馈及其渠道';

export default rule({
  id: 'privacy-policy/complaint-channel-missing',
  clauses: ['sz2025-2', 'sz2025-15', 'pledge2021-8'],
  basis: [
    { instrument: 'pipl', article: '50, 65', verified: true },
    { instrument: 'network-data-regulation', article: '23', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.5', verified: false },
    { instrument: 'sz-data-regulation', article: '31', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策没有投诉、举报渠道', en: 'The policy gives no complaint channel' },
  explanation: {
    zh: '在隐私政策中寻找可以使用的投诉、举报途径：邮箱、电话、客服或应用内入口，或者向网信等监管部门投诉、起诉的说明。处理者应当建立便捷的申请受理和处理机制，个人有权投诉、举报（《个人信息保护法》第五十条、第六十五条，《网络数据安全管理条例》第二十三条，法律、行政法规）；没有公布投诉、举报方式在执法中另有列明（《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）。写明渠道或者就近引用政策中已有的联系方式都算有；政策有邮箱、电话或在线客服而没有写明受理投诉的，以及“欢迎反馈意见”之类只有词语的，交人工复核；写明有意见、建议可以联系该邮箱、电话的，只作提示；全文连联系方式也没有的按没有处理。只有全文读到、篇幅够长且以中文为主时，从未提到才会驳回。渠道是否有人受理、是否在15个工作日内答复，静态检测看不到。',
    en: 'Looks in the policy for a way to complain that can be used: mailbox, telephone, service desk or an entry in the app, or the way to the authorities and courts. Handlers must provide an easy mechanism to take requests, and everyone may complain (articles 50 and 65 of the Personal Information Protection Law; article 23 of the Regulation on Network Data Security, law and regulation); publishing no channel is also listed in enforcement (section 6 of the 2019 identification methods, verify the item). A channel, or a reference to the contacts of the policy beside the words, counts; a mailbox, telephone or service desk that is not said to take complaints, and words alone (“we welcome your comments”), go to a person, unless the text holds no contact of anybody, which is as good as none; a mailbox or telephone for comments is only warned about. Silence rejects only where the whole policy was read, is long enough and mainly Chinese. Whether anybody answers, and within 15 working days, cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '欢迎提出意见，却没有给出渠道。', en: 'Comments are welcome, but there is no channel to send them through.' },
        kind: 'policy',
        code: '我们重视每一位用户的意见，会不断改进服务质量。',
      },
    ],
    good: [
      {
        text: {
          zh: '写明渠道、时限和监管部门途径。',
          en: 'A mailbox, the time to answer, and the way to the authorities and courts.',
        },
        kind: 'policy',
        code: '如对我们处理个人信息有意见，您可以发送邮件至 tousu@shili.cn 投诉、举报，我们在15个工作日内答复；您也可以向网信部门投诉或依法起诉。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '读到的隐私政策中没有投诉、举报或申诉渠道；处理者应当建立便捷的受理机制（《个人信息保护法》第五十条），没有公布渠道的，《App违法违规收集使用个人信息行为认定方法》也已列明（条号须核对）',
      en: 'The policy has no channel for complaints or reports; handlers must provide an easy one (article 50 of the Personal Information Protection Law), and having published none is listed in the 2019 identification methods as well (verify the item number)',
    },
    contactOnly: {
      zh: '隐私政策有邮箱、电话、在线客服或者其他联系渠道，没有写明可以投诉、举报以及怎样受理；处理者应当建立便捷的受理和处理机制（《个人信息保护法》第五十条），请复核该联系方式是否受理投诉并补充写明',
      en: 'The policy gives a mailbox, a telephone or a service desk and does not say that it takes complaints or how they are handled; handlers must provide an easy way (article 50 of the Personal Information Protection Law): find out whether it does, and have it said',
    },
    empty: {
      zh: '隐私政策提到投诉或反馈，但没有写出可以使用的渠道（邮箱、电话、客服入口或监管部门途径），等于没有；见《个人信息保护法》第五十条、《App违法违规收集使用个人信息行为认定方法》（条号须核对）',
      en: 'The policy speaks of complaints or feedback but names no channel that can be used (mailbox, telephone, service entry or authority), which is as good as none; see article 50 of the Personal Information Protection Law and the 2019 identification methods (verify the item number)',
    },
  },
  remedy: {
    zh: '写明投诉、举报渠道（邮箱、电话或App内入口）、受理时限，以及向网信等部门投诉和起诉的途径',
    en: 'State a channel for complaints (mailbox, telephone or an entry in the app), the time to answer, and the ways to authorities and courts',
  },
  *evaluate({ policy }) {
    // Who can be written to or called can be complained to: that there is no channel is proven only where there is neither.
    const ways = policy.contacts.filter(({ kind }) => kind !== 'address');
    for (const missing of missingProvision(policy, 'PR-35', SEARCHED)) {
      if (ways.length === 0 && !maybeReachable(policy)) {
        yield missing;
        continue;
      }
      const evidence = [...policyEvidence(policy, ways, 2), policyAbsence(policy, SEARCHED)];
      yield { ...missing, message: 'contactOnly', severity: INVITES.test(policy.text) ? 'warn' : 'review', evidence };
    }
  },
});
