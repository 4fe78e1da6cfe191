import { formatDay, formatDuration, formatRelative, formatTime } from './format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('times are those of China in both languages, wherever the browser is', () => {
  expect(formatTime('2026-01-31T17:30:00Z', 'zh')).toBe('2026/02/01 01:30');
  expect(formatTime('2026-01-31T17:30:00Z', 'en')).toBe('02/01/2026, 01:30');
  expect(formatDay('2026-01-31T15:59:59Z', 'zh')).toBe('2026/01/31');
  expect(formatTime('2026-01-31T16:00:00Z', 'zh')).toBe('2026/02/01 00:00');
});

test('what is no time is shown as it came', () => {
  expect(formatTime('soon', 'zh')).toBe('soon');
  expect(formatDay('', 'en')).toBe('');
  expect(formatRelative('?', 0, 'en')).toBe('?');
});

test('a length of time has its two largest units', () => {
  expect(formatDuration(DAY + 3 * HOUR + 5 * MINUTE, 'zh')).toBe('1天3小时');
  expect(formatDuration(3 * DAY + 4_000, 'en')).toBe('3 d');
  expect(formatDuration(90 * MINUTE, 'en')).toBe('1 h 30 min');
  expect(formatDuration(999, 'zh')).toBe('0秒');
  expect(formatDuration(-2 * HOUR, 'en')).toBe('-2 h');
});

test('how far a time lies from now', () => {
  const now = Date.parse('2026-01-31T12:00:00Z');
  expect(formatRelative('2026-01-31T09:00:00Z', now, 'zh')).toBe('3小时前');
  expect(formatRelative('2026-02-02T13:00:00Z', now, 'en')).toBe('in 2 d 1 h');
});
