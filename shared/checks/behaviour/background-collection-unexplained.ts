import type { Evidence } from '../../domain/evidence.ts';
import type { ApiUse, EntryKind, PackageFacts } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { arrivalEvidence, callNames, namesOf } from '../callers.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { type CodeOwner, codeOwner } from '../ownership.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { type Arrival, arrivals, canReturn } from '../reachability.ts';
import { rule } from '../rule.ts';

/** Bits of `android:foregroundServiceType` (android.content.pm.ServiceInfo) that go on collecting while the app is out of sight. */
const TYPES: readonly { readonly bit: number; readonly subject: string; readonly what: Bilingual }[] = [
  { bit: 0x08, subject: 'location', what: { zh: '位置', en: 'location' } },
  { bit: 0x20, subject: 'screen', what: { zh: '屏幕内容', en: 'screen content' } },
  { bit: 0x40, subject: 'camera', what: { zh: '摄像头画面', en: 'camera pictures' } },
  { bit: 0x80, subject: 'microphone', what: { zh: '麦克风声音', en: 'microphone sound' } },
];

/** Pieces of evidence kept of one subject, beyond what a finding shows. */
const KEPT = 100;

const BACKGROUND_LOCATION = 'android.permission.ACCESS_BACKGROUND_LOCATION';

/** Broadcasts that come while nobody uses the app. */
const BY_ITSELF: ReadonlySet<EntryKind> = new Set(['receiver-boot', 'receiver-connectivity']);

/** Information about people that has nothing to do with the broadcast itself (the state of the network is what some of them are about). */
const PERSONAL: ReadonlySet<string> = new Set([
  ...['location.precise', 'location.coarse', 'location.cell', 'contacts', 'call_log', 'sms', 'calendar', 'usage_stats'],
  ...['device.installed_apps', 'device.clipboard', 'microphone', 'camera'],
]);

export default rule({
  id: 'behaviour/background-collection-unexplained',
  clauses: ['sz2025-7', 'sz2025-8', 'pledge2021-5'],
  basis: [
    { instrument: 'pipl', article: '6, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.4', verified: false },
    { instrument: 'miit-164-2020', verified: false },
    { instrument: 'app-collection-draft-2026', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'android', 'policy'],
  title: { zh: '可在后台持续收集而政策没有说明', en: 'Can collect in the background, and the policy does not say so' },
  explanation: {
    zh: '检查安装包有没有声明在用户看不到应用时仍继续收集的能力：后台定位权限，类型为位置、麦克风、摄像头、录屏的前台服务，开机和网络变化广播能够走到的收集调用；隐私政策有没有写明后台收集的场景和频率。政策写明的不报，只提到“后台”而没有内容的提示。声明了能力不等于一直在收集：收集的频率和时机静态检测看不到，由人复核。',
    en: 'The rule looks for declared means to go on collecting while the app is out of sight: the permission for location in the background, foreground services of the types location, microphone, camera, screen capture, and calls that collect to which broadcasts of the boot or the network lead; and asks whether the policy says when and how often. A policy that does settles it, one that only has the word is warned about. A declared means is not a constant collection: how often and when is not visible statically, so a person looks.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '声明位置类型的前台服务，政策没有写后台定位',
          en: 'A foreground service of type location, and the policy does not mention location in the background',
        },
        code: '<service android:name=".TrackService" android:foregroundServiceType="location" />',
      },
    ],
    good: [
      {
        text: {
          zh: '政策写明“记录跑步轨迹期间，每 5 秒获取一次位置，锁屏后继续，结束跑步即停止”',
          en: 'The policy says that the position is taken every 5 seconds while a run is recorded, with the screen off as well, until it ends',
        },
      },
    ],
  },
  messages: {
    chain: {
      zh: '开机或网络变化的广播可以到达{who}读取{type}的调用（{calls}），用户没有打开应用时也可能收集；隐私政策没有说明后台收集的场景和频率，请复核（《个人信息保护法》第六条、第十七条）',
      en: 'Broadcasts of the boot or the network lead to calls by {who} that read {type} ({calls}), so that it may be collected while nobody has opened the app; the policy does not say when and how often it collects in the background: to be reviewed (articles 6 and 17 of the Personal Information Protection Law)',
    },
    unexplained: {
      zh: '安装包声明了在后台持续获取{what}的能力，隐私政策没有说明后台收集的场景和频率；请复核其必要性和告知（《个人信息保护法》第六条、第十七条）',
      en: 'The package declares that it can go on collecting {what} in the background, and the policy does not say when and how often; review necessity and notice (articles 6 and 17 of the Personal Information Protection Law)',
    },
    vague: {
      zh: '安装包声明了在后台持续获取{what}的能力，隐私政策提到后台但没有写清场景和频率，建议补充（《个人信息保护法》第十七条）',
      en: 'The package declares that it can go on collecting {what} in the background; the policy mentions the background without saying when and how often: better complete it (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不需要后台收集的，删除对应的后台权限和前台服务类型；确需的，在隐私政策中写明场景、频率和关闭方式，并在使用时以通知等方式让用户知晓',
    en: 'Remove background permission and foreground-service type where no function needs them; otherwise state in the policy when, how often and how to switch it off, and let users see it while it runs',
  },
  *evaluate({ package: facts, policy, knowledge }) {
    const item = provisionOf(policy, 'PR-14');
    if (item.state === 'substance') return;
    const found = new Map<string, { readonly what: Bilingual; readonly evidence: Evidence[] }>();
    const note = (subject: string, what: Bilingual, evidence: readonly Evidence[]) => {
      const known = found.get(subject) ?? { what, evidence: [] };
      // A package may declare a hundred thousand services: more than are shown are not kept.
      if (known.evidence.length < KEPT) known.evidence.push(...evidence);
      found.set(subject, known);
    };
    for (const { kind, enabled, foregroundServiceType = 0, place } of facts.components) {
      if (kind !== 'service' || !enabled) continue;
      for (const { bit, subject, what } of TYPES) {
        if ((foregroundServiceType & bit) === 0) continue;
        const value = `0x${foregroundServiceType.toString(16)}`;
        note(subject, what, [{ type: 'manifest', element: place, attribute: 'android:foregroundServiceType', value }]);
      }
    }
    const location = requestedPermissions(facts, knowledge).find(({ name }) => name === BACKGROUND_LOCATION);
    if (location !== undefined) note('location', TYPES[0]!.what, declarationEvidence(location));
    const said = item.state === 'word-only' ? policyEvidence(policy, item.places) : [policyAbsence(policy, '后台、频率')];
    for (const [subject, { what, evidence }] of found) {
      yield {
        message: item.state === 'word-only' ? 'vague' : 'unexplained',
        subject,
        severity: item.state === 'word-only' ? 'warn' : 'review',
        data: { what },
        evidence: [...evidence, ...said],
      };
    }
    for (const { type, owners, calls } of chains(facts, knowledge)) {
      yield {
        message: 'chain',
        subject: `broadcast ${type}`,
        severity: item.state === 'word-only' ? 'warn' : 'review',
        data: {
          who: namesOf(owners),
          type: knowledge.piTypes.get(type)?.name ?? type,
          calls: callNames(calls.map(({ use }) => use)),
        },
        evidence: [...calls.slice(0, 3).map(({ use, way }) => arrivalEvidence(use, way, facts, knowledge)), ...said],
      };
    }
  },
});

interface Chain {
  readonly type: string;
  readonly owners: readonly CodeOwner[];
  readonly calls: readonly { readonly use: ApiUse; readonly way: Arrival }[];
}

/** What broadcasts set off by themselves, by type; a test of consent on the way does not matter here, a callback comes when it comes. */
function chains(facts: PackageFacts, knowledge: Knowledge): Chain[] {
  const declared = new Set(facts.permissions.map(({ name }) => name));
  const found = new Map<string, { owners: Map<string, CodeOwner>; calls: { use: ApiUse; way: Arrival }[] }>();
  for (const use of facts.code.apiUses) {
    const types = use.piTypes.filter((type) => PERSONAL.has(type));
    if (types.length === 0 || !use.apis.some((id) => knowledge.beforeConsent.get(id) === 'high') || !canReturn(use, declared))
      continue;
    for (const way of arrivals(use, facts.code, BY_ITSELF)) {
      const owner = codeOwner(way.site.class, facts, knowledge);
      if (owner.kind === 'library' || way.path.steps.some(({ link }) => link === 'callback')) continue;
      for (const type of types) {
        const chain = found.get(type) ?? { owners: new Map<string, CodeOwner>(), calls: [] as { use: ApiUse; way: Arrival }[] };
        chain.owners.set(owner.id, owner);
        chain.calls.push({ use, way });
        found.set(type, chain);
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, { owners, calls }]) => ({ type, owners: [...owners.values()], calls }));
}
