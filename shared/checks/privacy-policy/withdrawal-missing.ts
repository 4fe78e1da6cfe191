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
  explanation: {
    zh: '在隐私政策中寻找撤回同意、关闭权限或改变授权范围的途径。个人有权撤回同意，处理者应当提供便捷的撤回方式，不得因为撤回而拒绝提供服务，必需的除外（《个人信息保护法》第十五条、第十六条，法律；《网络数据安全管理条例》第二十二条、第二十三条，行政法规）；没有撤回途径也是执法认定的情形（《App违法违规收集使用个人信息行为认定方法》第三类，条号须核对）。应用内路径、手机系统的权限设置、可以提出请求的联系方式都算；只写“您可以撤回”而看不出怎样做的，交人工复核，全文连联系方式也没有的按没有处理。写明不收集任何个人信息的，只交人工复核。撤回之后是否真正停止处理，静态检测看不到。',
    en: 'Looks in the policy for a way to withdraw consent, close a permission or change what was allowed. Everyone may withdraw consent, handlers must offer an easy way, and service may not be refused for it unless the information is necessary (articles 15 and 16 of the Personal Information Protection Law, a law; articles 22 and 23 of the Regulation on Network Data Security, a regulation); having no way is also listed in enforcement (section 3 of the 2019 identification methods, verify the item). A path in the app, the system’s permission page or a contact that takes requests counts; “you may withdraw” without how goes to a person, unless the text holds no contact of anybody, which is as good as no way. Where the policy says that nothing is collected, a person looks at most. Whether processing really stops afterwards cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '说了可以撤回，没有说怎样撤回。', en: 'Consent may be withdrawn, and nobody learns how.' },
        kind: 'policy',
        code: '您享有撤回同意的权利。',
      },
    ],
    good: [
      {
        text: { zh: '写明撤回的路径。', en: 'The path to withdraw.' },
        kind: 'policy',
        code: '您可以在“设置-隐私-撤回同意”撤回对本政策的同意，也可以在手机系统设置中关闭相应权限。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '读到的隐私政策中没有撤回同意或改变授权范围的途径；处理者应当提供便捷的撤回方式（《个人信息保护法》第十五条）',
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
