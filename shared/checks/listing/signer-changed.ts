import { comparablePrevious, previousEvidence } from '../previous-version.ts';
import { rule } from '../rule.ts';
import { certificateDetail, formerSigners, signingCertificates } from '../signers.ts';

export default rule({
  id: 'listing/signer-changed',
  clauses: ['platform2025-2', 'pledge2021-10'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '签名证书与在架版本不同', en: 'Signed by another key than the version on the shelf' },
  explanation: {
    zh: '比较安装包的签名证书与上一次通过的版本。证书全部不同，又没有由旧证书签出的轮换记录（签名方案v3），系统不会把它当作同一应用的更新，说明换了密钥，也可能换了开发者或者是重新打包，转人工复核：应用分发平台应当核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条，法律），备案登记的证书也要一致（工信部信管〔2023〕105号，条款须核对）。轮换记录中有旧证书的视为同一开发者。证书不同并不证明造假，所以不直接驳回。没有上一版本记录、签名没有读到、以及上传后由商店签名的AAB，不判断。',
    en: 'Compares the signing certificates with those of the version approved last. Where all differ and no proof of rotation (scheme v3) by the old one is there, the system does not take the package for an update of the same app: the key has changed, and perhaps the developer, or somebody repackaged it. A person looks, because stores must verify who really operates an app (article 23 of the Law against Telecom and Online Fraud, a law) and the certificate must be that of the filing (MIIT Xinguan [2023] No. 105, verify the article). A rotation from the old certificate counts as the same developer. Another certificate proves no fraud, so nothing is rejected. Nothing is judged without a record, where the signature could not be read, and for bundles (AAB), which the store signs.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '更新包由另一个证书签名，没有轮换记录。',
          en: 'The update is signed with another certificate, without a rotation.',
        },
        code: '上一版本：CN=Example, O=示例科技\n本次提交：CN=Android, O=Unknown',
      },
    ],
    good: [
      {
        text: { zh: '使用 apksigner rotate 由旧证书签出轮换记录。', en: 'The old certificate signs a proof of rotation.' },
        code: 'apksigner rotate --out lineage --old-signer --ks old.jks --new-signer --ks new.jks',
      },
    ],
  },
  messages: {
    changed: {
      zh: '安装包的签名证书（SHA-256 {actual}）不是上一次通过的版本（{day}）所用的证书（{previous}），也没有密钥轮换记录；请核实是否仍由同一开发运营者发布（《反电信网络诈骗法》第二十三条），并与备案登记的证书比对（工信部信管〔2023〕105号，条款须核对）',
      en: 'The certificate of the package (SHA-256 {actual}) is not that of the version approved last ({day}: {previous}), and no rotation of keys is recorded in it; verify that the same operator publishes it (article 23 of the Law against Telecom and Online Fraud), and compare with the certificate of the filing (MIIT Xinguan [2023] No. 105, verify the article)',
    },
  },
  remedy: {
    zh: '使用原证书签名；确需更换的，由旧证书签出轮换记录，或者说明原因并提交主体证明，同时变更备案登记的证书',
    en: 'Sign with the former certificate; where it must be replaced, add a proof of rotation, or explain it and prove who you are, and have the filing changed',
  },
  applies: ({ package: facts, records }) =>
    (comparablePrevious(records, facts)?.signers.length ?? 0) > 0 && signingCertificates(facts).length > 0,
  *evaluate({ package: facts, records }) {
    const previous = comparablePrevious(records, facts);
    const own = signingCertificates(facts);
    const [newest] = own;
    if (previous === null || newest === undefined) return;
    const known = new Set(previous.signers.map((digest) => digest.toLowerCase()));
    const accepted = [...own.map(({ sha256 }) => sha256), ...formerSigners(facts, own)];
    if (accepted.some((digest) => known.has(digest.toLowerCase()))) return;
    yield {
      message: 'changed',
      subject: 'signer',
      data: { actual: short(newest.sha256), previous: previous.signers.map(short).join('、'), day: previous.approvedOn },
      evidence: [
        ...own.map((certificate) => ({
          type: 'signature' as const,
          certificate: certificate.sha256,
          detail: certificateDetail(certificate),
        })),
        previousEvidence(previous, 'signers', previous.signers.join(', ')),
      ],
    };
  },
});

/** Enough of a digest to tell it by; the evidence has the whole. */
function short(digest: string): string {
  return digest.length > 16 ? `${digest.slice(0, 16)}…` : digest;
}
