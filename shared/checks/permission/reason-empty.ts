import type { Evidence } from '../../domain/evidence.ts';
import type { DeclaredPermission } from '../../domain/facts/package.ts';
import { findPermission } from '../../knowledge/permissions.ts';
import { groupKey } from '../permission-groups.ts';
import { isDangerous, requestedPermissions } from '../permissions.ts';
import { comparablePurpose, purposeWorth } from '../purpose-words.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'permission/reason-empty',
  clauses: ['sz2025-8', 'sz2025-2', 'pledge2021-2'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '二.3', verified: true },
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'taf-076-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '申请权限的理由没有内容', en: 'Reason for a permission that says nothing' },
  explanation: {
    zh: '安装包里随权限声明的理由（鸿蒙 reason、安卓 T/TAF 076 目的声明、快应用 permissionDesc）应当说明具体功能。本规则去掉“应用、正常、功能、服务”一类放在哪里都成立的词和权限自己的名字，什么都不剩的，视为没有说明目的；空白、占位文字、未替换的资源名同样处理；三组以上权限（数目可设）用同一句理由的，作提示。鸿蒙的理由会显示在系统弹窗里，没有内容的交人工复核，其余只作提示。写得短但有具体功能的（如“扫码”）不计。',
    en: 'The reason that goes with a permission (reason on HarmonyOS, the purpose of T/TAF 076 on Android, permissionDesc of quick apps) should name a function. This rule takes away words that fit everything (app, normal, function, service) and the permission’s own name; where nothing is left, no purpose is told. Blank texts, placeholders and resource names left unresolved count the same; one sentence for three groups of permissions or more (the number can be set) is noted. HarmonyOS shows the reason in the system’s dialog, so an empty one goes to a reviewer there; elsewhere it is noted. A short reason with a function in it (scan codes) is fine.',
  },
  examples: {
    bad: [
      {
        text: { zh: '放在哪个权限都成立的理由', en: 'A reason that fits every permission' },
        code: '"reason": "用于应用正常运行"',
      },
    ],
    good: [{ text: { zh: '写明具体功能', en: 'The function is named' }, code: '"reason": "扫描二维码添加好友"' }],
  },
  parameters: {
    sameReason: {
      type: 'integer',
      default: 3,
      minimum: 2,
      maximum: 20,
      description: {
        zh: '多少组权限共用同一句理由时提示',
        en: 'How many groups of permissions may share one sentence before it is noted',
      },
    },
  },
  messages: {
    blank: {
      zh: '权限 {permission} 的申请理由是空白或占位文字（“{reason}”），没有告知目的（《App违法违规收集使用个人信息行为认定方法》第二类第3项）',
      en: 'The reason given for {permission} is blank or a placeholder ("{reason}") and tells no purpose (section 2(3) of the 2019 identification methods)',
    },
    generic: {
      zh: '权限 {permission} 的申请理由“{reason}”没有写明具体功能，放在任何权限都成立，等于没有告知目的；请人工判断（《App违法违规收集使用个人信息行为认定方法》第二类第3项）',
      en: 'The reason given for {permission}, "{reason}", names no function and would fit any permission, which is as good as no purpose: judge by eye (section 2(3) of the 2019 identification methods)',
    },
    same: {
      zh: '{count} 组权限的申请理由都是“{reason}”；每项权限应当写明自己的目的（《个人信息保护法》第七条、第十七条）',
      en: '{count} groups of permissions have one and the same reason, "{reason}"; each should state its own purpose (articles 7 and 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '逐项写明权限服务的具体功能，例如“扫描二维码添加好友”“查找附近的门店”',
    en: 'Name for each permission the function it serves, such as “scan a code to add a friend” or “find shops nearby”',
  },
  applies: ({ package: facts }) => facts.permissions.some(({ reason }) => reason !== undefined),
  *evaluate({ package: facts, knowledge, parameters }) {
    const shown = facts.platform === 'harmony';
    const same = new Map<string, { readonly groups: Set<string>; readonly declarations: DeclaredPermission[] }>();
    for (const permission of requestedPermissions(facts, knowledge)) {
      const given = permission.declarations.filter(({ reason }) => reason && (reason.zh ?? reason.default) !== null);
      // HarmonyOS never shows the reason of what the system grants.
      if (given.length === 0 || (shown && !isDangerous(permission))) continue;
      const entry = findPermission(knowledge, permission.name);
      for (const declaration of given) {
        const key = comparablePurpose(textOf(declaration));
        const known = same.get(key) ?? { groups: new Set(), declarations: [] };
        known.groups.add(entry === null ? permission.name : groupKey(entry, knowledge));
        known.declarations.push(declaration);
        same.set(key, known);
      }
      const worths = given.map((declaration) => ({ declaration, worth: purposeWorth(textOf(declaration)) }));
      if (worths.some(({ worth }) => worth === 'telling')) continue;
      const { declaration, worth } = worths.find((each) => each.worth === 'generic') ?? worths[0]!;
      yield {
        message: worth === 'generic' ? 'generic' : 'blank',
        subject: permission.name,
        severity: shown ? 'review' : 'warn',
        data: { permission: permission.name, reason: textOf(declaration).slice(0, 100) },
        evidence: given.slice(0, 5).map(reasonEvidence),
      };
    }
    for (const { groups, declarations } of same.values()) {
      if (groups.size < parameters.sameReason) continue;
      const reason = textOf(declarations[0]!).slice(0, 100);
      yield {
        message: 'same',
        subject: 'reasons',
        severity: 'warn',
        data: { count: groups.size, reason },
        evidence: declarations.slice(0, 20).map(reasonEvidence),
      };
      return;
    }
  },
});

function textOf({ reason }: DeclaredPermission): string {
  return reason?.zh ?? reason?.default ?? '';
}

function reasonEvidence(declaration: DeclaredPermission): Evidence {
  return { type: 'manifest', element: declaration.place, attribute: 'reason', value: textOf(declaration).slice(0, 200) };
}
