import type { FiledPackage } from '../../domain/facts/records.ts';
import type { Certificate } from '../../domain/facts/signing.ts';
import { filedRecord, filingEvidence } from '../filing-record.ts';
import { isAndroid } from '../platform.ts';
import { type RuleContext, rule } from '../rule.ts';
import { certificateDetail, formerSigners, signingCertificates } from '../signers.ts';

export default rule({
  id: 'listing/filing-certificate-mismatch',
  clauses: ['platform2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package', 'filing'],
  title: { zh: '签名证书与备案登记的不符', en: 'Signed with a certificate that the filing does not register' },
  explanation: {
    zh: '备案为每个包名登记签名证书的MD5和公钥。本规则把安装包全部签名方案的签名证书与登记值比对，任何一个证书的MD5或者公钥相符即为一致；一个包名登记了几个证书的，符合其一即可。全部不符说明安装包不是由登记的密钥签发，可能是他人重新打包，直接驳回（《反电信网络诈骗法》第二十三条要求核验应用和开发运营者，《网络数据安全管理条例》第四十一条要求分发平台核验，均为硬性要求；工信部信管〔2023〕105号，条款须核对）。证书做过轮换（签名方案v3）的，备案登记的可能是旧证书，转人工复核；公钥相同只是证书换发的，提示变更备案。鸿蒙和快应用登记什么证书没有核对过，只转人工复核；上传到商店的AAB由商店另行签名，不判断。',
    en: 'A filing registers MD5 and public key of the signing certificate for each package name. The rule compares the certificates of all signature schemes of the package with them: one whose MD5 or key agrees is enough, and of several registered ones any will do. Where none agrees the package was not signed with the registered key and may be somebody else’s build; it is rejected (article 23 of the Law against Telecom and Online Fraud wants apps and operators verified, article 41 of the Regulation on Network Data Security wants stores to verify apps; MIIT Xinguan [2023] No. 105, verify the article). Where keys were rotated (scheme v3) the filing may have an older one: a person looks. The same key in a new certificate is a warning. What is registered for HarmonyOS and quick apps has not been verified, so those go to a person; a bundle (AAB) gets its signature from the store and is not judged.',
  },
  examples: {
    bad: [
      {
        text: { zh: '备案登记的MD5不是安装包证书的MD5。', en: 'The MD5 of the filing is not that of the package’s certificate.' },
        code: '备案：d41d8cd98f00b204e9800998ecf8427e\n安装包：0cc175b9c0f1b6a831c399e269772661',
      },
    ],
    good: [
      {
        text: {
          zh: '备案登记了新旧两个证书，安装包使用其中之一。',
          en: 'The filing has the old and the new certificate, and the package is signed with one of them.',
        },
        code: '备案：d41d8cd98f00b204e9800998ecf8427e、0cc175b9c0f1b6a831c399e269772661\n安装包：0cc175b9c0f1b6a831c399e269772661',
      },
    ],
  },
  messages: {
    other: {
      zh: '安装包的签名证书（MD5 {actual}）不是备案号 {number} 为 {packageName} 登记的证书（{filed}）；安装包不是由登记的密钥签发，不能认定为已备案的应用（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The certificate of the package (MD5 {actual}) is not the one that the filing {number} registers for {packageName} ({filed}): it was not signed with the registered key and cannot be taken for the app that is filed (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
    rotated: {
      zh: '安装包的签名证书（MD5 {actual}）与备案号 {number} 为 {packageName} 登记的（{filed}）不同，但安装包带有密钥轮换记录，登记的可能是旧证书；请核对并变更备案（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The certificate of the package (MD5 {actual}) is not the one that the filing {number} registers for {packageName} ({filed}), but the package has a proof of rotation and the filing may have an older one: compare, and have the filing changed (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
    unlike: {
      zh: '安装包的签名证书（MD5 {actual}）与备案号 {number} 为 {packageName} 登记的（{filed}）不同；本平台登记哪一个证书尚须核对，请人工比对（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The certificate of the package (MD5 {actual}) differs from what the filing {number} registers for {packageName} ({filed}); verify which certificate is registered for this platform and compare by hand (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
    renewed: {
      zh: '安装包证书的公钥与备案登记的一致，MD5（{actual}）不同（登记的是 {filed}），应是以同一密钥换发了证书；请变更备案号 {number} 的登记（工信部信管〔2023〕105号，条款须核对）',
      en: 'The key of the package’s certificate is the registered one, its MD5 ({actual}) is not ({filed}): a new certificate for the same key; have the filing {number} changed (MIIT Xinguan [2023] No. 105, verify the article)',
    },
  },
  remedy: {
    zh: '使用备案登记的证书签名；更换了证书的，先到备案系统变更登记的MD5和公钥，完成后再提交',
    en: 'Sign with the registered certificate; where it was replaced, have MD5 and public key of the filing changed first',
  },
  applies: (context) => filedCertificates(context).length > 0 && signingCertificates(context.package).length > 0,
  *evaluate(context) {
    const { package: facts, records } = context;
    const record = filedRecord(records);
    const filed = filedCertificates(context);
    const own = signingCertificates(facts);
    const [newest] = own;
    if (record === null || newest === undefined) return;
    if (own.some((certificate) => filed.some((entry) => entry.certificateMd5 === certificate.md5))) return;
    const sameKey = own.find((certificate) => filed.some((entry) => isSameKey(entry, certificate)));
    const registered = filed.map(({ certificateMd5, publicKey }) => certificateMd5 ?? `${publicKey?.slice(0, 16)}…`).join('、');
    const data = {
      actual: (sameKey ?? newest).md5,
      number: record.number,
      packageName: facts.identity.packageName ?? '',
      filed: registered,
    };
    const evidence = [
      ...own.map((certificate) => ({
        type: 'signature' as const,
        certificate: certificate.sha256,
        detail: `MD5 ${certificate.md5}；${certificateDetail(certificate)}`,
      })),
      ...filed.map(({ certificateMd5, publicKey }) =>
        certificateMd5 === null
          ? filingEvidence(record, 'packages.publicKey', publicKey ?? '')
          : filingEvidence(record, 'packages.certificateMd5', certificateMd5),
      ),
    ];
    if (sameKey !== undefined) {
      if (filed.every(({ certificateMd5 }) => certificateMd5 !== null)) {
        yield { message: 'renewed', subject: 'certificate', severity: 'warn', data, evidence };
      }
      return;
    }
    // A filing that gives keys alone says nothing about certificates whose key has no modulus.
    if (filed.every(({ certificateMd5 }) => certificateMd5 === null) && own.some(({ modulus }) => !modulus)) return;
    const former = formerSigners(facts, own);
    if (!isAndroid(facts)) yield { message: 'unlike', subject: 'certificate', severity: 'review', data, evidence };
    else if (former.length > 0) {
      const older = former.map((sha256) => ({ type: 'signature' as const, certificate: sha256, detail: 'lineage' }));
      yield { message: 'rotated', subject: 'certificate', severity: 'review', data, evidence: [...evidence, ...older] };
    } else yield { message: 'other', subject: 'certificate', data, evidence };
  },
});

/** What the filing registers for this very package and that can be compared. */
function filedCertificates({ package: { identity, platform }, records }: RuleContext): FiledPackage[] {
  return (filedRecord(records)?.packages ?? []).filter(
    (filed) =>
      filed.platform === platform &&
      filed.packageName === identity.packageName &&
      (filed.certificateMd5 !== null || filed.publicKey !== null),
  );
}

function isSameKey({ publicKey }: FiledPackage, { modulus }: Certificate): boolean {
  return publicKey !== null && modulus !== undefined && modulus !== null && publicKey === modulus;
}
