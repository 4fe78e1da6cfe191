import type { Finding } from '../../domain/finding.ts';
import { FORCE_NAMES } from '../../domain/report/names.ts';
import type { Report } from '../report.ts';

/** The citations of the finding itself, named by what the rule of the report resolves. */
export function basisOf(finding: Finding, report: Report): Report['rules'][number]['basis'] {
  const named = new Map(report.rules.flatMap(({ basis }) => basis.map((cited) => [cited.instrument, cited] as const)));
  return finding.basis.map(({ instrument, article, verified, force }) => ({
    instrument,
    name: named.get(instrument)?.name ?? { zh: instrument, en: instrument },
    force,
    forceName: named.get(instrument)?.forceName ?? FORCE_NAMES[force],
    article: article ?? null,
    verified,
  }));
}
