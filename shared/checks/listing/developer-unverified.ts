import { rule } from '../rule.ts';

export default rule({
  id: 'listing/developer-unverified',
  clauses: ['platform2025-2'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'app-information-service-2022', article: '19', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '开发者没有通过身份核验', en: 'The developer’s identity has not been verified' },
  explanation: {
    zh: '商店在上架信息里说明开发者身份没有通过核验（verified 为 false）时，应用转人工复核，不能自动通过。应用分发平台应当登记并核验开发运营者的真实身份，核验功能和用途（《反电信网络诈骗法》第二十三条，法律）。商店没有说明的，不影响结果：核验可能在商店的账号系统里完成。核验由商店自己进行，本规则只是不让没有核验的应用绕过去。',
    en: 'Where the store itself says in the listing that the developer is not verified (verified is false), a person must look and nothing is approved by itself. Stores must register and verify who really develops and operates an app, and its function and purpose (article 23 of the Law against Telecom and Online Fraud, a law). Where the store says nothing, nothing changes: verification may be part of its accounts. Verifying is the store’s own work; the rule keeps unverified developers from slipping through.',
  },
  examples: {
    bad: [
      {
        text: { zh: '核验没有通过。', en: 'Verification has failed.' },
        code: '"developer": { "id": "dev-42", "verified": false }',
      },
    ],
    good: [{ text: { zh: '核验已经通过。', en: 'Verified.' }, code: '"developer": { "id": "dev-42", "verified": true }' }],
  },
  messages: {
    unverified: {
      zh: '上架信息说明开发者{name}没有通过身份核验；应用分发平台应当登记并核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条），核验通过前不应上架',
      en: 'The listing says that the developer {name} has not been verified; stores must register and verify who operates an app (article 23 of the Law against Telecom and Online Fraud), and it should not be listed before',
    },
  },
  remedy: {
    zh: '完成商店的开发者实名认证后重新提交',
    en: 'Complete the store’s verification of your identity and submit again',
  },
  *evaluate({ listing: { developer } }) {
    if (developer.verified !== false) return;
    yield {
      message: 'unverified',
      subject: 'developer.verified',
      data: { name: developer.name ?? developer.id },
      evidence: [{ type: 'listing', field: 'developer.verified', value: 'false' }],
    };
  },
});
