import type { ClauseId } from '../../../../../../shared/domain/clause.ts';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';

type Named<Of extends 'clauses' | 'rules' | 'sdks' | 'permissions' | 'passages'> = ReportView[Of][number];

/** The report with its parts by name: 500 findings ask for clauses, rules and SDKs thousands of times. */
export interface ReportIndex {
  readonly report: ReportView;
  readonly clauses: ReadonlyMap<ClauseId, Named<'clauses'>>;
  /** Place of a clause among the 29, in the order of the instruments. */
  readonly clauseOrder: ReadonlyMap<ClauseId, number>;
  readonly rules: ReadonlyMap<string, Named<'rules'>>;
  readonly instruments: ReadonlyMap<string, Named<'rules'>['basis'][number]>;
  readonly sdks: ReadonlyMap<string, Named<'sdks'>>;
  readonly permissions: ReadonlyMap<string, Named<'permissions'>>;
  /** By `start-end` in the policy's text. */
  readonly passages: ReadonlyMap<string, Named<'passages'>>;
  readonly findings: ReadonlyMap<string, Finding>;
}

/** Makes the index, once for a report. */
export function indexReport(report: ReportView): ReportIndex {
  return {
    report,
    clauses: new Map(report.clauses.map((clause) => [clause.id, clause])),
    clauseOrder: new Map(report.clauses.map(({ id }, place) => [id, place])),
    rules: new Map(report.rules.map((rule) => [rule.id, rule])),
    instruments: new Map(report.rules.flatMap(({ basis }) => basis.map((cited) => [cited.instrument, cited] as const))),
    sdks: new Map(report.sdks.map((sdk) => [sdk.id, sdk])),
    permissions: new Map(report.permissions.map((permission) => [permission.name, permission])),
    passages: new Map(report.passages.map((passage) => [`${passage.range[0]}-${passage.range[1]}`, passage])),
    findings: new Map(report.verdict.findings.map((finding) => [finding.fingerprint, finding])),
  };
}
