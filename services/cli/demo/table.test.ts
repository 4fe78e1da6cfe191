import type { Verdict } from '../../../shared/domain/verdict.ts';
import { widthOf } from '../present/page.ts';
import type { Sample } from '../samples.ts';
import { decidingClauses, isAsExpected, renderTable } from './table.ts';

const sample: Sample = {
  id: 'one',
  package: '/x.apk',
  packageName: 'com.example.one',
  listing: '/l.json',
  policy: {},
  expect: { decision: 'reject', clauses: ['sz2025-2'] },
  shows: { zh: '示范', en: 'a show' },
};

function verdict(decision: Verdict['decision'], violated: readonly string[], review: readonly string[]): Verdict {
  const clause = (assessment: string) => (id: string) => ({ clause: id, assessment, findings: [], reason: { zh: '', en: '' } });
  return {
    decision,
    findings: [],
    clauses: [...violated.map(clause('violated')), ...review.map(clause('needs-review'))],
  } as unknown as Verdict;
}

test('a rejection is carried by what is violated, a review by what waits for a person, an approval by nothing', () => {
  expect(decidingClauses(verdict('reject', ['sz2025-2'], ['sz2025-7']))).toEqual(['sz2025-2']);
  expect(decidingClauses(verdict('review', [], ['sz2025-7']))).toEqual(['sz2025-7']);
  expect(decidingClauses(verdict('approve', [], ['sz2025-1']))).toEqual([]);
});

test('another decision, or another clause, is not as expected', () => {
  expect(isAsExpected({ sample, verdict: verdict('reject', ['sz2025-2', 'sz2025-8'], []) })).toBe(true);
  expect(isAsExpected({ sample, verdict: verdict('review', [], ['sz2025-2']) })).toBe(false);
  expect(isAsExpected({ sample, verdict: verdict('reject', ['sz2025-8'], ['sz2025-2']) })).toBe(false);
});

test('columns line up beside Chinese text', () => {
  const [head, , line] = renderTable([{ sample, verdict: verdict('reject', ['sz2025-2'], []) }]).split('\n');
  const before = (text: string, word: string): number => widthOf(text.slice(0, text.indexOf(word)));
  expect(before(head!, '安装包')).toBe(before(line!, 'com.example.one'));
  expect(before(head!, '条款')).toBe(before(line!, 'sz2025-2'));
});
