import type { Evidence } from '../../domain/evidence.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { whyAbsent } from '../policy-absence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/policy-link-dead',
  clauses: ['sz2025-1', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '一.1, 一.3', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy-outcome'],
  title: { zh: '隐私政策链接打不开', en: 'The link to the privacy policy does not open' },
  messages: {
    dead: {
      zh: '隐私政策链接 {url} 打不开或没有内容（{reason}）；个人信息处理规则应当公开、便于查阅和保存（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条）',
      en: 'The link to the privacy policy {url} leads nowhere or to nothing ({reason}); processing rules must be public, easy to read and to keep (article 17 of the Personal Information Protection Law, article 21 of the Regulation on Network Data Security)',
    },
  },
  remedy: {
    zh: '提供无需登录、长期有效、直接打开即为隐私政策正文的 HTTPS 链接，并在提交前自行打开核对',
    en: 'Give an HTTPS link that opens the text of the policy itself, without a login and for good; open it before submitting',
  },
  // A link that could not be read this time is judged by `privacy-policy/unreadable`: it may well be alive.
  applies: ({ policy }) => policy.source.kind === 'url' && policy.outcome !== 'unreadable',
  *evaluate({ policy }) {
    if (policy.outcome !== 'absent') return;
    const url = policy.source.url ?? '';
    yield {
      message: 'dead',
      subject: 'privacyPolicyUrl',
      data: { url, reason: whyAbsent(policy) },
      evidence: [exchange(policy, url), { type: 'listing', field: 'privacyPolicyUrl', value: url }],
    };
  },
});

function exchange({ source, reason }: PolicyFacts, url: string): Evidence {
  const detail = [reason ?? '', source.finalUrl !== undefined && source.finalUrl !== url ? `→ ${source.finalUrl}` : ''];
  return {
    type: 'network',
    url,
    ...(source.status === undefined ? {} : { status: source.status }),
    detail: detail.filter((part) => part !== '').join(' '),
  };
}
