import type { Finding } from '../domain/finding.ts';
import { capFindings, FINDINGS_CAP } from './cap.ts';

const finding = (rule: string, subject: number): Finding => ({
  rule,
  check: 'behaviour',
  message: 'm',
  subject: String(subject),
  severity: 'review',
  title: { zh: '题', en: 'title' },
  text: { zh: '文', en: 'text' },
  remedy: { zh: '改', en: 'remedy' },
  clauses: ['sz2025-7'],
  basis: [],
  evidence: [],
  fingerprint: `${rule}${subject}`,
});
const many = (rule: string, count: number) => Array.from({ length: count }, (_, index) => finding(rule, index));

test('as many findings as fit are all kept, and nothing is said to be missing', () => {
  const findings = many('behaviour/a', FINDINGS_CAP);
  expect(capFindings(findings)).toEqual(findings);
});

test('what does not fit is counted on the last finding kept', () => {
  const kept = capFindings(many('behaviour/a', FINDINGS_CAP + 7));
  expect(kept).toHaveLength(FINDINGS_CAP);
  expect(kept.at(-1)?.similarOmitted).toBe(7);
  expect(kept.slice(0, -1).every((one) => one.similarOmitted === undefined)).toBe(true);
});

test('a noisy rule costs another rule nothing', () => {
  const kept = capFindings([...many('behaviour/a', FINDINGS_CAP * 2), ...many('behaviour/b', 3)]);
  expect(kept.filter((one) => one.rule === 'behaviour/b')).toEqual(many('behaviour/b', 3));
});
