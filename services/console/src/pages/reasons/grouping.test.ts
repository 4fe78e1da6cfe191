import type { CannedReason } from '../../../../../shared/domain/review/reason.ts';
import { groupReasons } from './grouping.ts';

const reason = (id: string, more: Partial<CannedReason> = {}): CannedReason => ({
  id,
  clause: null,
  kinds: [],
  title: { zh: id, en: id },
  text: { zh: '正文', en: 'Text' },
  version: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});
const CLAUSES = ['sz2025-1', 'sz2025-2', 'sz2025-10'];
const ids = (...given: Parameters<typeof groupReasons>) =>
  groupReasons(...given).map(({ clause, reasons }) => [clause, ...reasons.map(({ id }) => id)]);

test('general ones first, then in the order of the catalogue, then what it does not know', () => {
  const reasons = [
    reason('a', { clause: 'sz2025-10' }),
    reason('b', { clause: 'sz2025-99' }),
    reason('c'),
    reason('d', { clause: 'sz2025-2' }),
    reason('e', { clause: 'sz2025-10' }),
  ];
  expect(ids(reasons, CLAUSES, '', null)).toEqual([
    [null, 'c'],
    ['sz2025-2', 'd'],
    ['sz2025-10', 'a', 'e'],
    ['sz2025-99', 'b'],
  ]);
});

test('every word must occur, in either language and any width', () => {
  const reasons = [reason('SDK undisclosed', { text: { zh: '第三方SDK未披露', en: 'Not listed' } }), reason('other')];
  expect(ids(reasons, [], 'ｓｄｋ  未披露', null)).toEqual([[null, 'SDK undisclosed']]);
  expect(ids(reasons, [], 'sdk listed nothing', null)).toEqual([]);
});

test('one without kinds is offered for all of them', () => {
  const reasons = [reason('all'), reason('down', { kinds: ['uphold'] }), reason('up', { kinds: ['overturn'] })];
  expect(ids(reasons, [], '', 'uphold')).toEqual([[null, 'all', 'down']]);
});
