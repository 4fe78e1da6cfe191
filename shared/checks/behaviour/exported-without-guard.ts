import type { Evidence } from '../../domain/evidence.ts';
import type { Component, PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { codeOwner } from '../ownership.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** Actions by which the system or a documented framework binds services that must be open to it. */
const SYSTEM_ACTION =
  /^(?:android|androidx|com\.google|com\.android|com\.huawei|com\.hihonor|com\.xiaomi|com\.heytap|com\.coloros|com\.oppo|com\.vivo|com\.meizu)\./;
const BASE_LEVEL = 0xf;
const DANGEROUS = 1;

const JUDGED: ReadonlySet<Component['kind']> = new Set(['provider', 'service', 'receiver']);

/** Whether it is open because the system, a framework or a known SDK is to reach it: they say so by the actions they send. */
function isForOthers({ intentFilters }: Component, facts: PackageFacts, knowledge: Knowledge): boolean {
  const isOthers = (action: string) =>
    SYSTEM_ACTION.test(action) || ['sdk', 'library'].includes(codeOwner(action, facts, knowledge).kind);
  return intentFilters.some(({ actions }) => actions.some(isOthers));
}

/** What a known SDK or library exports is its maker's design and the same in every app. */
function isForeign({ name }: Component, facts: PackageFacts, knowledge: Knowledge): boolean {
  const { kind } = codeOwner(name, facts, knowledge);
  return kind === 'sdk' || kind === 'library';
}

/** Permissions that the app defines and any other app is given for the asking (protection level normal or dangerous). */
function openPermissions({ definedPermissions }: PackageFacts): ReadonlySet<string> {
  return new Set(
    definedPermissions.filter(({ protectionLevel }) => (protectionLevel & BASE_LEVEL) <= DANGEROUS).map(({ name }) => name),
  );
}

export default rule({
  id: 'behaviour/exported-without-guard',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '导出的组件没有权限保护', en: 'Exported component without a permission' },
  explanation: {
    zh: '导出且没有权限的内容提供者、服务和广播接收器，设备上任何应用都可以访问。内容提供者直接提供数据，提请复核；服务和接收器的后果取决于代码，只作提示；页面导出很常见，不在此列。由系统、框架或已知SDK按其动作调用的、已知第三方SDK和开源库的组件不计；用自定义权限保护而该权限任何应用都能获得（normal、dangerous 级别）的，作提示。提供者实际返回什么数据、代码内有没有核对调用者，静态不作判断。',
    en: 'An exported provider, service or receiver without a permission is open to every app on the device. Providers hand out data, so a review is asked for; what services and receivers do depends on their code, so they are warnings; exported pages are common and not meant. Parts that the system, a framework or a known SDK reaches by its actions, and components of known SDKs and libraries do not count. Where the app’s own permission guards a component and any app is given it (level normal or dangerous), that is a warning. What a provider returns, and whether code checks the caller, is not judged.',
  },
  examples: {
    bad: [
      {
        text: { zh: '任何应用都能读取的提供者', en: 'A provider that every app can read' },
        code: '<provider android:name=".UserProvider" android:authorities="com.example.user" android:exported="true" />',
      },
    ],
    good: [
      {
        text: { zh: '不导出', en: 'Not exported' },
        code: '<provider android:name=".UserProvider" android:authorities="com.example.user" android:exported="false" />',
      },
      {
        text: { zh: '以签名级权限保护', en: 'Guarded by a permission of level signature' },
        code: '<permission android:name="com.example.READ" android:protectionLevel="signature" />',
      },
    ],
  },
  messages: {
    provider: {
      zh: '内容提供者 {component}（{authorities}）对外导出且没有读写权限，设备上任何应用都可以访问其数据；处理者应当采取措施防止未经授权的访问（《个人信息保护法》第五十一条），请复核其中有没有个人信息',
      en: 'The provider {component} ({authorities}) is exported without permissions, so that every app on the device can reach its data; handlers must prevent unauthorised access (article 51 of the Personal Information Protection Law): review whether it holds personal information',
    },
    half: {
      zh: '内容提供者 {component}（{authorities}）对外导出，读、写权限只设了一项，另一项对所有应用开放（《个人信息保护法》第五十一条）',
      en: 'The provider {component} ({authorities}) is exported with a permission for only one of reading and writing; the other is open to every app (article 51 of the Personal Information Protection Law)',
    },
    services: {
      zh: '服务 {components} 对外导出且没有权限，设备上任何应用都可以启动或绑定（《个人信息保护法》第五十一条）',
      en: 'Services exported without a permission: {components}. Every app on the device can start or bind them (article 51 of the Personal Information Protection Law)',
    },
    receivers: {
      zh: '广播接收器 {components} 对外导出且没有权限，也不接收系统广播，设备上任何应用都可以向其发送广播（《个人信息保护法》第五十一条）',
      en: 'Receivers exported without a permission and for no broadcast of the system: {components}. Every app on the device can send to them (article 51 of the Personal Information Protection Law)',
    },
    openPermission: {
      zh: '导出的组件 {component} 由应用自定义的权限 {permission} 保护，但该权限任何应用申请即可获得，起不到保护作用（《个人信息保护法》第五十一条）',
      en: 'The exported component {component} is guarded by the app’s own permission {permission}, which any app is given for the asking, so that it guards nothing (article 51 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不需要供其他应用使用的组件设置 android:exported="false"；确需导出的，用签名级（signature）权限保护，并在代码中核对调用者和参数',
    en: 'Set android:exported="false" on what other apps do not need; guard the rest by a permission of level signature and check caller and arguments in code',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, knowledge }) {
    const open = openPermissions(facts);
    const services: Component[] = [];
    const receivers: Component[] = [];
    for (const component of facts.components) {
      const { kind, name, exported, enabled, place, permission, readPermission, writePermission } = component;
      if (!exported || !enabled || !JUDGED.has(kind) || isForeign(component, facts, knowledge)) continue;
      const data = { component: name, authorities: component.authorities?.slice(0, 3).join(', ') ?? '' };
      const evidence = [exportedAt(place)];
      const guards = [permission, ...(kind === 'provider' ? [readPermission, writePermission] : [])];
      const useless = guards.find((guard) => guard !== undefined && open.has(guard));
      if (useless !== undefined) {
        const weak = { component: name, permission: useless };
        yield { message: 'openPermission', subject: name, severity: 'warn', data: weak, evidence };
      } else if (kind !== 'provider') {
        if (permission === undefined && !isForOthers(component, facts, knowledge))
          (kind === 'service' ? services : receivers).push(component);
      } else if (guards.every((guard) => guard === undefined)) {
        yield { message: 'provider', subject: name, severity: 'review', data, evidence };
      } else if (permission === undefined && (readPermission === undefined || writePermission === undefined)) {
        yield { message: 'half', subject: name, severity: 'warn', data, evidence };
      }
    }
    if (services.length > 0) yield { message: 'services', subject: 'services', severity: 'warn', ...together(services) };
    if (receivers.length > 0) yield { message: 'receivers', subject: 'receivers', severity: 'warn', ...together(receivers) };
  },
});

/** One finding for many of a kind: what each does depends on code that is not judged here, so that one reminder is enough. */
function together(components: readonly Component[]) {
  const names = components.slice(0, 3).map(({ name }) => name);
  const more = components.length > names.length;
  return {
    data: {
      components: {
        zh: `${names.join('、')}${more ? `等 ${components.length} 个` : ''}`,
        en: `${names.join(', ')}${more ? ` (${components.length} in all)` : ''}`,
      },
    },
    evidence: components.slice(0, 20).map(({ place }) => exportedAt(place)),
  };
}

function exportedAt(place: string): Evidence {
  return { type: 'manifest', element: place, attribute: 'android:exported', value: 'true' };
}
