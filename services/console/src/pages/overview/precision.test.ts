import { falseAlarmShare } from './precision.ts';

test('a share needs enough to be one of', () => {
  expect(falseAlarmShare(0, 0)).toMatchObject({ few: true, text: { zh: '未判断' } });
  expect(falseAlarmShare(1, 1).text.en).toBe('1/1 (too few)');
  expect(falseAlarmShare(9, 0).text.en).toBe('0/9 (too few)');
  expect(falseAlarmShare(40, 10)).toEqual({ few: false, text: { zh: '25%（10/40）', en: '25% (10/40)' } });
});
