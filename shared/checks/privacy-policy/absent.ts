import { whyAbsent } from '../policy-absence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/absent',
  clauses: ['sz2025-1', 'sz2025-2', 'pledge2021-1', 'platform2025-1'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '一.1', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy-outcome'],
  title: { zh: '没有隐私政策', en: 'There is no privacy policy' },
  explanation: {
    zh: '查看送审时有没有隐私政策：上传的文件，或者上架信息中的链接。处理个人信息之前应当公开处理规则并告知个人（《个人信息保护法》第七条、第十七条，法律），没有隐私政策在执法中即认定为未公开收集使用规则（《App违法违规收集使用个人信息行为认定方法》第一类，执法认定依据），因此本规则可以驳回。只有既没有文件又没有链接，或者提交的文件没有内容，才算没有政策。链接打不开由“隐私政策链接失效”判断，因为链接坏了不证明别处没有政策；文件打不开由“隐私政策未能读取”交人工查看。应用自称不收集个人信息也需要一份写明这一点的政策。',
    en: 'Looks for a privacy policy among what was handed in: a file, or a link in the listing. Rules must be public and told before personal information is handled (articles 7 and 17 of the Personal Information Protection Law, a law), and authorities treat an app without a policy as one that has not published its rules (section 1 of the 2019 identification methods, applied in enforcement); so the rule may reject. Only a submission with neither file nor link, or with an empty file, counts as having none. A link that does not open is the business of listing/policy-link-dead, because it does not prove that there is no policy elsewhere; a file that cannot be read goes to a person through privacy-policy/unreadable. An app that collects nothing still needs a policy that says so.',
  },
  examples: {
    bad: [
      {
        text: { zh: '上架信息没有填写链接，也没有上传政策文件。', en: 'The listing has no link and no file was uploaded.' },
        kind: 'listing',
        code: '{ "app": { "name": "示例应用" }, "developer": { "name": "示例科技（深圳）有限公司" } }',
      },
    ],
    good: [
      {
        text: {
          zh: '上架信息给出可以直接打开的政策链接；也可以上传文件。',
          en: 'The listing links a policy that opens directly; a file does as well.',
        },
        kind: 'listing',
        code: '{ "privacyPolicyUrl": "https://www.shili.cn/privacy.html" }',
      },
    ],
  },
  messages: {
    absent: {
      zh: '没有隐私政策（{reason}）；处理个人信息前应当公开告知处理规则，没有隐私政策即属未公开收集使用规则（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第一类）',
      en: 'There is no privacy policy ({reason}); rules must be public before personal information is handled, and an app without a policy has not published them (article 17 of the Personal Information Protection Law; section 1 of the 2019 identification methods)',
    },
  },
  remedy: {
    zh: '提交单独成文的简体中文隐私政策文件，或在上架信息中填写可直接打开的政策链接',
    en: 'Hand in a policy of its own in simplified Chinese, or give a link that opens one',
  },
  *evaluate({ policy }) {
    // A link that leads nowhere is `listing/policy-link-dead`: it does not prove that there is no policy elsewhere.
    if (policy.outcome !== 'absent' || policy.source.kind === 'url') return;
    yield {
      message: 'absent',
      subject: 'policy',
      data: { reason: whyAbsent(policy) },
      evidence: [{ type: 'listing', field: 'privacyPolicy' }],
    };
  },
});
