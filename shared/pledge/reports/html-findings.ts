import type { Finding } from '../../domain/finding.ts';
import { citationOf, UNVERIFIED } from '../../domain/report/citation.ts';
import { SEVERITY_NAMES } from '../../domain/report/names.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { basisOf } from './basis-of.ts';
import type { Numbered, RuleGroup, SeverityGroup } from './groups.ts';
import { evidenceList } from './html-evidence.ts';
import type { Voice } from './language.ts';
import { SEVERITY_MEANINGS } from './wording.ts';

/** All findings with effect, by severity, clause and rule. */
export function findingSections(groups: readonly SeverityGroup[], report: Report, voice: Voice): Html {
  const clauses = new Map(report.clauses.map((clause) => [clause.id, clause]));
  return html`${groups.map(
    ({ severity, count, clauses: ofClause }) =>
      html`<section id="${severity}"><h2>${voice.say({ zh: `“${SEVERITY_NAMES[severity].zh}”类问题（${count}）`, en: `Findings of the kind "${SEVERITY_NAMES[severity].en}" (${count})` })}</h2>
${voice.paragraphs(SEVERITY_MEANINGS[severity], 'note')}
${ofClause.map(({ clause: id, rules }) => {
  const clause = clauses.get(id);
  return html`<section><h3>${clause === undefined ? html`<code>${id}</code>` : clauseHeading(clause, voice)}</h3>
${rules.map((group) => ruleBlock(group, report, voice))}</section>`;
})}</section>`,
  )}`;
}

const clauseHeading = (clause: Report['clauses'][number], voice: Voice): Html =>
  html`${voice.say({ zh: `条款 ${clause.number} ${clause.name.zh}`, en: `Clause ${clause.number}: ${clause.name.en}` })} <span class="note">${voice.say(clause.instrument)} <code>${clause.id}</code></span>`;

/** What is the same for all findings of a rule is said once: title, why it is looked at, basis, remedy. */
function ruleBlock({ rule, findings }: RuleGroup, report: Report, voice: Voice): Html {
  const { finding } = findings[0]!;
  const known = report.rules.find(({ id }) => id === rule);
  const sameRemedy = findings.every(
    ({ finding: other }) => other.remedy.zh === finding.remedy.zh && other.remedy.en === finding.remedy.en,
  );
  return html`<article class="rule"><header><h4><span class="tag ${finding.severity}">${voice.say(SEVERITY_NAMES[finding.severity])}</span> ${voice.say(finding.title)}</h4>
<code>${rule}</code>${known?.page ? html` <a href="${known.page}">${voice.say({ zh: '规则说明', en: 'about this rule' })}</a>` : null}</header><div class="body">
${findings.map((entry) => findingBlock(entry, report, voice, sameRemedy))}
${sameRemedy ? remedyBox(finding, voice) : null}${basisList(finding, report, voice)}
${why(known, finding, voice)}</div></article>`;
}

/** Said in full where an app is rejected; elsewhere folded away, and left out on paper. */
function why(rule: Report['rules'][number] | undefined, { severity }: Finding, voice: Voice): Piece {
  if (!rule?.explanation) return null;
  const heading = voice.say({ zh: '为什么检查', en: 'Why this is looked at' });
  if (severity === 'reject') return html`<h5>${heading}</h5>${voice.paragraphs(rule.explanation)}`;
  return html`<details class="why"><summary>${heading}</summary>${voice.paragraphs(rule.explanation)}</details>`;
}

function findingBlock({ number, finding }: Numbered, report: Report, voice: Voice, sameRemedy: boolean): Html {
  return html`<section class="finding" id="f-${finding.fingerprint}"><div class="what"><span class="no">${number}</span>${voice.paragraphs(finding.text)}</div>
${evidenceList(finding, report, voice)}
${sameRemedy ? null : remedyBox(finding, voice)}<p class="note">${voice.say({ zh: '对象', en: 'Subject' })} <code>${finding.subject}</code> · ${voice.say({ zh: '问题标识', en: 'fingerprint' })} <code>${finding.fingerprint}</code></p>${
    finding.similarOmitted === undefined
      ? null
      : html`<p class="note">${voice.say({ zh: `本规则另有 ${finding.similarOmitted} 个问题未列出`, en: `${finding.similarOmitted} more findings of this rule are not listed` })}</p>`
  }</section>`;
}

const remedyBox = ({ remedy }: Finding, voice: Voice): Html =>
  html`<div class="remedy"><h5>${voice.say({ zh: '整改要求', en: 'What to change' })}</h5>${voice.paragraphs(remedy)}</div>`;

/** What a finding rests on, each with its force, so that nobody takes a guideline for law; then the clauses of the pledges. */
function basisList(finding: Finding, report: Report, voice: Voice): Html {
  const clauses = finding.clauses.map((id) => report.clauses.find((clause) => clause.id === id) ?? id);
  return html`<h5>${voice.say({ zh: '条款与依据', en: 'Clauses and legal basis' })}</h5><ul class="basis">${basisOf(
    finding,
    report,
  ).map(
    ({ name, article, force, forceName, verified }) =>
      html`<li>${voice.say(citationOf({ name, article }))} <span class="force ${force}">${voice.say(forceName)}</span>${verified ? null : html` <b>${voice.brackets(voice.say(UNVERIFIED))}</b>`}</li>`,
  )}${clauses.map((clause) =>
    typeof clause === 'string'
      ? html`<li><code>${clause}</code></li>`
      : html`<li>${voice.say({ zh: `${clause.instrument.zh}第${clause.number}条（${clause.name.zh}）`, en: `${clause.instrument.en}, clause ${clause.number} (${clause.name.en})` })} <span class="force">${voice.say({ zh: '承诺条款', en: 'pledged' })}</span></li>`,
  )}</ul>`;
}
