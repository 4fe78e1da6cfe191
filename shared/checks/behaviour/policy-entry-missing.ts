import { arePagesRead, speaksOf, textsAbsence } from '../app-texts.ts';
import { handlingOf } from '../information-handled.ts';
import { namesSite, policyAddresses } from '../policy-addresses.ts';
import { rule } from '../rule.ts';
import { addressOf, siteOf } from '../web-address.ts';

export default rule({
  id: 'behaviour/policy-entry-missing',
  clauses: ['sz2025-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'app-violation-identification-2019', article: '一.3', verified: true },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '应用内没有发现隐私政策入口', en: 'No way to the privacy policy was found in the app' },
  explanation: {
    zh: '个人信息处理规则应当在应用内易于访问。本规则在资源、代码和脚本的文字中寻找“隐私政策”“个人信息保护指引”等字样，并在代码地址中寻找隐私政策的链接或上架信息所填政策的网站。只有应用处理个人信息、且资源与代码完整读取时，两者都没有才作为线索。入口在第几级菜单、要点几次，静态无法判断，须打开应用查看。',
    en: 'The rules on personal information must be easy to reach in the app. This rule looks for words such as "privacy policy" in the texts of resources, code and scripts, and in the code’s addresses for a link to a policy or for the site that the listing names. That both are lacking counts only where the app handles personal information and was read whole. How deep the entry lies and how many taps it takes must be seen in the app.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '商店页面有隐私政策链接，应用内既无“隐私政策”字样也无该链接',
          en: 'The store page has a link to the policy; the app has neither the words nor the link',
        },
      },
    ],
    good: [
      { text: { zh: '“设置-关于-隐私政策”可打开同一份政策', en: 'Settings – About – Privacy policy opens the same policy' } },
    ],
  },
  messages: {
    missing: {
      zh: '{why}，但在应用的文字和链接中没有找到隐私政策；处理规则应当公开、易于访问（《个人信息保护法》第十七条，《网络数据安全管理条例》第二十一条），进入主界面后难以访问也列于《App违法违规收集使用个人信息行为认定方法》第一类第三项，请打开应用复核',
      en: 'Neither texts nor links of the app lead to a privacy policy, although {why}; the rules must be public and easy to reach (article 17 of the Personal Information Protection Law, article 21 of the Regulation on Network Data Security), and rules that are hard to reach from the main page are item 3 of section 1 of the 2019 identification methods: open the app',
    },
  },
  remedy: {
    zh: '在登录注册页和“设置”“关于”等醒目位置放置隐私政策入口，进入主界面后不超过4次点击，内容与上架信息所填的一致',
    en: 'Put an entry to the policy on the login page and in Settings or About, at most four taps from the main page, leading to the policy that the listing names',
  },
  *evaluate(context) {
    const { package: facts, listing, knowledge } = context;
    if (speaksOf(facts, 'privacy-policy') || policyAddresses(facts, knowledge).length > 0) return;
    const host = addressOf(listing.privacyPolicyUrl ?? '')?.host;
    if (host !== undefined && namesSite(facts, siteOf(host))) return;
    const handling = arePagesRead(facts) ? handlingOf(context) : null;
    if (handling === null) return;
    yield {
      message: 'missing',
      subject: 'privacy-policy',
      severity: handling.certain ? 'review' : 'warn',
      data: { why: handling.why },
      evidence: [
        ...handling.evidence,
        textsAbsence(facts, { zh: '隐私政策、个人信息保护指引及其链接', en: 'a privacy policy or a link to one' }),
      ],
    };
  },
});
