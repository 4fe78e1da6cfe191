import type { DayFigures } from '../../../../../shared/domain/review/overview.ts';

/** Bars that can still be told apart side by side. */
const MOST_BARS = 62;

/** Days, or weeks of them where a chart would have too many; a week has the name of its first day. */
export function groupedDays(days: readonly DayFigures[]): {
  readonly unit: 'day' | 'week';
  readonly rows: readonly DayFigures[];
} {
  if (days.length <= MOST_BARS) return { unit: 'day', rows: days };
  const rows: DayFigures[] = [];
  for (let at = 0; at < days.length; at += 7) rows.push(days.slice(at, at + 7).reduce(sum));
  return { unit: 'week', rows };
}

const sum = (a: DayFigures, b: DayFigures): DayFigures => ({
  day: a.day,
  submitted: a.submitted + b.submitted,
  verdicts: {
    approve: a.verdicts.approve + b.verdicts.approve,
    reject: a.verdicts.reject + b.verdicts.reject,
    review: a.verdicts.review + b.verdicts.review,
  },
  decisions: {
    approve: a.decisions.approve + b.decisions.approve,
    reject: a.decisions.reject + b.decisions.reject,
    rectify: a.decisions.rectify + b.decisions.rectify,
  },
});
