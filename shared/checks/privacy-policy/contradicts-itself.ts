import type { Evidence } from '../../domain/evidence.ts';
import type { Mention, PolicyFacts } from '../../domain/facts/policy.ts';
import { policyEvidence } from '../disclosure.ts';
import { rule } from '../rule.ts';
import { abroadContradiction, nothingContradiction, sdkContradiction, typeContradictions } from '../self-contradictions.ts';

/** Kinds of information told in one finding; one who contradicts himself more often is not read more closely. */
const KINDS = 5;

export default rule({
  id: 'privacy-policy/contradicts-itself',
  clauses: ['sz2025-2'],
  basis: [
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'sz-guideline-2025', article: '2', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '隐私政策前后矛盾', en: 'The policy contradicts itself' },
  explanation: {
    zh: '在同一份隐私政策里找两处不能同时成立的说法：一处笼统地写不收集某类信息（IMEI、应用列表、通讯录、人脸等），另一处写收集它；写不收集任何个人信息，却列出多类收集的信息；写没有接入第三方SDK，却有SDK清单；写不向境外提供，却写向境外传输。处理规则应当真实、准确、完整、清晰易懂（《个人信息保护法》第七条、第十七条，《网络数据安全管理条例》第二十一条，法律、行政法规）。只限于某项功能、某种情形、未经同意、后台、第三方的否认，以及SDK自行收集的，都不算矛盾。两处都作为证据列出，由人判断哪一处不实，所以最多交人工复核。政策与安装包是否一致，由权限、SDK和行为规则判断。',
    en: 'Looks for two places of one policy that cannot both be true: a kind of information (IMEI, app list, contacts, faces and the like) is plainly not collected in one and collected in the other; nothing at all is collected, and several kinds are; there is no third-party SDK, and there is a list of them; nothing goes abroad, and it does. Rules must be true, accurate, complete and easy to understand (articles 7 and 17 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation). Denials for one function, one case, without consent, in the background or about third parties, and what SDKs take themselves, contradict nothing. Both places are shown, and a person judges which is wrong, so this goes to review at most. Whether policy and package agree is for the rules on permissions, SDKs and behaviour.',
  },
  examples: {
    bad: [
      {
        text: { zh: '一处说不读取通讯录，另一处说读取。', en: 'Contacts are not read, and they are.' },
        kind: 'policy',
        code: '我们不会读取您的通讯录。\n为帮您找到好友，我们会读取您的通讯录并进行匹配。',
      },
      {
        text: { zh: '一处说没有接入第三方SDK，另一处列出SDK。', en: 'There is no SDK, and there is one.' },
        kind: 'policy',
        code: '本应用未接入任何第三方SDK。\nSDK名称：极光推送SDK；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送；收集的个人信息：设备标识；隐私政策链接：https://www.jiguang.cn/license/privacy',
      },
    ],
    good: [
      {
        text: { zh: '只在一项功能中收集，其他功能不收集。', en: 'Taken for one function only, and said so.' },
        kind: 'policy',
        code: '仅当您使用“找好友”时，我们才会读取您的通讯录进行匹配；未经您同意，我们不会读取您的通讯录。',
      },
    ],
  },
  messages: {
    type: {
      zh: '隐私政策一处写不收集{types}，另一处写收集，前后矛盾；处理规则应当真实、准确（《个人信息保护法》第七条、第十七条），请核对哪一处不实并更正',
      en: 'One place of the policy says that {types} is not collected, another that it is; rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law): find out which is wrong, and have it corrected',
    },
    nothing: {
      zh: '隐私政策写不收集任何个人信息，又写收集{types}，前后矛盾；处理规则应当真实、准确（《个人信息保护法》第七条、第十七条），请核对并更正',
      en: 'The policy says that no personal information is collected, and that {types} is; rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law): find out, and have it corrected',
    },
    sdk: {
      zh: '隐私政策写没有接入第三方SDK，又列出了{sdk}，前后矛盾；处理规则应当真实、准确（《个人信息保护法》第七条、第十七条），请核对并更正',
      en: 'The policy says that there is no third-party SDK and lists {sdk}; rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law): find out, and have it corrected',
    },
    abroad: {
      zh: '隐私政策一处写不向境外提供个人信息，另一处写向境外传输或提供，前后矛盾；处理规则应当真实、准确（《个人信息保护法》第七条、第十七条），请核对并更正',
      en: 'One place of the policy says that no information goes abroad, another that it does; rules must be true and accurate (articles 7 and 17 of the Personal Information Protection Law): find out, and have it corrected',
    },
  },
  remedy: {
    zh: '核实实际情况，删除或者更正与实际不符的说法；只在某项功能中收集的，写明功能和条件',
    en: 'Find out what is true and drop or correct the other; where it holds for one function only, name the function and its condition',
  },
  *evaluate({ policy, knowledge }) {
    const named = (types: readonly string[]) => {
      const names = types.slice(0, KINDS).map((type) => knowledge.piTypes.get(type)!.name);
      return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
    };
    const nothing = nothingContradiction(policy);
    if (nothing !== null) {
      const { denial, claims } = nothing;
      const data = { types: named(claims.map(({ type }) => type)) };
      yield { message: 'nothing', subject: 'nothing', data, evidence: both(policy, denial, ...claims.slice(0, 3)) };
    }
    const types = typeContradictions(policy);
    if (types.size > 0) {
      const evidence = [...types.values()].slice(0, KINDS).flatMap(({ denial, claim }) => both(policy, denial, claim));
      yield { message: 'type', subject: 'types', data: { types: named([...types.keys()]) }, evidence };
    }
    const sdk = sdkContradiction(policy);
    if (sdk !== null) {
      yield { message: 'sdk', subject: 'sdk', data: { sdk: sdk.name }, evidence: both(policy, sdk.denial, sdk.claim) };
    }
    const abroad = abroadContradiction(policy);
    if (abroad !== null) yield { message: 'abroad', subject: 'abroad', evidence: both(policy, abroad.denial, abroad.claim) };
  },
});

/** The places that cannot both be true, each by itself. */
function both(policy: PolicyFacts, ...places: readonly Mention[]): Evidence[] {
  return policyEvidence(policy, places, places.length);
}
