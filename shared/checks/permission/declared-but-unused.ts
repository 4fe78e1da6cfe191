import type { CodeFacts, PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { isAllCodeSeen } from '../completeness.ts';
import { codeOwner } from '../ownership.ts';
import { declarationEvidence, isDangerous, requestedPermissions } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
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
  explanation: {
    zh: '声明了危险权限，应用和第三方SDK的代码里却没有一处需要它的系统接口调用，说明它不是任何功能所必需。只有在“没有找到”确实说明“没有”时才判断：代码全部读到，没有加固、热更新、动态加载和跨平台框架，且该权限只能通过已知接口使用（相机、存储、通讯录、定位等可经系统页面、内容地址或其他服务使用的不判断）。有原生库、有名称不定的反射调用、或已知SDK声明会用到它的，证明力减弱，只作提示。鸿蒙和快应用的脚本只按文本检索，不适用本规则。',
    en: 'A dangerous permission is declared, and no call that needs it stands anywhere in the code of app and SDKs: no function needs it. This is judged only where “not found” means “not there”: all code was read, nothing is packed, patched, loaded at run time or written for another framework, and the permission can be used by known calls alone (camera, storage, contacts, location and others also work through system pages, addresses or services and are not judged). Native libraries, reflection on names made at run time and an SDK known to use it weaken the proof to a note. Scripts of HarmonyOS and quick apps are searched as text, so that the rule stands aside.',
  },
  examples: {
    bad: [
      {
        text: { zh: '声明发送短信，代码没有任何发送短信的调用', en: 'Sending messages is declared and no code sends one' },
        code: '<uses-permission android:name="android.permission.SEND_SMS" />',
      },
    ],
    good: [
      {
        text: { zh: '去掉SDK带入而用不到的权限', en: 'What an SDK brought in and nobody uses is taken out' },
        code: '<uses-permission android:name="android.permission.READ_PHONE_STATE" tools:node="remove" />',
      },
    ],
  },
  messages: {
    weak: {
      zh: '安装包声明了危险权限 {permission}（{group}），在应用和第三方SDK的 DEX 代码中没有找到需要该权限的系统接口调用；应用含有{why}，不能排除经此使用，请说明用途或删除（《个人信息保护法》第六条）',
      en: 'The package declares the dangerous permission {permission} ({group}), and no call that needs it was found in the DEX code of app and SDKs; the app has {why}, by which it may be used all the same: explain it or remove it (article 6 of the Personal Information Protection Law)',
    },
    unused: {
      zh: '安装包声明了危险权限 {permission}（{group}），但在应用和第三方SDK的全部 DEX 代码中没有找到需要该权限的系统接口调用，应用也没有原生库；权限应为业务功能所必需（《个人信息保护法》第六条），请说明用途或删除',
      en: 'The package declares the dangerous permission {permission} ({group}), but no call that needs it was found in all DEX code of app and SDKs, and there are no native libraries; a permission must be necessary for a function (article 6 of the Personal Information Protection Law): explain it or remove it',
    },
  },
  remedy: {
    zh: '删除没有使用的权限声明；由第三方SDK合并进来的，用 tools:node="remove" 去掉。若经反射或其他方式使用，请说明对应功能',
    en: 'Remove the unused declaration (tools:node="remove" for what an SDK merged in); if it is used by reflection or otherwise, name the function',
  },
  applies: ({ package: facts }) => isAndroid(facts) && isAllCodeSeen(facts),
  *evaluate({ package: facts, sdks, knowledge }) {
    const used = new Set(facts.code.apiUses.flatMap(({ permissions }) => permissions));
    for (const permission of requestedPermissions(facts, knowledge).filter(isDangerous)) {
      const { name, entry } = permission;
      if (!knowledge.permissionsWithKnownApis.has(name)) continue;
      const satisfying = INTERCHANGEABLE.find((group) => group.includes(name)) ?? [name];
      if (satisfying.some((candidate) => used.has(candidate))) continue;
      if (guardedMethods(satisfying, knowledge).some((method) => reflectedNames(facts).has(method))) continue;
      const data = { permission: name, group: entry.group };
      const evidence = declarationEvidence(permission);
      const sdk = sdks.find(({ sdk: { permissions } }) => permissions.some((each) => satisfying.includes(each)))?.sdk;
      const why =
        sdk !== undefined
          ? { zh: `可能用到它的${sdk.name.zh}`, en: `${sdk.name.en}, which may use it` }
          : facts.nativeLibraries.length > 0
            ? { zh: '未读取的原生库', en: 'native libraries that were not read' }
            : hasOpenReflection(facts, knowledge)
              ? { zh: '名称在运行时确定的反射调用', en: 'reflection on names made at run time' }
              : null;
      if (why === null) yield { message: 'unused', subject: name, data, evidence };
      else yield { message: 'weak', subject: name, severity: 'warn', data: { ...data, why }, evidence };
    }
  },
});

const reflected = new WeakMap<CodeFacts, ReadonlySet<string>>();

/** Names of classes and members that reflection is given as constants, and their last segments. */
function reflectedNames({ code }: PackageFacts): ReadonlySet<string> {
  const known = reflected.get(code);
  if (known !== undefined) return known;
  const constants = (code.reflection ?? []).flatMap(({ constant, callers }) => [
    ...(constant === undefined ? [] : [constant]),
    ...callers.flatMap((site) => site.arguments ?? []),
  ]);
  const names = new Set(constants.flatMap((name) => [name, name.slice(name.lastIndexOf('.') + 1)]));
  reflected.set(code, names);
  return names;
}

/** Whether code other than a base library's looks up a member whose name is no constant. */
function hasOpenReflection(facts: PackageFacts, knowledge: Knowledge): boolean {
  return (facts.code.reflection ?? []).some(
    ({ target, constant, callers }) =>
      constant === undefined &&
      /->get(?:Declared)?Methods?$|->invoke$/.test(target) &&
      callers.some((site) => site.arguments === undefined && codeOwner(site.class, facts, knowledge).kind !== 'library'),
  );
}

const methods = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** Bare names of the methods that one of the permissions guards. */
function guardedMethods(permissions: readonly string[], knowledge: Knowledge): readonly string[] {
  let byPermission = methods.get(knowledge);
  if (byPermission === undefined) {
    const lists = new Map<string, string[]>();
    for (const [target, api] of knowledge.apis) {
      const method = target.slice(target.indexOf('->') + 2);
      for (const permission of api.permissions) {
        if (!knowledge.permissionsWithKnownApis.has(permission)) continue;
        const list = lists.get(permission);
        if (list === undefined) lists.set(permission, [method]);
        else list.push(method);
      }
    }
    byPermission = lists;
    methods.set(knowledge, byPermission);
  }
  return permissions.flatMap((permission) => byPermission.get(permission) ?? []);
}
