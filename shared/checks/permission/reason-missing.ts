import type { DeclaredPermission } from '../../domain/facts/package.ts';
import { wasReadWhole } from '../completeness.ts';
import { declarationEvidence, isDangerous, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

/**
 * HarmonyOS shows the reason in the system's own dialog, so that a `user_grant` permission without one asks without telling why
 * (OpenHarmony documentation, "Declaring permissions": `reason` and `usedScene` are mandatory for `user_grant`).
 */
export default rule({
  id: 'permission/reason-missing',
  clauses: ['sz2025-8', 'pledge2021-1'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '二.3', verified: true },
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package'],
  title: { zh: '鸿蒙应用申请权限没有填写理由', en: 'HarmonyOS permission requested without a reason' },
  explanation: {
    zh: '鸿蒙系统在授权弹窗里直接显示 module.json5 中填写的申请理由（reason），须用户授权（user_grant）的权限必须填写理由和使用场景（usedScene）；没有理由，用户在被询问时看不到目的，属于申请权限未同步告知目的，官方商店也不予上架。同一权限在各模块的声明合并判断，任一处写明即可。Stage 模型、清单完整读取而完全没有理由的予以驳回；理由引用的文字没有读到、旧的 FA 模型、清单没有读全、只缺使用场景的，交人工复核。',
    en: 'HarmonyOS shows the reason of module.json5 in the system’s own dialog, and a permission that users grant (user_grant) must have a reason and a scene of use (usedScene). Without a reason users are asked and not told why: a permission requested without its purpose, which the official store refuses as well. Declarations of one permission in several modules are judged together: one reason is enough. Without any, in the stage model and a manifest read whole, the app is rejected; a reason whose text could not be read, the old FA model, a manifest that broke off, and a missing scene alone go to a reviewer.',
  },
  examples: {
    bad: [{ text: { zh: '申请相机，没有理由', en: 'The camera, and no reason' }, code: '{ "name": "ohos.permission.CAMERA" }' }],
    good: [
      {
        text: { zh: '写明理由和使用场景', en: 'Reason and scene' },
        code: '{ "name": "ohos.permission.CAMERA", "reason": "$string:scan_reason", "usedScene": { "abilities": ["ScanAbility"], "when": "inuse" } }',
      },
    ],
  },
  messages: {
    none: {
      zh: '安装包申请须用户授权的权限 {permission}（{group}），没有填写申请理由（reason），系统弹窗不会显示目的；申请权限应当同步告知目的（《App违法违规收集使用个人信息行为认定方法》第二类第3项）',
      en: 'The package requests {permission} ({group}), which users grant, without a reason, so that the system’s dialog shows no purpose; the purpose must be told when a permission is asked for (section 2(3) of the 2019 identification methods)',
    },
    unclear: {
      zh: '安装包申请须用户授权的权限 {permission}（{group}），没有读到申请理由的文字（{why}）；请人工核对系统弹窗是否显示目的（《App违法违规收集使用个人信息行为认定方法》第二类第3项）',
      en: 'The package requests {permission} ({group}), which users grant, and no text of a reason was read ({why}): check by eye whether the system’s dialog shows a purpose (section 2(3) of the 2019 identification methods)',
    },
    scene: {
      zh: '安装包申请须用户授权的权限 {permission}（{group}），填写了理由，没有填写使用场景（usedScene）；请补充由哪个页面、在什么时机使用（《个人信息保护法》第十七条）',
      en: 'The package requests {permission} ({group}), which users grant, with a reason and without a scene of use (usedScene): add which ability uses it and when (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在申请该权限的模块的 module.json5 中填写 reason（引用字符串资源，写明具体功能）和 usedScene（abilities 与 when）；不需要的删除该权限',
    en: 'Give reason (a string resource that names the function) and usedScene (abilities and when) in module.json5 of the module that requests it, or remove the permission',
  },
  applies: ({ package: facts }) => facts.platform === 'harmony',
  *evaluate({ package: facts, knowledge }) {
    const whole = wasReadWhole(facts, 'manifest');
    for (const permission of requestedPermissions(facts, knowledge).filter(isDangerous)) {
      const { name, entry, declarations } = permission;
      if (entry.confidence !== 'high') continue;
      const data = { permission: name, group: entry.group };
      const evidence = declarationEvidence(permission);
      const reasons = declarations.filter(({ reason }) => reason !== undefined);
      if (reasons.some(hasText)) {
        if (declarations.some(({ usedScene }) => usedScene !== undefined)) continue;
        const severity = facts.harmony?.model === 'fa' ? 'warn' : 'review';
        yield { message: 'scene', subject: name, severity, ceiling: 'review', data, evidence };
        continue;
      }
      const why =
        reasons.length > 0
          ? { zh: '引用的资源没有读到', en: 'the resource that it names was not read' }
          : whole
            ? { zh: '旧的 FA 模型，或没有写明模型', en: 'the old FA model, or none is told' }
            : { zh: '清单没有读全', en: 'the manifest was not read whole' };
      if (reasons.length === 0 && whole && facts.harmony?.model === 'stage') {
        yield { message: 'none', subject: name, data, evidence };
      } else {
        yield { message: 'unclear', subject: name, severity: 'review', data: { ...data, why }, evidence };
      }
    }
  },
});

/** An empty text is a reason that says nothing: `permission/reason-empty` judges it. */
function hasText({ reason }: DeclaredPermission): boolean {
  return reason !== undefined && (reason.zh !== null || reason.default !== null);
}
