import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/withdrawal-missing',
  clauses: ['sz2025-6', 'pledge2021-6'],
  basis: [
    { instrument: 'pipl', article: '15, 16', verified: true },
    { instrument: 'network-data-regulation', article: '22, 23', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.8', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策没有撤回同意的途径', en: 'The policy gives no way to withdraw consent' },
  messages: {
    absent: {
      zh: '隐私政策全文没有撤回同意或改变授权范围的途径；处理者应当提供便捷的撤回方式（《个人信息保护法》第十五条）',
      en: 'The policy gives no way to withdraw consent or change its scope; handlers must offer an easy one (article 15 of the Personal Information Protection Law)',
    },
    empty: {
      zh: '隐私政策提到撤回同意或关闭权限，但没有写怎样操作；处理者应当提供便捷的撤回方式（《个人信息保护法》第十五条）',
      en: 'The policy speaks of withdrawing consent or closing permissions but does not say how; handlers must offer an easy way (article 15 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '写明撤回同意的路径（例如“设置-隐私-撤回同意”和系统权限管理），以及撤回后的影响',
    en: 'State the path to withdraw consent (such as Settings – Privacy – Withdraw, and the system permission page) and what follows',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-30', '撤回同意、取消授权、关闭权限、改变授权范围');
  },
});
