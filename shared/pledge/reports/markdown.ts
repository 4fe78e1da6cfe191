import type { Finding } from '../../domain/finding.ts';
import { citationOf, UNVERIFIED } from '../../domain/report/citation.ts';
import { DECISION_NAMES, SEVERITY_NAMES } from '../../domain/report/names.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { basisOf } from './basis-of.ts';
import { bounded } from './bounded.ts';
import { evidenceLine, type Pen } from './evidence-line.ts';
import { groupFindings, type RuleGroup } from './groups.ts';
import { type ReportLanguage, textsIn } from './language.ts';
import { codeSpan, escaped } from './markdown-escape.ts';
import { sdkLines } from './markdown-sdks.ts';
import { MEANINGS, TITLES, UNCHECKED_NAMES } from './wording.ts';

/** Evidence of one finding and findings of one rule that a comment shows; HTML and JSON have all. */
const PLACES = 5;
const FINDINGS = 30;
const UNCHECKED = 30;

/** The report for a pull request or a ticket: decision, findings with place, basis and remedy, and what was not checked. */
export function renderMarkdown(whole: Report, language: ReportLanguage = 'zh'): string {
  const report = bounded(whole);
  const say = (text: Bilingual): string =>
    textsIn(text, language)
      .map(({ text: words }) => escaped(words))
      .join(' / ');
  const pen: Pen = { say, code: codeSpan, quote: (text) => (text === '' ? '' : `“${escaped(text, 300)}”`) };
  const { verdict, app, submission } = report;
  const groups = groupFindings(verdict.findings, report.clauses);
  const counts = groups.map(({ severity, count }) => `${say(SEVERITY_NAMES[severity])} ${count}`);
  const version = [app.versionName, app.versionCode].filter((part) => part !== null).join(' / ');
  const lines = [
    `# ${say(TITLES[verdict.decision])}`,
    '',
    `**${say(DECISION_NAMES[verdict.decision])}** · ${escaped(app.name, 100)} ${codeSpan(app.packageName ?? '')} ${codeSpan(version)}${counts.length > 0 ? ` · ${counts.join(' · ')}` : ''}`,
    '',
    ...paragraphs(MEANINGS[verdict.decision], language),
    ...groups.flatMap(({ severity, count, clauses }) => [
      `## ${say(SEVERITY_NAMES[severity])} (${count})`,
      '',
      ...clauses.flatMap(({ rules }) => rules.flatMap((group) => ruleLines(group, report, pen, language))),
    ]),
    ...sdkLines(report, say),
    ...uncheckedLines(report, say),
    `## ${say({ zh: '申诉', en: 'Appeal' })}`,
    '',
    ...paragraphs(report.appeal.text, language),
    ...(report.appeal.url === null ? [] : [codeSpan(report.appeal.url), '']),
    '---',
    '',
    `${say({ zh: '规则库', en: 'Rulebook' })} ${codeSpan(`${verdict.provenance.rulebookName} ${verdict.provenance.rulebookVersion}`)} ${codeSpan(verdict.provenance.rulebook.slice(0, 16))} · ${say({ zh: '安装包', en: 'Package' })} SHA-256 ${codeSpan(app.sha256)}${submission.id === null ? '' : ` · ${say({ zh: '送审', en: 'Submission' })} ${codeSpan(submission.id)}`}`,
  ];
  return `${lines.join('\n')}\n`;
}

const paragraphs = (text: Bilingual, language: ReportLanguage): string[] =>
  textsIn(text, language).flatMap(({ text: words }) => [escaped(words, 10_000), '']);

function ruleLines({ rule, findings }: RuleGroup, report: Report, pen: Pen, language: ReportLanguage): string[] {
  const { finding } = findings[0]!;
  const page = report.rules.find(({ id }) => id === rule)?.page ?? null;
  const name = page !== null && /^https?:\/\/[^\s()<>]+$/.test(page) ? `[${codeSpan(rule)}](${page})` : codeSpan(rule);
  const left = findings.length - FINDINGS;
  return [
    `### ${pen.say(finding.title)}`,
    '',
    name,
    '',
    ...findings.slice(0, FINDINGS).flatMap(({ number, finding: one }) => findingLines(number, one, report, pen, language)),
    ...(left > 0 ? [`- … +${left}`] : []),
    '',
    `**${pen.say({ zh: '整改要求', en: 'What to change' })}**`,
    '',
    ...paragraphs(finding.remedy, language),
    `**${pen.say({ zh: '依据', en: 'Basis' })}**`,
    '',
    ...basisOf(finding, report).map(
      ({ name: named, article, forceName, verified }) =>
        `- ${pen.say(citationOf({ name: named, article }))} — ${pen.say(forceName)}${verified ? '' : ` (${pen.say(UNVERIFIED)})`}`,
    ),
    `- ${finding.clauses.map((clause) => codeSpan(clause)).join(', ')}`,
    '',
  ];
}

function findingLines(number: number, finding: Finding, report: Report, pen: Pen, language: ReportLanguage): string[] {
  const left = finding.evidence.length - PLACES + (finding.evidenceOmitted ?? 0);
  return [
    ...textsIn(finding.text, language).map(({ text }, at) =>
      at === 0 ? `- **${number}.** ${escaped(text)}` : `  ${escaped(text)}`,
    ),
    ...finding.evidence.slice(0, PLACES).map((piece) => `  - ${evidenceLine(piece, report, pen)}`),
    ...(left > 0 ? [`  - … +${left}`] : []),
  ];
}

function uncheckedLines({ notChecked }: Report, say: (text: Bilingual) => string): string[] {
  const left = notChecked.length - UNCHECKED;
  return [
    `## ${say({ zh: '未检查的内容', en: 'What was not checked' })}`,
    '',
    ...notChecked
      .slice(-UNCHECKED)
      .map(
        ({ kind, place, text }) => `- ${say(UNCHECKED_NAMES[kind])}: ${say(text)}${place === null ? '' : ` ${codeSpan(place)}`}`,
      ),
    ...(left > 0 ? [`- … +${left}`] : []),
    '',
  ];
}
