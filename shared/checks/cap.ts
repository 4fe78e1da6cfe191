import type { Finding } from '../domain/finding.ts';

/** Findings of one rule that a report carries at most; what is beyond is counted in `similarOmitted` of the last one kept. */
export const FINDINGS_CAP = 300;

/**
 * Keeps the first findings of every rule, which are its strongest when the input is in the order of `mergeFindings`. A package can be made
 * to break one rule a hundred thousand times; the decision needs one of them, and a reviewer cannot read more than a few.
 */
export function capFindings(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const position = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, position);
    const omitted = (counts.get(finding.rule) ?? 0) - FINDINGS_CAP;
    if (omitted <= 0 || position < FINDINGS_CAP) return [finding];
    return position === FINDINGS_CAP ? [{ ...finding, similarOmitted: omitted }] : [];
  });
}
