import { cleartextOf } from '../cleartext.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';
import { addressOf, isLocal, isSdkSite, siteOf } from '../web-address.ts';

/** What interfaces for logging in, passwords, codes, identity documents, faces and bank cards are called. */
const SENSITIVE_PATH =
  /log[-_]?in|sign[-_]?in|passw(?:or)?d|id[-_]?card|real[-_]?name|(?:sms|verify|auth|valid)[-_]?code|send[-_]?(?:sms|code)|face[-_]?(?:verify|auth|recogni)|bank[-_]?card|user\/?register/i;
/** Pages about something are not interfaces. */
const DOCUMENT =
  /wiki|\/docs?\b|\/help|faq|forum|\/bbs|blog|issue|question|article|schema|xmlns|javadoc|\.(?:dtd|xsd|png|jpe?g|gif|svg|css|js|mp4|apk|zip|pdf)$/i;

export default rule({
  id: 'behaviour/cleartext-credentials',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '登录、证件等接口地址使用明文 HTTP', en: 'Addresses for logging in or documents use plain HTTP' },
  explanation: {
    zh: '密码、验证码、身份证件、人脸和银行卡信息不应明文传输。本规则在代码的地址常量中寻找这类接口的 http:// 地址，且该地址按应用的网络安全配置允许明文。已知第三方SDK和开放平台的地址、内网地址、文档页面不计。地址存在不等于会被访问，须抓包或查看代码确认，所以只提请复核。',
    en: 'Passwords, codes, identity documents, faces and bank cards should never travel in cleartext. This rule looks among the address constants of the code for http:// addresses of such interfaces to which the app’s configuration allows cleartext. Addresses of known SDKs and open platforms, of local networks and of documents do not count. An address that exists need not be used, so a person is asked.',
  },
  examples: {
    bad: [
      { text: { zh: '登录接口为明文地址', en: 'Logging in over plain HTTP' }, code: 'http://api.shop-example.cn/user/login' },
    ],
    good: [{ text: { zh: '使用 HTTPS', en: 'Over HTTPS' }, code: 'https://api.shop-example.cn/user/login' }],
  },
  messages: {
    address: {
      zh: '代码中有明文地址 {url}，看来用于登录、验证码、证件等敏感信息，且应用允许对该地址明文传输；处理者应当采取加密等安全措施（《个人信息保护法》第五十一条），请核对该地址是否仍在使用',
      en: 'The code holds the plain address {url}, which seems to serve logging in, codes, documents or the like, and the app allows cleartext to it; handlers must take measures such as encryption (article 51 of the Personal Information Protection Law): check whether it is still used',
    },
  },
  remedy: {
    zh: '把该接口改为 HTTPS 并删除代码中的明文地址；在网络安全配置中禁止明文',
    en: 'Move the interface to HTTPS, remove the plain address from the code, and forbid cleartext in the network security configuration',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, knowledge }) {
    if (!facts.permissions.some(({ name }) => name === 'android.permission.INTERNET')) return;
    const cleartext = cleartextOf(facts);
    if (cleartext === null) return;
    const byHost = new Map<string, string[]>();
    for (const url of facts.code.urls ?? []) {
      const address = addressOf(url);
      if (address?.scheme !== 'http' || DOCUMENT.test(url)) continue;
      const { host } = address;
      const path = url.slice(url.indexOf(host) + host.length);
      if (!SENSITIVE_PATH.test(path) || isLocal(host) || isSdkSite(siteOf(host), knowledge) || !cleartext.allows(host)) continue;
      const known = byHost.get(host);
      if (known === undefined) byHost.set(host, [url]);
      else known.push(url);
    }
    for (const [host, urls] of byHost) {
      yield {
        message: 'address',
        subject: host,
        data: { url: urls[0] },
        evidence: urls.slice(0, 10).map((url) => ({ type: 'code', target: url, count: 1 })),
      };
    }
  },
});
