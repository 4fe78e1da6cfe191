import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

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
  messages: {
    absent: {
      zh: '隐私政策全文没有投诉、举报或申诉渠道；处理者应当建立便捷的受理机制（《个人信息保护法》第五十条），没有公布渠道的，《App违法违规收集使用个人信息行为认定方法》也已列明（条号须核对）',
      en: 'The policy has no channel for complaints or reports; handlers must provide an easy one (article 50 of the Personal Information Protection Law), and having published none is listed in the 2019 identification methods as well (verify the item number)',
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
    yield* missingProvision(policy, 'PR-35', '投诉、举报、申诉、意见反馈及其渠道');
  },
});
