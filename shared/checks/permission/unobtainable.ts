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
  messages: {
    signature: {
      zh: '安装包声明了系统级权限 {permission}（{group}），普通应用得不到该权限，声明没有实际作用；请删除或说明意图（《个人信息保护法》第六条）',
      en: 'The package declares the system permission {permission} ({group}), which an ordinary app cannot obtain; remove it or explain the intent (article 6 of the Personal Information Protection Law)',
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
      if (entry?.kind !== 'signature' && entry?.kind !== 'removed') continue;
      yield {
        message: entry.kind,
        subject: name,
        data: { permission: name, group: entry.group },
        severity: entry.kind === 'signature' && entry.attention === 'high' ? 'review' : 'warn',
        evidence: declarationEvidence(permission),
      };
    }
  },
});
