import type { DayFigures } from '../../../../../shared/domain/review/overview.ts';
import { groupedDays } from './grouped-days.ts';

const day = (at: number): DayFigures => ({
  day: `day ${at}`,
  submitted: 1,
  verdicts: { approve: 1, reject: 2, review: 3 },
  decisions: { approve: 4, reject: 5, rectify: 6 },
});
const days = (count: number) => Array.from({ length: count }, (_, at) => day(at));

test('two months stand day by day; a year by week, and nothing is lost', () => {
  expect(groupedDays(days(62))).toMatchObject({ unit: 'day', rows: { length: 62 } });
  const { unit, rows } = groupedDays(days(366));
  expect([unit, rows.length, rows[0]!.day, rows[1]!.day]).toEqual(['week', 53, 'day 0', 'day 7']);
  expect(rows[0]).toMatchObject({ submitted: 7, verdicts: { approve: 7, reject: 14, review: 21 }, decisions: { rectify: 42 } });
  expect(rows.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(366);
});
