import type { DecisionKind } from '../../../../../shared/domain/review/decision.ts';
import type { CannedReason } from '../../../../../shared/domain/review/reason.ts';

/** Reasons of one clause, or those of general use. */
export interface ReasonGroup {
  readonly clause: string | null;
  readonly reasons: readonly CannedReason[];
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * Reasons by clause, in the order of the catalogue, general ones first; a clause that the catalogue does not have comes last.
 * @param words all must occur in title, text or clause, in either language
 * @param kind only those that are offered for it; null for all
 */
export function groupReasons(
  reasons: readonly CannedReason[],
  clauses: readonly string[],
  words: string,
  kind: DecisionKind | null,
): ReasonGroup[] {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = ({ clause, kinds, title, text }: CannedReason): boolean => {
    if (kind !== null && kinds.length > 0 && !kinds.includes(kind)) return false;
    const all = folded([clause ?? '', title.zh, title.en, text.zh, text.en].join('\n'));
    return wanted.every((word) => all.includes(word));
  };
  const groups = new Map<string | null, CannedReason[]>();
  for (const reason of reasons.filter(fits)) {
    const group = groups.get(reason.clause);
    if (group === undefined) groups.set(reason.clause, [reason]);
    else group.push(reason);
  }
  const place = (clause: string | null): number => {
    if (clause === null) return -1;
    const at = clauses.indexOf(clause);
    return at === -1 ? clauses.length : at;
  };
  return [...groups]
    .sort(([a], [b]) => place(a) - place(b) || String(a).localeCompare(String(b)))
    .map(([clause, each]) => ({ clause, reasons: each }));
}
