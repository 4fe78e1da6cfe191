import { type AddressFault, addressFault } from '../address-fault.ts';
import { provisionOf } from '../disclosure.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/policy-link-misplaced',
  clauses: ['sz2025-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'sz-guideline-2025', article: '1', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '隐私政策链接不是政策正文的长期地址', en: 'The link to the policy is no lasting address of its text' },
  explanation: {
    zh: '看隐私政策链接指向哪里。处理规则应当公开、便于查阅和保存，集中公开展示、易于访问（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条），深圳市指引第一条（推荐性，须核对）还要求链接长期有效。内网或者本机地址用户打不开，应用商店的页面不是隐私政策，这两种转人工复核；网站首页、网盘分享、短链接今天能打开也未必长久，首页里没有读到政策的转人工复核，其余只作提示。链接能不能打开、打开后写了什么，由其他规则判断。',
    en: 'Looks where the link leads. The rules must be public, easy to read and keep, shown in one place and easy to reach (article 17 of the Personal Information Protection Law, article 21 of the Regulation on Network Data Security), and article 1 of the Shenzhen guideline (recommended, verify) wants the link to last. Users cannot open a private address, and the page of an app store is no policy: both go to a person. A site’s front page, a share of a cloud drive or a short link may open today and not for long; a front page in which no policy was read goes to a person, the rest is a warning. Whether a link opens, and what it says, is judged by other rules.',
  },
  examples: {
    bad: [
      {
        text: { zh: '公司网站首页。', en: 'The company’s front page.' },
        code: '"privacyPolicyUrl": "https://www.shili-keji.example/"',
      },
      {
        text: { zh: '只有内网能打开。', en: 'Only the intranet opens it.' },
        code: '"privacyPolicyUrl": "http://192.168.1.8/privacy"',
      },
    ],
    good: [
      {
        text: { zh: '政策正文自己的网页。', en: 'A page of the policy itself.' },
        code: '"privacyPolicyUrl": "https://www.shili-keji.example/privacy/map.html"',
      },
    ],
  },
  messages: {
    elsewhere: {
      zh: '隐私政策链接 {url} {what}；处理规则应当公开、便于查阅和保存（《个人信息保护法》第十七条），请改为政策正文的地址',
      en: 'The link to the policy, {url}, {what}; the rules must be public, easy to read and to keep (article 17 of the Personal Information Protection Law): give the address of the text itself',
    },
    fleeting: {
      zh: '隐私政策链接 {url} {what}，未必长期有效；请改为政策正文自己的网页（深圳市指引第一条，推荐性，须核对；《个人信息保护法》第十七条要求便于查阅和保存）',
      en: 'The link to the policy, {url}, {what} and may not last; give a page of the policy’s own (article 1 of the Shenzhen guideline, recommended, verify; article 17 of the Personal Information Protection Law wants it easy to read and to keep)',
    },
  },
  remedy: {
    zh: '把隐私政策正文放在自己的网站上，填写长期有效、无需登录、直接打开正文的 HTTPS 链接',
    en: 'Put the text on a site of your own and give an HTTPS link that opens it without a login, for good',
  },
  applies: ({ listing }) => listing.privacyPolicyUrl !== undefined,
  *evaluate({ listing, policy }) {
    const url = listing.privacyPolicyUrl ?? '';
    const fault = addressFault(url);
    if (fault === null) return;
    // The policy may be null, or have come as a file beside the link.
    const fetched = policy?.source.kind === 'url' && policy.outcome === 'read';
    const hasText = fetched && ['PR-06', 'PR-27', 'PR-35'].some((item) => provisionOf(policy, item).state === 'substance');
    // A private address that was read belongs to a store that serves its own network: it knows what its users can open.
    const elsewhere = fault === 'store' || (fault === 'private' && !fetched) || (fault === 'home' && !hasText);
    yield {
      message: elsewhere ? 'elsewhere' : 'fleeting',
      subject: 'privacyPolicyUrl',
      severity: elsewhere ? 'review' : 'warn',
      data: { url, what: FAULTS[fault] },
      evidence: [{ type: 'listing', field: 'privacyPolicyUrl', value: url }],
    };
  },
});

const FAULTS: Readonly<Record<AddressFault, { zh: string; en: string }>> = {
  store: { zh: '是应用商店的页面', en: 'is a page of an app store' },
  home: { zh: '是网站首页', en: 'is the front page of a site' },
  private: { zh: '是内网、本机或者临时地址，用户打不开', en: 'is a private or temporary address that users cannot open' },
  'file-sharing': { zh: '是网盘分享', en: 'is a share of a cloud drive' },
  short: { zh: '是短链接', en: 'is a short link' },
};
