import type { Bilingual } from '../../domain/text.ts';
import { type Html, html, type Piece } from '../html.ts';
import { PAGE_POLICY, STYLE } from './style.ts';
import { LANG, type Tongue } from './tongue.ts';
import { WORDS } from './words.ts';

/** A step of the way from the index to a page; without an address it is the page itself. */
export interface Step {
  readonly name: Bilingual;
  readonly href?: string;
}

/** What a page is made of, whatever it shows. */
export interface Frame {
  readonly title: Bilingual;
  readonly way: readonly Step[];
  /** What made the page, for its foot. */
  readonly version: string;
}

/** Marked as HTML already: our own style sheet, without characters that end an element. */
const STYLE_ELEMENT: Html = { html: `<style>${STYLE}</style>` };

/** A whole document around its content. */
function documentOf({ title, version }: Frame, content: Piece): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.zh} · ${title.en} · Shelfgate</title>
${STYLE_ELEMENT}
</head>
<body>
<a class="skip" href="#content">跳到正文 / Skip to the content</a>
${content}
<footer>
<p>由规则本身生成，规则版本 <code>${version}</code>。商店的规则库可以关闭、只观察或者调整规则，以商店公布的为准。机审结论仅限静态检测所及，不构成法律意见。</p>
<p lang="en">Made from the rules themselves, version <code>${version}</code>. A store’s rulebook may switch rules off, only observe them or adjust them. Static checks only; no legal advice.</p>
</footer>
</body>
</html>
`.html;
}

function wayOf(way: readonly Step[], tongue: Tongue, other: Piece): Html {
  return html`<nav class="where" aria-label="${tongue === 'zh' ? '位置' : 'Where you are'}"><ol>${way.map(({ name, href }) =>
    href === undefined
      ? html`<li aria-current="page">${name[tongue]}</li>`
      : html`<li><a href="${href}">${name[tongue]}</a></li>`,
  )}</ol>${other}</nav>`;
}

/** A page in two halves, each in one language from beginning to end: Chinese first. */
export function twoHalves(frame: Frame, half: (tongue: Tongue) => Piece): string {
  const link = (to: Tongue, words: string) => html`<a href="#${to}" lang="${LANG[to]}" hreflang="${LANG[to]}">${words}</a>`;
  return documentOf(
    frame,
    html`<main id="content">${(['zh', 'en'] as const).map(
      (tongue) => html`
<article class="half" id="${tongue}" lang="${LANG[tongue]}">
${wayOf(frame.way, tongue, link(tongue === 'zh' ? 'en' : 'zh', WORDS.otherLanguage[tongue]))}
${half(tongue)}
</article>`,
    )}
</main>`,
  );
}

/** A page with both languages side by side, for lists. */
export function sideBySide(frame: Frame, content: Piece): string {
  return documentOf(frame, html`${wayOf(frame.way, 'zh', null)}<main id="content">${content}</main>`);
}

/** Chinese, and the English under it. */
export const both = ({ zh, en }: Bilingual): Html => html`${zh}<span class="en" lang="en">${en}</span>`;
