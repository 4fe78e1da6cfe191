import { type Html, html } from '../html.ts';
import type { Report } from '../report.ts';
import { shortened } from '../visible.ts';
import { bounded } from './bounded.ts';
import { groupFindings, numbersOf } from './groups.ts';
import { appealSection, uncheckedSection, withoutEffect } from './html-aside.ts';
import { clauseTables } from './html-clauses.ts';
import { contentTables } from './html-contents.ts';
import { contentsList } from './html-contents-list.ts';
import { findingSections } from './html-findings.ts';
import { conclusion, masthead, subject } from './html-head.ts';
import { recordSection, signingSection } from './html-signing.ts';
import { type ReportLanguage, Voice } from './language.ts';
import { STYLE, STYLE_POLICY } from './style.ts';
import { TITLES } from './wording.ts';

/**
 * The report as one self-contained HTML file: a 整改通知 to act on when rejected, a review sheet when held, a record when approved. No
 * script, nothing fetched, everything foreign escaped and made visible; made for the screen and for A4 paper.
 */
export function renderHtml(whole: Report, language: ReportLanguage = 'zh'): string {
  const report = bounded(whole);
  const voice = new Voice(language);
  const groups = groupFindings(report.verdict.findings, report.clauses);
  const title = `${voice.plain(TITLES[report.verdict.decision])} · ${shortened(report.app.name, 80)}`;
  const style: Html = { html: `<style>${STYLE}</style>` };
  return `${
    html`<!doctype html>
<html lang="${voice.root}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${STYLE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${title}</title>${style}</head><body>
${masthead(report, voice)}
<main>${conclusion(report, groups, voice)}
${subject(report, voice)}
${contentsList(report, groups, voice)}
${findingSections(groups, report, voice)}
${clauseTables(report, numbersOf(groups), voice)}
${contentTables(report, voice)}
${signingSection(report, voice)}
${recordSection(report, voice)}
${uncheckedSection(report, voice)}
${withoutEffect(report, voice)}
${appealSection(report, voice)}</main>
${madeWith(report, voice)}
</body></html>`.html
  }\n`;
}

/** Enough to make the same verdict again. */
function madeWith({ verdict: { provenance } }: Report, voice: Voice): Html {
  const {
    rulebookName,
    rulebookVersion,
    rulebook,
    rules,
    reviewedOn,
    inspector,
    policyReader,
    knowledge,
    policySha256,
    packageSha256,
  } = provenance;
  const rows = [
    [{ zh: '规则库', en: 'Rulebook' }, html`<bdi>${voice.tongue(rulebookName)}</bdi> <code>${rulebookVersion}</code>`],
    [{ zh: '规则库 SHA-256', en: 'Rulebook SHA-256' }, html`<code>${rulebook}</code>`],
    [{ zh: '规则版本', en: 'Rules' }, html`<code>${rules}</code>`],
    [{ zh: '审核日期', en: 'Reviewed on' }, reviewedOn ?? '—'],
    [{ zh: '解析引擎', en: 'Inspector' }, html`<code>${inspector}</code>`],
    [{ zh: '政策阅读器', en: 'Policy reader' }, html`<code>${policyReader}</code>`],
    [{ zh: '知识库', en: 'Knowledge' }, html`<code>${knowledge}</code>`],
    [{ zh: '安装包 SHA-256', en: 'Package SHA-256' }, html`<code>${packageSha256}</code>`],
    [{ zh: '政策快照 SHA-256', en: 'Policy snapshot SHA-256' }, policySha256 === null ? '—' : html`<code>${policySha256}</code>`],
  ] as const;
  return html`<footer id="made-with"><h2>${voice.say({ zh: '审核依据的版本', en: 'What this was made with' })}</h2><dl class="made">${rows.map(
    ([term, value]) => html`<dt>${voice.say(term)}</dt><dd>${value}</dd>`,
  )}</dl>${voice.paragraphs({ zh: '本报告由 Shelfgate 根据安装包、隐私政策和上架信息的静态检测自动生成。相同的输入、规则库和版本得出相同的结论。', en: 'Made by Shelfgate from static checks of the package, the privacy policy and the listing. The same input, rulebook and versions give the same verdict.' })}</footer>`;
}
