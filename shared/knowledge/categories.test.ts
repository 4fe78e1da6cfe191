import { resolveCategory } from './categories.ts';

test.each([
  [1, 1],
  [39, 39],
  ['1', 1],
  ['３８', 38],
  ['地图导航类', 1],
  ['地图导航', 1],
  [' 实用工具 类 ', 38],
  ['网络借贷', 12],
])('%p is type %p', (value, id) => {
  expect(resolveCategory(value)?.id).toBe(id);
});

test.each([0, 40, 1.5, Number.NaN, '', '类', '0', '40', '地图', 'maps', '100', '__proto__'])('%p is no type', (value) => {
  expect(resolveCategory(value)).toBeNull();
});
