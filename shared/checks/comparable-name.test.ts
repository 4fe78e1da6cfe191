import fc from 'fast-check';
import { comparableName, relationOfAppNames, relationOfOperators } from './comparable-name.ts';

test('width, case, spaces, punctuation, symbols and invisible characters make no other name', () => {
  expect(comparableName('ＡＢＣ 地图 - 导航\u200B™')).toBe('abc地图导航tm');
  expect(comparableName(' ·—🙂 ')).toBe('');
});

test.each([
  ['示例地图', '示例 地图', 'same'],
  ['示例地图', '示例地圖', 'same'],
  ['示例地图', '示例地图-导航', 'related'],
  ['示例地图', 'Example Maps', 'related'],
  ['示例地图导航', '示例导航地图', 'related'],
  ['', '示例', 'related'],
  ['示例地图', '幸运斗地主', 'other'],
  ['Maps', 'Poker', 'other'],
])('apps %s and %s: %s', (a, b, relation) => {
  expect(relationOfAppNames(a, b)).toBe(relation);
  expect(relationOfAppNames(b, a)).toBe(relation);
});

test.each([
  ['示例科技（深圳）有限公司', '示例科技(深圳)有限公司', 'same'],
  ['示例科技（深圳）有限公司', '示例科技深圳有限责任公司', 'same'],
  ['示例科技（深圳）有限公司', '示例科技（深圳）有限公司北京分公司', 'related'],
  ['示例科技（深圳）有限公司', '深圳市示例计算机系统有限公司', 'related'],
  ['北京示例在线网络技术有限公司', '广东省示例集团有限公司', 'related'],
  ['Example Technology (Shenzhen) Co., Ltd.', '示例科技（深圳）有限公司', 'related'],
  ['示例科技（深圳）有限公司', '北京另名网络技术有限公司', 'other'],
  ['张三', '示例科技（深圳）有限公司', 'other'],
  ['深圳市某甲科技有限公司', '深圳市乙方科技有限公司', 'other'],
])('operators %s and %s: %s', (a, b, relation) => {
  expect(relationOfOperators(a, b)).toBe(relation);
  expect(relationOfOperators(b, a)).toBe(relation);
});

test('a relation goes both ways, whatever the names', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(relationOfOperators(a, b)).toBe(relationOfOperators(b, a));
      expect(relationOfAppNames(a, a)).toBe('same');
    }),
  );
});
