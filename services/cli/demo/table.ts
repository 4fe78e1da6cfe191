import type { Finding } from '../../../shared/domain/finding.ts';
import { SEVERITY_NAMES } from '../../../shared/domain/report/names.ts';
import { bySeverity } from '../../../shared/domain/severity.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { excerptForTerminal } from '../escape.ts';
import { DECISION_LABELS } from '../present/labels.ts';
import { padded } from '../present/page.ts';
import type { Sample } from '../samples.ts';

/** One row of the demonstration's result. */
export interface Outcome {
  readonly sample: Sample;
  readonly verdict: Verdict;
}

/** Clauses that carry the decision: those violated where it is a rejection, those that wait for a person where it is a review. */
export function decidingClauses(verdict: Verdict): string[] {
  const wanted = verdict.decision === 'reject' ? 'violated' : 'needs-review';
  if (verdict.decision === 'approve') return [];
  return verdict.clauses.filter(({ assessment }) => assessment === wanted).map(({ clause }) => clause);
}

/** Whether a verdict is what its sample was written to show: the decision, and every clause that was to be found. */
export function isAsExpected({ sample, verdict }: Outcome): boolean {
  const found = decidingClauses(verdict);
  return verdict.decision === sample.expect.decision && sample.expect.clauses.every((clause) => found.includes(clause));
}

/** The strongest finding; among equals the first under a clause that the sample is about. */
function firstFinding({ sample, verdict }: Outcome): Finding | undefined {
  const [worst] = [...verdict.findings].sort((a, b) => bySeverity(a.severity, b.severity));
  const equals = verdict.findings.filter(({ severity }) => severity === worst?.severity);
  return equals.find(({ clauses }) => clauses.some((clause) => sample.expect.clauses.includes(clause))) ?? worst;
}

const CLAUSES_SHOWN = 4;

function clauseCell(verdict: Verdict): string {
  const clauses = decidingClauses(verdict);
  const more = clauses.length > CLAUSES_SHOWN ? ` +${clauses.length - CLAUSES_SHOWN}` : '';
  return clauses.slice(0, CLAUSES_SHOWN).join(' ') + more || '–';
}

const row = (mark: string, sample: string, name: string, decision: string, clauses: string): string =>
  `${mark} ${padded(sample, 24)}${padded(name, 37)}${padded(decision, 18)}${clauses}`;

/** The table: package, decision, clauses; below each row what the sample shows and its first finding, Chinese then English. */
export function renderTable(outcomes: readonly Outcome[]): string {
  const lines = [row(' ', '示例 Sample', '安装包 Package', '机审结论 Verdict', '条款 Clauses'), '─'.repeat(110)];
  for (const outcome of outcomes) {
    const { sample, verdict } = outcome;
    const decision = DECISION_LABELS[verdict.decision];
    const mark = isAsExpected(outcome) ? '✓' : '✗';
    lines.push(row(mark, sample.id, sample.packageName, `${decision.zh} ${decision.en}`, clauseCell(verdict)));
    lines.push(`    ${sample.shows.zh} / ${sample.shows.en}`);
    const finding = firstFinding(outcome);
    if (finding) {
      const severity = SEVERITY_NAMES[finding.severity];
      lines.push(`    [${severity.zh} ${severity.en}] ${finding.rule}`);
      lines.push(`      ${excerptForTerminal(finding.text.zh, 100)}`, `      ${excerptForTerminal(finding.text.en, 200)}`);
    }
  }
  return lines.join('\n');
}
