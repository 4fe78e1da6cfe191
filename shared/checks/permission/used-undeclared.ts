import type { ApiUse } from '../../domain/facts/code.ts';
import { findPermission } from '../../knowledge/permissions.ts';
import { callEvidence, callNames, namesOf, ownersOf } from '../callers.ts';
import { wasReadWhole } from '../completeness.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** Asking where shared storage lies needs no permission, and the app's own folders in it need none either. */
const PLACE_ONLY: ReadonlySet<string> = new Set([
  'android.permission.READ_EXTERNAL_STORAGE',
  'android.permission.WRITE_EXTERNAL_STORAGE',
]);

/** A call without its permission returns nothing or fails, so that nothing is collected: what this shows is a package and a manifest that do not fit. */
export default rule({
  id: 'permission/used-undeclared',
  clauses: ['sz2025-2', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '7', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '调用须授权的接口而没有声明权限', en: 'Guarded calls without the permission declared' },
  explanation: {
    zh: '应用自身代码可由系统入口到达的调用需要某项危险权限，或者申请了某项危险权限，清单却没有声明它（也没有声明可以替代的权限）。这样的调用得不到数据，所以只作提示；它可能是遗留代码，也可能说明权限声明在动态下发的模块里，或者清单与代码不是同一次构建。第三方SDK和基础库里有大量按权限判断后才执行的代码，不计在内。',
    en: 'A call in the app’s own code that an entry point reaches needs a dangerous permission, or the app asks for one, that the manifest does not declare (nor one that would do instead). Such a call yields nothing, so it is only noted: it may be a leftover, or a sign that the permission is declared in a module delivered later, or that manifest and code are not of one build. SDKs and base libraries are full of code that first tests for a permission and are left out.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '代码读取通话记录，清单没有声明 READ_CALL_LOG',
          en: 'The code reads the call log and the manifest does not declare READ_CALL_LOG',
        },
        code: 'resolver.query(CallLog.Calls.CONTENT_URI, null, null, null, null);',
      },
    ],
    good: [
      {
        text: { zh: '不再使用的功能连同代码一起删除', en: 'A function no longer used goes together with its code' },
      },
    ],
  },
  messages: {
    called: {
      zh: '{owner}中有 {count} 处调用需要 {permission}（{group}），可由系统入口到达，清单没有声明该权限；调用得不到数据，请删除遗留代码，或核对清单与代码是否一致（《个人信息保护法》第七条公开透明）。调用：{calls}',
      en: '{count} calls in {owner} need {permission} ({group}) and are reached from the system, yet the manifest does not declare it; they yield nothing: remove the leftover, or check that manifest and code belong together (article 7 of the Personal Information Protection Law). Calls: {calls}',
    },
    asked: {
      zh: '代码向用户申请 {permission}（{group}），清单没有声明该权限，系统不会弹窗；请删除遗留的申请，或核对清单与代码是否一致（《个人信息保护法》第七条公开透明）',
      en: 'The code asks users for {permission} ({group}), which the manifest does not declare, so that no dialog appears: remove the leftover, or check that manifest and code belong together (article 7 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '删除不再使用的调用和权限申请；功能仍需要的，在清单中声明权限，并在隐私政策和上架信息中说明',
    en: 'Remove calls and requests that no function uses; where one does, declare the permission and explain it in policy and listing',
  },
  applies: ({ package: facts }) => isAndroid(facts) && wasReadWhole(facts, 'manifest'),
  *evaluate({ package: facts, knowledge }) {
    const declared = new Set([...facts.permissions, ...facts.impliedPermissions].map(({ name }) => name));
    const isOpen = (name: string) => declared.has(name) || findPermission(knowledge, name)?.kind.startsWith('dangerous') !== true;
    const called = new Map<string, ApiUse[]>();
    const asked = new Map<string, ApiUse[]>();
    const note = (map: Map<string, ApiUse[]>, name: string, use: ApiUse) => {
      const uses = map.get(name);
      if (uses === undefined) map.set(name, [use]);
      else if (uses.at(-1) !== use) uses.push(use);
    };
    for (const use of facts.code.apiUses) {
      const isRequest = knowledge.constants.permissionRequests.has(use.target);
      if (
        (use.reachable ?? 0) === 0 ||
        (!isRequest && (use.permissions.length === 0 || use.permissions.some((name) => isOpen(name) || PLACE_ONLY.has(name))))
      )
        continue;
      const own = use.callers.filter(({ paths }) => (paths?.length ?? 0) > 0);
      if (own.length === 0) continue;
      const [owner] = ownersOf([{ ...use, callers: own.slice(0, 1) }], facts, knowledge);
      if (owner?.kind !== 'app') continue;
      const reached = { ...use, callers: own };
      if (!isRequest) note(called, use.permissions[0]!, reached);
      else for (const name of new Set(own.flatMap((site) => site.arguments ?? []))) if (!isOpen(name)) note(asked, name, reached);
    }
    for (const [message, map] of [
      ['called', called],
      ['asked', asked],
    ] as const) {
      for (const [permission, uses] of map) {
        const group = findPermission(knowledge, permission)!.group;
        const count = uses.reduce((sum, { reachable = 0 }) => sum + reachable, 0);
        const words =
          message === 'called' ? { owner: namesOf(ownersOf(uses, facts, knowledge)), count, calls: callNames(uses) } : {};
        yield {
          message,
          subject: permission,
          severity: 'warn',
          data: { permission, group, ...words },
          evidence: uses.slice(0, 5).flatMap((use) => callEvidence(use, facts, knowledge, 2)),
        };
      }
    }
  },
});
