import type { GrantedWaiver } from '../../../../../shared/domain/review/granted-waiver.ts';
import type { RuleView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { grantedRows } from './waiver-rows.ts';

const waiver = (id: string, expires: string, more: Partial<GrantedWaiver> = {}): GrantedWaiver => ({
  id,
  store: 's',
  rule: 'sdk/undisclosed',
  app: 'com.a',
  certificate: null,
  subject: null,
  reason: 'r',
  by: { id: 'a', displayName: '王' },
  granted: '2026-01-01',
  expires,
  decision: null,
  submission: 'sub_1',
  revokedAt: null,
  ...more,
});
const rule = { id: 'sdk/undisclosed', state: 'enforced' } as RuleView;

test('what ends soon stands first; what is over, revoked or without effect is told', () => {
  const rows = grantedRows(
    [
      waiver('over', '2026-03-09'),
      waiver('later', '2026-12-01'),
      waiver('gone', '2026-12-01', { revokedAt: '2026-02-01T00:00:00Z' }),
      waiver('today', '2026-03-10'),
      waiver('idle', '2026-04-08', { rule: 'sdk/other' }),
    ],
    [rule],
    '2026-03-10',
  );
  expect(rows.map(({ id, standing, daysLeft, withoutEffect }) => [id, standing, daysLeft, withoutEffect])).toEqual([
    ['today', 'expires-soon', 0, false],
    ['idle', 'expires-soon', 29, true],
    ['later', 'holds', 266, false],
    ['over', 'expired', -1, false],
    ['gone', 'revoked', 266, false],
  ]);
});
