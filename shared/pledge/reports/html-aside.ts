import type { Finding } from '../../domain/finding.ts';
import { SEVERITY_NAMES } from '../../domain/report/names.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { table } from './html-table.ts';
import type { Voice } from './language.ts';
import { UNCHECKED_NAMES } from './wording.ts';

const MOST = 200;

/** What was not looked at or could not be decided, by kind. */
export function uncheckedSection({ notChecked }: Report, voice: Voice): Html {
  const kinds = [...new Set(notChecked.map(({ kind }) => kind))];
  return html`<section id="not-checked"><h2>${voice.say({ zh: '未检查的内容', en: 'What was not checked' })}</h2>
${voice.paragraphs({ zh: '以下各项本次机审没有看到或不能判断，“未发现问题”不包括它们。', en: 'This review did not see or could not decide the following; "nothing found" does not include it.' }, 'note')}
${kinds.map((kind) => {
  const own = notChecked.filter((entry) => entry.kind === kind);
  const items = own.slice(0, MOST);
  return html`<h3>${voice.say(UNCHECKED_NAMES[kind])}${own.length > 1 && voice.brackets(own.length)}</h3>${
    kind === 'limits'
      ? items.map(({ text }) => voice.paragraphs(text))
      : html`<ul>${items.map(({ place, text }) => html`<li>${voice.say(text)}${place === null ? null : html` <code>${place}</code>`}</li>`)}</ul>`
  }${own.length > MOST ? html`<p class="note">… +${own.length - MOST}</p>` : null}`;
})}</section>`;
}

/** What the store's rulebook takes the effect from: shown, so that nothing is hidden, and marked as without effect. */
export function withoutEffect({ verdict: { waived, observed, staleWaivers } }: Report, voice: Voice): Piece {
  if (waived.length + observed.length + staleWaivers.length === 0) return null;
  const summary = ({ severity, title, text, rule, subject }: Finding): Piece[] => [
    html`${voice.say(title)}<br><code>${rule}</code>`,
    html`${voice.paragraphs(text)}<p class="note"><code>${subject}</code> · ${voice.say(SEVERITY_NAMES[severity])}</p>`,
  ];
  const finding = { zh: '问题', en: 'Finding' };
  const what = { zh: '内容', en: 'What' };
  return html`<section id="without-effect"><h2>${voice.say({ zh: '不影响结论的记录', en: 'Recorded without effect' })}</h2>${
    waived.length > 0 &&
    html`<h3>${voice.say({ zh: `已豁免的问题（${waived.length}）`, en: `Waived findings (${waived.length})` })}</h3>${table(
      [finding, what, { zh: '豁免', en: 'Waiver' }],
      waived
        .slice(0, MOST)
        .map(({ finding: one, waiver }) => [
          ...summary(one),
          html`<code>${waiver.id}</code><br>${voice.tongue(waiver.reason)}<br>${voice.say({ zh: '批准人', en: 'granted by' })} ${voice.tongue(waiver.by)}<br>${waiver.granted} – ${waiver.expires}`,
        ]),
      voice,
    )}`
  }${
    observed.length > 0 &&
    html`<h3>${voice.say({ zh: `仅作观察的问题（${observed.length}）`, en: `Observed findings (${observed.length})` })}</h3>${table([finding, what], observed.slice(0, MOST).map(summary), voice)}`
  }${
    staleWaivers.length > 0 &&
    html`<h3>${voice.say({ zh: `已失效的豁免（${staleWaivers.length}）`, en: `Waivers that no longer hold (${staleWaivers.length})` })}</h3>${table(
      [
        { zh: '豁免', en: 'Waiver' },
        { zh: '规则', en: 'Rule' },
        { zh: '有效期', en: 'Held' },
        { zh: '批准人', en: 'Granted by' },
      ],
      staleWaivers
        .slice(0, MOST)
        .map(({ waiver }) => [
          html`<code>${waiver.id}</code>`,
          html`<code>${waiver.rule}</code>`,
          `${waiver.granted} – ${waiver.expires}`,
          voice.tongue(waiver.by),
        ]),
      voice,
    )}`
  }</section>`;
}

/** How to object. An address becomes a link only where it is one that a browser may follow. */
export function appealSection({ appeal: { text, url } }: Report, voice: Voice): Html {
  const link = url !== null && /^(?:https?:\/\/|mailto:)/i.test(url);
  return html`<section id="appeal"><h2>${voice.say({ zh: '申诉', en: 'Appeal' })}</h2>${voice.paragraphs(text)}${
    url === null
      ? null
      : html`<p>${link ? html`<a href="${url}" rel="noopener noreferrer">${url}</a>` : html`<code>${url}</code>`}</p>`
  }</section>`;
}
