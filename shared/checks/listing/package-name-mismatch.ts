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
  explanation: {
    zh: '比对上架信息申报的包名和安装包自己的包名。两者不同，说明申报的不是这个安装包：无法据以核验开发运营者身份和应用的功能用途（《反电信网络诈骗法》第二十三条，法律；《网络数据安全管理条例》第四十一条，行政法规），也无法与备案登记的包名比对（工信部信管〔2023〕105号，条款须核对），属于虚假的申报信息，直接驳回。逐字比较，大小写不同也是不同的包名。上架信息没有填写包名，或者安装包的包名没有读到的，不判断。',
    en: 'Compares the package name in the listing with the package’s own. Where they differ something else was declared than was submitted: operator, function and purpose cannot be verified by it (article 23 of the Law against Telecom and Online Fraud, a law; article 41 of the Regulation on Network Data Security), nor can the filing be compared (MIIT Xinguan [2023] No. 105, verify the article). That is false information and is rejected. Every character counts, capitals too. Nothing is judged where the listing gives no package name or the package’s own could not be read.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '申报 com.example.app，提交的是 com.example.app.debug。',
          en: 'The listing says one name, the package another.',
        },
        code: '"packageName": "com.example.app"\n<manifest package="com.example.app.debug">',
      },
    ],
    good: [
      {
        text: { zh: '两者一致。', en: 'The same name.' },
        code: '"packageName": "com.example.app"\n<manifest package="com.example.app">',
      },
    ],
  },
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
