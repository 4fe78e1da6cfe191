import { wasReadWhole } from '../completeness.ts';
import { declarationEvidence, isDangerous, RUNTIME_PERMISSIONS_SINCE, requestedPermissions, shortName } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/**
 * Android grants an app that targets less than API level 23 all its permissions when it is installed. A missing
 * `targetSdkVersion` counts as the minimum, a missing minimum as 1 (developer.android.com, uses-sdk).
 */
export default rule({
  id: 'permission/target-sdk-below-23',
  clauses: ['sz2025-8', 'sz2025-4', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '14, 16', verified: true },
    { instrument: 'app-violation-identification-2019', article: '三.1', verified: true },
    { instrument: 'miit-26-2023', verified: false },
    { instrument: 'taf-078', article: '078.4', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package'],
  title: { zh: '目标版本过低，安装时一揽子授权', en: 'Target version so low that installing grants everything' },
  explanation: {
    zh: '安卓6.0（API 23）起，危险权限在运行时逐项询问；目标版本低于23的应用例外，安装时一次全部授予，用户没有机会逐项同意。目标版本没有写的，按最低版本计，最低版本也没有写的按1计，这是系统的规则。声明了危险权限的，权限在同意之前已经打开，予以驳回；没有危险权限的只作提示；清单未能读全的交人工复核。',
    en: 'Since Android 6.0 (API 23) dangerous permissions are asked for one by one while the app runs; an app with a lower target gets all of them by being installed, and nobody is asked. A missing target counts as the minimum, a missing minimum as 1: such is the system’s rule. With dangerous permissions they are open before any consent, which rejects; without any it is noted; a manifest that could not be read whole goes to a reviewer.',
  },
  examples: {
    bad: [
      {
        text: { zh: '目标版本22，声明了通讯录', en: 'Target 22 and contacts' },
        code: '<uses-sdk android:minSdkVersion="16" android:targetSdkVersion="22" />',
      },
    ],
    good: [
      {
        text: { zh: '目标版本35，使用功能时逐项申请', en: 'Target 35, each permission requested with its function' },
        code: '<uses-sdk android:minSdkVersion="24" android:targetSdkVersion="35" />',
      },
    ],
  },
  messages: {
    granted: {
      zh: '目标版本（targetSdkVersion）{target}低于23，系统在安装时一次性授予 {count} 项危险权限（{permissions}），用户同意之前权限已经打开；不符合《个人信息保护法》第十四条和《App违法违规收集使用个人信息行为认定方法》第三类第1项',
      en: 'The target version (targetSdkVersion) {target} is below 23: installing grants {count} dangerous permissions at once ({permissions}), before any consent, contrary to article 14 of the Personal Information Protection Law and section 3(1) of the 2019 identification methods',
    },
    low: {
      zh: '目标版本（targetSdkVersion）{target}低于23，权限在安装时一揽子授予；目前没有声明危险权限，请升级目标版本，以免今后新增的权限也在用户同意之前打开（《个人信息保护法》第十四条）',
      en: 'The target version (targetSdkVersion) {target} is below 23, where permissions are granted by installing; no dangerous one is declared now; raise the target, so that none added later is open before consent (article 14 of the Personal Information Protection Law)',
    },
    unknown: {
      zh: '清单未能完整读取，没有读到目标版本（targetSdkVersion），无法判断权限是否在安装时一揽子授予，请人工核对（《个人信息保护法》第十四条）',
      en: 'The manifest could not be read completely and shows no target version (targetSdkVersion); check by hand whether permissions are granted by installing (article 14 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '将 targetSdkVersion 升级到23以上（建议达到应用商店当前要求的版本），并在使用对应功能时逐项动态申请权限',
    en: 'Raise targetSdkVersion to 23 or above (better to what stores ask for today) and request each permission when its function is used',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, knowledge }) {
    const { targetSdk, minSdk } = facts.identity;
    const target = targetSdk ?? minSdk ?? 1;
    if (target >= RUNTIME_PERMISSIONS_SINCE) return;
    const element = '/manifest/uses-sdk';
    const place = { type: 'manifest', element, attribute: 'android:targetSdkVersion' } as const;
    if (targetSdk === null && !wasReadWhole(facts, 'manifest')) {
      yield { message: 'unknown', subject: 'targetSdkVersion', severity: 'review', evidence: [place] };
      return;
    }
    const stated = targetSdk === null ? { zh: `未声明，按${target}计，`, en: `(not declared, so ${target})` } : String(targetSdk);
    const dangerous = requestedPermissions(facts, knowledge).filter(isDangerous);
    const evidence = targetSdk === null ? place : { ...place, value: String(targetSdk) };
    if (dangerous.length === 0) {
      yield { message: 'low', subject: 'targetSdkVersion', data: { target: stated }, severity: 'warn', evidence: [evidence] };
      return;
    }
    const permissions = dangerous.map(({ name }) => shortName(name)).join(', ');
    yield {
      message: 'granted',
      subject: 'targetSdkVersion',
      data: { target: stated, count: dangerous.length, permissions },
      evidence: [evidence, ...dangerous.flatMap(declarationEvidence)],
    };
  },
});
