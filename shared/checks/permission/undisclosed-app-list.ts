import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Bilingual } from '../../domain/text.ts';
import {
  isTooShortForSilence,
  listedPermission,
  permissionDisclosure,
  policyAbsence,
  policyEvidence,
  policyMaySayMore,
} from '../disclosure.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

const APP_LIST: ReadonlySet<string> = new Set([
  'android.permission.QUERY_ALL_PACKAGES',
  'com.android.permission.GET_INSTALLED_APPS',
  'system.package',
]);

/** A quick app asks of one app at a time; most do so before they share or pay. */
const ONE_BY_ONE = 'system.package';

/** Wording of real policies beyond the terms of the knowledge: 已安装软件列表, 已安装或正在运行的必要的软件列表. */
const MENTIONED = /(?:应用|软件|程序|APP)(?:信息|名称)?列表|已?安装.{0,12}(?:应用|软件|程序|APP)/iu;

export default rule({
  id: 'permission/undisclosed-app-list',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'miit-164-2020', verified: false },
    { instrument: 'taf-108-2022', verified: true },
  ],
  ceiling: 'reject',
  needs: ['package', 'listing', 'policy'],
  title: { zh: '可读取应用列表而政策只字未提', en: 'App-list permission, and the policy never mentions it' },
  explanation: {
    zh: '已安装应用列表能够看出一个人的习惯、财务和健康状况，主管部门单独点名。声明了可遍历应用列表的权限（QUERY_ALL_PACKAGES、GET_INSTALLED_APPS），而隐私政策从头到尾没有写到应用列表的，属于未逐一列明。有近似表述、只有上架信息说明、政策未能读全的，交人工复核。少量 <queries> 声明不算。声明之后是否真的读取，静态检查不能确定。',
    en: 'The list of installed apps tells habits, money and health, and authorities name it by itself. A package that declares a permission for the whole list (QUERY_ALL_PACKAGES, GET_INSTALLED_APPS) while the policy never mentions the app list does not list every item. Wording that comes close, an explanation in the listing only, and a policy that could not be read whole go to a reviewer. A few <queries> do not count. Whether the list is really read cannot be told statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '声明 QUERY_ALL_PACKAGES，政策没有写到应用列表',
          en: 'QUERY_ALL_PACKAGES is declared and the policy never mentions the app list',
        },
        code: '<uses-permission android:name="android.permission.QUERY_ALL_PACKAGES" />',
      },
    ],
    good: [
      {
        text: { zh: '只声明需要交互的应用', en: 'Only the apps to talk to are declared' },
        code: '<queries><package android:name="com.tencent.mm" /></queries>',
      },
      {
        text: { zh: '政策写明目的、方式和范围', en: 'The policy says why, how and how far' },
        kind: 'policy',
        code: '为识别恶意软件，病毒查杀功能会在本机读取已安装应用列表，不上传。',
      },
    ],
  },
  messages: {
    silent: {
      zh: '安装包声明了 {permission}，可以获取用户已安装的应用列表，隐私政策只字未提应用列表；不符合《个人信息保护法》第十七条和《App违法违规收集使用个人信息行为认定方法》第二类第1项关于逐一列明的要求',
      en: 'The package declares {permission}, which opens the list of installed apps; the policy never mentions it, contrary to article 17 of the Personal Information Protection Law and section 2(1) of the 2019 identification methods',
    },
    unclear: {
      zh: '安装包声明了 {permission}，可以获取已安装的应用列表；隐私政策没有明确写到，{why}，请按《个人信息保护法》第十七条复核',
      en: 'The package declares {permission}, which opens the list of installed apps; the policy does not clearly mention it, {why}: review under article 17 of the Personal Information Protection Law',
    },
    oneByOne: {
      zh: '快应用声明了接口 {permission}，可以逐个查询其他应用是否已安装；隐私政策没有写到应用安装状态，用于判断能否分享、支付以外的，请按《个人信息保护法》第十七条补充说明',
      en: 'The quick app declares the feature {permission}, by which it can ask of one app after another whether it is installed; the policy does not mention it. Unless it only serves sharing or payment, explain it (article 17 of the Personal Information Protection Law)',
    },
    denied: {
      zh: '隐私政策写明不收集应用列表，安装包却声明了 {permission}；两者矛盾，请复核（《个人信息保护法》第十七条）',
      en: 'The policy says that the app list is not collected, yet the package declares {permission}: a contradiction to be reviewed (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '不需要遍历应用列表的，删除该权限，改用 <queries> 只声明需要交互的应用；确需的，在隐私政策中写明收集应用列表的目的、方式和范围',
    en: 'Without need for the whole list, remove the permission and declare the few apps to talk to in <queries>; otherwise state in the policy why, how and how far the app list is collected',
  },
  applies: ({ package: facts, knowledge }) =>
    requestedPermissions(facts, knowledge).some(({ name, entry }) => entry !== null && APP_LIST.has(name)),
  *evaluate({ package: facts, policy, listing, knowledge }) {
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { name, entry } = permission;
      if (!APP_LIST.has(name) || entry === null) continue;
      const { state, mentions, hints } = permissionDisclosure(policy, name, knowledge);
      if (state === 'permission' || state === 'information') continue;
      const declared = declarationEvidence(permission);
      if (state === 'denied') {
        const evidence = [...declared, ...policyEvidence(policy, mentions)];
        yield { message: 'denied', subject: name, data: { permission: name }, severity: 'review', evidence };
        continue;
      }
      const evidence = [...declared, policyAbsence(policy, '应用列表、软件安装列表、已安装的应用')];
      const why = whyUnclear(hints.length > 0, listedPermission(listing, name, knowledge) !== null, policy);
      if (name === ONE_BY_ONE) {
        yield { message: 'oneByOne', subject: name, data: { permission: name }, severity: 'warn', evidence };
      } else if (why !== null) {
        yield { message: 'unclear', subject: name, data: { permission: name, why }, severity: 'review', evidence };
      } else {
        yield { message: 'silent', subject: name, data: { permission: name }, evidence };
      }
    }
  },
});

/** Why the policy's silence is not certain enough to reject; null when it is. */
function whyUnclear(hinted: boolean, listed: boolean, policy: PolicyFacts): Bilingual | null {
  if (hinted || MENTIONED.test(policy.text))
    return { zh: '但有近似表述，含义须人工判断', en: 'though some wording comes close: a person must judge it' };
  if (listed) return { zh: '只有上架信息作了说明', en: 'only the listing explains it' };
  if (policy.script === 'other') return { zh: '政策主要不是中文', en: 'which is mainly in another language' };
  if (isTooShortForSilence(policy))
    return { zh: '该文本过短，可能只是摘要或目录', en: 'in a text so short that it may be a summary or an index' };
  if (policyMaySayMore(policy)) return { zh: '政策另有内容未能读取', en: 'and other parts of the policy could not be read' };
  return null;
}
