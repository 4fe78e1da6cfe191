import { dayInChina } from './day.ts';

test.each([
  ['2026-11-22T15:59:59.999Z', '2026-11-22'],
  ['2026-11-22T16:00:00.000Z', '2026-11-23'],
  ['2026-12-31T20:00:00.000Z', '2027-01-01'],
])('at %s it is %s in China', (at, day) => {
  expect(dayInChina(new Date(at))).toBe(day);
});
