import { daysBefore, lengthOf, readPeriod, today, writePeriod } from './period.ts';

/** Half past midnight of 1 March in Shenzhen, still February in Greenwich. */
const NOW = Date.parse('2026-02-28T16:30:00Z');
const read = (query: string) => readPeriod(new URLSearchParams(query), NOW);

test('days are days in China', () => {
  expect(today(NOW)).toBe('2026-03-01');
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  expect(lengthOf({ from: '2024-02-28', to: '2024-03-01' })).toBe(3);
});

test('the standard is thirty days up to today, and stands nowhere in the address', () => {
  expect(read('')).toEqual({ from: '2026-01-31', to: '2026-03-01', store: null });
  expect(writePeriod(read(''), NOW).toString()).toBe('');
  expect(writePeriod(read('from=2026-02-01&to=2026-02-07&store=sto_1'), NOW).toString()).toBe(
    'from=2026-02-01&to=2026-02-07&store=sto_1',
  );
});

test.each([
  'from=2026-02-30',
  'from=x&to=<script>',
  'from=2026-03-02&to=2026-03-01',
  'from=2020-01-01&to=2026-01-01',
  'store=a%20b',
])('what is no period of ours is the standard one: %s', (query) => {
  expect(read(query)).toEqual(read(''));
});
