import type { PackageFacts, Signing } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import { wasReadWhole } from '../completeness.ts';
import { rule } from '../rule.ts';

/** APK Signature Schemes v2 and later protect the whole file; v1 (JAR signing) leaves parts of it open to change. */
const WHOLE_FILE = ['v2', 'v3', 'v3.1', 'v4'];

/** Packages that devices install as they are. A bundle for a store is signed again by it, and other platforms have rules of their own. */
const INSTALLED: ReadonlySet<string> = new Set(['apk', 'apks', 'xapk', 'apkm']);

export default rule({
  id: 'behaviour/signature-unsound',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '安装包签名缺失或不可靠', en: 'Signature missing or not to be relied on' },
  messages: {
    unsigned: {
      zh: '安装包没有签名，不能按原样安装，也无法与备案登记的签名证书比对（工信部信管〔2023〕105号，条款须核对）；请确认提交的是正式发布版本',
      en: 'The package is not signed: as it is it does not install, and there is no certificate to compare with the filing (MIIT Xinguan [2023] No. 105, verify the article); was the release build submitted?',
    },
    invalid: {
      zh: '安装包的签名验证不通过：{why}；可能在签名后被改动，请核对来源（《个人信息保护法》第五十一条要求采取安全措施）',
      en: 'The signature does not verify: {why}. The package may have been changed after signing; check where it comes from (article 51 of the Personal Information Protection Law wants security measures)',
    },
    debugCertificate: {
      zh: '安装包使用调试证书签名（{subject}），调试证书不能用于正式发布，也不应登记为备案证书（工信部信管〔2023〕105号，条款须核对）',
      en: 'The package is signed with a debug certificate ({subject}), which is not for release and should not be the one registered in the filing (MIIT Xinguan [2023] No. 105, verify the article)',
    },
    v1Only: {
      zh: '安装包只有 v1（JAR）签名，不保护整个文件，存在签名后被改动的风险（《个人信息保护法》第五十一条）；建议同时使用 v2 及以上签名方案',
      en: 'The package has a v1 (JAR) signature only, which does not protect the whole file from later changes (article 51 of the Personal Information Protection Law); better add scheme v2 or later',
    },
  },
  remedy: {
    zh: '使用发布证书对正式版本签名后重新提交（安卓应用采用 v2 及以上签名方案）；证书须与APP备案登记的一致',
    en: 'Sign the release build with the release certificate (an Android app by scheme v2 or later) and submit it again; the certificate must be the one in the app filing',
  },
  applies: ({ package: facts }) => (INSTALLED.has(facts.format) || isBroken(facts)) && wasReadWhole(facts, 'signature'),
  *evaluate({ package: { signing, format } }) {
    const { schemes, signers, verified } = signing;
    if (schemes.length === 0) {
      yield {
        message: 'unsigned',
        subject: 'signature',
        evidence: [
          INSTALLED.has(format)
            ? { type: 'package', entry: 'META-INF/', detail: '没有 v1 至 v4 任何一种签名 / no signature of any scheme v1 to v4' }
            : { type: 'package', entry: 'signing block', detail: '没有签名块 / there is none' },
        ],
      };
      return;
    }
    const certificates = signers.flatMap((signer) => signer.certificates);
    const signature = (detail: string) => ({ type: 'signature' as const, certificate: certificates[0]?.sha256 ?? '', detail });
    if (verified === 'invalid') {
      yield {
        message: 'invalid',
        subject: 'signature',
        data: { why: reasonOf(signing) },
        evidence: [signature(schemes.join(', '))],
      };
    }
    if (!INSTALLED.has(format)) return;
    const debug = certificates.find((certificate) => certificate.debug);
    if (debug !== undefined) {
      yield {
        message: 'debugCertificate',
        subject: 'certificate',
        data: { subject: debug.subject },
        severity: 'warn',
        evidence: [{ type: 'signature', certificate: debug.sha256, detail: debug.subject }],
      };
    }
    if (!schemes.some((scheme) => WHOLE_FILE.includes(scheme))) {
      yield { message: 'v1Only', subject: 'signature', severity: 'warn', evidence: [signature(schemes.join(', '))] };
    }
  },
});

/** A signature that was checked and does not hold says the same on every platform; that of a bundle is the upload's alone. */
function isBroken({ format, signing }: PackageFacts): boolean {
  return format !== 'aab' && signing.verified === 'invalid';
}

/** The gravest problem of the first scheme that fails; without one, that the signature does not fit the content. */
function reasonOf({ results = [] }: Signing): Bilingual {
  const failed = results.find(({ result }) => result === 'invalid');
  const message = failed?.problems[0]?.message;
  if (failed === undefined || message === undefined) return { zh: '签名与内容不符', en: 'it does not match the content' };
  return { zh: `${failed.scheme}：${message.zh}`, en: `${failed.scheme}: ${message.en}` };
}
