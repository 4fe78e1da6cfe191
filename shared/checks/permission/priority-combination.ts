import type { PermissionEntry } from '../../knowledge/types.ts';
import { isPriority } from '../category-relevance.ts';
import { listedPermission, permissionDisclosure } from '../disclosure.ts';
import { groupKey } from '../permission-groups.ts';
import { declarationEvidence, type RequestedPermission, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

/** Combinations that authorities look at first; a purpose in policy or listing does not settle them. */
export default rule({
  id: 'permission/priority-combination',
  clauses: ['sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'necessary-info-39', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'miit-164-2020', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '类别与敏感权限的重点组合', en: 'Category and sensitive permission that authorities look at first' },
  explanation: {
    zh: '两类组合是执法和应用商店的重点：网络借贷类申请通讯录、通话记录、短信或应用列表；基本功能无须个人信息的13类应用申请通话记录或短信。必要个人信息范围里都没有这些信息，即使写了用途也须由人工判断是否成立，所以本规则不因披露而放行。类别自身功能确实用到的（如安全管理类拦截骚扰短信）不在此列。声明不等于收集，本规则只交人工复核。',
    en: 'Two combinations come first with authorities and stores: a lending app that requests contacts, call log, messages or the app list; and an app of the 13 types whose basic function needs no personal information that requests call log or messages. None of it is in the range of necessary information, so that a person judges even a stated purpose. What the type has a function for (a security app that filters messages) is left out. To declare is not to collect: nothing is rejected.',
  },
  examples: {
    bad: [
      {
        text: { zh: '网络借贷类应用申请通讯录', en: 'A lending app requests contacts' },
        code: '<uses-permission android:name="android.permission.READ_CONTACTS" />',
      },
      {
        text: { zh: '短视频类应用申请读取短信', en: 'A short-video app requests to read messages' },
        code: '<uses-permission android:name="android.permission.READ_SMS" />',
      },
    ],
    good: [
      {
        text: {
          zh: '由用户在系统选择器中选定一位紧急联系人，不申请通讯录权限',
          en: 'The user picks one emergency contact in the system’s picker; no permission',
        },
        code: 'new Intent(Intent.ACTION_PICK, ContactsContract.CommonDataKinds.Phone.CONTENT_URI)',
      },
    ],
  },
  messages: {
    silent: {
      zh: '“{category}”应用申请了 {permission}（{group}），不在《常见类型移动互联网应用程序必要个人信息范围规定》列明的必要个人信息之内，隐私政策和上架信息也没有说明；属于重点核查的组合，请开发者删除或说明不可替代的理由（《个人信息保护法》第六条）',
      en: 'An app of the category "{category}" requests {permission} ({group}), which is not in the range of the provisions on necessary personal information, and neither policy nor listing explains it; a combination that is checked first: have it removed or its necessity shown (article 6 of the Personal Information Protection Law)',
    },
    told: {
      zh: '“{category}”应用申请了 {permission}（{group}），不在《常见类型移动互联网应用程序必要个人信息范围规定》列明的必要个人信息之内；隐私政策或上架信息虽有说明，仍属重点核查的组合，请判断理由是否成立、能否以系统选择器等方式替代（《个人信息保护法》第六条）',
      en: 'An app of the category "{category}" requests {permission} ({group}), which is not in the range of the provisions on necessary personal information; policy or listing explain it, yet the combination is checked first: judge whether the reason holds and whether the system’s picker would do (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '删除该权限；短信验证码改用系统自动填充，联系人改用系统选择器由用户选定，应用间交互改用 <queries> 声明的少数应用',
    en: 'Remove the permission: let the system fill in codes, let users pick a contact, declare the few apps to talk to in <queries>',
  },
  applies: ({ listing, knowledge }) => knowledge.categories.has(listing.app.category),
  *evaluate({ package: facts, listing, policy, knowledge }) {
    const category = knowledge.categories.get(listing.app.category)!;
    const groups = new Map<string, (RequestedPermission & { readonly entry: PermissionEntry })[]>();
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { entry } = permission;
      if (entry === null || entry.grant === 'none' || !isPriority(category, entry)) continue;
      const key = groupKey(entry, knowledge);
      const same = groups.get(key);
      if (same === undefined) groups.set(key, [{ ...permission, entry }]);
      else same.push({ ...permission, entry });
    }
    // Reading and writing the call log, reading and receiving messages are one question each.
    for (const same of groups.values()) {
      const { name, entry } = same[0]!;
      const state = policy?.outcome === 'read' ? permissionDisclosure(policy, name, knowledge).state : 'silent';
      const told = state === 'permission' || state === 'information' || listedPermission(listing, name, knowledge)?.purpose;
      yield {
        message: told ? 'told' : 'silent',
        subject: name,
        data: { category: category.name, permission: same.map((each) => each.name).join('、'), group: entry.group },
        evidence: [
          ...same.flatMap(declarationEvidence),
          { type: 'listing', field: 'app.category', value: `${category.id} ${category.name.zh}` },
        ],
      };
    }
  },
});
