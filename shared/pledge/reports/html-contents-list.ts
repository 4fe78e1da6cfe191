import { SEVERITY_NAMES } from '../../domain/report/names.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import type { RuleGroup, SeverityGroup } from './groups.ts';
import { hasSdkSection } from './html-sdks.ts';
import type { Voice } from './language.ts';

/** Numbers that one line lists before it gives a range only. */
const LISTED = 12;

/** Table of contents: the findings by severity and rule with their numbers, then the other parts. */
export function contentsList(report: Report, groups: readonly SeverityGroup[], voice: Voice): Html {
  const parts: readonly (readonly [string, { zh: string; en: string }, boolean])[] = [
    ['clauses', { zh: '条款评估', en: 'Assessment of the clauses' }, true],
    ['permissions', { zh: '权限对照', en: 'Permissions' }, report.permissions.length > 0],
    ['features', { zh: '快应用接口', en: 'Quick app features' }, report.features.length > 0],
    ['sdks', { zh: '第三方SDK对照', en: 'Third-party SDKs' }, hasSdkSection(report)],
    ['policy-items', { zh: '隐私政策要素核对', en: 'Checklist of the privacy policy' }, report.policyItems.length > 0],
    ['signing', { zh: '签名与证书', en: 'Signature and certificates' }, report.signing !== null],
    [
      'records',
      { zh: '平台记录', en: 'What the platform has on record' },
      report.records.previous !== null || report.records.filing !== null,
    ],
    ['not-checked', { zh: '未检查的内容', en: 'What was not checked' }, true],
    [
      'without-effect',
      { zh: '不影响结论的记录', en: 'Recorded without effect' },
      report.verdict.waived.length + report.verdict.observed.length + report.verdict.staleWaivers.length > 0,
    ],
    ['appeal', { zh: '申诉', en: 'Appeal' }, true],
    ['made-with', { zh: '审核依据的版本', en: 'What this was made with' }, true],
  ];
  return html`<nav aria-labelledby="contents"><h2 id="contents">${voice.say({ zh: '目录', en: 'Contents' })}</h2><ol>${groups.map(
    ({ severity, count, clauses }) =>
      html`<li><a href="#${severity}">${voice.say({ zh: `“${SEVERITY_NAMES[severity].zh}”类问题（${count}）`, en: `Findings of the kind "${SEVERITY_NAMES[severity].en}" (${count})` })}</a><ol>${clauses.flatMap(({ rules }) => rules.map((group) => line(group, voice)))}</ol></li>`,
  )}${parts.filter(([, , there]) => there).map(([id, text]) => html`<li><a href="#${id}">${voice.say(text)}</a></li>`)}</ol></nav>`;
}

function line({ findings }: RuleGroup, voice: Voice): Piece {
  const [first] = findings;
  const link = ({ number, finding }: RuleGroup['findings'][number]) => html`<a href="#f-${finding.fingerprint}">${number}</a>`;
  const numbers =
    findings.length > LISTED
      ? html`${link(first!)}–${link(findings.at(-1)!)}`
      : findings.map((entry, at) => html`${at > 0 ? ', ' : ''}${link(entry)}`);
  return html`<li>${numbers} · ${voice.say(first!.finding.title)}</li>`;
}
