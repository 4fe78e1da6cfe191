import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/account-deletion-missing',
  clauses: ['sz2025-14', 'sz2025-15', 'pledge2021-7'],
  basis: [
    { instrument: 'pipl', article: '47', verified: true },
    { instrument: 'network-data-regulation', article: '23', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.1-4', verified: false },
    { instrument: 'gbt-35273-2020', article: '8.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy', 'listing'],
  title: { zh: '有账号却没有注销途径', en: 'There are accounts but no way to delete them' },
  messages: {
    absent: {
      zh: '上架信息声明有账号体系，隐私政策全文没有注销账号的途径（《网络数据安全管理条例》第二十三条，《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）',
      en: 'The listing declares accounts; the policy gives no way to delete one (article 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item)',
    },
    empty: {
      zh: '隐私政策提到注销，但没有写明注销的路径或联系方式（《网络数据安全管理条例》第二十三条，《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）',
      en: 'The policy mentions deleting the account but neither path nor contact (article 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item)',
    },
  },
  remedy: {
    zh: '写明注销路径（例如“设置-账号与安全-注销账号”）、条件、时限以及注销后的删除或匿名化处理',
    en: 'State the path to delete the account, its conditions, the time it takes and what happens to the data',
  },
  applies: ({ listing }) => listing.app.features?.accounts === true,
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-31', '注销账号及其路径');
  },
});
