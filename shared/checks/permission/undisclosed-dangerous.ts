import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { type Severity, weaker } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import { findPermission } from '../../knowledge/permissions.ts';
import type { Knowledge, PermissionEntry } from '../../knowledge/types.ts';
import {
  isTooShortForSilence,
  listedPermission,
  type PermissionDisclosure,
  permissionDisclosure,
  policyAbsence,
  policyEvidence,
  policyMaySayMore,
  searchedTerms,
} from '../disclosure.ts';
import { declarationEvidence, isDangerous, permissionNoun, requestedPermissions } from '../permissions.ts';
import { listElsewhere } from '../policy-lists-elsewhere.ts';
import { rule } from '../rule.ts';

/** The app list has a rule of its own: `permission/undisclosed-app-list`. */
const APP_LIST = 'com.android.permission.GET_INSTALLED_APPS';

/**
 * How far silence of policy and listing goes. A permission of HarmonyOS proves as much as the Android one that opens the same; where
 * there is none, our terms may not be all by which a policy can name it. A quick app may declare a feature for an action that asks for
 * nothing.
 */
function silenceOf(
  { platform, confidence, attention, equivalents, deprecatedSince }: PermissionEntry,
  knowledge: Knowledge,
): Severity {
  if (platform === 'quick-app') return attention === 'high' ? 'review' : 'warn';
  if (platform === 'android') return 'reject';
  // What is no longer granted collects nothing.
  if (deprecatedSince !== undefined) return 'review';
  const hasTerms = equivalents.some((name) => findPermission(knowledge, name)?.kind.startsWith('dangerous'));
  return confidence === 'high' && hasTerms ? 'reject' : 'review';
}

/** Users see the account list and contacts as one group, which a policy that speaks of contacts may mean. */
const ACCOUNTS = 'android.permission.GET_ACCOUNTS';
const CONTACTS = 'android.permission.READ_CONTACTS';

export default rule({
  id: 'permission/undisclosed-dangerous',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1, 二.3', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package', 'listing', 'policy'],
  title: { zh: '声明的危险权限未披露', en: 'Dangerous permission not disclosed' },
  explanation: {
    zh: '逐项比对安装包向用户申请的权限（安卓危险权限、鸿蒙 user_grant 权限、快应用须授权的接口）与隐私政策、上架信息。政策写到该权限、同组权限（如精确与大致位置、存储与照片）或它所取得的个人信息，即视为已披露；两处都只字未提，才构成未逐一列明。只有上架信息写到、政策有读不到的部分或者写明权限清单另在别处、主要不是中文或者短得可能只是摘要、只有含义不明的一般词语、政策写“不收集”的，交人工复核。到安卓6.0之前就结束申请的声明（maxSdkVersion）和通知权限不计。静态检查看不到运行时是否真的申请，也看不到应用内弹窗的说明。',
    en: 'Compares every permission that the package asks users for (dangerous on Android, user_grant on HarmonyOS, features that ask in a quick app) with policy and listing. It counts as disclosed where the policy names it, another of its group (fine and coarse location, storage and photos) or the information it opens; only silence in both places is a breach. What only the listing says, a policy that could not be read whole, is not mainly Chinese or is so short that it may be a summary, general words and a flat denial go to a reviewer. Declarations that end before Android 6.0 and the notification permission do not count. Whether the app really asks, and what its own dialogs say, cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '声明了通话记录权限，政策和上架信息都没有写到通话记录',
          en: 'The call log is declared; neither policy nor listing says a word of it',
        },
        code: '<uses-permission android:name="android.permission.READ_CALL_LOG" />',
      },
      {
        text: {
          zh: '鸿蒙应用申请通讯录，政策只写了相机',
          en: 'A HarmonyOS app requests contacts; the policy speaks of the camera only',
        },
        code: '{ "name": "ohos.permission.READ_CONTACTS", "reason": "$string:reason_contacts" }',
      },
    ],
    good: [
      {
        text: {
          zh: '政策写明权限、功能、时机和关闭方式',
          en: 'The policy names permission, function, moment and how to switch it off',
        },
        kind: 'policy',
        code: '使用“扫一扫”时，我们会申请您的相机权限，用于识别二维码；您可以在系统设置中随时关闭。',
      },
    ],
  },
  messages: {
    silent: {
      zh: '安装包声明了{noun} {permission}（{group}），隐私政策和上架信息都没有写到该权限，也没有写到它对应的个人信息；不符合《个人信息保护法》第十七条和《App违法违规收集使用个人信息行为认定方法》第二类关于逐一列明的要求',
      en: 'The package declares the {noun} {permission} ({group}); neither policy nor listing mentions it or the personal information it opens, contrary to article 17 of the Personal Information Protection Law and section 2 of the 2019 identification methods, which want every item listed',
    },
    listingOnly: {
      zh: '安装包声明了{noun} {permission}（{group}），只有上架信息作了说明，隐私政策没有写到；处理规则应当在隐私政策中逐一列明（《App违法违规收集使用个人信息行为认定方法》第二类第1项），请复核并补充',
      en: 'The package declares the {noun} {permission} ({group}); only the listing explains it, the policy does not, where every item must be listed (section 2(1) of the 2019 identification methods): review and complete the policy',
    },
    unclear: {
      zh: '安装包声明了{noun} {permission}（{group}），在隐私政策能读懂的部分没有找到说明；{why}，请人工核对《个人信息保护法》第十七条要求的告知是否在其中',
      en: 'The package declares the {noun} {permission} ({group}); the readable part of the policy does not explain it. {why}: check by eye whether they give the notice that article 17 of the Personal Information Protection Law wants',
    },
    vague: {
      zh: '安装包声明了{noun} {permission}（{group}），隐私政策和上架信息都没有写明该权限，只有可能与之有关的一般词语（如“{words}”）；请人工判断是否构成《App违法违规收集使用个人信息行为认定方法》第二类要求的逐一列明',
      en: 'The package declares the {noun} {permission} ({group}); neither policy nor listing names it, only general words that may mean it (such as “{words}”): judge by eye whether that is the list which section 2 of the 2019 identification methods wants',
    },
    denied: {
      zh: '隐私政策写明不使用 {permission}（{group}）或不收集对应信息，安装包却声明了该权限；两者矛盾，请复核（《个人信息保护法》第十七条）',
      en: 'The policy says that {permission} ({group}) is not used or its information not collected, yet the package declares it: a contradiction to be reviewed (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在隐私政策的权限说明中逐一写明该权限的名称、对应功能、收集的信息、申请时机和关闭方式；不需要的，从安装包中删除声明（安卓由第三方SDK合并进来的，可用 tools:node="remove" 去掉；鸿蒙检查各模块的 module.json5；快应用检查 features）',
    en: 'Name the permission in the policy with its function, the information collected, when it is asked for and how to switch it off; or remove the declaration from the package (Android: tools:node="remove" takes out what an SDK merged in; HarmonyOS: module.json5 of every module; quick apps: features)',
  },
  *evaluate({ package: facts, policy, listing, knowledge }) {
    const why = whyUnread(policy);
    for (const permission of requestedPermissions(facts, knowledge).filter(isDangerous)) {
      const { name, entry } = permission;
      if (name === APP_LIST) continue;
      const disclosure = permissionDisclosure(policy, name, knowledge);
      const listed = listedPermission(listing, name, knowledge);
      if (disclosure.state === 'permission' || disclosure.state === 'information') continue;
      const data = { permission: name, group: entry.group, noun: permissionNoun(entry) };
      if (disclosure.state === 'denied') {
        const evidence = [...declarationEvidence(permission), ...policyEvidence(policy, disclosure.mentions)];
        yield { message: 'denied', subject: name, data, severity: 'review', evidence };
        continue;
      }
      const searched = searchedTerms(entry, knowledge);
      const { hints } =
        name === ACCOUNTS ? withContacts(disclosure, permissionDisclosure(policy, CONTACTS, knowledge)) : disclosure;
      const spoken = listed !== null ? 'listingOnly' : hints.length > 0 && why === null ? 'vague' : null;
      const doubt = why ?? (isTooShortForSilence(policy) ? TOO_SHORT : null);
      const message = spoken ?? (doubt === null ? 'silent' : 'unclear');
      const words = [...new Set(hints.slice(0, 3).map(({ range }) => policy.text.slice(...range)))].join('、');
      yield {
        message,
        subject: name,
        data: { ...data, words, why: doubt ?? '' },
        severity: weaker(message === 'silent' ? 'reject' : 'review', silenceOf(entry, knowledge)),
        evidence: [
          ...declarationEvidence(permission),
          ...policyEvidence(policy, hints, 2),
          policyAbsence(policy, searched),
          ...(listed === null ? [] : [{ type: 'listing' as const, field: 'permissions', value: listed.name }]),
        ],
      };
    }
  },
});

const TOO_SHORT: Bilingual = {
  zh: '该文本过短，可能只是摘要或目录',
  en: 'The text is so short that it may be a summary or an index',
};

/** Why silence may be the reader's and not the policy's; null where all of it was read. */
function whyUnread(policy: PolicyFacts): Bilingual | null {
  if (policyMaySayMore(policy)) return { zh: '政策另有内容未能读取', en: 'Other parts could not be read' };
  if (listElsewhere(policy, 'permission') !== null) {
    return {
      zh: '政策写明权限清单另在别处，该清单没有读到',
      en: 'It points at a list of permissions elsewhere, which was not read',
    };
  }
  return policy.script === 'other'
    ? {
        zh: '政策主要不是中文，其中的说法未必都能识别',
        en: 'It is mainly in another language, of which not all wording is understood',
      }
    : null;
}

function withContacts({ hints }: PermissionDisclosure, contacts: PermissionDisclosure): Pick<PermissionDisclosure, 'hints'> {
  return { hints: contacts.state === 'permission' ? [...hints, ...contacts.mentions] : hints };
}
