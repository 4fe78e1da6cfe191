import type { Evidence } from '../../domain/evidence.ts';
import { callEvidence, namesOf, ownersOf } from '../callers.ts';
import { isAndroid } from '../platform.ts';
import { mayRun } from '../reachability.ts';
import { rule } from '../rule.ts';
import { disclosureEvidence, typeDisclosure } from '../type-disclosure.ts';

const TYPE = 'device.installed_apps';

/** Broadcasts about other apps being installed, replaced or removed; MY_PACKAGE_REPLACED is about the app itself. */
const PACKAGE_BROADCASTS: ReadonlySet<string> = new Set(
  ['ADDED', 'INSTALL', 'REMOVED', 'FULLY_REMOVED', 'REPLACED'].map((what) => `android.intent.action.PACKAGE_${what}`),
);

/** Apps that target this level or later are not started any more by broadcasts that the manifest asks for. */
const UNDELIVERED_SINCE = 26;
/** Apps that target this level or later learn only of packages that they may see. */
const FILTERED_SINCE = 30;

export default rule({
  id: 'behaviour/app-install-monitoring',
  clauses: ['sz2025-2', 'sz2025-7', 'pledge2021-5'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'miit-164-2020', verified: false },
    { instrument: 'taf-108-2022', verified: true },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: {
    zh: '监听其他应用的安装和卸载而政策没有写明',
    en: 'Watches other apps being installed and removed, and the policy does not say so',
  },
  explanation: {
    zh: '检查清单里的广播接收器和代码里注册的接收器有没有监听其他应用的安装、更新、卸载（PACKAGE_ADDED、PACKAGE_REMOVED 等）。长期监听可以拼出用户的应用列表及其变化，与读取应用列表同样应当告知。只监听自身更新（MY_PACKAGE_REPLACED）不报。目标版本26以上的，清单注册的接收器系统一般不再投递；30以上又没有 QUERY_ALL_PACKAGES 的，只能收到可见应用的广播，都从轻。收到广播后做什么，静态检测看不到。',
    en: 'The rule looks for receivers, in the manifest or registered by code, of broadcasts about other apps being installed, updated or removed (PACKAGE_ADDED, PACKAGE_REMOVED and so on). Watching for long yields the list of apps and its changes, which must be told as reading the list must. Watching for the own update (MY_PACKAGE_REPLACED) is left out. An app that targets 26 or later is as a rule not sent what its manifest asks for, and one that targets 30 without QUERY_ALL_PACKAGES hears of visible apps only: both weigh less. What is done with the broadcast is not visible statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: 'SDK 在代码中注册 PACKAGE_ADDED 接收器，政策没有提到应用安装信息',
          en: 'An SDK registers for PACKAGE_ADDED, and the policy never mentions installed apps',
        },
        code: 'val filter = IntentFilter(Intent.ACTION_PACKAGE_ADDED).apply { addDataScheme("package") }\ncontext.registerReceiver(receiver, filter)',
      },
    ],
    good: [
      {
        text: { zh: '只监听自身更新', en: 'Watches for the own update only' },
        code: '<action android:name="android.intent.action.MY_PACKAGE_REPLACED" />',
      },
    ],
  },
  messages: {
    manifest: {
      zh: '清单注册了监听其他应用安装、卸载的接收器 {count} 个（{names}），隐私政策没有写到应用列表或安装信息；请说明用途或者删除（《个人信息保护法》第六条、第十七条）',
      en: 'The manifest registers {count} receivers that watch other apps being installed or removed ({names}), and the policy mentions neither the app list nor installations; explain or remove them (articles 6 and 17 of the Personal Information Protection Law)',
    },
    code: {
      zh: '{who}在代码中注册了监听其他应用安装、卸载的广播（{actions}），隐私政策没有写到应用列表或安装信息；请说明用途或者删除（《个人信息保护法》第六条、第十七条）',
      en: 'Code of {who} registers for broadcasts about other apps being installed or removed ({actions}), and the policy mentions neither the app list nor installations; explain or remove it (articles 6 and 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不需要了解其他应用安装情况的，删除接收器（SDK带入的，关闭相应功能）；确需的（如下载后提示安装结果），只在任务进行期间监听指定应用，并在隐私政策中写明',
    en: 'Remove the receiver where nothing needs it (switch the feature of an SDK off); otherwise watch for the one app concerned while the task lasts, and tell of it in the policy',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, policy, knowledge }) {
    const disclosure = typeDisclosure(policy, TYPE);
    if (disclosure.state === 'told') return;
    const said = disclosureEvidence(policy, disclosure, '应用列表、安装、更新、卸载记录');
    const target = facts.identity.targetSdk ?? facts.identity.minSdk ?? 1;
    const receivers = facts.components.filter(
      ({ kind, enabled, intentFilters }) =>
        kind === 'receiver' &&
        enabled &&
        intentFilters.some(({ actions }) => actions.some((each) => PACKAGE_BROADCASTS.has(each))),
    );
    if (receivers.length > 0) {
      const names = receivers.map(({ name }) => name).sort();
      yield {
        message: 'manifest',
        subject: 'manifest',
        severity: target < UNDELIVERED_SINCE && disclosure.state !== 'hinted' ? 'review' : 'warn',
        data: { count: names.length, names: names.slice(0, 3).join('、') },
        evidence: [
          ...receivers
            .slice(0, 20)
            .map(({ place, name }): Evidence => ({ type: 'manifest', element: place, attribute: 'android:name', value: name })),
          ...said,
        ],
      };
    }
    const uses = facts.code.apiUses.filter(
      (use) =>
        use.constant !== undefined &&
        PACKAGE_BROADCASTS.has(use.constant) &&
        use.target.includes('/IntentFilter;->') &&
        mayRun(use),
    );
    const owners = ownersOf(uses, facts, knowledge).filter(({ kind }) => kind !== 'library');
    if (owners.length === 0) return;
    const seesAll =
      target < FILTERED_SINCE || facts.permissions.some(({ name }) => name === 'android.permission.QUERY_ALL_PACKAGES');
    yield {
      message: 'code',
      subject: 'code',
      severity: seesAll && disclosure.state !== 'hinted' ? 'review' : 'warn',
      data: {
        who: namesOf(owners),
        actions: [...new Set(uses.map(({ constant }) => constant!.split('.').pop()))].sort().join(', '),
      },
      evidence: [...uses.flatMap((use) => callEvidence(use, facts, knowledge, 3)), ...said],
    };
  },
});
