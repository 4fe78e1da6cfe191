import { bySeverity } from '../../../shared/domain/severity.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { escapeForTerminal } from '../escape.ts';
import { DECISION_LABELS } from '../present/labels.ts';
import { padded, widthOf } from '../present/page.ts';
import type { Sample } from '../samples.ts';

/** One row of the demonstration's result. */
export interface Outcome {
  readonly sample: Sample;
  readonly packageName: string;
  readonly verdict: Verdict;
  /** Whether decision and clauses are the ones that the sample was written for. */
  readonly asExpected: boolean;
}

/** Clauses of a verdict that are violated, or wait for a person, in the order of the instruments. */
export function clausesFound(verdict: Verdict): string[] {
  return verdict.clauses
    .filter(({ assessment, findings }) => assessment === 'violated' || (assessment === 'needs-review' && findings.length > 0))
    .map(({ clause }) => clause);
}

/** Whether a verdict is what its sample was written to show. */
export function isAsExpected(sample: Sample, verdict: Verdict): boolean {
  const found = new Set(clausesFound(verdict));
  return verdict.decision === sample.expect.decision && sample.expect.clauses.every((clause) => found.has(clause));
}

/** Cuts to a width in columns, so that Chinese and Latin text line up. */
function fitted(text: string, columns: number): string {
  let kept = '';
  for (const character of text) {
    if (widthOf(kept) + widthOf(character) > columns - 1) return padded(`${kept}…`, columns);
    kept += character;
  }
  return padded(kept, columns);
}

function firstFinding(verdict: Verdict): { zh: string; en: string } {
  const [first] = [...verdict.findings].sort((a, b) => bySeverity(a.severity, b.severity));
  return first ? { zh: first.text.zh, en: first.text.en } : { zh: '–', en: '–' };
}

/** The table: package, decision, clauses, first finding (Chinese, then English below it). */
export function renderTable(outcomes: readonly Outcome[]): string {
  const widths = [24, 36, 16, 28] as const;
  const row = (cells: readonly string[], last: string): string =>
    `${cells.map((cell, index) => fitted(cell, widths[index]!)).join('  ')}  ${last}`.trimEnd();
  const lines = [row(['示例 Sample', '安装包 Package', '机审结论 Verdict', '条款 Clauses'], '首个问题 First finding')];
  lines.push('─'.repeat(150));
  for (const { sample, packageName, verdict, asExpected } of outcomes) {
    const decision = DECISION_LABELS[verdict.decision];
    const clauses = clausesFound(verdict);
    const shown = clauses.length > 2 ? `${clauses.slice(0, 2).join(' ')} +${clauses.length - 2}` : clauses.join(' ');
    const first = firstFinding(verdict);
    const mark = asExpected ? '✓' : '✗';
    lines.push(
      row(
        [`${mark} ${sample.id}`, escapeForTerminal(packageName), `${decision.zh} ${decision.en}`, shown],
        fitted(escapeForTerminal(first.zh), 80).trimEnd(),
      ),
    );
    lines.push(row(['', '', '', ''], fitted(escapeForTerminal(first.en), 80).trimEnd()));
  }
  return lines.join('\n');
}
