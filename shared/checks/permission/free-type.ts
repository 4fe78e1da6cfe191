import { arrivalEvidence } from '../callers.ts';
import { relevanceOf } from '../category-relevance.ts';
import { policyAbsence } from '../disclosure.ts';
import { askedAtStart } from '../permission-asking.ts';
import { declarationEvidence, isDangerous, requestedPermissions, shortName } from '../permissions.ts';
import { ENTRY_NAMES } from '../reachability.ts';
import { rule } from '../rule.ts';

/** The policy says somewhere that a refusal leaves the rest usable: 拒绝授权不影响其他功能, 不提供…仍可正常使用. */
const REFUSAL =
  /(?:拒绝|不同意|不授权|不授予|未授权|不开启|不提供|不允许|关闭|撤回|取消授权).{0,40}?(?:不会?影响|仍可|仍然可以|仍能|依然可以|可以?继续使用|可正常使用|其他功能|其他服务|基本功能)/u;

export default rule({
  id: 'permission/free-type',
  clauses: ['sz2025-7', 'sz2025-6', 'pledge2021-2'],
  basis: [
    { instrument: 'necessary-info-39', verified: true },
    { instrument: 'pipl', article: '6, 16', verified: true },
    { instrument: 'app-violation-identification-2019', article: '四.2', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing', 'policy-outcome'],
  title: { zh: '无须个人信息的类别申请敏感权限', en: 'Sensitive permissions in a type that needs no personal information' },
  explanation: {
    zh: '39类应用中有13类（女性健康、网络直播、在线影音、短视频、新闻资讯、运动健身、浏览器、输入法、安全管理、电子图书、拍摄美化、应用商店、实用工具）的基本功能无须个人信息即可使用。敏感权限只能服务于可选功能，用户拒绝后基本功能必须照常可用。启动时就自行申请敏感权限的，容易成为使用的前提，交人工复核；只是声明而政策没有写明“拒绝不影响其他功能”的，作提示。基本功能离不开的（如拍摄美化类的相机）除外。拒绝后是否真的可用须实际操作验证。',
    en: 'For 13 of the 39 types (women’s health, live streaming, video and music, short video, news, sport, browsers, input methods, security, e-books, camera and beauty, app stores, utilities) the basic function needs no personal information. A sensitive permission may only serve an optional function there, and the basic one has to work after a refusal. One asked for by the start of the app itself easily becomes a condition, which goes to a reviewer; one that is merely declared while the policy never says that a refusal leaves the rest usable is noted. What the basic function cannot do without (the camera of a camera app) is left out. Whether the app works after a refusal has to be tried.',
  },
  examples: {
    bad: [
      {
        text: { zh: '新闻资讯类应用一启动就申请位置', en: 'A news app asks for location as soon as it starts' },
        code: 'protected void onCreate(Bundle b) { requestPermissions(new String[]{ACCESS_FINE_LOCATION}, 1); }',
      },
    ],
    good: [
      {
        text: { zh: '政策写明拒绝不影响基本功能', en: 'The policy says that a refusal leaves the basic function usable' },
        code: '您可以拒绝位置权限，拒绝后不影响浏览新闻等其他功能。',
      },
    ],
  },
  messages: {
    atStart: {
      zh: '“{category}”应用的基本功能无须个人信息，却由{entry}自行申请 {permissions}；《常见类型移动互联网应用程序必要个人信息范围规定》要求用户不提供个人信息也能使用基本功能，请实际操作确认拒绝后基本功能仍可使用（《个人信息保护法》第十六条）',
      en: 'The basic function of the category "{category}" needs no personal information, yet {entry} asks for {permissions} by itself; under the provisions on necessary personal information the basic function must work without any: try whether it does after a refusal (article 16 of the Personal Information Protection Law)',
    },
    declared: {
      zh: '“{category}”应用的基本功能无须个人信息，安装包声明了 {permissions}；隐私政策没有写明拒绝这些权限不影响基本功能，建议补充（《个人信息保护法》第十六条，《常见类型移动互联网应用程序必要个人信息范围规定》）',
      en: 'The basic function of the category "{category}" needs no personal information, and the package declares {permissions}; the policy does not say that refusing them leaves the basic function usable: better add it (article 16 of the Personal Information Protection Law, provisions on necessary personal information)',
    },
  },
  remedy: {
    zh: '启动时不申请敏感权限，改在用户使用可选功能时申请；拒绝后基本功能照常可用，并在隐私政策中写明',
    en: 'Ask for nothing sensitive at start but when an optional function is used; keep the basic function working after a refusal and say so in the policy',
  },
  applies: ({ listing, knowledge }) => knowledge.categories.get(listing.app.category)?.noPersonalInfoNeeded === true,
  *evaluate({ package: facts, listing, policy, knowledge }) {
    const category = knowledge.categories.get(listing.app.category)!;
    const place = { type: 'listing', field: 'app.category', value: `${category.id} ${category.name.zh}` } as const;
    const atStart = askedAtStart(facts, knowledge).flatMap((request) => {
      if (request.owner.kind === 'unknown') return [];
      const asked = request.asked.filter((entry) => entry.attention === 'high' && relevanceOf(category, entry) !== 'basic');
      return asked.length > 0 ? [{ ...request, asked }] : [];
    });
    const [first] = atStart;
    if (first !== undefined) {
      yield {
        message: 'atStart',
        subject: 'start',
        data: {
          category: category.name,
          entry: ENTRY_NAMES[first.arrival.entry.kind],
          permissions: namesOf(atStart.flatMap(({ asked }) => asked)),
        },
        evidence: [...atStart.slice(0, 5).map(({ use, arrival }) => arrivalEvidence(use, arrival, facts, knowledge)), place],
      };
    }
    if (policy.outcome !== 'read' || REFUSAL.test(policy.text)) return;
    const declared = requestedPermissions(facts, knowledge)
      .filter(isDangerous)
      .filter(({ entry }) => entry.attention === 'high' && relevanceOf(category, entry) !== 'basic');
    if (declared.length === 0) return;
    yield {
      message: 'declared',
      subject: 'permissions',
      severity: 'warn',
      data: { category: category.name, permissions: namesOf(declared) },
      evidence: [
        ...declared.slice(0, 10).flatMap(declarationEvidence),
        policyAbsence(policy, '拒绝……不影响其他功能、仍可使用基本功能'),
        place,
      ],
    };
  },
});

function namesOf(permissions: readonly { readonly name: string }[]): string {
  return [...new Set(permissions.map(({ name }) => shortName(name)))].slice(0, 8).join(', ');
}
