import type { Evidence } from '../../../shared/domain/evidence.ts';
import type { FindingSketch } from '../../support/dossiers.ts';

/** The policy of the tests: long enough that a sentence has context to show. */
export const POLICY_TEXT = [
  '示例应用隐私政策',
  '一、我们收集的信息',
  ...Array.from({ length: 40 }, (_, at) => `第${at + 1}段：为了提供服务，我们会按照本政策处理您的信息，并采取安全措施。`),
  '您使用本应用即视为同意本政策的全部内容。',
  ...Array.from({ length: 40 }, (_, at) => `第${at + 41}段：您可以随时联系我们查询、更正、删除您的个人信息。`),
].join('\n');

/** A sentence of a policy as evidence. */
export function sentenceIn(text: string, sentence: string, snapshot: string): Extract<Evidence, { type: 'policy' }> {
  const start = text.indexOf(sentence);
  return { type: 'policy', snapshot, range: [start, start + sentence.length], excerpt: sentence };
}

/** One finding for each kind of evidence, and one of every severity. */
export function findingsOfEveryKind(snapshot: string): FindingSketch[] {
  return [
    {
      rule: 'privacy-policy/consent-by-use',
      subject: 'consent',
      severity: 'reject',
      basis: [
        { instrument: 'pipl', article: '14', verified: true, force: 'law' },
        { instrument: 'app-violation-identification-2019', article: '三.4', verified: false, force: 'enforcement' },
      ],
      evidence: [sentenceIn(POLICY_TEXT, '您使用本应用即视为同意本政策的全部内容。', snapshot)],
    },
    {
      rule: 'permission/undisclosed-dangerous',
      subject: 'android.permission.READ_CONTACTS',
      severity: 'reject',
      evidence: [
        {
          type: 'manifest',
          element: '/manifest/uses-permission[4]',
          attribute: 'android:name',
          value: 'android.permission.READ_CONTACTS',
        },
        { type: 'policy-absence', snapshot, searched: '通讯录、联系人、电话簿', characters: POLICY_TEXT.length },
      ],
    },
    {
      rule: 'behaviour/collection-before-consent',
      subject: 'device-id',
      severity: 'review',
      evidence: [
        {
          type: 'code',
          target: 'Landroid/telephony/TelephonyManager;->getDeviceId',
          caller: { class: 'com.umeng.analytics.Start', method: 'collect', offset: 42 },
          count: 3,
          owner: { kind: 'sdk', sdk: 'umeng-analytics' },
          reachedFrom: {
            kind: 'application',
            class: 'com.example.App',
            steps: 2,
            guard: null,
            path: [
              { class: 'com.example.App', method: 'onCreate', offset: 12, link: 'call' },
              { class: 'com.umeng.analytics.Start', method: 'run', offset: 8, link: 'hand-off' },
              { class: 'com.umeng.analytics.Start', method: 'collect', offset: 42, link: 'call' },
            ],
          },
        },
        {
          type: 'resource',
          entry: 'res/layout/consent.xml',
          element: '/LinearLayout/CheckBox[2]',
          attribute: 'android:checked',
          text: 'true',
        },
      ],
    },
    {
      rule: 'listing/filing-other-app',
      subject: 'filing',
      severity: 'review',
      evidence: [
        { type: 'listing', field: 'app.filingNumber', value: '粤ICP备00000000号-1A' },
        { type: 'record', record: 'filing', id: '粤ICP备00000000号-1A', field: 'appName', value: '另一个应用' },
        { type: 'signature', certificate: 'ab'.repeat(32), detail: 'CN=Android Debug, O=Android' },
        { type: 'network', url: 'https://example.com/privacy', status: 404, detail: '页面不存在' },
        { type: 'package', entry: 'assets/plugin.apk', offset: 1024, detail: '加密内容' },
      ],
    },
    { rule: 'behaviour/cleartext-traffic', subject: 'application', severity: 'warn' },
  ];
}
