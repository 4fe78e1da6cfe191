import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'permission/unobtainable',
  clauses: ['sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '声明了普通应用得不到的权限', en: 'Permission that an ordinary app cannot obtain' },
  explanation: {
    zh: '系统级（signature）权限、只给系统应用的鸿蒙权限、系统已经移除或废弃的权限，普通应用声明了也得不到。声明本身不收集任何信息，但超出业务所需，也可能表明一种意图（如特权电话状态、后台剪贴板），所以影响大的交人工复核，其余只作提示。由手机厂商预装、以系统证书签名的应用例外，请向审核人员说明。',
    en: 'An ordinary app cannot obtain permissions of the system’s signature, those that HarmonyOS keeps for system apps, and those that were removed or deprecated. The declaration collects nothing, yet it goes beyond what functions need and may show an intent (privileged phone state, clipboard in the background): what weighs much goes to a reviewer, the rest is noted. Apps that a maker preinstalls with the system’s certificate are an exception: tell the reviewer.',
  },
  examples: {
    bad: [
      {
        text: { zh: '普通应用声明特权电话状态', en: 'An ordinary app declares the privileged phone state' },
        code: '<uses-permission android:name="android.permission.READ_PRIVILEGED_PHONE_STATE" />',
      },
    ],
    good: [
      {
        text: { zh: '去掉由SDK合并进来的系统级权限', en: 'What an SDK merged in is taken out' },
        code: '<uses-permission android:name="android.permission.READ_LOGS" tools:node="remove" />',
      },
    ],
  },
  messages: {
    signature: {
      zh: '安装包声明了系统级权限 {permission}（{group}），普通应用得不到该权限，声明没有实际作用；请删除或说明意图（《个人信息保护法》第六条）',
      en: 'The package declares the system permission {permission} ({group}), which an ordinary app cannot obtain; remove it or explain the intent (article 6 of the Personal Information Protection Law)',
    },
    systemApps: {
      zh: '安装包声明了只开放给系统应用的权限 {permission}（{group}），普通应用得不到该权限，声明没有实际作用（权限级别据公开资料，须核对）；请删除或说明意图（《个人信息保护法》第六条）',
      en: 'The package declares {permission} ({group}), which HarmonyOS keeps for system apps, so that an ordinary one cannot obtain it (level as published, verify); remove it or explain the intent (article 6 of the Personal Information Protection Law)',
    },
    deprecated: {
      zh: '安装包声明了自 API {since} 起废弃的权限 {permission}（{group}），目标版本为 API {target}；该权限已不再开放，建议删除，改用系统选择器（Picker）或安全控件（《个人信息保护法》第六条）',
      en: 'The package declares {permission} ({group}), deprecated since API {since}, and targets API {target}: remove it and use the system’s picker or secure controls (article 6 of the Personal Information Protection Law)',
    },
    removed: {
      zh: '安装包声明了系统已经移除的权限 {permission}，通常是旧版SDK残留，建议删除（《个人信息保护法》第六条）',
      en: 'The package declares {permission}, which the system no longer has, usually left over by an old SDK; better remove it (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '从清单中删除该权限声明；由第三方SDK带入的，升级SDK或用 tools:node="remove" 去掉',
    en: 'Remove the declaration from the manifest; where an SDK brings it in, upgrade the SDK or use tools:node="remove"',
  },
  *evaluate({ package: facts, knowledge }) {
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { name, entry } = permission;
      if (entry === null) continue;
      const data = { permission: name, group: entry.group };
      const evidence = declarationEvidence(permission);
      const target = facts.harmony?.targetApiVersion ?? 0;
      if (entry.deprecatedSince !== undefined && target >= entry.deprecatedSince) {
        const since = entry.deprecatedSince;
        yield { message: 'deprecated', subject: name, data: { ...data, since, target }, severity: 'warn', evidence };
        continue;
      }
      if (entry.kind !== 'signature' && entry.kind !== 'removed') continue;
      const message = entry.platform === 'harmony' ? 'systemApps' : entry.kind;
      const severity = entry.kind === 'signature' && entry.attention === 'high' ? 'review' : 'warn';
      yield { message, subject: name, data, severity, evidence };
    }
  },
});
