import type { Evidence } from '../../domain/evidence.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

/** The provisioning profile in the signature lists the restricted permissions that were approved (`acls.allowed-acls`). */
export default rule({
  id: 'permission/restricted-not-approved',
  clauses: ['sz2025-7', 'platform2025-1'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '鸿蒙受限权限没有获准', en: 'Restricted HarmonyOS permission without approval' },
  explanation: {
    zh: '鸿蒙把读写通讯录、相册、音频、剪贴板、悬浮窗等列为受限权限，应用须按场景申请，获准的权限写进签名中的 Profile（allowed-acls）。安装包声明了受限权限，Profile 里却没有的，系统不会授予，说明没有获准或者用错了 Profile，交人工复核；签名中没有读到 Profile 的无法比对，作提示，请审核人员核对批准材料。多数场景可以用系统选择器、保存控件、粘贴控件代替。',
    en: 'HarmonyOS restricts contacts, photos, audio, clipboard, overlay windows and more: an app applies scene by scene, and what is approved stands in the profile of its signature (allowed-acls). A restricted permission that the package declares and the profile lacks is not granted: it was not approved, or the profile is the wrong one, which goes to a reviewer. Without a profile there is nothing to compare with; that is noted, so that the approval can be checked by hand. The system’s pickers, save and paste controls do in most scenes.',
  },
  examples: {
    bad: [
      {
        text: { zh: '声明读取通讯录，Profile 没有这一项', en: 'Contacts are declared and not in the profile' },
        code: '"requestPermissions": [{ "name": "ohos.permission.READ_CONTACTS" }]   …   "acls": { "allowed-acls": [] }',
      },
    ],
    good: [
      {
        text: { zh: '用系统选择器让用户选定联系人', en: 'Users choose a contact in the system’s picker' },
        code: 'contact.selectContacts({ isMultiSelect: false })',
      },
    ],
  },
  messages: {
    absent: {
      zh: '安装包声明了受限权限 {permission}（{group}），签名 Profile 获准的权限中没有它；请核对是否已按场景获准，或改用系统选择器、安全控件（《个人信息保护法》第六条）',
      en: 'The package declares the restricted permission {permission} ({group}), which the profile of its signature does not grant: check whether it was approved for its scene, or use the system’s picker or secure controls (article 6 of the Personal Information Protection Law)',
    },
    unknown: {
      zh: '安装包声明了受限权限 {permission}（{group}），签名中没有读到 Profile，无法核对是否获准；请提交批准材料，或改用系统选择器、安全控件（《个人信息保护法》第六条）',
      en: 'The package declares the restricted permission {permission} ({group}); no profile was read from its signature, so that approval cannot be checked: hand in the approval, or use the system’s picker or secure controls (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '按场景申请受限权限并用获准的 Profile 重新签名；不符合可申请场景的，删除权限，改用选择器（Picker）、保存控件或粘贴控件',
    en: 'Apply for the permission with its scene and sign again with the profile that grants it; where no scene fits, remove it and use pickers, save or paste controls',
  },
  applies: ({ package: facts }) => facts.platform === 'harmony',
  *evaluate({ package: facts, knowledge }) {
    const { profile } = facts.signing;
    const granted = new Set(profile?.permissions ?? []);
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { name, entry } = permission;
      if (entry?.restricted !== true || granted.has(name)) continue;
      const proof: Evidence[] =
        profile === undefined
          ? []
          : [{ type: 'package', entry: 'profile', detail: `allowed-acls: ${[...granted].slice(0, 20).join(', ') || '—'}` }];
      yield {
        message: profile === undefined ? 'unknown' : 'absent',
        subject: name,
        severity: profile === undefined ? 'warn' : 'review',
        data: { permission: name, group: entry.group },
        evidence: [...declarationEvidence(permission), ...proof],
      };
    }
  },
});
