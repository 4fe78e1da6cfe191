import { comparableName } from './comparable-name.ts';

test('width, case, spaces, punctuation, symbols and invisible characters make no other name', () => {
  expect(comparableName('ＡＢＣ 地图 - 导航\u200B™')).toBe('abc地图导航tm');
  expect(comparableName(' ·—🙂 ')).toBe('');
});
