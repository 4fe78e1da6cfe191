import { LENDING, shownCategory } from './category-signs.ts';

const UTILITIES = 38;

test.each([
  ['闪电贷款', '', LENDING, 'name'],
  ['闪电生活', '最高可借20万，极速放款，随借随还，年化利率低', LENDING, 'description'],
  ['欢乐斗地主', '', 18, 'name'],
  ['讯飞输入法', '', 33, 'name'],
])('%p shows another type than utilities', (name, description, category, from) => {
  expect(shownCategory(UTILITIES, [name], description)).toMatchObject({ category, from });
});

test.each([
  ['a calculator for loans', UTILITIES, '房贷计算器', '贷款、公积金、还款日一目了然'],
  ['lending as declared', LENDING, '闪电贷款', '随借随还'],
  ['a bank that lends', 24, '某某银行', '最高可借20万，极速放款，随借随还'],
  ['two phrases are not enough', UTILITIES, '生活帮', '还款日提醒，借款期限记录'],
  ['an app of many functions', UTILITIES, '城市生活', '租房、二手房、新房、房源；招聘、求职、职位、找工作'],
  ['a novel', 35, '贷款小说', ''],
  ['nothing shown', UTILITIES, '手电筒', '一键开启'],
])('%s contradicts nothing', (_name, declared, name, description) => {
  expect(shownCategory(declared, [name], description)).toBeNull();
});

test('a description made to be slow is quick', () => {
  const start = performance.now();
  shownCategory(UTILITIES, ['应用'], '最高可借'.repeat(250_000));
  // A hang, not a speed: machines are shared.
  expect(performance.now() - start).toBeLessThan(30_000);
});
