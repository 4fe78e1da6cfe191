import type { Evidence } from '../../domain/evidence.ts';
import type { PackageFacts, Signing } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import { wasReadWhole } from '../completeness.ts';
import { canHoldInformation } from '../information-handled.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** APK Signature Schemes v2 and later protect the whole file; v1 (JAR signing) leaves parts of it open to change. */
const WHOLE_FILE = ['v2', 'v3', 'v3.1', 'v4'];
/** From this target on, Android 11 and later refuse a package with a v1 signature alone (developer.android.com, "Behavior changes: Android 11"). */
const V1_REFUSED_SINCE = 30;

/** Packages that devices install as they are. A bundle for a store is signed again by it, and other platforms have rules of their own. */
const INSTALLED: ReadonlySet<string> = new Set(['apk', 'apks', 'xapk', 'apkm']);

/** Keys whose private half is published with Android's sources (build/target/product/security): testkey, platform, shared, media. */
const PUBLISHED_KEYS: ReadonlySet<string> = new Set([
  'a40da80a59d170caa950cf15c18c454d47a39b26989d8b640ecd745ba71bf5dc',
  'c8a2e9bccf597c2fb6dc66bee293fc13f2fc47ec77bc6b2b0d52c11f51192ab8',
  '28bbfe4a7b97e74681dc55c2fbb6ccb8d6c74963733f6af6ae74d8c3a6e879fd',
  '465983f7791f2abeb43ea2cbdc7f21a8260b72bc08a55c839fc1a43bc741a81e',
]);

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
  explanation: {
    zh: '签名保证安装包没有被改动，也是备案登记和版本更新的依据。本规则查看签名是否存在、是否验证通过、是否使用调试证书或私钥公开的证书、是否只有可被绕过的 v1 签名，以及鸿蒙 Profile 是否属于本应用。没有签名、验证不通过和证书不可靠的提请复核；不申请敏感权限也不联网的应用使用调试证书的，只作提示。上传用的 AAB 由商店重新签名，不在此列；私钥的实际保管情况静态看不到。',
    en: 'A signature keeps a package from being changed and is what filings and updates rest on. This rule looks whether there is one, whether it verifies, whether its certificate is a debug certificate or one whose private key is public, whether v1, which can be got round, stands alone, and whether a HarmonyOS profile is this app’s. Missing, broken and unreliable ones are for review; a debug certificate on an app without sensitive permissions and network access is a warning. Bundles are signed again by the store and not meant; how a key is kept cannot be seen.',
  },
  examples: {
    bad: [
      {
        text: { zh: '用开发工具自带的调试证书签名', en: 'Signed with the development tool’s debug certificate' },
        code: 'CN=Android Debug, O=Android, C=US',
      },
    ],
    good: [
      {
        text: {
          zh: '发布证书，v2 与 v3 签名，与备案登记的证书一致',
          en: 'The release certificate of the filing, schemes v2 and v3',
        },
      },
    ],
  },
  messages: {
    unsigned: {
      zh: '安装包没有签名，不能按原样安装，也无法与备案登记的签名证书比对（工信部信管〔2023〕105号，条款须核对）；请确认提交的是正式发布版本',
      en: 'The package is not signed: as it is it does not install, and there is no certificate to compare with the filing (MIIT Xinguan [2023] No. 105, verify the article); was the release build submitted?',
    },
    invalid: {
      zh: '安装包的签名验证不通过：{why}；可能在签名后被改动，请核对来源（《个人信息保护法》第五十一条要求采取安全措施）',
      en: 'The signature does not verify: {why}. The package may have been changed after signing; check where it comes from (article 51 of the Personal Information Protection Law wants security measures)',
    },
    schemeMissing: {
      zh: '安装包缺少旧系统所需的签名：{why}；声明支持的部分设备不能安装（《个人信息保护法》第五十一条要求采取安全措施），请补充签名或提高 minSdkVersion',
      en: 'A signature that old systems need is missing: {why}. Some devices that the app claims to support cannot install it (article 51 of the Personal Information Protection Law wants security measures); add it or raise minSdkVersion',
    },
    debugCertificate: {
      zh: '安装包使用调试证书签名（{subject}），调试证书不能用于正式发布，也不应登记为备案证书（工信部信管〔2023〕105号，条款须核对）',
      en: 'The package is signed with a debug certificate ({subject}), which is not for release and should not be the one registered in the filing (MIIT Xinguan [2023] No. 105, verify the article)',
    },
    publishedKey: {
      zh: '安装包使用安卓源码公开的测试密钥签名（{subject}），任何人都有私钥，可以冒充该应用发布更新；处理者应当采取安全措施（《个人信息保护法》第五十一条），也不应登记为备案证书（工信部信管〔2023〕105号，条款须核对）',
      en: 'The package is signed with a test key that is published with Android’s sources ({subject}): anybody has the private key and can make updates in the app’s name; handlers must take security measures (article 51 of the Personal Information Protection Law), and it should not be the one in the filing (MIIT Xinguan [2023] No. 105, verify the article)',
    },
    v1Only: {
      zh: '安装包只有 v1（JAR）签名，不保护整个文件，在未修补的旧系统上可以不破坏签名而插入代码（CVE-2017-13156）（《个人信息保护法》第五十一条）；建议同时使用 v2 及以上签名方案',
      en: 'The package has a v1 (JAR) signature only, which does not protect the whole file: on old systems without the patch code can be put in without breaking it (CVE-2017-13156; article 51 of the Personal Information Protection Law); better add scheme v2 or later',
    },
    v1Refused: {
      zh: '安装包只有 v1（JAR）签名而目标版本为 {target}，安卓11及以上会拒绝安装，v1 也不保护整个文件（《个人信息保护法》第五十一条）；请确认提交的是正式发布版本',
      en: 'The package has a v1 (JAR) signature only and targets {target}: Android 11 and later refuse to install it, and v1 does not protect the whole file (article 51 of the Personal Information Protection Law); was the release build submitted?',
    },
    otherProfile: {
      zh: '签名 Profile 属于 {profile}，而应用的包名是 {own}；请核对安装包来源和签名（《个人信息保护法》第五十一条要求采取安全措施）',
      en: 'The signing profile is for {profile} while the app calls itself {own}: check where the package comes from and how it was signed (article 51 of the Personal Information Protection Law wants security measures)',
    },
  },
  remedy: {
    zh: '使用发布证书对正式版本签名后重新提交（安卓应用采用 v2 及以上签名方案）；证书须与APP备案登记的一致',
    en: 'Sign the release build with the release certificate (an Android app by scheme v2 or later) and submit it again; the certificate must be the one in the app filing',
  },
  applies: ({ package: facts }) =>
    facts.format !== 'aab' && (isJudged(facts) || isBroken(facts)) && wasReadWhole(facts, 'signature'),
  *evaluate({ package: facts, knowledge }) {
    const { signing, format, identity } = facts;
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
    const signature = (detail: string): Evidence => ({ type: 'signature', certificate: certificates[0]?.sha256 ?? '', detail });
    if (verified === 'invalid') {
      // Today's devices take a package whose newer schemes hold; what old ones would need says nothing about a change.
      const onlyMissing = isOnlyMissing(signing);
      yield {
        message: onlyMissing ? 'schemeMissing' : 'invalid',
        subject: 'signature',
        severity: onlyMissing ? 'warn' : 'review',
        data: { why: reasonOf(signing) },
        evidence: [signature(schemes.join(', '))],
      };
    }
    const certificate = certificates.find(({ sha256, debug }) => debug || PUBLISHED_KEYS.has(sha256));
    if (certificate !== undefined) {
      const { subject, sha256 } = certificate;
      yield {
        message: PUBLISHED_KEYS.has(sha256) ? 'publishedKey' : 'debugCertificate',
        subject: 'certificate',
        data: { subject },
        severity: !isAndroid(facts) || canHoldInformation(facts, knowledge) ? 'review' : 'warn',
        evidence: [{ type: 'signature', certificate: sha256, detail: subject }],
      };
    }
    const profile = signing.profile?.bundleName ?? null;
    if (profile !== null && identity.packageName !== null && !covers(profile, identity.packageName)) {
      const data = { profile, own: identity.packageName };
      yield { message: 'otherProfile', subject: 'profile', data, evidence: [signature(`profile: ${profile}`)] };
    }
    if (INSTALLED.has(format) && !schemes.some((scheme) => WHOLE_FILE.includes(scheme))) {
      const evidence = [signature(schemes.join(', '))];
      const target = identity.targetSdk ?? 0;
      if (target >= V1_REFUSED_SINCE) yield { message: 'v1Refused', subject: 'signature', data: { target }, evidence };
      else yield { message: 'v1Only', subject: 'signature', severity: 'warn', evidence };
    }
  },
});

/** A package whose signature is judged in all respects: one that devices install, or one of another platform that carries a signature. */
function isJudged({ format, platform, signing }: PackageFacts): boolean {
  return INSTALLED.has(format) || (platform !== null && platform !== 'android' && signing.schemes.length > 0);
}

/** A signature that was checked and does not hold says the same on every platform. */
function isBroken({ signing }: PackageFacts): boolean {
  return signing.verified === 'invalid';
}

/** A profile may be for all apps (`.*`), as those of OpenHarmony's samples are. */
function covers(profile: string, packageName: string): boolean {
  return profile === packageName || profile === '.*' || profile === '*';
}

/** Whether every scheme that is there holds, and others are merely not there. */
function isOnlyMissing({ results = [] }: Signing): boolean {
  const failed = results.filter(({ result }) => result === 'invalid');
  const holds = results.some(({ scheme, result }) => result === 'valid' && WHOLE_FILE.includes(scheme));
  return holds && failed.every(({ problems }) => problems.length > 0 && problems.every(({ code }) => code === 'scheme-missing'));
}

/** The gravest problem of the first scheme that fails; without one, that the signature does not fit the content. */
function reasonOf({ results = [] }: Signing): Bilingual {
  const failed = results.find(({ result }) => result === 'invalid');
  const message = failed?.problems[0]?.message;
  if (failed === undefined || message === undefined) return { zh: '签名与内容不符', en: 'it does not match the content' };
  return { zh: `${failed.scheme}：${message.zh}`, en: `${failed.scheme}: ${message.en}` };
}
