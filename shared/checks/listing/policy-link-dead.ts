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
  explanation: {
    zh: '商店按上架信息的链接读取隐私政策，链接明确回答没有内容的（404、410、空页面、没有正文的壳），直接驳回：个人信息处理规则应当公开、便于查阅和保存（《个人信息保护法》第七条、第十七条，法律；《网络数据安全管理条例》第二十一条，行政法规），没有可读的规则属于必须存在的东西不存在。超时、证书错误、需要登录、由脚本生成而没有读到的，可能只是这一次没有读到，由“unreadable”规则转人工复核，不在这里判断。政策以文件提交的，这里不检查链接。',
    en: 'The policy is fetched from the link in the listing. Where the link answers that there is nothing (404, 410, an empty page, a shell without text) it is rejected: processing rules must be public, easy to read and to keep (articles 7 and 17 of the Personal Information Protection Law, a law; article 21 of the Regulation on Network Data Security), and something mandatory is absent. A time-out, a bad certificate, a login or a page made by a script may be a failure of this one attempt; those go to a person by the rule “unreadable” and are not judged here. Where the policy came as a file the link is not tried.',
  },
  examples: {
    bad: [
      {
        text: { zh: '链接返回404。', en: 'The link answers 404.' },
        code: 'GET https://www.shili-keji.example/privacy.html → 404',
      },
    ],
    good: [
      {
        text: { zh: '链接直接打开政策正文。', en: 'The link opens the text itself.' },
        code: 'GET https://www.shili-keji.example/privacy.html → 200',
      },
    ],
  },
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
