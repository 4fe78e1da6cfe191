import { comparablePrevious, previousEvidence } from '../previous-version.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/target-sdk-lowered',
  clauses: ['platform2025-1', 'sz2025-8'],
  basis: [
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'sz-guideline-2025', article: '8', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '目标系统版本低于在架版本', en: 'Targets an older system than the version on the shelf' },
  explanation: {
    zh: '比较安装包与上一次通过的版本的 targetSdkVersion。系统按这个数值决定应用受哪些新的隐私限制，例如后台定位、分区存储、通知和软件包可见性；更新时降低它，会让应用重新得到已经收紧的能力。正常开发很少这样做，所以转人工复核，请开发者说明原因。分发平台对更新同样要核验（《网络数据安全管理条例》第四十一条，行政法规）；动态申请权限见深圳市指引第八条（推荐性，须核对）。其他平台、没有上一版本记录或者没有读到该数值的，不判断。',
    en: 'Compares targetSdkVersion with that of the version approved last. The system decides by it which of the newer privacy limits an app is under: background location, scoped storage, notifications, package visibility. Lowering it in an update gives back what had been closed. Ordinary development hardly ever does that, so a person looks and the developer explains. Updates must be verified like new apps (article 41 of the Regulation on Network Data Security); on asking for permissions when needed see article 8 of the Shenzhen guideline (recommended, verify). Other platforms, apps without a record and values that could not be read are not judged.',
  },
  examples: {
    bad: [
      {
        text: { zh: '上一版本是 34，本次改为 29。', en: 'The version approved last targets 34, this one 29.' },
        code: '<uses-sdk android:targetSdkVersion="29" />',
      },
    ],
    good: [
      { text: { zh: '保持或者提高。', en: 'The same or a newer one.' }, code: '<uses-sdk android:targetSdkVersion="35" />' },
    ],
  },
  messages: {
    lowered: {
      zh: '安装包的 targetSdkVersion 由 {previous} 降为 {target}，会绕开较新系统对权限和后台行为的限制，请开发者说明原因（《网络数据安全管理条例》第四十一条；深圳市指引第八条，推荐性，须核对）',
      en: 'targetSdkVersion goes from {previous} down to {target}, which leaves behind limits of newer systems on permissions and work in the background: ask the developer why (article 41 of the Regulation on Network Data Security; article 8 of the Shenzhen guideline, recommended, verify)',
    },
  },
  remedy: {
    zh: '恢复到不低于上一版本的 targetSdkVersion；确有必要降低的，书面说明原因',
    en: 'Go back to the targetSdkVersion of the former version or above, or explain in writing why it had to be lowered',
  },
  applies: ({ package: facts, records }) =>
    facts.identity.targetSdk !== null && (comparablePrevious(records, facts)?.targetSdk ?? null) !== null,
  *evaluate({ package: facts, records }) {
    const previous = comparablePrevious(records, facts);
    const target = facts.identity.targetSdk;
    if (previous === null || previous.targetSdk === null || target === null || target >= previous.targetSdk) return;
    yield {
      message: 'lowered',
      subject: 'targetSdkVersion',
      data: { target, previous: previous.targetSdk },
      evidence: [
        { type: 'manifest', element: '/manifest/uses-sdk', attribute: 'android:targetSdkVersion', value: String(target) },
        previousEvidence(previous, 'targetSdk', previous.targetSdk),
      ],
    };
  },
});
