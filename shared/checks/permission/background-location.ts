import type { Evidence } from '../../domain/evidence.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { listedPermission, policyAbsence, policyMaySayMore } from '../disclosure.ts';
import { declarationEvidence, type RequestedPermission, requestedPermissions } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

const BACKGROUND: ReadonlySet<string> = new Set([
  'android.permission.ACCESS_BACKGROUND_LOCATION',
  'ohos.permission.LOCATION_IN_BACKGROUND',
]);
const FOREGROUND: ReadonlySet<string> = new Set([
  'android.permission.ACCESS_FINE_LOCATION',
  'android.permission.ACCESS_COARSE_LOCATION',
  'ohos.permission.LOCATION',
  'ohos.permission.APPROXIMATELY_LOCATION',
]);

/** Words by which a policy speaks of location out of sight. */
const SAID =
  /后台.{0,16}(?:定位|位置)|(?:定位|位置|行踪|轨迹).{0,24}后台|始终(?:允许|定位|获取)|一直允许|持续(?:定位|获取.{0,8}位置)|background.{0,20}location|location.{0,30}background/iu;

export default rule({
  id: 'permission/background-location',
  clauses: ['sz2025-7', 'sz2025-8', 'pledge2021-5'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.3', verified: true },
    { instrument: 'miit-26-2023', verified: false },
    { instrument: 'app-collection-draft-2026', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing', 'policy-outcome'],
  title: { zh: '始终（后台）定位没有说明', en: 'Location at all times, and nobody says so' },
  explanation: {
    zh: '后台定位能够还原一个人的行踪，除导航、运动记录、出行等功能外很少需要。安装包声明了后台定位权限，或鸿蒙的位置权限写明始终使用（usedScene.when 为 always），而隐私政策没有写到后台或始终定位、上架信息也没有说明后台定位用途的，鸿蒙应用交人工复核；安卓应用由行为检查统一判断后台收集，这里只作提示。只声明后台定位、没有声明前台定位的，权限不会生效，也作提示。',
    en: 'Location in the background tells where a person goes; few functions beside navigation, sport and travel need it. Where a package declares it (or HarmonyOS location is used always, usedScene.when), and neither the policy speaks of location in the background nor the listing gives its purpose, a HarmonyOS app goes to a reviewer; for Android the behaviour check judges collecting in the background as a whole, and here it is noted. Background without foreground location takes no effect and is noted too.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '位置权限始终使用，政策没有写到后台',
          en: 'Location is used always, and the policy never mentions the background',
        },
        code: '{ "name": "ohos.permission.LOCATION", "usedScene": { "abilities": ["EntryAbility"], "when": "always" } }',
      },
    ],
    good: [
      {
        text: { zh: '政策写明后台定位的场景和关闭方式', en: 'The policy says when, and how to switch it off' },
        kind: 'policy',
        code: '开启运动记录后，应用在后台仍会获取您的位置以绘制轨迹；结束记录即停止，您也可以在系统设置中改为“仅使用期间允许”。',
      },
    ],
  },
  messages: {
    unexplained: {
      zh: '安装包声明可始终（后台）获取位置（{permission}），隐私政策没有写到后台定位，上架信息也没有说明；请复核必要性，并补充场景、频率和关闭方式（《个人信息保护法》第六条、第十七条）',
      en: 'The package declares location at all times ({permission}); the policy does not speak of location in the background, nor does the listing: review whether it is needed, and have it say when, how often and how to switch it off (articles 6 and 17 of the Personal Information Protection Law)',
    },
    alone: {
      zh: '安装包声明了后台定位 {permission}，没有声明前台定位，系统不会授予；请删除，或一并声明前台定位（《个人信息保护法》第六条）',
      en: 'The package declares {permission} without location in the foreground, so that the system never grants it: remove it or declare the other too (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不需要后台定位的，删除该权限，鸿蒙将 usedScene.when 改为 inuse；需要的，优先使用可见的前台服务，并在隐私政策和上架信息中写明场景、频率和关闭方式',
    en: 'Remove it where no function needs it (HarmonyOS: usedScene.when inuse); otherwise prefer a visible foreground service, and state in policy and listing when, how often and how to switch it off',
  },
  *evaluate({ package: facts, listing, policy, knowledge }) {
    const requested = requestedPermissions(facts, knowledge).filter(({ entry }) => entry !== null);
    const always = requested.filter(({ name, declarations }) =>
      BACKGROUND.has(name) || FOREGROUND.has(name) ? BACKGROUND.has(name) || declarations.some(isAlways) : false,
    );
    if (always.length === 0) return;
    const background = always.find(({ name }) => BACKGROUND.has(name));
    if (background !== undefined && !requested.some(({ name }) => FOREGROUND.has(name))) {
      const { name } = background;
      yield {
        message: 'alone',
        subject: name,
        severity: 'warn',
        data: { permission: name },
        evidence: declarationEvidence(background),
      };
    }
    if (policy.outcome !== 'read' || isSaid(policy) || listedPurpose(always)) return;
    const weak = isAndroid(facts) || policyMaySayMore(policy);
    yield {
      message: 'unexplained',
      subject: 'location',
      severity: weak ? 'warn' : 'review',
      data: { permission: always.map(({ name }) => name).join(', ') },
      evidence: [...always.flatMap(sceneEvidence), policyAbsence(policy, '后台定位、始终允许、持续定位')],
    };

    function listedPurpose(permissions: readonly RequestedPermission[]): boolean {
      return permissions.some(({ name }) => {
        const listed = listedPermission(listing, name, knowledge);
        return listed?.name === name && BACKGROUND.has(name) && Boolean(listed.purpose?.trim());
      });
    }
  },
});

function isAlways({ usedScene }: RequestedPermission['declarations'][number]): boolean {
  return usedScene?.when === 'always';
}

function isSaid(policy: PolicyFacts): boolean {
  return (
    policy.types.some(({ type, negated }) => type === 'location.background' && !negated) ||
    policy.permissions.some(
      ({ permission, negated, confidence }) => BACKGROUND.has(permission) && !negated && confidence >= 0.8,
    ) ||
    SAID.test(policy.text)
  );
}

function sceneEvidence(permission: RequestedPermission): Evidence[] {
  const scenes = permission.declarations
    .filter(isAlways)
    .map(({ place }): Evidence => ({ type: 'manifest', element: `${place}/usedScene`, attribute: 'when', value: 'always' }));
  return [...declarationEvidence(permission), ...scenes];
}
