import type { Evidence } from '../../domain/evidence.ts';
import { identityPlace } from '../platform.ts';
import { type RuleContext, rule } from '../rule.ts';
import { adultsOnly, childrenInDescription, childrenInName } from '../young-audience.ts';

/** Types of apps for those who may dispose of themselves and their money: no child uses these by itself. */
const ADULT_CATEGORIES: ReadonlyMap<number, { zh: string; en: string }> = new Map([
  [2, { zh: '网络约车类', en: 'ride hailing' }],
  [10, { zh: '婚恋相亲类', en: 'dating' }],
  [11, { zh: '求职招聘类', en: 'recruitment' }],
  [12, { zh: '网络借贷类', en: 'online lending' }],
  [13, { zh: '房屋租售类', en: 'housing' }],
  [14, { zh: '二手车交易类', en: 'used cars' }],
  [22, { zh: '用车服务类', en: 'car services' }],
  [23, { zh: '投资理财类', en: 'investment' }],
  [24, { zh: '手机银行类', en: 'mobile banking' }],
]);

export default rule({
  id: 'listing/audience-contradicted',
  clauses: ['sz2025-3', 'platform2025-2'],
  basis: [
    { instrument: 'pipl', article: '31', verified: true },
    { instrument: 'children-pi-provisions', article: '8-10', verified: false },
  ],
  ceiling: 'review',
  needs: ['listing'],
  title: { zh: '申报的适用人群与应用不符', en: 'The declared audience does not fit the app' },
  explanation: {
    zh: '把上架信息申报的适用人群（audience）与应用名称、桌面名称、商店简介和类别比对。名称或简介说明是给儿童使用的，却没有申报面向儿童的，不会受到儿童应用的检查，转人工复核：处理不满十四周岁未成年人的个人信息应当制定专门规则并取得监护人同意（《个人信息保护法》第三十一条，法律）。反过来，申报面向儿童，类别却是网络借贷、投资理财一类，或者简介写明仅限成年人的，也要复核。给家长、老师使用的应用，名称里有“宝宝”“儿童”不算；词语只是线索，实际用户是谁静态检查看不出来。',
    en: 'Compares the declared audience with name, launcher label, store page and type of the app. An app whose name or page says that children use it, and that does not declare children, would escape the checks for children’s apps; a person looks, because handling the information of those under fourteen takes rules of its own and a guardian’s consent (article 31 of the Personal Information Protection Law, a law). The other way round, an app declared for children whose type is lending or investment, or whose page admits adults only, is looked at too. Apps for parents and teachers do not count, whatever words are in their names; words are hints, and who really uses an app cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '名称说明是儿童应用，申报的却是全部人群。', en: 'By its name for children, declared for everybody.' },
        code: '"app": { "name": "宝宝识字乐园", "audience": "general" }',
      },
    ],
    good: [
      {
        text: { zh: '如实申报面向儿童。', en: 'Declared for children.' },
        code: '"app": { "name": "宝宝识字乐园", "audience": "children" }',
      },
      {
        text: { zh: '给家长使用的应用。', en: 'An app for parents.' },
        code: '"app": { "name": "育儿手册家长版", "audience": "adults" }',
      },
    ],
  },
  messages: {
    undeclared: {
      zh: '{where}说明应用给儿童使用（“{words}”），申报的适用人群是{audience}；请核对并按儿童应用申报，处理不满十四周岁未成年人的个人信息应当制定专门规则（《个人信息保护法》第三十一条）',
      en: '{where} says that children use the app (“{words}”), the declared audience is {audience}: check it and declare children; handling the information of those under fourteen takes rules of its own (article 31 of the Personal Information Protection Law)',
    },
    category: {
      zh: '申报面向儿童，类别却是{category}；请核对适用人群和类别，儿童应用须有专门的个人信息处理规则（《个人信息保护法》第三十一条）',
      en: 'Declared for children, and its type is {category}: check audience and type; an app for children needs rules of its own on personal information (article 31 of the Personal Information Protection Law)',
    },
    adultsOnly: {
      zh: '申报面向{audience}，商店简介却写明“{words}”；请核对适用人群（处理不满十四周岁未成年人的个人信息另有要求，《个人信息保护法》第三十一条）',
      en: 'Declared for {audience}, and the store page says “{words}”: check the audience (handling the information of those under fourteen has its own requirements, article 31 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '如实申报适用人群；面向儿童的，提供不满十四周岁未成年人的专门处理规则和监护人同意机制',
    en: 'Declare the audience truly; for children, add rules for those under fourteen and a way to a guardian’s consent',
  },
  *evaluate(context) {
    const { app } = context.listing;
    const audience: Evidence = { type: 'listing', field: 'app.audience', value: app.audience ?? '' };
    if (app.audience === 'children') {
      const category = ADULT_CATEGORIES.get(app.category);
      if (category !== undefined) {
        const declared: Evidence = { type: 'listing', field: 'app.category', value: String(app.category) };
        yield { message: 'category', subject: 'app.audience', data: { category }, evidence: [audience, declared] };
      }
    } else {
      const sign = signOfChildren(context);
      if (sign !== null) {
        const { where, words, evidence } = sign;
        const data = { where, words, audience: AUDIENCES[app.audience ?? 'undeclared'] };
        yield { message: 'undeclared', subject: 'app.audience', data, evidence: [evidence, audience] };
      }
    }
    if (app.audience !== 'children' && app.audience !== 'teenagers') return;
    const words = adultsOnly(app.description ?? '');
    if (words === null) return;
    const page: Evidence = { type: 'listing', field: 'app.description', value: words };
    const data = { words, audience: AUDIENCES[app.audience] };
    yield { message: 'adultsOnly', subject: 'app.description', data, evidence: [audience, page] };
  },
});

interface Sign {
  readonly where: { readonly zh: string; readonly en: string };
  readonly words: string;
  readonly evidence: Evidence;
}

/** The first thing that says so: the listed name, the label, the store page. The package may be null. */
function signOfChildren({ listing: { app }, package: facts }: RuleContext): Sign | null {
  const listed = childrenInName(app.name);
  if (listed !== null) {
    const evidence: Evidence = { type: 'listing', field: 'app.name', value: app.name };
    return { where: { zh: '应用名称', en: 'The name of the app' }, words: listed, evidence };
  }
  const label = facts?.identity.label.zh ?? facts?.identity.label.default ?? '';
  const shown = childrenInName(label);
  if (facts !== null && shown !== null) {
    const evidence: Evidence = { type: 'resource', entry: identityPlace(facts).label, text: label };
    return { where: { zh: '桌面名称', en: 'The launcher’s label' }, words: shown, evidence };
  }
  const words = childrenInDescription(app.description ?? '');
  if (words === null) return null;
  const evidence: Evidence = { type: 'listing', field: 'app.description', value: words };
  return { where: { zh: '商店简介', en: 'The store page' }, words, evidence };
}

const AUDIENCES = {
  general: { zh: '全部人群', en: 'everybody' },
  children: { zh: '儿童', en: 'children' },
  teenagers: { zh: '青少年', en: 'teenagers' },
  adults: { zh: '成年人', en: 'adults' },
  undeclared: { zh: '未申报', en: 'not declared' },
} as const;
