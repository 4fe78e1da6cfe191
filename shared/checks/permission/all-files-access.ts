import { relevanceOf } from '../category-relevance.ts';
import { listedPermission } from '../disclosure.ts';
import { declarationEvidence, requestedPermissions } from '../permissions.ts';
import { rule } from '../rule.ts';

const ALL_FILES = 'android.permission.MANAGE_EXTERNAL_STORAGE';

/** Apps whose very function is other apps' files. */
const FILE_APP =
  /文件|网盘|云盘|备份|还原|恢复|清理|瘦身|管家|杀毒|病毒|安全卫士|解压|压缩|搬家|换机|同步|下载器|传输|快传|磁盘|存储空间|资源管理|浏览器|阅读器|编辑器|\bfiles?\b|file ?manager|explorer|backup|cleaner|antivirus|unzip|\bzip\b|sync|drive|commander/iu;

export default rule({
  id: 'permission/all-files-access',
  clauses: ['sz2025-7', 'sz2025-8', 'pledge2021-2'],
  basis: [
    { instrument: 'pipl', article: '6', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.1', verified: false },
    { instrument: 'app-collection-draft-2026', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '非文件管理类应用可访问所有文件', en: 'All files opened to an app that manages none' },
  explanation: {
    zh: '所有文件访问权限可以读取其他应用存在公共空间的全部文件，只适合文件管理、备份、清理、网盘、杀毒等以文件为对象的应用；选择照片、保存图片、打开文档可用系统选择器，不需要任何权限。类别表认为可能用到该权限的类别里，名称、上架描述和权限用途都看不出文件管理性质的，交人工复核；相关程度低的类别由类别规则判断。商店可以把更多类别列为认可。',
    en: 'All-files access reads whatever other apps keep in shared storage. It suits apps whose object is files: managers, backup, cleaners, cloud drives, virus scanners; choosing a photograph, saving a picture or opening a document works with the system’s picker and no permission. In categories for which the table allows it, an app whose name, description and stated purpose show nothing of the kind goes to a reviewer; other categories have the rule on categories. A store may accept more.',
  },
  examples: {
    bad: [
      {
        text: { zh: '手电筒应用申请所有文件访问', en: 'A torch requests all files' },
        code: '<uses-permission android:name="android.permission.MANAGE_EXTERNAL_STORAGE" />',
      },
    ],
    good: [
      {
        text: { zh: '用系统选择器打开一个文档', en: 'One document is opened by the system’s picker' },
        code: 'new Intent(Intent.ACTION_OPEN_DOCUMENT)',
      },
    ],
  },
  parameters: {
    acceptedCategories: {
      type: 'strings',
      default: ['25', '34'],
      description: {
        zh: '不再追问的应用类别编号（默认邮箱云盘、安全管理）',
        en: 'Numbers of categories that are not asked (by default mail and cloud storage, security)',
      },
    },
  },
  messages: {
    unclear: {
      zh: '安装包申请了所有文件访问权限 {permission}，应用名称、上架描述和权限用途都看不出文件管理、备份、清理一类功能；请说明必要性，或改用系统选择器、分区存储（《个人信息保护法》第六条）',
      en: 'The package requests all-files access ({permission}); name, description and stated purpose show no function of managing, backing up or cleaning files: explain why it is needed, or use the system’s picker and scoped storage (article 6 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '改用系统照片选择器、文件选择器或应用自身目录，删除该权限；确以文件为对象的，在上架描述和权限用途中写明功能',
    en: 'Use the system’s photo and document pickers or the app’s own folders, and remove the permission; where files are what the app is about, say so in description and purpose',
  },
  applies: ({ listing, knowledge, parameters }) =>
    knowledge.categories.has(listing.app.category) && !parameters.acceptedCategories.includes(String(listing.app.category)),
  *evaluate({ package: facts, listing, knowledge }) {
    const category = knowledge.categories.get(listing.app.category)!;
    const { app } = listing;
    for (const permission of requestedPermissions(facts, knowledge)) {
      const { name, entry } = permission;
      if (entry === null || (name !== ALL_FILES && !entry.equivalents.includes(ALL_FILES))) continue;
      if (relevanceOf(category, entry) === 'low') continue;
      const purpose = listedPermission(listing, name, knowledge)?.purpose ?? '';
      const label = facts.identity.label.zh ?? facts.identity.label.default ?? '';
      if (FILE_APP.test([app.name, label, app.description ?? '', purpose].join('\n'))) continue;
      yield {
        message: 'unclear',
        subject: name,
        data: { permission: name },
        evidence: [...declarationEvidence(permission), { type: 'listing', field: 'app.name', value: app.name }],
      };
    }
  },
});
