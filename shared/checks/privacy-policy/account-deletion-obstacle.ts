import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/account-deletion-obstacle',
  clauses: ['sz2025-15', 'pledge2021-7'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '六.1-4', verified: false },
    { instrument: 'miit-337-2019', verified: false },
    { instrument: 'network-data-regulation', article: '23', verified: true },
    { instrument: 'gbt-35273-2020', article: '8.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '注销账号设置了不合理条件', en: 'Deleting the account is made unreasonably hard' },
  messages: {
    obstacle: {
      zh: '隐私政策写明“{quote}”；注销账号要求手持证件照片、邮寄或现场材料等，一般超出注册时提供的信息，属于不合理条件（《网络数据安全管理条例》第二十三条；《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）',
      en: 'The policy says “{quote}”; asking for photographs with an identity card, papers by post or a visit usually goes beyond what registration took and is an unreasonable condition (article 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item)',
    },
  },
  remedy: {
    zh: '删除手持证件、邮寄、现场办理等要求，改为在App内用注册时已提供的信息核验',
    en: 'Drop photographs with papers, post and visits; verify in the app with what registration already has',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'deletion-obstacle');
    if (found === null) return;
    const { severity, evidence } = found;
    yield { message: 'obstacle', subject: 'PR-31', severity, data: { quote: found.quote }, evidence };
  },
});
