import type { Evidence } from '../../domain/evidence.ts';
import type { Bilingual } from '../../domain/text.ts';
import { evenName } from '../../knowledge/sdks/names/even-name.ts';
import type { SdkEntry } from '../../knowledge/types.ts';
import { policyEvidence } from '../disclosure.ts';
import { operatorContradiction } from '../operator-contradiction.ts';
import { rule } from '../rule.ts';
import { isFound } from '../sdk-presence.ts';
import { readListing, readRows } from '../sdk-rows.ts';

/** From here on the reader is sure which cell is whose. */
const SURE = 0.8;
/** So many wrong operators are rather how the table was read: the column of another row. */
const SHIFTED = 3;

interface Stated {
  readonly sdk: SdkEntry;
  readonly operator: string;
  readonly source: Bilingual;
  readonly evidence: readonly Evidence[];
}

export default rule({
  id: 'sdk/operator-wrong',
  clauses: ['sz2025-2', 'sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'pipl', article: '17, 23', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
  ],
  ceiling: 'review',
  needs: ['package', 'policy'],
  title: { zh: '清单写的SDK运营方与实际不符', en: 'The list names another operator than the SDK has' },
  explanation: {
    zh: '安装包中确有的第三方SDK，把隐私政策清单和上架信息写的运营方与该SDK公开的运营方比对。向他人提供个人信息应当告知接收方的名称（《个人信息保护法》第二十三条，法律），告知应当真实、准确（第十七条）；写成另一家公司，用户无从行使权利。名称按一种字形、全半角、简繁比对，同一集团、分支机构、简称、中英文名称、以SDK命名的公司都不算不符，只有全称明显是另一家公司才提出：写成另一家已知SDK运营方的交人工复核，写成不认识的公司可能是更名、转让或者代理，只作提示。清单里多数都对不上的，多半是表格读取错位，只作提示。',
    en: 'For third-party SDKs that are in the package, compares the operator in the policy’s list and in the listing with the one that publicly operates the SDK. Whoever gets the information must be named (article 23 of the Personal Information Protection Law, a law), and notice must be true and accurate (article 17); with another company users have nobody to turn to. Names are compared in one width and script; companies of one group, branches, short names, Chinese and English names and companies named after the SDK do not count. Only a full name that clearly is another company is told: one that we know as the operator of other SDKs goes to a person, a company unknown to us may be a new name, a new owner or an agent and is a warning. Where most of a list disagrees, the table was probably read wrongly, and it is a warning.',
  },
  examples: {
    bad: [
      {
        text: { zh: '极光推送的运营方写成另一家推送公司。', en: 'A push SDK with another company as its operator.' },
        kind: 'policy',
        code: 'SDK名称：极光推送SDK；运营方：每日互动股份有限公司；使用目的：消息推送；收集的个人信息：设备标识符、网络信息',
      },
    ],
    good: [
      {
        text: { zh: '写SDK公开的运营方全称。', en: 'The operator that the vendor itself states, in full.' },
        kind: 'policy',
        code: 'SDK名称：极光推送SDK；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送；收集的个人信息：设备标识符、网络信息',
      },
    ],
  },
  messages: {
    other: {
      zh: '{source}把{sdk}的运营方写成“{stated}”，而该SDK公开的运营方是{operator}；接收方的名称应当真实、准确（《个人信息保护法》第十七条、第二十三条），请核对',
      en: '{source} names “{stated}” as the operator of {sdk}, whose publicly stated operator is {operator}; the recipient’s name must be true and accurate (articles 17 and 23 of the Personal Information Protection Law): check which is right',
    },
  },
  remedy: {
    zh: '按SDK提供方公开的隐私政策更正运营方全称；已经更名、转让的，写现在的运营方并向审核人员说明',
    en: 'Correct the operator to the full name in the vendor’s own policy; after a change of name or owner state the present operator and tell the reviewer',
  },
  applies: ({ sdks }) => sdks.some((detected) => isFound(detected) && detected.sdk.operator !== null),
  *evaluate({ policy, listing, sdks, knowledge }) {
    const there = new Set(sdks.filter(isFound).map(({ sdk }) => sdk.id));
    const stated: Stated[] = [];
    for (const { row, named } of readRows(policy, knowledge)) {
      const [sdk] = named;
      if (sdk === undefined || named.length > 1 || row.confidence < SURE || !there.has(sdk.id)) continue;
      if (row.operator === '' || isOwnProduct(row.name, row.operator)) continue;
      stated.push({
        sdk,
        operator: row.operator,
        source: { zh: '隐私政策', en: 'The policy' },
        evidence: policyEvidence(policy, [row]),
      });
    }
    // `listing` may be null.
    for (const { index, name, named, operator } of listing === null ? [] : readListing(listing, knowledge)) {
      const [sdk] = named;
      if (sdk === undefined || named.length > 1 || !there.has(sdk.id)) continue;
      if (operator === '' || isOwnProduct(name, operator)) continue;
      const evidence: Evidence[] = [{ type: 'listing', field: `sdks[${index}].operator`, value: operator }];
      stated.push({ sdk, operator, source: { zh: '上架信息', en: 'The listing' }, evidence });
    }
    const wrong = stated.flatMap((each) => {
      const contradiction = operatorContradiction(each.operator, each.sdk, knowledge);
      return contradiction === null ? [] : [{ ...each, contradiction }];
    });
    const isShifted = wrong.length >= SHIFTED && wrong.length * 2 > stated.length;
    const told = new Set<string>();
    for (const { sdk, operator, source, evidence, contradiction } of wrong) {
      if (told.has(sdk.id)) continue;
      told.add(sdk.id);
      yield {
        message: 'other',
        subject: sdk.id,
        severity: contradiction === 'known' && !isShifted ? 'review' : 'warn',
        data: { sdk: sdk.name, stated: operator.slice(0, 60), operator: sdk.operator ?? '', source },
        evidence,
      };
    }
  },
});

/** 百度 OAID SDK of 百度: the name begins like the company, so that it is a product of its own and not the SDK that its rest is called like. */
function isOwnProduct(name: string, operator: string): boolean {
  const start = /^\P{L}*(\p{Script=Han}{2}|[a-z\d]{3,})/iu.exec(evenName(name))?.[1];
  return start !== undefined && evenName(operator).includes(start);
}
