import type { DossierOrder, DossierRow } from '../../../../../shared/domain/review/dossier.ts';
import { REPEAT_OFFENCES } from '../../../../../shared/domain/review/service-level.ts';
import { SEVERITIES } from '../../../../../shared/domain/severity.ts';

/** -1 where the first stands before the second, by the first difference. */
function inOrder(pairs: readonly (readonly [number | string, number | string])[]): number {
  for (const [a, b] of pairs) {
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

const rank = (row: DossierRow) => (row.urgencies.includes('children') || row.offences >= REPEAT_OFFENCES ? 0 : 1);
const opened = (row: DossierRow) => Date.parse(row.openedAt);

/** The server's orders, to know where a row that came since the list was loaded would stand. */
const COMPARE: Readonly<Record<DossierOrder, (a: DossierRow, b: DossierRow) => number>> = {
  urgent: (a, b) =>
    inOrder([
      [Date.parse(a.urgentAt), Date.parse(b.urgentAt)],
      [rank(a), rank(b)],
      [a.submission, b.submission],
    ]),
  newest: (a, b) => COMPARE.oldest(b, a),
  oldest: (a, b) =>
    inOrder([
      [opened(a), opened(b)],
      [a.submission, b.submission],
    ]),
  findings: (a, b) =>
    inOrder([
      ...[...SEVERITIES].reverse().map((severity) => [b.findings[severity], a.findings[severity]] as const),
      [b.submission, a.submission],
    ]),
};

/** Whether a row stands before another in the list. */
export function standsBefore(a: DossierRow, b: DossierRow, order: DossierOrder): boolean {
  return COMPARE[order](a, b) < 0;
}
