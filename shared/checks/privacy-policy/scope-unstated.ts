import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import { toSimplified } from '../../policy/text/script.ts';
import { comparableName } from '../comparable-name.ts';
import { missingProvision } from '../policy-presence.ts';
import { comparablePolicyText } from '../policy-text.ts';
import { rule } from '../rule.ts';

/** 欢迎您访问12306网, 感谢您使用墨读: the product by its name, which is not 我们的服务, 本软件 or 应用. */
const WELCOME =
  /(?:欢迎|感谢)(?:您|你)?(?:访问|使用|选择|选用|下载)["“《【「]?(?!本|我|该|此|由|其|应用|产品|服务|软件|平台|客户端|app)(?=[^,。;\n]{0,11}(?:网|app|软件|客户端|平台|小程序|[”》】」]))[\p{L}\d]{2,12}/iu;

export default rule({
  id: 'privacy-policy/scope-unstated',
  clauses: ['sz2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '17', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策没有写明适用于哪个产品', en: 'The policy does not say which product it is for' },
  explanation: {
    zh: '在隐私政策中寻找适用范围或者产品名称：“本政策适用于……”“……App隐私政策”，或者正文出现上架的应用名称。个人只有知道一份规则管的是哪个产品，告知才算真实、准确（《个人信息保护法》第十七条，法律）；适用范围须单独写明来自推荐性标准 GB/T 35273-2020（条款须核对），所以最多交人工复核。写了产品名称就不再要求另写适用范围；“本平台”“本软件”这样不指名的说法不算产品名称。政策写的是别的产品，由“隐私政策属于其他应用”判断；模板占位符由“模板占位符未替换”判断。',
    en: 'Looks in the policy for a scope or the name of a product: “this policy applies to …”, “privacy policy of the app …”, or the listed name anywhere in the text. Rules inform truthfully and accurately only where people can tell which product they are for (article 17 of the Personal Information Protection Law, a law); that the scope be stated on its own comes from a recommended standard (GB/T 35273-2020, verify the clause), so a person looks at most. Where the product is named no other scope is asked for; “this platform” or “this software” names nothing. A policy of another product is the business of privacy-policy/wrong-app, leftovers of a template that of privacy-policy/placeholders-left.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '通篇只说“本平台”，看不出是哪个产品的政策。',
          en: 'Speaks of “this platform” only, so that nobody can tell whose policy it is.',
        },
        kind: 'policy',
        code: '隐私政策\n我们深知个人信息对您的重要性，请您在使用本平台前仔细阅读；首次启动时您需主动勾选并点击“同意”，不同意的，您仍可浏览公开内容。',
      },
    ],
    good: [
      {
        text: { zh: '写明产品名称和适用范围。', en: 'Names the product and what the policy covers.' },
        kind: 'policy',
        code: '本政策适用于“示例应用”App（安卓版和鸿蒙版）及同名小程序，不适用于由第三方独立运营的链接服务。',
      },
    ],
  },
  messages: {
    absent: {
      zh: '隐私政策没有写产品名称，也没有写适用范围，看不出是否为本应用的政策，请要求补充（《个人信息保护法》第十七条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy names no product and states no scope, so that nobody can tell whether it is this app’s: ask for it (article 17 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
    empty: {
      zh: '隐私政策提到适用范围，但没有写明适用于哪个产品，请要求补充产品名称（《个人信息保护法》第十七条；GB/T 35273-2020，推荐性，条款须核对）',
      en: 'The policy speaks of its scope but not of the product it is for: ask for its name (article 17 of the Personal Information Protection Law; GB/T 35273-2020, recommended, verify the clause)',
    },
  },
  remedy: {
    zh: '在开头写明政策适用的产品名称和版本（App、小程序、快应用），以及不适用的第三方服务',
    en: 'Name at the top the product and the versions that the policy covers (app, mini program, quick app), and the third-party services that it does not',
  },
  *evaluate({ policy, listing }) {
    if (policy.appNames.length > 0 || isNamed(policy, listing) || WELCOME.test(policy.text)) return;
    yield* missingProvision(policy, 'PR-05', '适用范围、适用于、产品名称');
  },
});

/** Whether the name under which the store lists the app stands anywhere in the policy; without a listing nothing is known. */
function isNamed(policy: PolicyFacts, listing: ListingFacts | null): boolean {
  const name = toSimplified(comparableName(listing?.app.name ?? ''));
  return name !== '' && comparablePolicyText(policy).includes(name);
}
