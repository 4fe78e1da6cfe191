import { effectiveTarget } from '../cleartext.ts';
import { wasReadWhole } from '../completeness.ts';
import { canHoldInformation } from '../information-handled.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** From this target on devices look at dataExtractionRules, before at fullBackupContent (developer.android.com, "Back up user data"). */
const NEW_RULES_SINCE = 31;

export default rule({
  id: 'behaviour/backup-unrestricted',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package'],
  title: { zh: '允许备份全部应用数据', en: 'All of the app’s data may be backed up' },
  explanation: {
    zh: '允许备份而没有备份规则时，应用的登录凭据、聊天记录等私有数据可以随备份、换机或调试工具离开设备。目标版本31及以上看 dataExtractionRules，以下看 fullBackupContent；allowBackup 未写即为允许。规则文件的内容不在检查之列。这是安卓的默认设置，十分常见，因此只作提示。',
    en: 'Where backup is allowed and no rules limit it, private data such as login tokens and chats can leave the device with a backup, a transfer or a debugging tool. Targets from 31 on are judged by dataExtractionRules, older ones by fullBackupContent; allowBackup counts as true where it is not written. What the rules say is not looked at. It is Android’s default and very common, so this is a warning.',
  },
  examples: {
    bad: [
      {
        text: { zh: '默认允许备份，没有规则', en: 'The default, without rules' },
        code: '<application android:allowBackup="true">',
      },
    ],
    good: [
      {
        text: { zh: '用规则排除敏感数据', en: 'Rules leave sensitive data out' },
        code: '<application android:allowBackup="true" android:dataExtractionRules="@xml/rules">',
      },
      { text: { zh: '关闭备份', en: 'No backup' }, code: '<application android:allowBackup="false">' },
    ],
  },
  messages: {
    unrestricted: {
      zh: '应用允许备份（android:allowBackup 为 true 或未写）且没有 {attribute}，全部私有数据可以随备份离开设备；处理者应当采取措施防止个人信息泄露（《个人信息保护法》第五十一条）',
      en: 'Backup is allowed (android:allowBackup is true or not written) and there is no {attribute}, so that all private data can leave the device in a backup; handlers must prevent leaks (article 51 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '设置 android:allowBackup="false"，或用 dataExtractionRules（安卓12及以上）和 fullBackupContent 排除凭据、数据库等敏感数据',
    en: 'Set android:allowBackup="false", or leave tokens, databases and other sensitive data out by dataExtractionRules (Android 12 and later) and fullBackupContent',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, knowledge }) {
    const { application } = facts;
    if (!application.allowBackup || application.backupRules === undefined || !wasReadWhole(facts, 'manifest')) return;
    if (!canHoldInformation(facts, knowledge)) return;
    const target = effectiveTarget(facts) ?? 1;
    const wanted = target >= NEW_RULES_SINCE ? 'dataExtractionRules' : 'fullBackupContent';
    const { fullBackupContent, dataExtractionRules } = application.backupRules;
    if ((wanted === 'dataExtractionRules' ? dataExtractionRules : fullBackupContent) !== null) return;
    const attribute = `android:${wanted}`;
    yield {
      message: 'unrestricted',
      subject: 'backup',
      data: { attribute },
      evidence: [{ type: 'manifest', element: '/manifest/application', attribute: 'android:allowBackup', value: 'true' }],
    };
  },
});
