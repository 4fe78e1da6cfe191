import { DECISION_NAMES, SEVERITY_NAMES } from '../../domain/report/names.ts';
import { POLICY_OUTCOMES } from '../../domain/report/table-words.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { shortened } from '../visible.ts';
import type { SeverityGroup } from './groups.ts';
import { pairs } from './html-table.ts';
import type { Voice } from './language.ts';
import { COVERAGE_NAMES, MEANINGS, NEXT_STEPS, TITLES } from './wording.ts';

const name = (text: string | null, voice: Voice): Piece =>
  text === null ? null : html`<bdi>${voice.tongue(shortened(text, 200))}</bdi>`;
const code = (text: string | number | null): Piece => (text === null ? null : html`<code>${text}</code>`);

const versionOf = ({ app }: Report): string => [app.versionName, app.versionCode].filter((part) => part !== null).join(' / ');

/** Title, decision and the app's name. */
export function masthead(report: Report, voice: Voice): Html {
  const { app, verdict } = report;
  const version = versionOf(report);
  return html`<header class="masthead"><div><h1>${voice.lines(TITLES[verdict.decision])}</h1>
<p><bdi>${voice.tongue(shortened(app.name, 100))}</bdi>${app.packageName && html` <code>${app.packageName}</code>`}${version === '' ? null : html` <code>${version}</code>`}</p></div>
<div class="stamp ${verdict.decision}">${voice.say(DECISION_NAMES[verdict.decision])}<small>${voice.say({ zh: '机审结论', en: 'The machine’s verdict' })}</small></div></header>`;
}

/** What was reviewed, so that nobody takes the report for that of another version. */
export function subject(report: Report, voice: Voice): Html {
  const { app, submission, policy, verdict } = report;
  const category = app.category.name;
  const version = versionOf(report);
  return html`<section id="subject"><h2>${voice.say({ zh: '审核对象', en: 'What was reviewed' })}</h2>${pairs(
    [
      [{ zh: '应用名称', en: 'App' }, name(app.name, voice)],
      [{ zh: '包名', en: 'Package name' }, code(app.packageName)],
      [{ zh: '版本', en: 'Version' }, version === '' ? null : code(version)],
      [
        { zh: '应用类别', en: 'Category' },
        category === null ? String(app.category.id) : html`${app.category.id} ${voice.say(category)}`,
      ],
      [
        { zh: '开发者', en: 'Developer' },
        html`${app.developer.name && name(app.developer.name, voice)} <code>${app.developer.id}</code>`,
      ],
      [{ zh: '备案号', en: 'Filing number' }, name(app.filingNumber, voice)],
      [
        { zh: '送审编号', en: 'Submission' },
        submission.id &&
          html`<code>${submission.id}</code>${submission.run && voice.say({ zh: `（第 ${submission.run} 轮）`, en: ` (run ${submission.run})` })}`,
      ],
      [
        { zh: '机审时间', en: 'Decided' },
        submission.decidedAt && html`<time datetime="${submission.decidedAt}">${moment(submission.decidedAt)}</time>`,
      ],
      [
        { zh: '安装包', en: 'Package' },
        html`${app.format?.toUpperCase()}${app.bytes === null ? null : ` ${megabytes(app.bytes)}`}<br><span class="note">SHA-256</span> <code>${app.sha256}</code>`,
      ],
      [
        { zh: '隐私政策', en: 'Privacy policy' },
        html`${voice.say(POLICY_OUTCOMES[policy.outcome])}${policy.reason && html` (<code>${policy.reason}</code>)`}${policy.url && html`<br><code>${shortened(policy.url, 300)}</code>`}${policy.sha256 && html`<br><span class="note">SHA-256</span> <code>${policy.sha256}</code>`}`,
      ],
      [{ zh: '代码覆盖度', en: 'Code coverage' }, voice.say(COVERAGE_NAMES[verdict.coverage.level])],
    ],
    voice,
  )}</section>`;
}

/** As clocks in China show it: `2026-11-21 16:30 (UTC+8)`. */
const moment = (iso: string): string =>
  `${new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} (UTC+8)`;

const megabytes = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** What the decision means, why, and what to do. */
export function conclusion(report: Report, groups: readonly SeverityGroup[], voice: Voice): Html {
  const { decision, reasons } = report.verdict;
  // Findings speak for themselves below; what else holds an app is said here.
  const other = reasons.filter(({ code: kind }) => kind !== 'finding').slice(0, 20);
  return html`<section id="conclusion"><h2>${voice.say({ zh: '结论', en: 'Conclusion' })}</h2>
<div class="box">${voice.paragraphs(MEANINGS[decision])}</div>
<ul class="counts">${groups.map(({ severity, count }) => html`<li><a href="#${severity}"><span class="tag ${severity}">${voice.say(SEVERITY_NAMES[severity])}</span></a> <b>${count}</b></li>`)}</ul>
${other.length === 0 || decision === 'approve' ? null : html`<h3>${voice.say({ zh: '另有以下原因', en: 'Further reasons' })}</h3><ul>${other.map(({ text }) => html`<li>${voice.say(text)}</li>`)}</ul>`}
<h3>${voice.say({ zh: '下一步', en: 'What to do next' })}</h3><ol>${NEXT_STEPS[decision].map((step) => html`<li>${voice.say(step)}</li>`)}</ol></section>`;
}
