import { wasReadWhole } from '../completeness.ts';
import { listedPermission } from '../disclosure.ts';
import { declaredPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

/** The other direction of `permission-purposes-missing`: what the store page would say and the package does not do. */
export default rule({
  id: 'listing/permissions-not-in-package',
  clauses: ['platform2025-2', 'sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package', 'listing'],
  title: { zh: '上架信息列出了安装包没有的权限', en: 'The listing names permissions that the package does not have' },
  explanation: {
    zh: '反过来看上架信息列出的权限，安装包里有没有。公示的内容应当真实、准确（《个人信息保护法》第十七条，法律），列出并不申请的权限会让用户误解，也常说明列表没有随版本更新。同一组的权限视为相同；安装包清单没有完整读到的不判断。多列并不增加收集，所以只作提示。',
    en: 'The other way round: are the permissions of the listing in the package? What is published must be true and accurate (article 17 of the Personal Information Protection Law, a law); naming permissions that are not requested misleads users and often shows a list that was not kept up. Permissions of one group count as one; nothing is judged where the manifest was not read whole. Naming too much collects nothing more, so it is a warning.',
  },
  examples: {
    bad: [
      {
        text: { zh: '列出了安装包没有申请的通讯录权限。', en: 'Contacts are listed and not requested.' },
        code: '"permissions": [{ "name": "android.permission.READ_CONTACTS", "purpose": "添加好友" }]',
      },
    ],
    good: [{ text: { zh: '列表与提交的安装包一致。', en: 'The list is that of the submitted package.' } }],
  },
  messages: {
    extra: {
      zh: '上架信息列出了安装包没有声明的 {count} 项权限：{permissions}；公示的内容应当真实、准确（《个人信息保护法》第十七条），请更新',
      en: 'The listing names {count} permissions that the package does not declare: {permissions}; what is published must be true and accurate (article 17 of the Personal Information Protection Law): update it',
    },
  },
  remedy: {
    zh: '按提交的安装包更新上架信息中的权限列表',
    en: 'Bring the permissions of the listing in line with the submitted package',
  },
  applies: ({ package: facts }) => wasReadWhole(facts, 'manifest'),
  *evaluate({ package: facts, listing, knowledge }) {
    // Asked the other way round: is a listed permission, or one of its group, among those that the package declares?
    const declared = { ...listing, permissions: declaredPermissions(facts).map(({ name }) => ({ name })) };
    const extra = (listing.permissions ?? []).filter(({ name }) => listedPermission(declared, name, knowledge) === null);
    if (extra.length === 0) return;
    yield {
      message: 'extra',
      subject: 'permissions',
      data: { count: extra.length, permissions: extra.map(({ name }) => name).join(', ') },
      evidence: extra.map(({ name }) => ({ type: 'listing' as const, field: 'permissions', value: name })),
    };
  },
});
