import type { Finding } from '../../../shared/domain/finding.ts';
import { SEVERITY_NAMES } from '../../../shared/domain/report/names.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import { escapeForTerminal } from '../escape.ts';
import { describeBasis } from './basis.ts';
import { describeEvidence } from './evidence.ts';
import { WORDS } from './labels.ts';
import type { Page } from './page.ts';

/** Places shown of one finding; the JSON has all of them. */
const PLACES = 5;

/** One finding with its evidence, basis and remedy. */
export function presentFinding(page: Page, finding: Finding, knowledge: Knowledge): void {
  page.line('');
  page.line(
    `[${page.inline(SEVERITY_NAMES[finding.severity])}] ${page.inline(finding.title, ' / ')}  (${escapeForTerminal(finding.rule)})`,
  );
  page.paragraph(finding.text, 6);
  for (const evidence of finding.evidence.slice(0, PLACES))
    page.line(`${page.inline(WORDS.evidence)}: ${describeEvidence(evidence)}`, 6);
  if (finding.evidence.length > PLACES) page.line(`… +${finding.evidence.length - PLACES}`, 6);
  page.line(`${page.inline(WORDS.clauses)}: ${finding.clauses.join(', ')}`, 6);
  for (const basis of finding.basis) page.line(`${page.inline(WORDS.basis)}: ${describeBasis(page, basis, knowledge)}`, 6);
  page.paragraph(finding.remedy, 6, `${page.inline(WORDS.remedy)}: `);
}
