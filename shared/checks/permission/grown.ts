import { listedPermission, permissionDisclosure, policyAbsence, policyMaySayMore, searchedTerms } from '../disclosure.ts';
import { declarationEvidence, isDangerous, requestedPermissions } from '../permissions.ts';
import { comparablePrevious } from '../previous-version.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'permission/grown',
  clauses: ['sz2025-2', 'sz2025-7', 'platform2025-3'],
  basis: [
    { instrument: 'pipl', article: '14, 17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.2', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing', 'policy-outcome'],
  title: { zh: '比上一版新增敏感权限', en: 'Sensitive permissions that the version before did not have' },
  explanation: {
    zh: '与本店上一次审核通过的版本比较，列出新增的、须用户授权的权限和影响大的特殊权限。新增权限意味着收集的目的、方式、范围可能发生变化，应当更新政策并通知用户。隐私政策和上架信息都没有提到的，交人工复核；已经说明的作提示，便于审核人员核对更新说明。跨平台（安卓与鸿蒙之间）的版本、快应用接口不作比较；没有上一版记录的不适用。',
    en: 'Compares with the version that this store approved last: permissions that users grant, and special access that opens much, which are new. They may mean that purpose, manner and scope of collection change, so that the policy must be updated and users told. What neither policy nor listing mentions goes to a reviewer; what is explained is noted, so that a reviewer can check it against the release notes. Versions for another platform and features of quick apps are not compared; without a version before, the rule stands aside.',
  },
  examples: {
    bad: [
      {
        text: { zh: '1.2 版新增通讯录权限，政策没有更新', en: 'Version 1.2 adds contacts and the policy stays as it was' },
        code: '<uses-permission android:name="android.permission.READ_CONTACTS" />',
      },
    ],
    good: [
      {
        text: { zh: '新增相机权限，同时更新政策并在更新说明中写明', en: 'The camera is added; policy and release notes say so' },
        code: '本次更新：新增“扫一扫”，使用时会申请相机权限。',
      },
    ],
  },
  messages: {
    undisclosed: {
      zh: '与 {approved} 审核通过的版本（{version}）相比，新增 {permission}（{group}），隐私政策和上架信息都没有提到；收集使用规则变化的应当更新并通知用户（《App违法违规收集使用个人信息行为认定方法》第二类第2项，《个人信息保护法》第十四条、第十七条）',
      en: 'Against the version approved on {approved} ({version}), {permission} ({group}) is new, and neither policy nor listing mentions it; changed rules must be published and told to users (section 2(2) of the 2019 identification methods, articles 14 and 17 of the Personal Information Protection Law)',
    },
    disclosed: {
      zh: '与 {approved} 审核通过的版本（{version}）相比，新增 {permission}（{group}），隐私政策或上架信息已有说明；请核对更新说明是否告知用户（《个人信息保护法》第十七条）',
      en: 'Against the version approved on {approved} ({version}), {permission} ({group}) is new; policy or listing explain it: check whether the release notes tell users (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '新增权限确有需要的，更新隐私政策和上架信息，并在更新说明或弹窗中告知用户；不需要的删除（常由新接入或升级的第三方SDK带入）',
    en: 'Where a new permission is needed, update policy and listing and tell users in the release notes or a dialog; otherwise remove it (new or upgraded SDKs often bring one in)',
  },
  applies: ({ package: facts, records }) => facts.platform !== 'quick-app' && comparablePrevious(records, facts) !== null,
  *evaluate({ package: facts, listing, policy, records, knowledge }) {
    const previous = comparablePrevious(records, facts)!;
    const before = new Set(previous.permissions);
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { name, entry } = permission;
      if (entry === null || before.has(name)) continue;
      if (!isDangerous(permission) && !(entry.attention === 'high' && (entry.kind === 'special' || isAppList(name)))) continue;
      const read = policy.outcome === 'read';
      const state = read ? permissionDisclosure(policy, name, knowledge).state : 'silent';
      const told = state === 'permission' || state === 'information' || listedPermission(listing, name, knowledge) !== null;
      yield {
        message: told ? 'disclosed' : 'undisclosed',
        subject: name,
        severity: told ? 'warn' : 'review',
        data: {
          approved: previous.approvedOn,
          version: previous.versionName ?? String(previous.versionCode ?? '—'),
          permission: name,
          group: entry.group,
        },
        evidence: [
          ...declarationEvidence(permission),
          { type: 'record', record: 'previous-version', id: previous.submission, field: 'permissions' },
          ...(told || !read || policyMaySayMore(policy) ? [] : [policyAbsence(policy, searchedTerms(entry, knowledge))]),
        ],
      };
    }
  },
});

function isAppList(name: string): boolean {
  return name === 'android.permission.QUERY_ALL_PACKAGES';
}
