import type { ReportView } from '../../../../../shared/domain/report/view.ts';
import type { Severity } from '../../../../../shared/domain/severity.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

/** Reasons named in the sentence; the rest is a number. */
const NAMED = 3;

interface Cause {
  readonly title: Bilingual;
  readonly count: number;
}

/** What kinds of findings decided it, each once with its count, in the order of the verdict. */
function causesOf({ verdict }: ReportView, severity: Severity): Cause[] {
  const causes = new Map<string, { title: Bilingual; count: number }>();
  for (const finding of verdict.findings) {
    if (finding.severity !== severity) continue;
    const known = causes.get(finding.rule);
    if (known === undefined) causes.set(finding.rule, { title: finding.title, count: 1 });
    else known.count += 1;
  }
  return [...causes.values()];
}

/**
 * Why the machine decided so, in one sentence: the kinds of findings of the deciding severity; where none decided (a part could not be read,
 * a check is missing) the first reason of the verdict.
 */
export function whyInOneSentence(report: ReportView): Bilingual {
  const { decision, reasons, findings } = report.verdict;
  const severity: Severity | null = decision === 'reject' ? 'reject' : decision === 'review' ? 'review' : null;
  const causes = severity === null ? [] : causesOf(report, severity);
  // Beside findings, what could not be read weighs too: a reviewer must not learn it from the last tab.
  const blind = decision === 'approve' ? undefined : reasons.find(({ code }) => code !== 'finding');
  if (causes.length === 0) return blind?.text ?? reasons[0]?.text ?? EMPTY;
  const named = causes.slice(0, NAMED);
  const others = causes.length - named.length;
  const total = findings.filter((finding) => finding.severity === severity).length;
  const zh = named.map(({ title, count }) => (count > 1 ? `${title.zh}（${count}处）` : title.zh)).join('；');
  const en = named.map(({ title, count }) => (count > 1 ? `${title.en} (${count})` : title.en)).join('; ');
  return {
    zh: `${zh}${others > 0 ? `；另有${others}类` : ''}，共${total}个问题${blind === undefined ? '' : '，且有内容未能检查'}`,
    en: `${en}${others > 0 ? `; ${others} more kinds` : ''}: ${total} ${total === 1 ? 'finding' : 'findings'}${blind === undefined ? '' : ', and parts could not be checked'}`,
  };
}

const EMPTY: Bilingual = { zh: '机审没有给出理由', en: 'The verdict gives no reason' };
