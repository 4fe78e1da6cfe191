import type { SdkRow } from '../../domain/facts/policy.ts';
import { policyEvidence } from '../disclosure.ts';
import { rule } from '../rule.ts';

/** A name beside the word itself: SDK:Software Development Kit is a definition, and no entry. */
const isNamed = ({ name }: SdkRow) => /[\p{L}\d]/u.test(name.replace(/sdk|软件开发(?:工具)?包/giu, ''));
/** Longer entries are tables run together. */
const LONGEST = 1_000;
/** An entry in prose may say both in words that are no cell of a table. */
const SAYS_PURPOSE = /用于|以便|为了|为(?:您|你)|实现|提供|帮助|使用.{0,12}(?:功能|服务)时/u;
const SAYS_TYPES =
  /(?:收集|获取|采集|读取)[^。;\n]{0,40}(?:信息|标识|型号|状态|权限|列表|imei|地址)|不(?:会)?(?:收集|获取|采集)/iu;

/** Whether an entry tells no purpose or no information, neither in its own cells nor in the sentence that it is. */
function lacks({ purpose, types, range }: SdkRow, text: string): boolean {
  const words = text.slice(range[0], Math.min(range[1], range[0] + LONGEST));
  return (purpose === '' && !SAYS_PURPOSE.test(words)) || (types === '' && !SAYS_TYPES.test(words));
}

/** An entry in prose may name its operator and give an address in words that are no cell of a table. */
const SAYS_OPERATOR = /公司|集团|研究院|联盟|银行|\b(?:inc|ltd|llc|corp|limited|gmbh)\b/iu;
const SAYS_LINK = /https?:|www\.|\.com|\.cn|链接/iu;
/** A list, and no sentence or two. */
const A_LIST = 3;

function saysLess({ operator, link, range }: SdkRow, text: string): { readonly operator: boolean; readonly link: boolean } {
  const words = text.slice(range[0], Math.min(range[1], range[0] + LONGEST));
  return { operator: operator === '' && !SAYS_OPERATOR.test(words), link: link === '' && !SAYS_LINK.test(words) };
}

export default rule({
  id: 'privacy-policy/sdk-list-incomplete',
  clauses: ['sz2025-2', 'sz2025-13', 'pledge2021-9'],
  basis: [
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'pipl', article: '17, 23', verified: true },
    { instrument: 'gbt-35273-2020', article: '9.7', verified: false },
  ],
  ceiling: 'review',
  needs: ['policy'],
  title: { zh: '第三方SDK清单缺少必要内容', en: 'The list of SDKs lacks what it must tell' },
  explanation: {
    zh: '逐行查看隐私政策中读到的第三方SDK清单，每一项是否写有使用目的和收集的个人信息。收集和向他人提供个人信息的情况应当以清单等形式列明（《网络数据安全管理条例》第二十一条，行政法规），向他人提供的应当告知接收方、目的、方式和种类（《个人信息保护法》第二十三条，法律）；推荐性标准 GB/T 35273-2020 另有细化（须核对）。三项以上的清单有半数以上没有写运营方或者没有给出第三方规则链接的，另作提示：接收方的名称应当告知，链接属于推荐做法。超过半数的项目缺少目的或者信息，说明清单本身不完整，交人工复核；只有少数缺少的，可能是表格读取的偏差，只作提示。没有把握读成清单的文字不判断；写成一句话的项目，句子里说到用途、收集的信息或者写明不收集的，都算写明；每一项写得是否属实，要与安装包比对（见“收集个人信息的第三方SDK未披露”）。',
    en: 'Looks at each row of the list of SDKs that was read: whether it has a purpose and the information collected. What is collected and given to others must be set out in a list or the like (article 21 of the Regulation on Network Data Security, a regulation), and recipients, purposes, means and kinds must be told (article 23 of the Personal Information Protection Law, a law); a recommended standard adds detail (GB/T 35273-2020, verify). A list of three or more of which most have no operator, or no link to the third party’s rules, is a warning besides: the recipient’s name must be told, the link is good practice. Where more than half of the rows lack purpose or information the list itself is incomplete and a person looks; a few rows may be how the table was read, and are a warning. Text that was not surely read as a list is not judged; an entry that is a sentence has told what its words tell, also that nothing is collected; whether the rows are true is found by comparing with the package (sdk/undisclosed).',
  },
  examples: {
    bad: [
      {
        text: { zh: '写了运营方和目的，没有写收集哪些信息。', en: 'Operator and purpose, and not what is collected.' },
        kind: 'policy',
        code: 'SDK名称：极光推送SDK；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送',
      },
    ],
    good: [
      {
        text: { zh: '名称、运营方、目的、信息种类和链接齐全。', en: 'Name, operator, purpose, information and link.' },
        kind: 'policy',
        code: 'SDK名称：极光推送SDK；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送；收集的个人信息：设备标识符、网络信息；隐私政策链接：https://www.jiguang.cn/license/privacy',
      },
    ],
  },
  messages: {
    incomplete: {
      zh: '第三方SDK清单 {total} 项中有 {bare} 项没有写目的或收集的信息（如 {names}），请要求补齐（《网络数据安全管理条例》第二十一条，《个人信息保护法》第二十三条）',
      en: '{bare} of the {total} SDKs listed have no purpose or no information collected (such as {names}): ask for the rest (article 21 of the Regulation on Network Data Security; article 23 of the Personal Information Protection Law)',
    },
    thin: {
      zh: '第三方SDK清单 {total} 项中有 {operators} 项没有写运营方，{links} 项没有给出第三方的个人信息处理规则链接（如 {names}）；向他人提供个人信息应当告知接收方名称（《个人信息保护法》第二十三条），链接为推荐性标准的要求（GB/T 35273—2020 第9.7条，须核对），请补充',
      en: 'Of the {total} SDKs listed {operators} have no operator and {links} no link to the third party’s rules (such as {names}); recipients must be named (article 23 of the Personal Information Protection Law), links are what a recommended standard wants (GB/T 35273—2020, 9.7, verify): complete them',
    },
  },
  remedy: {
    zh: '为每个SDK补齐运营方、目的、收集的信息种类、方式和隐私政策链接',
    en: 'Complete every entry: operator, purpose, kinds of information, means and a link to the policy',
  },
  applies: ({ policy }) => policy.sdkRows.some((row) => row.confidence >= 0.8 && isNamed(row)),
  *evaluate({ policy }) {
    const rows = policy.sdkRows.filter((row) => row.confidence >= 0.8 && isNamed(row));
    const bare = rows.filter((row) => lacks(row, policy.text));
    if (bare.length > 0) {
      yield {
        message: 'incomplete',
        subject: 'PR-16',
        // A gap in most entries is a defect of the list; in a few it may be how the table was read.
        severity: bare.length * 2 > rows.length ? 'review' : 'warn',
        data: { total: rows.length, bare: bare.length, names: firstNames(bare) },
        evidence: policyEvidence(policy, bare),
      };
    }
    const operators = rows.filter((row) => saysLess(row, policy.text).operator);
    const links = rows.filter((row) => saysLess(row, policy.text).link);
    if (rows.length < A_LIST || Math.max(operators.length, links.length) * 2 <= rows.length) return;
    const thin = operators.length * 2 > rows.length ? operators : links;
    yield {
      message: 'thin',
      subject: 'PR-16 operator, link',
      severity: 'warn',
      data: { total: rows.length, operators: operators.length, links: links.length, names: firstNames(thin) },
      evidence: policyEvidence(policy, thin),
    };
  },
});

function firstNames(rows: readonly SdkRow[]): string {
  return rows
    .slice(0, 3)
    .map((row) => row.name.slice(0, 30))
    .join('、');
}
