import { absenceSeverity, collectsNothing, missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

/** Nothing leaves the device: there is no transport and no server that could be protected. */
const STAYS_HERE =
  /(?:只|仅|均|都|全部)[^,。;\n]{0,10}(?:手机|设备|本机|本地)|(?:不会?|没有|无)[^,。;\n]{0,10}(?:上传|服务器)|在(?:您|你)?的?(?:设备|手机|本机)上运行/u;

/** A measure by its name, in whatever sentence. */
const MEASURE = /加密|访问控制|权限(?:控制|隔离|管理|最小)|去标识|脱敏|防火墙|https|ssl|tls|等级保护|安全审计/iu;

export default rule({
  id: 'privacy-policy/security-unstated',
  clauses: ['sz2025-2', 'pledge2021-10'],
  basis: [
    { instrument: 'sz-data-regulation', article: '14', verified: true },
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'gbt-35273-2020', article: '6', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有写安全保护措施', en: 'The policy names no security measures' },
  explanation: {
    zh: '在隐私政策中寻找具体的安全保护措施：加密传输、访问控制、去标识化、权限管理、安全认证等。处理者应当采取加密、去标识化等安全措施（《个人信息保护法》第五十一条，法律），并告知个人数据的安全风险和采取的保护措施（《深圳经济特区数据条例》第十四条，特区法规）。“我们重视您的信息安全”只有态度、没有措施的，只算有词语，作提示；完全没有提到的交人工复核。写明不收集任何个人信息的不作要求；写明数据只在设备本地、不上传的，只作提示。承诺的措施是否真的采取，由明文传输、证书等行为规则部分核对，服务器端静态检测看不到。',
    en: 'Looks in the policy for concrete measures of protection: encrypted transport, access control, de-identification, management of permissions, certification. Handlers must take such measures (article 51 of the Personal Information Protection Law, a law) and tell people of the risks and of the measures taken (article 14 of the Data Regulation of the Shenzhen Special Economic Zone, a local law). “We value your security” is an attitude and no measure: words only, a warning; a text that never speaks of it goes to a person. Where nothing is collected nothing is asked for; where nothing leaves the device its absence is a warning. Whether the measures are taken is in part for the rules on cleartext and certificates; servers cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '只表态，没有措施。', en: 'An attitude, and no measure.' },
        kind: 'policy',
        code: '我们非常重视信息安全保护，请您放心使用。',
      },
    ],
    good: [
      {
        text: { zh: '写明具体措施。', en: 'Concrete measures.' },
        kind: 'policy',
        code: '我们采用TLS加密传输、分级访问控制、去标识化存储等措施保护您的个人信息。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写保护个人信息的安全措施；处理者应当采取并告知安全措施（《个人信息保护法》第五十一条，《深圳经济特区数据条例》第十四条），请要求补充',
      en: 'The policy names no measure that protects personal information; handlers must take and tell them (article 51 of the Personal Information Protection Law; article 14 of the Data Regulation of the Shenzhen Special Economic Zone): ask for it',
    },
    empty: {
      zh: '隐私政策提到安全，但没有写具体的保护措施（加密、访问控制等），建议补充（《个人信息保护法》第五十一条，《深圳经济特区数据条例》第十四条）',
      en: 'The policy speaks of security but names no measure (encryption, access control): better state it (article 51 of the Personal Information Protection Law; article 14 of the Data Regulation of the Shenzhen Special Economic Zone)',
    },
  },
  remedy: {
    zh: '写明采取的安全措施，例如传输加密、分级访问控制、去标识化存储，并与实际一致',
    en: 'State the measures that are really taken, such as encrypted transport, graded access control, de-identified storage',
  },
  *evaluate({ policy }) {
    if (collectsNothing(policy) || MEASURE.test(policy.text)) return;
    for (const missing of missingProvision(policy, 'PR-25', '安全措施、加密、访问控制、去标识化、权限管理')) {
      // Short and partial texts have it elsewhere as often as not: that alone is no reason to hold an app.
      const isProven = missing.message === 'absent' && absenceSeverity(policy) === 'reject';
      yield { ...missing, severity: isProven && !STAYS_HERE.test(policy.text) ? 'review' : 'warn' };
    }
  },
});
