import type { Evidence } from '../../domain/evidence.ts';
import { LENDING, shownCategory } from '../category-signs.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'permission/category-contradicted',
  clauses: ['sz2025-7', 'platform2025-1'],
  basis: [
    { instrument: 'necessary-info-39', verified: true },
    { instrument: 'pipl', article: '6, 7', verified: true },
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '申报类别与应用自身内容不符', en: 'Declared category and the app’s own content disagree' },
  explanation: {
    zh: '申报类别决定哪些个人信息和权限算必要，申报错了，按类别的判断就落空；网络借贷等业务常以工具、资讯名义上架。本规则只看应用自己的名称、标签和上架描述：名称直接写着另一类业务，或者描述里有三个以上另一类业务独有的说法，而完全没有申报类别的说法。计算器、攻略、课程一类“关于某业务”的应用，兼营相近业务的类别（如银行与借贷），同时显示多种业务的综合应用都不计。指向网络借贷的交人工复核，其余只作提示。',
    en: 'The declared category decides what information and which permissions count as necessary; a wrong one empties that judgement, and lenders in particular go by the name of utilities or news. This rule looks at the app’s own name, label and description only: the name says another business outright, or the description has three or more phrases of one and none of the declared type. Apps about a business (calculators, guides, courses), neighbouring types (banks that lend) and apps of many functions are left out. What points at lending goes to a reviewer, anything else is noted.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '申报为实用工具类，描述却写“最高可借20万、极速放款、随借随还”',
          en: 'Declared as a utility, while the description offers loans',
        },
      },
    ],
    good: [{ text: { zh: '房贷计算器申报为实用工具类', en: 'A loan calculator declared as a utility' } }],
  },
  messages: {
    name: {
      zh: '应用名称（“{words}”）显示为“{shown}”，申报类别为“{declared}”；类别决定必要个人信息的范围，请核对并改正（《常见类型移动互联网应用程序必要个人信息范围规定》，《个人信息保护法》第六条）',
      en: 'The app’s name ("{words}") shows the category "{shown}", and "{declared}" is declared; the category decides what information is necessary: check and correct it (provisions on necessary personal information, article 6 of the Personal Information Protection Law)',
    },
    description: {
      zh: '上架描述（“{words}”）显示应用经营“{shown}”业务，申报类别为“{declared}”；类别决定必要个人信息的范围，请核对应用的真实功能（《常见类型移动互联网应用程序必要个人信息范围规定》，《反电信网络诈骗法》第二十三条）',
      en: 'The description ("{words}") shows the business of "{shown}", and "{declared}" is declared; the category decides what information is necessary: check what the app really does (provisions on necessary personal information, article 23 of the Law against Telecom and Online Fraud)',
    },
  },
  remedy: {
    zh: '按应用的真实基本功能重新选择类别；从事借贷等须许可业务的，同时提交资质',
    en: 'Choose the category of the app’s real basic function; for licensed business such as lending, hand in the licence as well',
  },
  applies: ({ listing, knowledge }) => knowledge.categories.has(listing.app.category),
  *evaluate({ package: facts, listing: { app }, knowledge }) {
    const label = facts === null ? [] : [facts.identity.label.zh, facts.identity.label.default];
    const names = [app.name, ...label.flatMap((text) => text ?? [])];
    const sign = shownCategory(app.category, names, app.description ?? '');
    const shown = sign === null ? undefined : knowledge.categories.get(sign.category);
    if (sign === null || shown === undefined) return;
    const declared = knowledge.categories.get(app.category)!;
    const field: Evidence =
      sign.from === 'name'
        ? { type: 'listing', field: 'app.name', value: app.name }
        : { type: 'listing', field: 'app.description', value: sign.words.join('、') };
    yield {
      message: sign.from,
      subject: String(sign.category),
      severity: sign.category === LENDING ? 'review' : 'warn',
      data: { words: sign.words.slice(0, 6).join('、'), shown: shown.name, declared: declared.name },
      evidence: [field, { type: 'listing', field: 'app.category', value: `${declared.id} ${declared.name.zh}` }],
    };
  },
});
