import type { PermissionMention } from '../../domain/facts/policy.ts';
import { findPermission } from '../../knowledge/permissions.ts';
import { wasReadWhole } from '../completeness.ts';
import { policyEvidence } from '../disclosure.ts';
import { groupKey, sameGroupAs } from '../permission-groups.ts';
import { requestedPermissions } from '../permissions.ts';
import { platformOf } from '../platform.ts';
import { rule } from '../rule.ts';

/** Below this the text may speak of something else than the permission. */
const SURE = 0.85;

/** The other direction of `undisclosed-dangerous`: a policy that claims more than the package can do is a template, or is out of date. */
export default rule({
  id: 'permission/disclosed-not-requested',
  clauses: ['sz2025-2', 'platform2025-2'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '政策写了安装包没有申请的权限', en: 'The policy names permissions that the package does not request' },
  explanation: {
    zh: '隐私政策明确写到申请某项敏感权限，安装包却没有声明它，也没有声明同组的权限。常见原因是套用模板、政策同时适用于其他平台或版本、功能已经下线。多写不会多收集，但政策应当真实准确，有的应用商店会以双向不一致拦截，因此作提示；商店可以提高到复核。只有一般词语、没有写成权限的说法（如“录像文件”）、写明不申请的不计；清单没有读全的不适用。',
    en: 'The policy clearly says that a sensitive permission is asked for, and the package declares neither it nor another of its group: often a template, a policy for other platforms or versions as well, or a function that is gone. To claim too much collects nothing, yet a policy must be true and accurate, and some stores refuse what does not agree both ways; so it is noted, and a store may raise it to review. General words, what is not written as a permission (recordings, the state of a call) and denials do not count; a manifest that was not read whole is left out.',
  },
  examples: {
    bad: [
      {
        text: { zh: '政策写明申请通讯录权限，清单没有声明', en: 'The policy asks for contacts, the manifest does not' },
        kind: 'policy',
        code: '我们会申请通讯录权限（READ_CONTACTS），用于邀请好友。',
      },
    ],
    good: [{ text: { zh: '政策按平台和版本分列权限', en: 'The policy lists permissions by platform and version' } }],
  },
  messages: {
    extra: {
      zh: '隐私政策写到安装包没有申请的 {count} 组权限：{permissions}；公开的处理规则应当真实、准确（《个人信息保护法》第七条、第十七条），请按提交的安装包更新，或注明所适用的平台和版本',
      en: 'The policy names {count} groups of permissions that the package does not request: {permissions}; published rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law): update them to the submitted package, or say for which platform and version they hold',
    },
  },
  remedy: {
    zh: '按安装包实际声明的权限更新隐私政策；政策适用于多个平台或版本的，分别列出',
    en: 'Bring the policy in line with what the package declares; where it covers several platforms or versions, list them apart',
  },
  applies: ({ package: facts }) => platformOf(facts) !== null && wasReadWhole(facts, 'manifest'),
  *evaluate({ package: facts, policy, knowledge }) {
    const platform = platformOf(facts);
    const names = [...requestedPermissions(facts, knowledge), ...facts.permissions, ...facts.impliedPermissions];
    const covered = new Set<string>();
    for (const { name } of names) for (const same of sameGroupAs(name, knowledge)) covered.add(same);
    const extra = new Map<string, { readonly name: string; readonly mentions: PermissionMention[] }>();
    for (const mention of policy.permissions) {
      if (mention.negated || mention.confidence < SURE || covered.has(mention.permission)) continue;
      if (!isOfPermission(mention, policy.text)) continue;
      const entry = findPermission(knowledge, mention.permission);
      if (entry === null || !entry.kind.startsWith('dangerous') || entry.name.endsWith('POST_NOTIFICATIONS')) continue;
      if (entry.platform === 'harmony' && platform !== 'harmony') continue;
      const key = groupKey(entry, knowledge);
      const known = extra.get(key);
      if (known === undefined) extra.set(key, { name: entry.group.zh, mentions: [mention] });
      else known.mentions.push(mention);
    }
    if (extra.size === 0) return;
    yield {
      message: 'extra',
      subject: 'permissions',
      severity: 'warn',
      data: { count: extra.size, permissions: [...extra.values()].map(({ name }) => name).join('、') },
      evidence: [...extra.values()].flatMap(({ mentions }) => policyEvidence(policy, mentions, 1)),
    };
  },
});

/** The text speaks of the permission, by its name or with 权限 right behind the word: 录像文件, 通话状态 are no permissions. */
function isOfPermission({ term, range: [, end] }: PermissionMention, text: string): boolean {
  if (/^(?:android|ohos)\.permission\.|_|权限/iu.test(term)) return true;
  return /^[^,。;:、|\n]{0,6}权限/u.test(text.slice(end, end + 10));
}
