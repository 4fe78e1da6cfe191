import { createHash } from 'node:crypto';

/**
 * Style sheet of a letter: an official notice on A4, the same on the screen. System fonts only. A finding begins on a page of its own and
 * never takes a second one: `fit.ts` cuts its texts to the page, and the box is no higher than the page even where a font is broader than
 * was reckoned with.
 */
export const LETTER_STYLE = `
:root { color-scheme: light; --ink: #111; --dim: #4a4a4a; --line: #999; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; background: #e9e9e7; }
body { margin: 0; color: var(--ink); font: 14px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", serif; overflow-wrap: anywhere; }
:lang(en) { font-family: "Noto Serif", "Liberation Serif", "Times New Roman", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
.sheet { background: #fff; max-width: 210mm; margin: 6mm auto; padding: 16mm 15mm; box-shadow: 0 0 4px #0004; }
h1, h2, h3 { margin: 0; line-height: 1.35; font-weight: 700; break-after: avoid; }
h1 { font-size: 1.6em; text-align: center; border-bottom: 3px double var(--ink); padding-bottom: .5em; }
h1 .second, h2 .second, .term .second { display: block; font-weight: 400; }
h2 { font-size: 1.15em; }
h3 { font-size: 1em; margin-top: .5em; }
p { margin: .25em 0; white-space: pre-line; }
bdi, code { unicode-bidi: isolate; }
code { font-family: ui-monospace, "Noto Sans Mono", "Noto Sans Mono CJK SC", monospace; font-size: .88em; }
.second { color: var(--dim); }
.marks { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; margin: .6em 0 1.2em; color: var(--dim); font-size: .9em; }
.draft { border: 2px dashed var(--ink); padding: .1em .6em; font-weight: 700; color: var(--ink); }
.body p { text-indent: 2em; margin: .5em 0; } .body p:lang(en) { text-indent: 0; }
.findings { margin: .3em 0; padding-left: 2.4em; } .findings li { margin: .1em 0; break-inside: avoid; }
.term { border: 1.5px solid var(--ink); padding: .35em .8em; margin: .9em 0; font-weight: 700; break-inside: avoid; }
.signed { margin-top: 2.2em; text-align: right; break-inside: avoid; }
.item header { border-bottom: 2px solid var(--ink); padding-bottom: .35em; }
.item ul { margin: .15em 0; padding-left: 1.4em; } .item li { margin: .05em 0; }
.item .remedy { border: 1px solid var(--ink); padding: .25em .7em; margin-top: .6em; } .item .remedy h3 { margin-top: 0; }
.note { color: var(--dim); font-size: .86em; }
@page { size: A4; margin: 16mm 15mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt serif; color: #444; } }
@media print {
  html { background: none; }
  body { font-size: 9.5pt; line-height: 1.45; }
  .sheet { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  .cover { break-after: page; }
  .item { break-inside: avoid; break-after: page; max-height: 262mm; overflow: hidden; }
  .item:last-of-type { break-after: auto; }
}
`;

/** The same policy as that of reports: nothing is fetched, run, framed or sent; the one style sheet is named by its hash. */
export const LETTER_META_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(LETTER_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** As a server sends it: directives that only count in a header, too. */
export const LETTER_POLICY = `${LETTER_META_POLICY}; frame-ancestors 'none'; sandbox`;
