import type { ApiUse, PackageFacts } from '../../domain/facts/package.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import { callEvidence, callNames } from '../callers.ts';
import { isAllCodeSeen } from '../completeness.ts';
import { type CodeOwner, codeOwner } from '../ownership.ts';
import { isAndroid } from '../platform.ts';
import { mayRun, usesByType } from '../reachability.ts';
import { rule } from '../rule.ts';
import { disclosureEvidence, type TypeDisclosure, typeDisclosure } from '../type-disclosure.ts';

const TYPE = 'device.installed_apps';

/** Calls that answer with all apps at once. Those about one package, its own most often, or one intent are a matter of course. */
const WHOLE_LIST: ReadonlySet<string> = new Set([
  'Landroid/content/pm/PackageManager;->getInstalledPackages',
  'Landroid/content/pm/PackageManager;->getInstalledApplications',
  'Landroid/content/pm/PackageManager;->getInstalledPackagesAsUser',
  'Landroid/content/pm/PackageManager;->getPackagesHoldingPermissions',
  'Landroid/content/pm/LauncherApps;->getActivityList',
]);

/** Permissions with which the answer is complete on systems that otherwise filter it (Android 11 and later). */
const SEES_ALL: ReadonlySet<string> = new Set([
  'android.permission.QUERY_ALL_PACKAGES',
  'com.android.permission.GET_INSTALLED_APPS',
]);
const FILTERED_SINCE = 30;

export default rule({
  id: 'behaviour/app-list-reading',
  clauses: ['sz2025-2', 'sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'taf-108-2022', verified: true },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '代码遍历已安装应用而政策没有写明', en: 'Code reads the list of installed apps, and the policy does not say so' },
  explanation: {
    zh: '检查代码里有没有遍历全部已安装应用的调用（getInstalledPackages、getInstalledApplications、pm list packages 等），由应用自身还是哪个SDK发出，隐私政策有没有写到应用列表。只查询自己或个别已知应用（检查更新、分享前看微信是否安装）、解析意图、读取自身进程名，都属正常，不报。目标版本30以上又没有 QUERY_ALL_PACKAGES 等权限的，系统只返回一部分，从轻。`<queries>` 里列出的应用很多的，等于逐个探测，一并提示。是否真的执行、是否上传，静态检测看不到。',
    en: 'The rule looks for calls that return all installed apps at once (getInstalledPackages, getInstalledApplications, pm list packages and the like), whether the app or which SDK makes them, and whether the policy speaks of the app list. Asking for the app itself or for a few known ones (an update, whether WeChat is there before sharing), resolving intents and reading the own process name are normal and left out. Where the app targets 30 or later without QUERY_ALL_PACKAGES, the system returns a part only, which weighs less. A very long <queries> amounts to asking one by one. Whether the calls run and what is uploaded is not visible statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '广告SDK遍历已安装应用，隐私政策没有提到应用列表',
          en: 'An advertising SDK goes through all installed apps, and the policy never mentions the app list',
        },
        code: 'packageManager.getInstalledPackages(0).map { it.packageName }',
      },
    ],
    good: [
      {
        text: { zh: '只查询要跳转的应用，并在 <queries> 中声明', en: 'Asks for the one app to open, declared in <queries>' },
        code: '<queries><package android:name="com.tencent.mm" /></queries>',
      },
    ],
  },
  messages: {
    silent: {
      zh: '{who}中有遍历全部已安装应用的调用（{calls}），{reach}，隐私政策没有写到应用列表；收集应当逐一告知（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第二类第1项），请复核是否确需遍历',
      en: 'In {who} there are calls that read all installed apps at once ({calls}), {reach}, and the policy does not mention the app list; what is collected must be told item by item (article 17 of the Personal Information Protection Law, section 2(1) of the 2019 identification methods): review whether it is needed',
    },
    unclear: {
      zh: '{who}中有遍历全部已安装应用的调用（{calls}），{reach}；隐私政策只有近似表述，请写明收集应用列表的目的、方式和范围（《个人信息保护法》第十七条）',
      en: 'In {who} there are calls that read all installed apps at once ({calls}), {reach}; the policy only comes close to saying so: state why, how and how far the app list is collected (article 17 of the Personal Information Protection Law)',
    },
    denied: {
      zh: '隐私政策写明不收集应用列表，{who}中却有遍历全部已安装应用的调用（{calls}），{reach}；告知应当真实、准确（《个人信息保护法》第十七条），请复核',
      en: 'The policy says that the app list is not collected, yet in {who} there are calls that read all installed apps at once ({calls}), {reach}; notice must be true and accurate (article 17 of the Personal Information Protection Law): to be reviewed',
    },
    queries: {
      zh: '清单的 <queries> 列出了 {count} 个其他应用，可以逐个探测用户装了哪些；隐私政策没有写到应用列表，请删减到确需交互的应用，或者在政策中说明（《个人信息保护法》第六条、第十七条）',
      en: 'The <queries> of the manifest lists {count} other apps, whose presence can be asked one by one, and the policy does not mention the app list; cut it down to apps really talked to, or tell of it in the policy (articles 6 and 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不需要遍历的，删除调用（SDK带入的，关闭其应用列表采集开关或升级），改为只查询要交互的应用；确需的，在隐私政策中写明收集应用列表的目的、方式、范围和收集主体',
    en: 'Without need, remove the calls (those of an SDK by its switch for the app list, or by an upgrade) and ask only for apps to talk to; otherwise state in the policy why, how, how far and by whom the app list is collected',
  },
  parameters: {
    manyQueries: {
      type: 'integer',
      default: 60,
      minimum: 1,
      maximum: 10_000,
      description: {
        zh: '<queries> 列出多少个应用以上时提示',
        en: 'From how many apps in <queries> on it is warned about',
      },
    },
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, policy, knowledge, parameters }) {
    const disclosure = typeDisclosure(policy, TYPE);
    if (disclosure.state === 'told') return;
    const said = disclosureEvidence(policy, disclosure, '应用列表、软件安装列表、已安装的应用');
    for (const { owner, uses } of byOwner(facts, knowledge)) {
      yield {
        message: disclosure.state === 'hinted' ? 'unclear' : disclosure.state,
        subject: owner.id,
        severity: severityOf(uses, disclosure, facts),
        data: { who: owner.name, calls: callNames(uses), reach: reachText(uses) },
        evidence: [...uses.flatMap((use) => callEvidence(use, facts, knowledge, 3)), ...said],
      };
    }
    const { packages } = facts.queries;
    if (packages.length >= parameters.manyQueries && disclosure.state === 'silent') {
      yield {
        message: 'queries',
        subject: 'queries',
        severity: 'warn',
        data: { count: packages.length },
        evidence: [{ type: 'manifest', element: '/manifest/queries', value: packages.slice(0, 20).join(', ') }, ...said],
      };
    }
  },
});

/** Calls of whole lists by who makes them, with the call sites of that owner only; base libraries left out. */
function byOwner(facts: PackageFacts, knowledge: Parameters<typeof codeOwner>[2]): { owner: CodeOwner; uses: ApiUse[] }[] {
  const found = new Map<string, { owner: CodeOwner; uses: ApiUse[] }>();
  for (const use of usesByType(facts.code).get(TYPE) ?? []) {
    if (!WHOLE_LIST.has(use.target) && !use.constant?.startsWith('pm list')) continue;
    for (const owner of new Map(
      use.callers.map((site) => codeOwner(site.class, facts, knowledge)).map((each) => [each.id, each]),
    ).values()) {
      if (owner.kind === 'library') continue;
      const callers = use.callers.filter((site) => codeOwner(site.class, facts, knowledge).id === owner.id);
      const known = found.get(owner.id) ?? { owner, uses: [] };
      known.uses.push({ ...use, callers });
      found.set(owner.id, known);
    }
  }
  return [...found.values()].sort((a, b) => (a.owner.id < b.owner.id ? -1 : 1));
}

function severityOf(uses: readonly ApiUse[], { state }: TypeDisclosure, facts: PackageFacts): Severity {
  if (state === 'hinted') return 'warn';
  const runs = uses.some(isReached) || !isAllCodeSeen(facts);
  const complete =
    (facts.identity.targetSdk ?? facts.identity.minSdk ?? 1) < FILTERED_SINCE ||
    facts.permissions.some(({ name }) => SEES_ALL.has(name));
  return runs && complete ? 'review' : 'warn';
}

/** The call sites kept here are one owner's: their own paths tell, where there is a graph at all. */
function isReached(use: ApiUse): boolean {
  return use.reachable === undefined || (mayRun(use) && use.callers.some(({ paths }) => paths !== undefined && paths.length > 0));
}

function reachText(uses: readonly ApiUse[]): Bilingual {
  if (uses.every(({ reachable }) => reachable === undefined))
    return { zh: '能否执行未能判断', en: 'of which it is not known whether they can run' };
  return uses.some(isReached)
    ? { zh: '系统入口可以到达', en: 'which entry points of the system reach' }
    : { zh: '没有找到由系统入口到达的路径', en: 'to which no way from an entry point of the system was found' };
}
