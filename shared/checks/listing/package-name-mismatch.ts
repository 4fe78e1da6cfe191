import { identityPlace } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/package-name-mismatch',
  clauses: ['platform2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package', 'listing'],
  title: { zh: '申报包名与安装包不一致', en: 'The listed package name is not the package’s' },
  messages: {
    other: {
      zh: '上架信息申报的包名是 {listed}，安装包的包名是 {actual}；申报信息与安装包不符，无法据以核验开发运营者身份和应用功能用途（《反电信网络诈骗法》第二十三条），也无法与备案比对',
      en: 'The listing says the package is {listed}, the package itself says {actual}; declared and real app differ, so that operator, function and purpose cannot be verified as article 23 of the Law against Telecom and Online Fraud demands, nor compared with the filing',
    },
  },
  remedy: {
    zh: '核对并更正上架信息中的包名，或重新提交正确的安装包；包名须与备案登记一致',
    en: 'Correct the package name in the listing or submit the right package; it must be the one registered in the filing',
  },
  applies: ({ package: { identity }, listing: { app } }) => app.packageName !== undefined && identity.packageName !== null,
  *evaluate({ package: facts, listing: { app } }) {
    const listed = app.packageName!;
    const actual = facts.identity.packageName!;
    const { element, packageName: attribute } = identityPlace(facts);
    if (listed === actual) return;
    yield {
      message: 'other',
      subject: 'packageName',
      data: { listed, actual },
      evidence: [
        { type: 'listing', field: 'app.packageName', value: listed },
        { type: 'manifest', element, attribute, value: actual },
      ],
    };
  },
});
