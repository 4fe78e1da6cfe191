import { createHash } from 'node:crypto';

/**
 * Style sheet of a report. System fonts only: nothing is fetched. Meant for paper as much as for the screen: decisions and severities are
 * told apart by words and borders, so that black and white loses nothing. `@page` margin boxes carry running header and page number.
 */
export const STYLE = `
:root { color-scheme: light; --ink: #1a1a1a; --dim: #4a4a4a; --line: #b8b8b8; --faint: #f4f4f2; --red: #a3160e; --amber: #7a4a00; --blue: #1c4a7a; --green: #1b5e20; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 56rem; padding: 2rem 1.5rem 4rem; color: var(--ink); background: #fff; font: 15px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif; overflow-wrap: anywhere; }
:lang(en) { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1, h2, h3, h4, h5 { line-height: 1.35; margin: 0; break-after: avoid; break-inside: avoid; }
h2 + p, h3 + p { break-after: avoid; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.3rem; margin-top: 2.6rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.08rem; margin-top: 1.7rem; }
h4 { font-size: 1rem; }
h5 { font-size: .92rem; color: var(--dim); margin: .9rem 0 .2rem; }
p { margin: .4rem 0; }
a { color: var(--blue); }
.second { color: var(--dim); font-size: .94em; }
code, pre, :lang(en) > code, :lang(en) > pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "Noto Sans Mono CJK SC", monospace; font-size: .87em; }
code { unicode-bidi: isolate; }
bdi { unicode-bidi: isolate; }
pre { margin: .3rem 0; padding: .45rem .7rem; background: var(--faint); border: 1px solid var(--line); white-space: pre-wrap; }
mark { background: #fff0a8; color: inherit; text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: 3px; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .9rem; }
caption { text-align: left; color: var(--dim); padding: .2rem 0; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--faint); font-weight: 600; }
tbody th { font-weight: 600; background: var(--faint); }
table.pairs th { width: 9.5rem; }
.of-clauses, .of-items, .of-permissions, .of-sdks { table-layout: fixed; }
.of-clauses th:first-child { width: 19%; } .of-clauses th:nth-child(2) { width: 17%; }
.of-items th:first-child { width: 34%; } .of-items th:nth-child(2) { width: 15%; }
.of-permissions th:first-child { width: 44%; } .of-permissions th:nth-child(2) { width: 12%; } .of-permissions th:nth-child(3) { width: 14%; } .of-permissions th:nth-child(4) { width: 13%; }
.of-sdks th:first-child { width: 21%; } .of-sdks th:nth-child(2) { width: 30%; } .of-sdks th:nth-child(3) { width: 24%; }
.masthead { border: 2px solid var(--ink); padding: 1.2rem 1.4rem; display: flex; gap: 1.2rem; align-items: flex-start; justify-content: space-between; }
.masthead p { color: var(--dim); }
.stamp { flex: none; max-width: 13rem; text-align: center; border: 3px solid; padding: .35rem 1rem; font-weight: 700; font-size: 1.3rem; letter-spacing: .05em; }
.stamp small { display: block; font-size: .72rem; font-weight: 400; letter-spacing: 0; }
.stamp .second { display: block; color: inherit; font-size: .62em; font-weight: 600; letter-spacing: .02em; }
.reject { color: var(--red); } .review { color: var(--amber); } .approve { color: var(--green); }
.stamp.review { border-style: double; border-width: 5px; }
.box { border: 1px solid var(--line); border-left: 5px solid var(--ink); padding: .6rem 1rem; margin: 1rem 0; background: var(--faint); break-inside: avoid; }
.counts { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; padding: 0; list-style: none; }
.counts li { border: 1px solid var(--line); padding: .2rem .8rem; } .counts b { font-size: 1.15rem; }
.tag { display: inline-block; border: 1.5px solid; padding: 0 .45rem; font-size: .8rem; font-weight: 700; line-height: 1.6; white-space: nowrap; }
.tag .second { font-size: .9em; color: inherit; }
.tag.reject { background: var(--red); border-color: var(--red); color: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.tag.review { border-style: double; border-width: 3px; line-height: 1.45; } .tag.warn { border-style: dashed; color: var(--dim); }
nav ol { margin: .3rem 0; padding-left: 1.6rem; } nav ol ol { font-size: .93rem; list-style: none; padding-left: .6rem; } nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
.rule { border: 1px solid var(--line); margin: .9rem 0 1.4rem; }
.rule > header { padding: .55rem 1rem; background: var(--faint); border-bottom: 1px solid var(--line); break-after: avoid; break-inside: avoid; }
.rule > header code { color: var(--dim); }
.rule .body { padding: .3rem 1rem .8rem; }
.finding { border-top: 1px dashed var(--line); padding: .6rem 0 .3rem; } .finding:first-of-type { border-top: 0; }
.finding > .what { break-after: avoid; break-inside: avoid; } .finding > .what p { font-weight: 600; } .finding > .what .second { font-weight: 400; }
.no { display: inline-block; min-width: 1.7rem; text-align: center; border: 1px solid var(--ink); font-weight: 700; font-size: .82rem; padding: 0 .3rem; margin-right: .3rem; float: left; }
ul.evidence { list-style: none; margin: .2rem 0 .2rem 0; padding: 0; }
ul.evidence > li { border-left: 3px solid var(--line); padding: .05rem 0 .05rem .8rem; margin: .45rem 0; break-inside: avoid; }
ul.evidence .kind { font-size: .8rem; font-weight: 600; color: var(--dim); margin-right: .5rem; }
blockquote { margin: .3rem 0; padding: .35rem .8rem; border: 1px solid var(--line); background: #fff; white-space: pre-wrap; }
ol.path { margin: .2rem 0; padding-left: 1.6rem; } ol.path li { margin: .1rem 0; }
.note { color: var(--dim); font-size: .86rem; }
ul.basis { margin: .1rem 0; padding-left: 1.2rem; } ul.basis li { break-inside: avoid; }
.force { display: inline-block; border: 1px solid var(--line); padding: 0 .35rem; font-size: .78rem; line-height: 1.5; } .force .second { font-size: 1em; } .force.law { border-color: var(--ink); font-weight: 600; } .force.draft { border-style: dashed; }
details.why { margin: .7rem 0 0; } summary { cursor: pointer; } details.why summary { color: var(--dim); font-size: .92rem; font-weight: 600; }
.remedy { border: 1px solid var(--ink); padding: .3rem .9rem .4rem; margin-top: .8rem; break-inside: avoid; }
.remedy h5 { margin-top: .2rem; color: var(--ink); }
tr { break-inside: avoid; } thead { display: table-header-group; }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 2px solid var(--ink); color: var(--dim); font-size: .85rem; }
dl.made { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dl.made dt { font-weight: 600; } dl.made dd { margin: 0; }
@media (max-width: 40rem) { body { padding: 1rem .8rem; } .masthead { flex-direction: column; } dl.made { grid-template-columns: 1fr; } table.wide { display: block; overflow-x: auto; } }
@page { size: A4; margin: 18mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt system-ui, sans-serif; color: #444; } @top-right { content: "Shelfgate · 应用上架审核报告"; font: 8.5pt "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #444; } }
html:lang(en) { page: english; }
@page english { @top-right { content: "Shelfgate · App review report"; font: 8.5pt system-ui, sans-serif; color: #444; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.5; } details.why { display: none; } ol.path { line-height: 1.35; }
  .rule { margin: .6rem 0 .9rem; } .finding { padding: .35rem 0 .1rem; } ul.evidence > li { margin: .25rem 0; } pre { padding: .2rem .5rem; } p { margin: .25rem 0; }
  h2 { margin-top: 1.6rem; } a { color: inherit; text-decoration: none; } .screen { display: none; }
  .box, .stamp, thead th, tbody th, pre { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  p, li { orphans: 3; widows: 3; }
}
`;

/**
 * Content security policy of a report: nothing is fetched, run, framed or sent; the one style sheet is named by its hash. The same policy
 * goes into the document for copies that are opened from a disk, where no server says it.
 */
export const STYLE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** As a server sends it: directives that only count in a header, too. */
export const REPORT_POLICY = `${STYLE_POLICY}; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox`;
