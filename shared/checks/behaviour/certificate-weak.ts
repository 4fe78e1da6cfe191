import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Certificate } from '../../domain/facts/signing.ts';
import { wasReadWhole } from '../completeness.ts';
import { rule } from '../rule.ts';

/** Bits of an RSA key below which it is no longer recommended, and below which it can be broken with modest means. */
const RECOMMENDED_BITS = 2048;
const BREAKABLE_BITS = 1024;

export default rule({
  id: 'behaviour/certificate-weak',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '签名证书强度不足或已过期', en: 'Signing certificate weak or expired' },
  explanation: {
    zh: '签名密钥过短，或者签名使用已被攻破的摘要算法，他人就可能伪造同一签名的更新。本规则查看签名证书的密钥长度、各签名方案使用的算法和证书、Profile 的有效期。少于1024位的密钥和全部采用 MD5 的签名提请复核，少于2048位和过期的只作提示：更换证书会影响已安装用户的更新，可以在下一次密钥轮换时解决。自签名证书自身的签名算法不影响安全，不作评价。',
    en: 'With a key too short or a broken digest others could forge updates with the same signature. This rule looks at the length of the key, the algorithms of the schemes, and when certificate and profile end. Keys below 1,024 bits and signatures by MD5 alone are for review; below 2,048 bits and expired is a warning, because changing the certificate breaks updates for those who have the app and can wait for the next rotation. The algorithm by which a self-signed certificate signs itself does not matter.',
  },
  examples: {
    bad: [{ text: { zh: '1024位 RSA 密钥', en: 'An RSA key of 1,024 bits' }, code: 'RSA 1024, SHA1withRSA' }],
    good: [
      {
        text: { zh: '2048位及以上 RSA 或 256位 EC 密钥', en: 'RSA of 2,048 bits or more, or EC of 256' },
        code: 'RSA 4096, SHA256withRSA',
      },
    ],
  },
  messages: {
    shortKey: {
      zh: '签名证书（{subject}）的 RSA 密钥只有 {bits} 位，低于要求的 {minimum} 位，存在签名被伪造的风险（《个人信息保护法》第五十一条要求采取安全措施）',
      en: 'The RSA key of the signing certificate ({subject}) has {bits} bits, below the {minimum} that are asked for: signatures could be forged (article 51 of the Personal Information Protection Law wants security measures)',
    },
    brokenDigest: {
      zh: '安装包的签名只使用 {algorithms}，摘要算法 MD5 已被攻破，签名后的内容可能被替换（《个人信息保护法》第五十一条要求采取安全措施）',
      en: 'The package is signed by {algorithms} alone; MD5 is broken, and content could be replaced after signing (article 51 of the Personal Information Protection Law wants security measures)',
    },
    expired: {
      zh: '签名证书（{subject}）已于 {date} 过期；请核对并安排更换（《个人信息保护法》第五十一条要求采取安全措施）',
      en: 'The signing certificate ({subject}) expired on {date}: check and plan its replacement (article 51 of the Personal Information Protection Law wants security measures)',
    },
    profileExpired: {
      zh: '签名 Profile 已于 {date} 过期，可能无法安装；请使用有效的发布 Profile 重新签名（《个人信息保护法》第五十一条要求采取安全措施）',
      en: 'The signing profile expired on {date} and the app may not install: sign again with a valid release profile (article 51 of the Personal Information Protection Law wants security measures)',
    },
  },
  parameters: {
    minimumBits: {
      type: 'integer',
      default: RECOMMENDED_BITS,
      minimum: BREAKABLE_BITS,
      maximum: 4096,
      description: {
        zh: 'RSA 签名密钥低于多少位时提示',
        en: 'Bits of an RSA signing key below which there is a finding',
      },
    },
  },
  remedy: {
    zh: '使用2048位及以上 RSA 或 256位 EC 密钥和 SHA-256 签名；已上架的应用可通过 v3 签名方案轮换密钥，并同步变更备案证书',
    en: 'Sign with RSA of at least 2,048 bits or EC of 256 and with SHA-256; an app on the shelf can rotate its key by scheme v3, changing the filed certificate too',
  },
  applies: ({ package: facts }) => facts.format !== 'aab' && signing(facts).length > 0 && wasReadWhole(facts, 'signature'),
  *evaluate({ package: facts, records, parameters }) {
    const certificates = signing(facts);
    for (const { subject, sha256, keyAlgorithm, keyBits, notAfter } of certificates) {
      if (/^RSA$/i.test(keyAlgorithm) && keyBits !== null && keyBits < parameters.minimumBits) {
        yield {
          message: 'shortKey',
          subject: sha256,
          severity: keyBits < BREAKABLE_BITS ? 'review' : 'warn',
          data: { subject, bits: keyBits, minimum: parameters.minimumBits },
          evidence: [{ type: 'signature', certificate: sha256, detail: `${keyAlgorithm} ${keyBits}` }],
        };
      }
      if (isOver(notAfter, records.reviewedOn)) {
        const date = notAfter.slice(0, 10);
        const evidence = [{ type: 'signature', certificate: sha256, detail: `notAfter ${notAfter}` }] as const;
        yield { message: 'expired', subject: sha256, severity: 'warn', data: { subject, date }, evidence };
      }
    }
    const algorithms = [...new Set(facts.signing.signers.flatMap((signer) => signer.algorithms ?? []))];
    const certificate = certificates[0]!.sha256;
    if (algorithms.length > 0 && algorithms.every((name) => /md5/i.test(name))) {
      const list = algorithms.slice(0, 5).join(', ');
      const evidence = [{ type: 'signature', certificate, detail: list }] as const;
      yield { message: 'brokenDigest', subject: 'digest', data: { algorithms: list }, evidence };
    }
    const until = facts.signing.profile?.notAfter ?? null;
    if (until !== null && isOver(until, records.reviewedOn)) {
      const evidence = [{ type: 'signature', certificate, detail: `profile notAfter ${until}` }] as const;
      yield { message: 'profileExpired', subject: 'profile', severity: 'warn', data: { date: until.slice(0, 10) }, evidence };
    }
  },
});

/** The certificates that sign, each once; what a debug certificate is worth another rule says. */
function signing({ signing: { signers } }: PackageFacts): Certificate[] {
  const own = signers.flatMap(({ certificates }) => certificates.slice(0, 1)).filter(({ debug }) => !debug);
  return [...new Map(own.map((certificate) => [certificate.sha256, certificate])).values()];
}

/** ISO dates compare as text. On a day that nobody knows nothing is over. */
function isOver(notAfter: string, day: string | null): boolean {
  return day !== null && /^\d{4}-\d\d-\d\d/.test(notAfter) && notAfter.slice(0, 10) < day;
}
