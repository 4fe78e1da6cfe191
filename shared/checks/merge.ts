import type { Evidence } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import { bySeverity } from '../domain/severity.ts';

/** Pieces of evidence that a finding carries at most; what is beyond is counted in `evidenceOmitted`. */
export const EVIDENCE_CAP = 50;

/**
 * Makes one finding of those with the same fingerprint: the strongest keeps its text, the evidence is joined without repetition and
 * capped. The result is in the order of `inOrder`, whatever the order of the input was for different fingerprints.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.fingerprint);
    if (group === undefined) groups.set(finding.fingerprint, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(merge).sort(inOrder);
}

/** Findings that are as `merge` leaves them: what a check's report holds is merged again when the verdict is composed. */
const merged = new WeakSet<Finding>();

function merge(group: readonly Finding[]): Finding {
  const [only] = group;
  if (group.length === 1 && only!.evidence.length <= 1) return only!;
  if (group.length === 1 && merged.has(only!)) return only!;
  const strongest = [...group].sort((a, b) => bySeverity(a.severity, b.severity))[0]!;
  const evidence = distinct(group.flatMap((finding) => finding.evidence));
  const omittedBefore = Math.max(...group.map((finding) => finding.evidenceOmitted ?? 0));
  const omitted = Math.max(0, evidence.length - EVIDENCE_CAP) + omittedBefore;
  const whole = {
    ...strongest,
    evidence: evidence.slice(0, EVIDENCE_CAP),
    ...(omitted > 0 ? { evidenceOmitted: omitted } : {}),
  };
  merged.add(whole);
  return whole;
}

/** Each piece once. Whole pieces are compared only where they look alike: most name different places. */
function distinct(evidence: readonly Evidence[]): Evidence[] {
  if (evidence.length <= 1) return [...evidence];
  const seen = new Map<string, Evidence | Set<string>>();
  return evidence.filter((piece) => {
    const look = lookOf(piece);
    const alike = seen.get(look);
    if (alike === undefined) {
      seen.set(look, piece);
      return true;
    }
    const whole = alike instanceof Set ? alike : new Set([JSON.stringify(alike)]);
    seen.set(look, whole);
    const before = whole.size;
    return whole.add(JSON.stringify(piece)).size > before;
  });
}

/** Something short that two equal pieces have in common. */
function lookOf(piece: Evidence): string {
  switch (piece.type) {
    case 'code':
      return `${piece.target} ${piece.caller?.class} ${piece.caller?.method} ${piece.caller?.offset} ${piece.constant}`;
    case 'manifest':
      return `${piece.element} ${piece.value}`;
    case 'resource':
      return `${piece.entry} ${piece.text}`;
    case 'policy':
      return `${piece.range[0]} ${piece.range[1]}`;
    default:
      return piece.type;
  }
}

/** Strongest first, then by rule, subject and message, compared by code unit so that no locale changes the order. */
function inOrder(a: Finding, b: Finding): number {
  return (
    bySeverity(a.severity, b.severity) ||
    compare(a.rule, b.rule) ||
    compare(a.subject, b.subject) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
