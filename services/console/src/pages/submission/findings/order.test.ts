import type { ClauseId } from '../../../../../../shared/domain/clause.ts';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { countSeverities, filterFindings, groupFindings } from './order.ts';

const ORDER = new Map<ClauseId, number>([
  ['sz2025-1', 0],
  ['sz2025-2', 1],
  ['pledge2021-1', 2],
]);

const finding = (fingerprint: string, rule: string, severity: Finding['severity'], ...clauses: ClauseId[]): Finding =>
  ({ fingerprint, rule, check: rule.split('/')[0], severity, clauses, subject: fingerprint }) as unknown as Finding;

const ALL = [
  finding('a', 'listing/x', 'warn', 'sz2025-1'),
  finding('b', 'sdk/y', 'reject', 'pledge2021-1', 'sz2025-2'),
  finding('c', 'permission/z', 'review', 'sz2025-2'),
  finding('d', 'permission/a', 'review', 'sz2025-1'),
  finding('e', 'sdk/y', 'reject'),
];
const prints = (groups: ReturnType<typeof groupFindings>) =>
  groups.map(({ key, findings }) => [key, findings.map(({ fingerprint }) => fingerprint).join('')]);

test('each finding stands once, below the first clause it concerns; groups and findings worst first', () => {
  expect(prints(groupFindings(ALL, 'clause', ORDER))).toEqual([
    ['sz2025-2', 'bc'],
    ['', 'e'],
    ['sz2025-1', 'da'],
  ]);
});

test('a filtered clause is the group of all that concern it, also second', () => {
  const left = filterFindings(ALL, { severities: [], clause: 'pledge2021-1', rule: null });
  expect(prints(groupFindings(left, 'clause', ORDER, 'pledge2021-1'))).toEqual([['pledge2021-1', 'b']]);
});

test('by check, in the order of the checks among equally bad ones', () => {
  expect(prints(groupFindings(ALL, 'check', ORDER))).toEqual([
    ['sdk', 'be'],
    ['permission', 'dc'],
    ['listing', 'a'],
  ]);
});

test('filters by severity and rule, and leaves everything without one', () => {
  expect(filterFindings(ALL, { severities: [], clause: null, rule: null })).toBe(ALL);
  expect(filterFindings(ALL, { severities: ['warn', 'review'], clause: null, rule: null })).toHaveLength(3);
  expect(filterFindings(ALL, { severities: ['reject'], clause: null, rule: 'sdk/y' })).toHaveLength(2);
  expect(countSeverities(ALL)).toEqual({ reject: 2, review: 2, warn: 1 });
});

test('a hundred thousand findings are grouped in linear work', () => {
  let looked = 0;
  const get = (clause: ClauseId) => {
    looked += 1;
    return ORDER.get(clause);
  };
  const counting = { get } as unknown as typeof ORDER;
  const many = Array.from({ length: 100_000 }, (_, at) =>
    finding(String(at), `sdk/r${at % 40}`, 'review', 'sz2025-2', 'sz2025-1'),
  );
  expect(groupFindings(many, 'clause', counting)).toHaveLength(1);
  expect(looked).toBeLessThan(many.length * 3);
});
