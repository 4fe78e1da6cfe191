import { listedPermission, permissionDisclosure, policyAbsence, searchedTerms } from '../disclosure.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

/** Special access is granted on a settings page, not in a dialog; what it opens is as wide as a dangerous permission. */
export default rule({
  id: 'permission/undisclosed-special',
  clauses: ['sz2025-2', 'sz2025-8', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.3', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing', 'policy'],
  title: { zh: '特殊权限未说明用途', en: 'Special access not explained' },
  explanation: {
    zh: '悬浮窗、所有文件访问、安装未知应用、使用情况访问等特殊权限由用户在设置页打开，鸿蒙的受限系统权限由商店审批后授予，都没有逐次弹窗；用户能依靠的只有政策和上架页的说明。本规则看声明了这类权限而政策、上架信息都没有说明的情形：影响大的交人工复核，影响小的（如精确闹钟）只作提示。声明不等于已开启，也不等于在用，因此不直接驳回。',
    en: 'Special access (overlay, all files, installing apps, usage access) is switched on in the settings, and the restricted system permissions of HarmonyOS are granted after a store’s approval: there is no dialog each time, so users depend on policy and listing. This rule speaks where neither explains a declared one: what opens much goes to a reviewer, what opens little (exact alarms) is only noted. A declaration is neither granted nor used, so that it never rejects.',
  },
  examples: {
    bad: [
      {
        text: { zh: '声明悬浮窗，政策和上架信息都没有说明用途', en: 'An overlay is declared and explained nowhere' },
        code: '<uses-permission android:name="android.permission.SYSTEM_ALERT_WINDOW" />',
      },
    ],
    good: [
      {
        text: { zh: '政策写明对应功能和拒绝的后果', en: 'The policy gives the function and what a refusal means' },
        kind: 'policy',
        code: '开启“导航悬浮窗”时需要您在系统设置中允许悬浮窗权限；不开启不影响导航。',
      },
    ],
  },
  messages: {
    silent: {
      zh: '安装包声明了特殊权限 {permission}（{group}），隐私政策和上架信息都没有说明；申请权限应当同步告知目的（《App违法违规收集使用个人信息行为认定方法》第二类第3项），请复核其必要性',
      en: 'The package declares the special access {permission} ({group}); neither policy nor listing explains it. The purpose must be told when it is asked for (section 2(3) of the 2019 identification methods): review whether it is needed',
    },
  },
  remedy: {
    zh: '在隐私政策和上架信息中写明该特殊权限对应的功能、申请时机和拒绝后的影响；不需要的删除声明',
    en: 'Explain in policy and listing which function needs the special access, when it is asked for and what a refusal means; or remove the declaration',
  },
  *evaluate({ package: facts, policy, listing, knowledge }) {
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { name, entry } = permission;
      if (entry?.kind !== 'special') continue;
      if (listedPermission(listing, name, knowledge) !== null) continue;
      const { state, hints } = permissionDisclosure(policy, name, knowledge);
      if (state === 'permission' || state === 'information') continue;
      yield {
        message: 'silent',
        subject: name,
        data: { permission: name, group: entry.group },
        severity: entry.attention === 'high' && hints.length === 0 ? 'review' : 'warn',
        evidence: [...declarationEvidence(permission), policyAbsence(policy, searchedTerms(entry, knowledge))],
      };
    }
  },
});
