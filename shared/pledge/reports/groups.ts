import type { ClauseId } from '../../domain/clause.ts';
import type { Finding } from '../../domain/finding.ts';
import { SEVERITIES, type Severity } from '../../domain/severity.ts';
import type { Report } from '../report.ts';

/** A finding with the number that the report, its table of contents and an appeal call it by. */
export interface Numbered {
  readonly number: number;
  readonly finding: Finding;
}

/** Findings of one rule: title, basis and remedy are said once. */
export interface RuleGroup {
  readonly rule: string;
  readonly findings: readonly Numbered[];
}

export interface ClauseGroup {
  readonly clause: ClauseId;
  readonly rules: readonly RuleGroup[];
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly count: number;
  readonly clauses: readonly ClauseGroup[];
}

/** Findings by severity, the gravest first, then by the first clause that each concerns, then by rule; numbered in that order. */
export function groupFindings(findings: readonly Finding[], clauses: Report['clauses']): SeverityGroup[] {
  const order = new Map(clauses.map(({ id }, at) => [id, at]));
  const firstClause = ({ clauses: concerned }: Finding): ClauseId =>
    concerned.reduce((a, b) => ((order.get(b) ?? 99) < (order.get(a) ?? 99) ? b : a));
  let number = 0;
  return [...SEVERITIES].reverse().flatMap((severity): SeverityGroup[] => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const byClause = [...grouped(own, firstClause)].sort(([a], [b]) => (order.get(a) ?? 99) - (order.get(b) ?? 99));
    return [
      {
        severity,
        count: own.length,
        clauses: byClause.map(([clause, ofClause]) => ({
          clause,
          rules: [...grouped(ofClause, ({ rule }) => rule)].map(([rule, ofRule]) => ({
            rule,
            findings: ofRule.map((finding) => {
              number += 1;
              return { number, finding };
            }),
          })),
        })),
      },
    ];
  });
}

function grouped<Key>(findings: readonly Finding[], keyOf: (finding: Finding) => Key): Map<Key, Finding[]> {
  const groups = new Map<Key, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** Number by fingerprint, for tables that point at findings. */
export function numbersOf(groups: readonly SeverityGroup[]): ReadonlyMap<string, number> {
  const all = groups.flatMap(({ clauses }) => clauses.flatMap(({ rules }) => rules.flatMap(({ findings }) => findings)));
  return new Map(all.map(({ number, finding }) => [finding.fingerprint, number]));
}
