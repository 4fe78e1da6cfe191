import type { Evidence } from '../../domain/evidence.ts';
import { absenceSeverity, collectsNothing, missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';
import { webPages } from '../web-pages.ts';

export default rule({
  id: 'privacy-policy/cookies-unstated',
  clauses: ['sz2025-2'],
  basis: [{ instrument: 'gbt-35273-2020', article: '5.5', verified: false }],
  ceiling: 'warn',
  needs: ['package', 'policy'],
  title: {
    zh: '应用使用网页技术，政策没有提到Cookie等同类技术',
    en: 'The app shows web pages, and the policy is silent on cookies',
  },
  explanation: {
    zh: '安装包显示应用用网页技术提供界面时（网页外壳、混合开发框架、自有的网页或浏览器页面），查看隐私政策是否提到Cookie、本地存储等同类技术及其用途和管理方式。国家推荐性标准GB/T 35273-2020的政策模板建议写明（条款须核对），不是强制要求，所以只作提示。网页里是否真的写入Cookie要打开才能看到；SDK带来的网页页面不算。政策没有读全、篇幅很短或者写明不收集个人信息的不提示。',
    en: 'Where the package shows that the app’s screens are web pages (a shell around a site, a hybrid framework, a page or browser of its own), looks whether the policy speaks of cookies, local storage and the like, what they are for and how to manage them. The policy template of the recommended standard GB/T 35273-2020 suggests it (verify the clause); nothing makes it mandatory, so it is a warning. Whether cookies are really written shows only when pages are opened; pages that SDKs bring along do not count. Policies that are short, not wholly read, or say that nothing is collected are left alone.',
  },
  examples: {
    bad: [
      {
        text: { zh: '应用以网页为主，政策没有提到Cookie。', en: 'An app made of web pages, and no word of cookies.' },
        kind: 'policy',
        code: '应用中的部分页面由网页提供。',
      },
    ],
    good: [
      {
        text: { zh: '写明Cookie的用途和关闭方式。', en: 'What cookies are for and how to clear them.' },
        kind: 'policy',
        code: '我们使用Cookie记录登录状态，您可以在“设置-清除缓存”中清除或者关闭。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '应用用网页技术提供界面（{signs}），隐私政策没有提到Cookie、本地存储等同类技术；推荐性标准GB/T 35273-2020的模板建议写明用途和管理方式（条款须核对）',
      en: 'Screens of the app are web pages ({signs}), and the policy is silent on cookies, local storage and the like; the template of the recommended standard GB/T 35273-2020 suggests telling what they are for and how to manage them (verify the clause)',
    },
    empty: {
      zh: '应用用网页技术提供界面（{signs}），隐私政策提到Cookie等同类技术，但没有写用途和管理方式，建议补充（推荐性标准GB/T 35273-2020，条款须核对）',
      en: 'Screens of the app are web pages ({signs}), and the policy names cookies or the like without what they are for and how to manage them: better complete it (recommended standard GB/T 35273-2020, verify the clause)',
    },
  },
  remedy: {
    zh: '写明使用Cookie、本地存储等同类技术的目的，以及怎样清除或者关闭',
    en: 'State what cookies, local storage and the like are for, and how to clear or refuse them',
  },
  applies: ({ package: facts }) => webPages(facts).length > 0,
  *evaluate({ package: facts, policy }) {
    if (absenceSeverity(policy) !== 'reject' || collectsNothing(policy)) return;
    const pages = webPages(facts);
    const signs = [...new Set(pages.map(({ name }) => name))].slice(0, 3).join('、');
    const shown: Evidence[] = pages.slice(0, 3).map(({ evidence }) => evidence);
    for (const missing of missingProvision(policy, 'PR-42', 'Cookie、同类技术、本地存储、WebView')) {
      yield { ...missing, severity: 'warn', data: { signs }, evidence: [...shown, ...missing.evidence] };
    }
  },
});
