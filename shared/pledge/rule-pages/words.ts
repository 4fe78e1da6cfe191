import type { Need } from '../../checks/rule.ts';
import type { ClauseKind } from '../../domain/clause.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';

/** Headings and words of the pages. */
export const WORDS = {
  rules: { zh: '审核规则', en: 'Review rules' },
  clauses: { zh: '条款', en: 'Clauses' },
  byCheck: { zh: '按检查', en: 'By check' },
  byClause: { zh: '按条款', en: 'By clause' },
  byCeiling: { zh: '按最强结论', en: 'By strongest decision' },
  index: { zh: '目录', en: 'Index' },
  rule: { zh: '规则', en: 'Rule' },
  clause: { zh: '条款', en: 'Clause' },
  ceiling: { zh: '最强结论', en: 'At most' },
  explanation: { zh: '检查什么，为什么', en: 'What is looked at, and why' },
  examples: { zh: '例子', en: 'Examples' },
  bad: { zh: '不符合', en: 'Not like this' },
  good: { zh: '符合', en: 'Like this' },
  remedy: { zh: '怎样整改', en: 'What to do' },
  messages: { zh: '报告中的说法', en: 'What the report says' },
  concerned: { zh: '对应的承诺条款', en: 'Clauses it speaks to' },
  basis: { zh: '依据', en: 'Legal basis' },
  instrument: { zh: '名称', en: 'Instrument' },
  place: { zh: '条款项', en: 'Place' },
  force: { zh: '效力', en: 'Force' },
  text: { zh: '条文核对', en: 'Text' },
  verified: { zh: '已核对', en: 'compared' },
  unverified: { zh: '须核对', en: 'verify' },
  needs: { zh: '需要哪些事实', en: 'Facts it needs' },
  parameters: { zh: '商店可以设定的参数', en: 'What a store may set' },
  parameter: { zh: '参数', en: 'Parameter' },
  standard: { zh: '默认值', en: 'Default' },
  bounds: { zh: '可取的值', en: 'Values' },
  meaning: { zh: '含义', en: 'Meaning' },
  nothing: { zh: '（空）', en: '(none)' },
  decides: { zh: '由谁判断', en: 'Who can decide' },
  beyond: { zh: '静态检测看不到的', en: 'What static evidence cannot show' },
  ofClause: { zh: '与本条有关的规则', en: 'Rules that speak to it' },
  noRule: {
    zh: '没有静态规则能判断本条，由审核人员和平台流程核实。',
    en: 'No static rule can decide this clause: reviewers and the platform’s process do.',
  },
  what: { zh: '内容', en: 'What' },
  inRulebook: { zh: '在商店的规则库中这样写（可只写要改的）：', en: 'As a store’s rulebook has it (only what is to change):' },
  disagree: { zh: '认为判断有误？', en: 'If you disagree' },
  otherLanguage: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Bilingual>;

/** What it means that a rule may go so far and no further. */
export const CEILING_MEANS: Readonly<Record<Severity, Bilingual>> = {
  reject: {
    zh: '证据充分的，机审据此驳回；证据较弱的情形只复核或提示。',
    en: 'Where the proof is sound the verdict is a rejection; weaker cases only go to a person or are noted.',
  },
  review: {
    zh: '机审不会据此驳回，最多交审核人员复核。',
    en: 'Never rejects by itself: at most a reviewer looks and decides.',
  },
  warn: {
    zh: '只作提示，不影响机审结论，建议改正。',
    en: 'A note that changes no decision: putting it right is advised.',
  },
};

export const DISAGREE: Bilingual = {
  zh: '规则依据送审的安装包、上架信息和隐私政策作出判断，不运行应用。认为事实有误或者另有合理原因的，请向应用商店提出申诉，写明问题编号、所指的位置和理由；审核人员的决定优先于机审结论，商店也可以对具体应用给予有期限的豁免。',
  en: 'The rule judges by the package, the listing and the policy that were handed in and never runs the app. If a fact is wrong or there is good reason for it, appeal to the store with the finding’s number, its place and your reason; a reviewer’s decision goes before the machine’s, and a store may grant a waiver for an app until a day.',
};

export const WITHOUT_FACTS: Bilingual = {
  zh: '缺少其中任何一项时，本规则不作判断，相关条款列为须人工复核，不算通过。',
  en: 'Where one of them is missing the rule does not judge; its clauses then need review and never pass for met.',
};

export const STANDS_ASIDE: Bilingual = {
  zh: '本规则只涉及部分应用，与应用无关时记为不适用。',
  en: 'The rule concerns some apps only and stands aside for the others.',
};

/** What each need says to somebody who hands in an app. */
export const NEED_NAMES: Readonly<Record<Need, Bilingual>> = {
  package: { zh: '可以读取的安装包', en: 'a package that could be read' },
  android: {
    zh: '安卓安装包（其他平台的应用不由本规则判断）',
    en: 'an Android package (apps of other platforms are not judged)',
  },
  listing: { zh: '上架信息', en: 'the listing' },
  policy: { zh: '可以读取的隐私政策', en: 'a privacy policy that could be read' },
  'policy-outcome': {
    zh: '隐私政策的读取结果（没有或读不出也是结果）',
    en: 'the outcome of reading the policy (none, or unreadable, is one)',
  },
  filing: { zh: '备案登记的查询结果', en: 'an answer of the filing registry' },
};

export const KIND_NAMES: Readonly<Record<ClauseKind, Bilingual>> = {
  machine: { zh: '静态检测可以判断大部分', en: 'Static checks decide most of it' },
  partly: { zh: '静态检测只能发现部分违反情形', en: 'Static checks find some breaches' },
  human: { zh: '须由人或者运行中的检测判断', en: 'A person, or a running app, must decide' },
};

export const CLAUSE_FORCE: Readonly<Record<'recommended' | 'pledge', Bilingual>> = {
  recommended: { zh: '指引，参照执行', en: 'A guideline, followed as such' },
  pledge: { zh: '自律承诺', en: 'A pledge' },
};
