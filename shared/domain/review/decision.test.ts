import { DECISION_KINDS, DECISION_STATES, NEXT_DECISION, needsSecondReviewer, OUTCOME_OF } from './decision.ts';

test('only what lets a rejection through waits for a second reviewer', () => {
  const waits = DECISION_KINDS.filter((kind) => needsSecondReviewer(kind, 'reject', ['reject'], 'reject'));
  expect(waits).toEqual(['overturn', 'approve-with-warning']);
  expect(needsSecondReviewer('overturn', 'review', ['review', 'reject'], 'warn')).toBe(false);
  expect(needsSecondReviewer('overturn', 'approve', [], 'warn')).toBe(false);
});

test.each([
  ['never', ['warn', 'review', 'reject'], false],
  ['reject', ['warn', 'review'], false],
  ['reject', ['review', 'reject'], true],
  ['review', ['warn'], false],
  ['review', ['warn', 'review'], true],
  ['warn', ['warn'], true],
  ['warn', [], false],
] as const)('from %s on, with findings %j: %s', (from, severities, expected) => {
  expect(needsSecondReviewer('overturn', 'reject', severities, from)).toBe(expected);
});

test('a waiver of what the machine rejected waits for one too, whatever is decided of this version', () => {
  const waits = (waived: readonly ('warn' | 'review' | 'reject')[], from: 'reject' | 'never' = 'reject') =>
    DECISION_KINDS.filter((kind) => needsSecondReviewer(kind, 'reject', ['warn', 'reject'], from, waived));
  expect(waits(['reject'])).toEqual([...DECISION_KINDS]);
  expect(waits(['warn', 'review'])).toEqual(['overturn', 'approve-with-warning']);
  expect(waits(['reject'], 'never')).toEqual([]);
});

test('what has no effect any more stays so, and every kind has an outcome', () => {
  for (const state of ['undone', 'declined', 'superseded'] as const) expect(NEXT_DECISION[state]).toEqual({});
  for (const events of Object.values(NEXT_DECISION))
    for (const state of Object.values(events)) expect(DECISION_STATES).toContain(state);
  expect(DECISION_KINDS.map((kind) => OUTCOME_OF[kind])).toEqual(['reject', 'approve', 'rectify', 'approve']);
});
