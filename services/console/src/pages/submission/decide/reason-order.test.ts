import type { ClauseId } from '../../../../../../shared/domain/clause.ts';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import type { CannedReason } from '../../../../../../shared/domain/review/reason.ts';
import { orderReasons } from './reason-order.ts';

const reason = (id: string, clause: ClauseId | null, ...kinds: CannedReason['kinds']) =>
  ({ id, clause, kinds }) as unknown as CannedReason;
const finding = (...clauses: ClauseId[]) => ({ clauses }) as unknown as Finding;

test('those of the findings’ clauses first, worst finding first, then general ones, then the others', () => {
  const reasons = [
    reason('general', null),
    reason('far', 'sz2025-9'),
    reason('second', 'sz2025-2'),
    reason('first', 'pledge2021-1'),
  ];
  const ordered = orderReasons(reasons, 'uphold', [finding('pledge2021-1'), finding('sz2025-2', 'pledge2021-1')]);
  expect(ordered.map(({ id }) => id)).toEqual(['first', 'second', 'general', 'far']);
});

test('those for other decisions are left out once one is chosen', () => {
  const reasons = [reason('any', null), reason('let-through', null, 'overturn'), reason('mend', null, 'rectify', 'uphold')];
  expect(orderReasons(reasons, 'uphold', []).map(({ id }) => id)).toEqual(['any', 'mend']);
  expect(orderReasons(reasons, null, [])).toHaveLength(3);
});
