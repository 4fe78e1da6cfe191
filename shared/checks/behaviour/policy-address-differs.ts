import { namesSite, policyAddresses } from '../policy-addresses.ts';
import { rule } from '../rule.ts';
import { addressOf, siteOf } from '../web-address.ts';

export default rule({
  id: 'behaviour/policy-address-differs',
  clauses: ['sz2025-1', 'sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'warn',
  needs: ['package', 'listing'],
  title: { zh: '应用内的隐私政策地址与上架信息不同', en: 'The app leads to another policy than the listing' },
  explanation: {
    zh: '用户在商店页面看到的政策和应用内打开的应当是同一份。本规则比较代码中看来是隐私政策的地址与上架信息所填地址的网站：代码里完全没有上架信息那个网站、却有指向别的网站的隐私政策地址时提示。已知第三方SDK和开放平台的地址不计。地址不同不一定内容不同，地址也可能由服务器下发，因此只作提示。',
    en: 'What users read on the store page and what the app opens should be one policy. This rule compares the sites of addresses in the code that look like a privacy policy with the listing’s: it warns where the code never names that site and has a policy on another. Addresses of known SDKs and open platforms do not count. Two addresses may hold one text, and an address may come from a server, so this is a warning only.',
  },
  examples: {
    bad: [
      {
        text: { zh: '代码中的隐私政策在 old-company.com，上架信息填的是 new-company.com', en: 'Another site in the code' },
        code: 'https://www.old-company.com/privacy.html',
      },
    ],
    good: [{ text: { zh: '两处是同一网站的同一份政策', en: 'Both are the same policy on one site' } }],
  },
  messages: {
    differs: {
      zh: '代码中的隐私政策地址是 {found}，上架信息填写的是 {listed}，且安装包中没有后者的网站；请核对两处是否为同一份政策（《个人信息保护法》第十七条要求告知真实、准确）',
      en: 'The privacy policy in the code is at {found}, that of the listing at {listed}, whose site the package never names; check that both are one policy (article 17 of the Personal Information Protection Law wants notice to be true and accurate)',
    },
  },
  remedy: {
    zh: '应用内与上架信息使用同一个隐私政策地址，删除代码中已经停用的地址',
    en: 'Use one address for the policy in the app and in the listing, and remove addresses that are no longer used',
  },
  applies: ({ listing }) => listing.privacyPolicyUrl !== undefined,
  *evaluate({ package: facts, listing, knowledge }) {
    const listed = listing.privacyPolicyUrl!;
    const host = addressOf(listed)?.host;
    if (host === undefined) return;
    const found = policyAddresses(facts, knowledge);
    if (found.length === 0 || namesSite(facts, siteOf(host))) return;
    if (found.some((url) => siteOf(addressOf(url)!.host) === siteOf(host))) return;
    yield {
      message: 'differs',
      subject: 'privacyPolicyUrl',
      data: { found: found[0], listed },
      evidence: [
        { type: 'listing', field: 'privacyPolicyUrl', value: listed },
        ...found.slice(0, 5).map((url) => ({ type: 'code' as const, target: url, count: 1 })),
      ],
    };
  },
});
