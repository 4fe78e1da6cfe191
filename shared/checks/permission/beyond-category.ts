import type { Bilingual } from '../../domain/text.ts';
import type { Category, PermissionEntry } from '../../knowledge/types.ts';
import { isPriority, relevanceOf } from '../category-relevance.ts';
import { listedPermission, permissionDisclosure } from '../disclosure.ts';
import { groupKey } from '../permission-groups.ts';
import { accessEvidence, type RequestedAccess, requestedAccess } from '../permissions.ts';
import { purposeWorth } from '../purpose-words.ts';
import { rule } from '../rule.ts';

const CONFIDENCE: Readonly<Record<'high' | 'medium' | 'low', Bilingual>> = {
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
};

/** `behaviour/sensitive-service` asks a person about these in every category; here the category is only noted. */
const JUDGED_AS_SERVICES: ReadonlySet<string> = new Set([
  'android.permission.BIND_ACCESSIBILITY_SERVICE',
  'android.permission.BIND_NOTIFICATION_LISTENER_SERVICE',
]);

/** The list of what a category hardly needs is an approximation, so this rule asks for an explanation and never rejects. */
export default rule({
  id: 'permission/beyond-category',
  clauses: ['sz2025-7', 'sz2025-8', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'necessary-info-39', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'gbt-41391-2022', article: '附录E', verified: false },
    { instrument: 'tc260-20204a', article: '附录D', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '申请与应用类别相关程度较低的权限', en: 'Permission hardly related to the app’s category' },
  explanation: {
    zh: '按39类应用类别比对权限：基本功能所需的、可选功能可能用到的不提；与类别相关程度较低的，须说明与具体业务功能的直接关系。无障碍、通知监听、VPN、输入法等由用户在设置页开启的服务一并比对；鸿蒙权限和快应用接口按取得同样信息的安卓权限比对。权限与类别的对应是近似判断，两份标准的附录也只是“相关程度较低”的提示，不是禁止清单，因此只交人工复核，不驳回。影响较小的权限、电话状态，以及实用工具这样范围很宽的类别，隐私政策已经披露、上架信息写明具体用途的，只作提示；同一组权限（如精确与粗略位置）合为一条。网络借贷类的通讯录等、无须个人信息类的通话记录和短信，由“重点组合”规则单独判断。',
    en: 'Compares permissions with the app’s category of the 39: those that the basic function needs or an optional one may need pass; one that the category hardly needs must be explained by a function. Services that users switch on in the settings (accessibility, notification access, VPN, input method) are compared as well; permissions of HarmonyOS and features of quick apps stand as the Android permissions that open the same. The table is an approximation, and the annexes it follows are hints and no ban, so that a person judges and nothing is rejected. Where the policy discloses a permission and the listing gives its purpose, one that opens little, the phone state, and any of a type as wide as utilities are only noted; permissions of one group (fine and coarse location) are one finding. Contacts and the like of lending apps, call log and messages of types that need no personal information have the rule on priority combinations.',
  },
  examples: {
    bad: [
      {
        text: { zh: '地图导航类应用申请通话记录，没有说明', en: 'A navigation app requests the call log and does not say why' },
        code: '<uses-permission android:name="android.permission.READ_CALL_LOG" />',
      },
    ],
    good: [
      {
        text: { zh: '地图导航类应用只申请位置', en: 'A navigation app requests location only' },
        code: '<uses-permission android:name="android.permission.ACCESS_FINE_LOCATION" />',
      },
    ],
  },
  parameters: {
    accepted: {
      type: 'strings',
      default: [],
      description: {
        zh: '本店认可的权限名，不再按类别比对；写作“类别编号:权限名”时只对该类别认可',
        en: 'Names of permissions that this store accepts in every category; `<category number>:<name>` accepts it in one',
      },
    },
  },
  messages: {
    excess: {
      zh: '“{category}”应用申请了相关程度较低的权限 {permission}（{group}），上架信息没有说明用途；请依《个人信息保护法》第六条说明其与业务功能的直接关系。类别与权限的对应为近似判断（把握：{confidence}），GB/T 41391-2022 附录E须核对',
      en: 'An app of the category "{category}" requests {permission} ({group}), which the category hardly needs, and the listing gives no purpose; explain its direct relation to a function under article 6 of the Personal Information Protection Law. The match of category and permission is an approximation (confidence: {confidence}); verify against GB/T 41391-2022 annex E',
    },
    explained: {
      zh: '“{category}”应用申请了相关程度较低的权限 {permission}（{group}），上架信息说明的用途是“{purpose}”；请复核该说明是否成立（《个人信息保护法》第六条）。类别与权限的对应为近似判断（把握：{confidence}），GB/T 41391-2022 附录E须核对',
      en: 'An app of the category "{category}" requests {permission} ({group}), which the category hardly needs; the listing gives the purpose "{purpose}": judge whether it holds (article 6 of the Personal Information Protection Law). The match of category and permission is an approximation (confidence: {confidence}); verify against GB/T 41391-2022 annex E',
    },
  },
  remedy: {
    zh: '删除与业务功能无关的权限声明（包括第三方SDK带入的声明）；确需保留的，在上架信息和隐私政策中写明对应的具体功能、申请时机和拒绝后的影响',
    en: 'Remove permissions that no function needs (those that SDKs bring in as well); for those that stay, state in listing and policy the very function, when it is asked for, and what a refusal means',
  },
  applies: ({ listing, knowledge }) => knowledge.categories.has(listing.app.category),
  *evaluate({ package: facts, listing, policy, knowledge, parameters: { accepted } }) {
    const category = knowledge.categories.get(listing.app.category)!;
    const agreed = new Set(accepted);
    const groups = new Map<string, Excess[]>();
    for (const access of requestedAccess(facts, knowledge)) {
      const { name, entry } = access;
      if (entry === null || entry.grant === 'none' || relevanceOf(category, entry) !== 'low' || isPriority(category, entry))
        continue;
      if (agreed.has(name) || agreed.has(`${category.id}:${name}`)) continue;
      const key = groupKey(entry, knowledge);
      const same = groups.get(key);
      if (same === undefined) groups.set(key, [{ ...access, entry }]);
      else same.push({ ...access, entry });
    }
    // Fine and coarse location, reading and writing the calendar are one question to the developer.
    for (const same of groups.values()) {
      const [{ name, entry }] = same as [Excess];
      const purpose = listedPermission(listing, name, knowledge)?.purpose?.trim();
      const settled = same.every(
        (each) => JUDGED_AS_SERVICES.has(each.name) || (isMinor(each.entry, category) && isTold(each.name)),
      );
      yield {
        message: purpose ? 'explained' : 'excess',
        subject: name,
        severity: settled ? 'warn' : 'review',
        data: {
          category: category.name,
          permission: same.map((each) => each.name).join('、'),
          group: entry.group,
          confidence: CONFIDENCE[category.confidence],
          ...(purpose ? { purpose } : {}),
        },
        evidence: [
          ...same.flatMap(accessEvidence),
          { type: 'listing', field: 'app.category', value: `${category.id} ${category.name.zh}` },
        ],
      };
    }

    /** The policy discloses it, and the listing, where it lists permissions at all, gives a purpose that says something. */
    function isTold(each: string): boolean {
      if (policy?.outcome !== 'read') return false;
      const { state } = permissionDisclosure(policy, each, knowledge);
      if (state !== 'permission' && state !== 'information') return false;
      const purpose = listedPermission(listing, each, knowledge)?.purpose?.trim();
      return purpose ? purposeWorth(purpose) === 'telling' : listing.permissions === undefined;
    }
  },
});

type Excess = RequestedAccess & { readonly entry: PermissionEntry };

const PHONE_STATE = 'android.permission.READ_PHONE_STATE';

/**
 * Where an explanation settles the question: what opens little (the phone state opens little on today's systems, and has a rule of its
 * own), and types so wide that the table can hardly say what they need.
 */
function isMinor({ name, attention }: PermissionEntry, { confidence }: Category): boolean {
  return attention !== 'high' || name === PHONE_STATE || confidence === 'low';
}
