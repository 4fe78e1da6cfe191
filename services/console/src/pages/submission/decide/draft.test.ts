import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { changeDraft, type Draft, type DraftChange, daysAfter, decisionOf, EMPTY_DRAFT, faultsOf, REASON_MOST } from './draft.ts';

const TODAY = '2026-03-01';
const FINDINGS = (['reject', 'review', 'warn'] as const).map(
  (severity) => ({ severity, fingerprint: severity }) as unknown as Finding,
);
const choose = (kind: Draft['kind'] & string): DraftChange => ({
  do: 'choose',
  kind,
  findings: FINDINGS,
  deadline: '2026-03-16',
});
const after = (...changes: DraftChange[]): Draft => changes.reduce(changeDraft, EMPTY_DRAFT);

test('overturning marks what held the app up, until somebody marks by hand', () => {
  expect([...after(choose('overturn')).falseAlarms]).toEqual(['reject', 'review']);
  expect([...after(choose('overturn'), choose('uphold')).falseAlarms]).toEqual([]);
  const byHand = after(choose('overturn'), { do: 'mark', fingerprint: 'reject' }, choose('uphold'), choose('overturn'));
  expect([...byHand.falseAlarms]).toEqual(['review']);
});

test('who unmarks a finding takes its waiver away', () => {
  const waiver = { reason: '已核实', expires: '2026-06-01', scope: 'subject' as const };
  const marked = after(choose('overturn'), { do: 'waive', fingerprint: 'reject', waiver });
  expect(decisionOf(marked, 1, null, false).waivers).toEqual([{ fingerprint: 'reject', ...waiver }]);
  expect(decisionOf(changeDraft(marked, { do: 'mark', fingerprint: 'reject' }), 1, null, false).waivers).toBeUndefined();
});

test('canned reasons are put behind what is there, and never beyond what may be sent', () => {
  const draft = after({ do: 'write', reason: '一 ' }, { do: 'insert', id: 'r1', text: '二' });
  expect(draft).toMatchObject({ reason: '一\n二', cannedReason: 'r1' });
  expect(after({ do: 'write', reason: 'x'.repeat(9_000) }).reason).toHaveLength(REASON_MOST);
  expect(after({ do: 'insert', id: 'r', text: 'x'.repeat(9_000) }).reason).toHaveLength(REASON_MOST);
});

test('says what is missing', () => {
  const codes = (draft: Draft) => faultsOf(draft, TODAY).map(({ en }) => en);
  expect(codes(EMPTY_DRAFT)).toEqual(['Choose a decision first', 'A reason is needed']);
  const rectify = after(choose('rectify'), { do: 'write', reason: '请整改' });
  expect(codes(rectify)).toEqual([]);
  for (const deadline of ['', TODAY, '2026-08-29', 'x'])
    expect(codes(changeDraft(rectify, { do: 'deadline', deadline }))).toHaveLength(1);
  expect(codes(changeDraft(rectify, { do: 'deadline', deadline: '2026-08-28' }))).toEqual([]);
  const waived = after(
    choose('overturn'),
    { do: 'write', reason: '误报' },
    {
      do: 'waive',
      fingerprint: 'review',
      waiver: { reason: ' ', expires: '2027-03-02', scope: 'rule' },
    },
  );
  expect(codes(waived)).toHaveLength(2);
});

test('sends what the server takes, and nothing that was not said', () => {
  const rectify = after(choose('rectify'), { do: 'write', reason: ' 请整改 ' }, { do: 'note', note: ' ' });
  expect(decisionOf(rectify, 3, 'apl_1', false)).toEqual({
    kind: 'rectify',
    run: 3,
    reason: '请整改',
    deadline: '2026-03-16',
    appeal: 'apl_1',
  });
  const noneFalse = after(
    choose('overturn'),
    { do: 'mark', fingerprint: 'reject' },
    { do: 'mark', fingerprint: 'review' },
    { do: 'write', reason: '已更新' },
  );
  // Left out, the server would take all of them for false alarms.
  expect(decisionOf(noneFalse, 1, null, false)).toEqual({ kind: 'overturn', run: 1, reason: '已更新', falseAlarms: [] });
  expect(decisionOf(noneFalse, 1, null, true)).toMatchObject({ revise: true });
  expect(() => decisionOf(EMPTY_DRAFT, 1, null, false)).toThrow('kind');
});

test('days are counted over ends of months and years', () => {
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
});
