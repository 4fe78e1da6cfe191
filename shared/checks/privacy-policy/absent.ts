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
