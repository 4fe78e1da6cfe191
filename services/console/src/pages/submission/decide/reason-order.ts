import type { ClauseId } from '../../../../../../shared/domain/clause.ts';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import type { DecisionKind } from '../../../../../../shared/domain/review/decision.ts';
import type { CannedReason } from '../../../../../../shared/domain/review/reason.ts';

/**
 * Canned reasons in the order in which they are likely to be wanted: those of the clauses of the findings (in the findings' order, which is
 * worst first), then those of general use, then the others; those for other kinds of decisions are left out.
 */
export function orderReasons(
  reasons: readonly CannedReason[],
  kind: DecisionKind | null,
  findings: readonly Finding[],
): CannedReason[] {
  const clauses = new Map<ClauseId, number>();
  for (const finding of findings)
    for (const clause of finding.clauses) if (!clauses.has(clause)) clauses.set(clause, clauses.size);
  const place = ({ clause }: CannedReason): number =>
    clause === null ? clauses.size : (clauses.get(clause) ?? clauses.size + 1);
  return reasons
    .filter(({ kinds }) => kind === null || kinds.length === 0 || kinds.includes(kind))
    .map((reason, at) => ({ reason, at, place: place(reason) }))
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ reason }) => reason);
}
