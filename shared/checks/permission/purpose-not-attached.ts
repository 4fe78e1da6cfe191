import { declarationEvidence, isDangerous, requestedPermissions, shortName } from '../permissions.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'permission/purpose-not-attached',
  clauses: ['sz2025-8'],
  basis: [
    { instrument: 'taf-076-2020', verified: false },
    { instrument: 'pipl', article: '17', verified: true },
  ],
  ceiling: 'warn',
  needs: ['package'],
  title: { zh: '清单中的权限目的声明不完整', en: 'Purposes in the manifest are incomplete' },
  explanation: {
    zh: '团体标准 T/TAF 076-2020 建议安卓应用在清单的 <meta-data> 里为每项敏感权限附上目的，供系统和商店展示。这是推荐性标准，多数应用没有采用，因此默认只在应用已为一部分权限附上目的、却漏了其他敏感权限时提示；商店可以要求全部附上。目的写得有没有内容，由“理由没有内容”规则判断。',
    en: 'The group standard T/TAF 076-2020 recommends that Android apps attach the purpose of every sensitive permission to the manifest, by <meta-data>, for systems and stores to show. It is a recommendation that most apps do not follow, so that by default this is noted only where an app attaches some and forgets others; a store may ask for all. Whether a purpose says anything is for the rule on empty reasons.',
  },
  examples: {
    bad: [{ text: { zh: '相机附了目的，通讯录没有', en: 'The camera has a purpose, contacts have none' } }],
    good: [{ text: { zh: '逐项附上目的', en: 'Each permission has its purpose' } }],
  },
  parameters: {
    required: {
      type: 'boolean',
      default: false,
      description: {
        zh: '要求每个安卓应用都附上目的声明',
        en: 'Every Android app has to attach purposes',
      },
    },
  },
  messages: {
    partial: {
      zh: '清单为一部分权限附上了目的，遗漏 {count} 项：{permissions}；建议补全（推荐性标准 T/TAF 076-2020，须核对；《个人信息保护法》第十七条）',
      en: 'The manifest attaches purposes to some permissions and leaves out {count}: {permissions}; better complete them (recommended standard T/TAF 076-2020, verify; article 17 of the Personal Information Protection Law)',
    },
    none: {
      zh: '本店要求在清单中附上权限目的，安装包没有为 {count} 项敏感权限附上：{permissions}（推荐性标准 T/TAF 076-2020，须核对；《个人信息保护法》第十七条）',
      en: 'This store wants purposes in the manifest, and the package attaches none to {count} sensitive permissions: {permissions} (recommended standard T/TAF 076-2020, verify; article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '在清单的 application 下为每项敏感权限添加目的声明（meta-data），文字写明具体功能',
    en: 'Add the purpose of every sensitive permission as meta-data of the application, naming the function',
  },
  applies: ({ package: facts, parameters }) =>
    isAndroid(facts) && (parameters.required || facts.permissions.some(({ reason }) => reason !== undefined)),
  *evaluate({ package: facts, knowledge }) {
    const requested = requestedPermissions(facts, knowledge).filter(isDangerous);
    const missing = requested.filter(({ declarations }) => declarations.every(({ reason }) => reason === undefined));
    if (missing.length === 0) return;
    const some = facts.permissions.some(({ reason }) => reason !== undefined);
    yield {
      message: some ? 'partial' : 'none',
      subject: 'permissions',
      data: { count: missing.length, permissions: missing.map(({ name }) => shortName(name)).join(', ') },
      evidence: missing.flatMap(declarationEvidence),
    };
  },
});
