import { NEUTRAL_POLICY } from '../../test/rules/support/facts.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { namesRecipients, namesSomebody, passages } from './policy-recipients.ts';

const own = { range: [0, 1], confidence: 0.9, name: '示例科技(深圳)有限公司' } as const;
const policy = (text: string, more: Partial<PolicyFacts> = {}): PolicyFacts => ({ ...NEUTRAL_POLICY, text, ...more });

describe('namesSomebody', () => {
  test.each([
    '由杭州甲乙数据有限公司处理',
    '提供给顺丰速运',
    '数据由Example Analytics Inc处理',
    '与招商银行合作',
    '由 Foo Bar, Ltd 接收',
  ])('%s names somebody', (text) => {
    expect(namesSomebody(text, policy('', { operators: [own] }))).toBe(true);
  });

  test.each([
    '示例科技(深圳)有限公司会提供给合作伙伴',
    '我们(示例科技(深圳)有限公司)与第三方共享',
    '提供给关联公司和合作伙伴',
    '与缴费相关的银行和集团内的公司共享',
  ])('%s names nobody but the operator', (text) => {
    expect(namesSomebody(text, policy('', { operators: [own] }))).toBe(false);
  });

  test('a single company may be the operator, where the reader does not know it; two are not', () => {
    expect(namesSomebody('由甲乙科技有限公司运营', policy(''))).toBe(false);
    expect(namesSomebody('甲乙科技有限公司提供给丙丁数据有限公司', policy(''))).toBe(true);
  });
});

describe('namesRecipients', () => {
  test.each(['详见《第三方信息共享清单》', '合作方名录见官网', '第三方SDK目录', '清单列明了接收方'])('%s', (text) => {
    expect(namesRecipients(policy(text))).toBe(true);
  });

  test('a list of permissions is none of recipients', () => {
    expect(namesRecipients(policy('权限清单如下。我们与合作伙伴共享信息'))).toBe(false);
  });
});

describe('passages', () => {
  test('are the sentences that match, in place, with those around them', () => {
    const text = '甲。乙境外。丙;丁\n戊境外。';
    const found = [...passages(policy(text), /境外/u)];
    expect(found.map(({ range }) => text.slice(...range))).toEqual(['乙境外', '戊境外']);
    expect(found[0]!.around).toBe('甲。乙境外。丙。丁');
  });

  test('of a text without stops are cut, and found in time', () => {
    const text = '我们向合作伙伴'.repeat(30_000);
    const from = performance.now();
    const found = [...passages(policy(text), /向[^,。;]{0,12}伙伴/u)];
    expect(found.map(({ range }) => range[1] - range[0])).toEqual([1_000]);
    namesRecipients(policy(text));
    // A hang, not a speed: machines are shared.
    expect(performance.now() - from).toBeLessThan(30_000);
  });
});
