import type { Letter, LetterContent } from '../../domain/review/letter.ts';
import type { Bilingual } from '../../domain/text.ts';
import { type Html, html } from '../html.ts';
import { type ReportLanguage, Voice } from '../reports/language.ts';
import { fitItem, type Printed, type PrintedItem } from './fit.ts';
import { cutToLines } from './measure.ts';
import { LETTER_META_POLICY, LETTER_STYLE } from './style.ts';
import { LETTER_WORDS } from './words.ts';

/** A letter as it is printed. */
export interface PrintableLetter extends Pick<Letter, 'id' | 'submission' | 'state'> {
  readonly content: LetterContent;
  /** Day on which it is given, `YYYY-MM-DD`; null for a draft. */
  readonly day: string | null;
}

/** The letter as one self-contained HTML file: no script, nothing fetched, every text escaped, one page a finding at most. */
export function renderLetter(letter: PrintableLetter, language: ReportLanguage = 'zh'): string {
  const { content } = letter;
  const voice = new Voice(language);
  const items = content.items.map((item) => fitItem(item, language));
  const style: Html = { html: `<style>${LETTER_STYLE}</style>` };
  return `${
    html`<!doctype html>
<html lang="${voice.root}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${LETTER_META_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${voice.plain(content.title)} · ${letter.id}</title>${style}</head><body><main>
${cover(letter, items, voice)}
${items.map((item, at) => itemPage(item, at + 1, items.length, letter, voice))}
</main></body></html>`.html
  }\n`;
}

function cover({ id, submission, state, content, day }: PrintableLetter, items: readonly PrintedItem[], voice: Voice): Html {
  return html`<section class="sheet cover"><h1>${voice.lines(content.title)}</h1>
<div class="marks"><span>${voice.say(LETTER_WORDS.number)}${voice.colon}<code>${id}</code></span><span>${voice.say(LETTER_WORDS.submission)}${voice.colon}<code>${submission}</code></span>${
    state === 'draft' ? html`<span class="draft">${voice.say(LETTER_WORDS.draft)}</span>` : null
  }</div>
<p><b>${voice.say(LETTER_WORDS.to)}<bdi>${voice.tongue(content.addressee)}</bdi></b></p>
<div class="body">${voice.paragraphs(content.opening)}</div>
<h3>${voice.say({ zh: `${LETTER_WORDS.list.zh}（${items.length}）`, en: `${LETTER_WORDS.list.en} (${items.length})` })}</h3>
<ol class="findings">${items.map(({ title }) => html`<li>${inLine(title, voice)}</li>`)}</ol>
${content.deadline === null ? null : html`<p class="term">${voice.say(LETTER_WORDS.deadline)}${voice.colon}${voice.say(longDay(content.deadline, LAST_DAY))}</p>`}
<h3>${voice.say(LETTER_WORDS.follows)}</h3><div class="body">${voice.paragraphs(content.closing)}</div>
<h3>${voice.say(LETTER_WORDS.appeal)}</h3><div class="body">${voice.paragraphs(content.appeal)}</div>
<div class="signed"><p><bdi>${voice.tongue(content.signatory)}</bdi></p><p>${day === null ? voice.say(LETTER_WORDS.draft) : voice.say(longDay(day))}</p></div></section>`;
}

/** A deadline ends with the day, and the day is China's. */
const LAST_DAY: Bilingual = { zh: '（含当日，北京时间）', en: ' (that day included, Beijing time)' };

/** 2026年1月31日; what is no day is left as it is written. */
function longDay(day: string, suffix: Bilingual = { zh: '', en: '' }): Bilingual {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const zh = year === undefined ? day : `${year}年${Number(month)}月${Number(date)}日`;
  return { zh: zh + suffix.zh, en: day + suffix.en };
}

function itemPage(item: PrintedItem, number: number, of: number, letter: PrintableLetter, voice: Voice): Html {
  const part = (name: Bilingual, body: Html | null): Html | null =>
    body === null ? null : html`<h3>${voice.say(name)}</h3>${body}`;
  return html`<article class="sheet item"><header><h2>${number}. ${inLine(item.title, voice)}</h2>
<span class="note">${number} / ${of} · ${voice.say(LETTER_WORDS.fingerprint)} <code>${cutToLines(item.fingerprint, 1, 30)}</code> · ${voice.say(LETTER_WORDS.number)} <code>${letter.id}</code></span></header>
${part(LETTER_WORDS.found, paragraphs(item.found, voice))}
${part(LETTER_WORDS.evidence, list(item.evidence, voice))}
${part(LETTER_WORDS.basis, list(item.basis, voice))}
<div class="remedy">${part(LETTER_WORDS.remedy, paragraphs(item.remedy, voice))}</div>
${item.cut ? html`<p class="note">${voice.say(LETTER_WORDS.cut)}</p>` : null}</article>`;
}

const second = (lang: 'zh' | 'en', voice: Voice): boolean => lang === 'en' && voice.language === 'both';

/** A text in its language, marked where it is the second one. */
const marked = ({ lang, text }: Printed, voice: Voice): Html =>
  second(lang, voice) ? html`<span lang="en" class="second">${text}</span>` : html`<bdi>${voice.tongue(text)}</bdi>`;

const inLine = (texts: readonly Printed[], voice: Voice): Html =>
  html`${texts.map((text, at) => [at > 0 ? ' ' : '', marked(text, voice)])}`;

const paragraphs = (texts: readonly Printed[], voice: Voice): Html =>
  html`${texts.map((text) => html`<p>${marked(text, voice)}</p>`)}`;

const list = (entries: readonly (readonly Printed[])[], voice: Voice): Html | null =>
  entries.length === 0
    ? null
    : html`<ul>${entries.map((entry) => html`<li>${entry.map((text, at) => [at > 0 ? html`<br>` : '', marked(text, voice)])}</li>`)}</ul>`;
