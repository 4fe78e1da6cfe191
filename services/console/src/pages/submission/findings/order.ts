import { CHECKS, type CheckName } from '../../../../../../shared/domain/check.ts';
import type { ClauseId } from '../../../../../../shared/domain/clause.ts';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { bySeverity, type Severity } from '../../../../../../shared/domain/severity.ts';
import type { ReportIndex } from '../report/report-index.ts';

export const GROUPINGS = ['clause', 'check'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Findings of one clause or one check, worst first. */
export interface FindingGroup {
  /** Clause id or check name. */
  readonly key: string;
  readonly worst: Severity;
  readonly findings: readonly Finding[];
}

export interface FindingFilter {
  /** Empty for all. */
  readonly severities: readonly Severity[];
  readonly clause: ClauseId | null;
  readonly rule: string | null;
}

/** What a filter leaves. */
export function filterFindings(findings: readonly Finding[], { severities, clause, rule }: FindingFilter): readonly Finding[] {
  if (severities.length === 0 && clause === null && rule === null) return findings;
  return findings.filter(
    (finding) =>
      (severities.length === 0 || severities.includes(finding.severity)) &&
      (clause === null || finding.clauses.includes(clause)) &&
      (rule === null || finding.rule === rule),
  );
}

/**
 * Puts each finding into one group: that of the first clause it concerns (the filtered one, where there is one), or of its check. The group
 * with the worst finding comes first, groups alike stand in the order of the instruments or checks; inside, worst first and then by rule.
 */
export function groupFindings(
  findings: readonly Finding[],
  grouping: Grouping,
  clauseOrder: ReportIndex['clauseOrder'],
  filtered: ClauseId | null = null,
): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = grouping === 'check' ? finding.check : (filtered ?? firstClause(finding, clauseOrder));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const place = (key: string): number =>
    grouping === 'check' ? CHECKS.indexOf(key as CheckName) : (clauseOrder.get(key as ClauseId) ?? Number.MAX_SAFE_INTEGER);
  return [...groups]
    .map(([key, list]) => {
      const sorted = list
        .map((finding, at) => ({ finding, at }))
        .sort(
          (a, b) =>
            bySeverity(a.finding.severity, b.finding.severity) ||
            (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : a.at - b.at),
        )
        .map(({ finding }) => finding);
      return { key, worst: sorted[0]!.severity, findings: sorted };
    })
    .sort((a, b) => bySeverity(a.worst, b.worst) || place(a.key) - place(b.key));
}

function firstClause({ clauses }: Finding, order: ReportIndex['clauseOrder']): string {
  let first = '';
  let best = Number.POSITIVE_INFINITY;
  for (const clause of clauses) {
    const place = order.get(clause) ?? Number.MAX_SAFE_INTEGER;
    if (place < best) {
      best = place;
      first = clause;
    }
  }
  return first;
}

/** How many findings of each severity. */
export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { reject: 0, review: 0, warn: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
