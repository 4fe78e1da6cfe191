import { isAllCodeSeen } from '../completeness.ts';
import { declarationEvidence, isDangerous, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

/** Permissions of which one covers the other: a call that accepts either uses both declarations. */
const INTERCHANGEABLE: readonly (readonly string[])[] = [
  ['android.permission.ACCESS_FINE_LOCATION', 'android.permission.ACCESS_COARSE_LOCATION'],
  ['android.permission.READ_PHONE_STATE', 'android.permission.READ_PHONE_NUMBERS'],
];

/**
 * Only where silence means something: the whole code was read, nothing is loaded at run time, no other runtime holds app code, and
 * the table of the permission's APIs is complete enough (`permissionsWithKnownApis`).
 */
export default rule({
  id: 'permission/declared-but-unused',
  clauses: ['sz2025-7', 'sz2025-8', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'taf-078', article: '078.4', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '声明了却没有使用的权限', en: 'Permission declared and never used' },
  messages: {
    unused: {
      zh: '安装包声明了危险权限 {permission}（{group}），但在应用和第三方SDK的全部 DEX 代码中没有找到需要该权限的系统接口调用（原生库未检查）；权限应为业务功能所必需（《个人信息保护法》第六条），请说明用途或删除',
      en: 'The package declares the dangerous permission {permission} ({group}), but no call that needs it was found in all DEX code of app and SDKs (native libraries were not read); a permission must be necessary for a function (article 6 of the Personal Information Protection Law): explain it or remove it',
    },
  },
  remedy: {
    zh: '删除没有使用的权限声明；由第三方SDK合并进来的，用 tools:node="remove" 去掉。若经反射或其他方式使用，请说明对应功能',
    en: 'Remove the unused declaration (tools:node="remove" for what an SDK merged in); if it is used by reflection or otherwise, name the function',
  },
  applies: ({ package: facts }) => isAllCodeSeen(facts),
  *evaluate({ package: facts, knowledge }) {
    const used = new Set(facts.code.apiUses.flatMap(({ permissions }) => permissions));
    for (const permission of requestedPermissions(facts, knowledge).filter(isDangerous)) {
      const { name, entry } = permission;
      if (!knowledge.permissionsWithKnownApis.has(name)) continue;
      const satisfying = INTERCHANGEABLE.find((group) => group.includes(name)) ?? [name];
      if (satisfying.some((candidate) => used.has(candidate))) continue;
      yield {
        message: 'unused',
        subject: name,
        data: { permission: name, group: entry.group },
        evidence: declarationEvidence(permission),
      };
    }
  },
});
