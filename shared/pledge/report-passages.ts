import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Report } from './report.ts';

/** Context shown on either side of what a finding points at, and the longest passage repeated, in UTF-16 code units. */
const AROUND = 60;
const PASSAGE = 600;
/** Passages of one report: a policy can be cited by thousands of findings. */
const MOST = 500;

/**
 * The places of the policy that findings point at, with the words before and after, so that a report shows the sentence and not only its
 * range. Each range once, in the order of the findings; empty where the policy at hand is not the one that was judged.
 */
export function reportPassages(verdict: Verdict, policy: PolicyFacts | null): Report['passages'] {
  if (policy === null || policy.outcome !== 'read') return [];
  const passages = new Map<string, Report['passages'][number]>();
  const findings = [...verdict.findings, ...verdict.waived.map(({ finding }) => finding), ...verdict.observed];
  for (const { evidence } of findings)
    for (const piece of evidence) {
      if (piece.type !== 'policy' || piece.snapshot !== policy.source.sha256) continue;
      const [start, end] = piece.range;
      if (start >= end || end > policy.text.length || passages.has(`${start}-${end}`)) continue;
      if (passages.size === MOST) return [...passages.values()];
      passages.set(`${start}-${end}`, {
        range: [start, end],
        before: lastLines(policy.text.slice(Math.max(0, start - AROUND), start)),
        text: policy.text.slice(start, Math.min(end, start + PASSAGE)),
        after: end - start > PASSAGE ? '' : firstLines(policy.text.slice(end, end + AROUND)),
      });
    }
  return [...passages.values()];
}

/** The line that the place stands in says more than the paragraph before it. */
const lastLines = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
const firstLines = (text: string): string => (text.includes('\n') ? text.slice(0, text.indexOf('\n')) : text);
