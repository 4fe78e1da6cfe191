import { listedPermission, permissionDisclosure, policyAbsence, policyEvidence, policyMaySayMore } from '../disclosure.ts';
import { declarationEvidence, isDangerous, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

/** The app list has a rule of its own: `permission/undisclosed-app-list`. */
const APP_LIST = 'com.android.permission.GET_INSTALLED_APPS';

export default rule({
  id: 'permission/undisclosed-dangerous',
  clauses: ['sz2025-2', 'sz2025-8', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.1, 二.3', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package', 'android', 'listing', 'policy'],
  title: { zh: '声明的危险权限未披露', en: 'Dangerous permission not disclosed' },
  messages: {
    silent: {
      zh: '安装包声明了危险权限 {permission}（{group}），隐私政策和上架信息都没有写到该权限，也没有写到它对应的个人信息；不符合《个人信息保护法》第十七条和《App违法违规收集使用个人信息行为认定方法》第二类关于逐一列明的要求',
      en: 'The package declares the dangerous permission {permission} ({group}); neither policy nor listing mentions it or the personal information it opens, contrary to article 17 of the Personal Information Protection Law and section 2 of the 2019 identification methods, which want every item listed',
    },
    listingOnly: {
      zh: '安装包声明了危险权限 {permission}（{group}），只有上架信息作了说明，隐私政策没有写到；处理规则应当在隐私政策中逐一列明（《App违法违规收集使用个人信息行为认定方法》第二类第1项），请复核并补充',
      en: 'The package declares the dangerous permission {permission} ({group}); only the listing explains it, the policy does not, where every item must be listed (section 2(1) of the 2019 identification methods): review and complete the policy',
    },
    unclear: {
      zh: '安装包声明了危险权限 {permission}（{group}），在隐私政策能读取的部分没有找到说明；政策另有内容未能读取，请人工核对《个人信息保护法》第十七条要求的告知是否在其中',
      en: 'The package declares the dangerous permission {permission} ({group}); the readable part of the policy does not explain it. Other parts could not be read: check by eye whether they give the notice that article 17 of the Personal Information Protection Law wants',
    },
    vague: {
      zh: '安装包声明了危险权限 {permission}（{group}），隐私政策和上架信息都没有写明该权限，只有可能与之有关的一般词语（如“{words}”）；请人工判断是否构成《App违法违规收集使用个人信息行为认定方法》第二类要求的逐一列明',
      en: 'The package declares the dangerous permission {permission} ({group}); neither policy nor listing names it, only general words that may mean it (such as “{words}”): judge by eye whether that is the list which section 2 of the 2019 identification methods wants',
    },
    denied: {
      zh: '隐私政策写明不使用 {permission}（{group}）或不收集对应信息，安装包却声明了该权限；两者矛盾，请复核（《个人信息保护法》第十七条）',
      en: 'The policy says that {permission} ({group}) is not used or its information not collected, yet the package declares it: a contradiction to be reviewed (article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在隐私政策的权限说明中逐一写明该权限的名称、对应功能、收集的信息、申请时机和关闭方式；不需要的，从安装包中删除声明（第三方SDK合并进来的可用 tools:node="remove" 去掉）',
    en: 'Name the permission in the policy with its function, the information collected, when it is asked for and how to switch it off; or remove the declaration from the package (tools:node="remove" takes out what an SDK merged in)',
  },
  *evaluate({ package: facts, policy, listing, knowledge }) {
    for (const permission of requestedPermissions(facts, knowledge).filter(isDangerous)) {
      const { name, entry } = permission;
      if (name === APP_LIST) continue;
      const disclosure = permissionDisclosure(policy, name, knowledge);
      const listed = listedPermission(listing, name, knowledge);
      if (disclosure.state === 'permission' || disclosure.state === 'information') continue;
      const data = { permission: name, group: entry.group };
      if (disclosure.state === 'denied') {
        const evidence = [...declarationEvidence(permission), ...policyEvidence(policy, disclosure.mentions)];
        yield { message: 'denied', subject: name, data, severity: 'review', evidence };
        continue;
      }
      const searched = [entry.group.zh, ...entry.policyTerms].join('、');
      const { hints } = disclosure;
      const message =
        listed !== null ? 'listingOnly' : policyMaySayMore(policy) ? 'unclear' : hints.length > 0 ? 'vague' : 'silent';
      const words = [...new Set(hints.slice(0, 3).map(({ range }) => policy.text.slice(...range)))].join('、');
      yield {
        message,
        subject: name,
        data: { ...data, words },
        severity: message === 'silent' ? 'reject' : 'review',
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
