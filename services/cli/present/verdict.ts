import type { Finding } from '../../../shared/domain/finding.ts';
import { ASSESSMENT_NAMES, SEVERITY_NAMES } from '../../../shared/domain/report/names.ts';
import { bySeverity } from '../../../shared/domain/severity.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import { UNCHECKED_NAMES } from '../../../shared/pledge/reports/wording.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';
import { presentFinding } from './finding.ts';
import { COVERAGE_LABELS, DECISION_LABELS, WORDS } from './labels.ts';
import { Page, padded, widthOf } from './page.ts';

/** A verdict for a person at a terminal: what was decided, why, and what to do, then everything that was not seen. */
export function presentVerdict(verdict: Verdict, knowledge: Knowledge, language: Language): string {
  const page = new Page(language);
  page.heading(WORDS.verdict, page.inline(DECISION_LABELS[verdict.decision]));
  page.line(`${page.inline(WORDS.package)} SHA-256 ${verdict.provenance.packageSha256}`);
  page.heading(WORDS.why);
  verdict.reasons.forEach((reason, index) => {
    page.paragraph(reason.text, 2, `${index + 1}. `);
  });
  page.heading(WORDS.findings, String(verdict.findings.length));
  const findings = [...verdict.findings].sort((a, b) => bySeverity(a.severity, b.severity));
  for (const finding of findings) presentFinding(page, finding, knowledge);
  if (findings.length === 0) page.line(page.inline(WORDS.none));
  presentWithoutEffect(page, verdict);
  presentClauses(page, verdict, knowledge);
  presentUnseen(page, verdict);
  return page.toString();
}

/** What the store's rulebook takes the effect from: said, so that nobody wonders where a finding went. */
function presentWithoutEffect(page: Page, { waived, observed, staleWaivers }: Verdict): void {
  const e = escapeForTerminal;
  const line = ({ rule, severity, title }: Finding) =>
    `[${page.inline(SEVERITY_NAMES[severity])}] ${page.inline(title, ' / ')}  (${e(rule)})`;
  if (waived.length > 0) page.heading(WORDS.waived, String(waived.length));
  for (const { finding, waiver } of waived) {
    page.line(line(finding));
    page.paragraph(finding.text, 6);
    page.line(`${e(waiver.id)}  ${waiver.granted} – ${waiver.expires}  ${e(waiver.by)}: ${e(waiver.reason)}`, 6);
  }
  if (observed.length > 0) page.heading(WORDS.observed, String(observed.length));
  for (const finding of observed) {
    page.line(line(finding));
    page.paragraph(finding.text, 6);
  }
  if (staleWaivers.length > 0) page.heading(WORDS.stale, String(staleWaivers.length));
  for (const { waiver } of staleWaivers)
    page.line(`${e(waiver.id)}  ${e(waiver.rule)}  ${waiver.granted} – ${waiver.expires}  ${e(waiver.by)}`);
}

function presentClauses(page: Page, verdict: Verdict, knowledge: Knowledge): void {
  page.heading(WORDS.clauses, String(verdict.clauses.length));
  const names = new Map(knowledge.clauses.map((clause) => [clause.id, clause.name]));
  const labels = Object.values(ASSESSMENT_NAMES).map((label) => widthOf(page.inline(label)));
  const columns = Math.max(...labels) + 2;
  for (const { clause, assessment, findings, reason } of verdict.clauses) {
    const name = names.get(clause);
    const label = padded(page.inline(ASSESSMENT_NAMES[assessment]), columns);
    page.line(`${padded(clause, 16)}${label}${name ? page.inline(name, ' / ') : ''}`.trimEnd());
    if (findings.length === 0 && assessment !== 'met' && assessment !== 'not-applicable') page.paragraph(reason, 6);
  }
}

function presentUnseen(page: Page, verdict: Verdict): void {
  page.heading(WORDS.coverage, page.inline(COVERAGE_LABELS[verdict.coverage.level]));
  for (const reason of verdict.coverage.reasons) page.paragraph(reason);
  if (verdict.gaps.length > 0) page.heading(WORDS.gaps, String(verdict.gaps.length));
  for (const gap of verdict.gaps)
    page.paragraph(gap.message, 2, `${escapeForTerminal(gap.code)} @ ${escapeForTerminal(gap.place)}: `);
  const { missing, notAssessed, off, observing } = verdict.checks;
  if (missing.length > 0) page.heading(WORDS.missing);
  for (const { check, reason } of missing) page.paragraph(reason, 2, `${check}: `);
  if (notAssessed.length > 0) page.heading(WORDS.notAssessed);
  for (const { rule, missing: needed } of notAssessed)
    page.line(`${escapeForTerminal(rule)} ← ${needed.map(escapeForTerminal).join(', ')}`);
  for (const [heading, rules] of [
    [UNCHECKED_NAMES.off, off],
    [UNCHECKED_NAMES.observing, observing],
  ] as const) {
    if (rules.length > 0) page.heading(heading, String(rules.length));
    for (const rule of rules) page.line(escapeForTerminal(rule));
  }
  page.heading(WORDS.limits);
  page.paragraph(verdict.limits);
  const { inspector, policyReader, knowledge, rules, rulebook, rulebookName, rulebookVersion, reviewedOn } = verdict.provenance;
  page.heading(WORDS.provenance);
  page.line(escapeForTerminal(`${inspector}, ${policyReader}, knowledge ${knowledge}, rules ${rules}`));
  page.line(
    escapeForTerminal(`rulebook ${rulebookName} ${rulebookVersion} ${rulebook}${reviewedOn === null ? '' : `, ${reviewedOn}`}`),
  );
}
