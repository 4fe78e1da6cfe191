import { createHash } from 'node:crypto';

/** Style sheet of the pages: system fonts, nothing fetched, legible on paper and without colours. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --dim: #555; --line: #c4c4c4; --faint: #f5f5f3; --paper: #fff; --link: #1c4a7a; --red: #a3160e; --amber: #7a4a00; --green: #1b5e20; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6e6e3; --dim: #a9a9a5; --line: #4a4a4a; --faint: #262626; --paper: #1a1a1a; --link: #9cc4ee; --red: #ff9d94; --amber: #ecc077; --green: #9ad09d; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: auto; }
body { margin: 0 auto; max-width: 54rem; padding: 1.5rem 1.5rem 4rem; color: var(--ink); background: var(--paper); font: 16px/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif; overflow-wrap: anywhere; }
:lang(en) { line-height: 1.6; font-family: "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", system-ui, "Noto Sans CJK SC", sans-serif; } [lang="zh-CN"] { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif; }
:lang(en) :is(code, pre, var), :lang(zh-CN) :is(code, pre, var), pre:lang(zh-CN) { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "Noto Sans CJK SC", monospace; }
a { color: var(--link); text-underline-offset: 3px; }
h1 { font-size: 1.7rem; line-height: 1.35; margin: .6rem 0 .4rem; }
h2 { font-size: 1.2rem; line-height: 1.4; margin: 2.2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); break-after: avoid; }
h3 { font-size: 1.02rem; margin: 1.3rem 0 .3rem; break-after: avoid; }
p { margin: .5rem 0; }
code, pre, var { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "Noto Sans Mono CJK SC", "Noto Sans CJK SC", monospace; font-size: .88em; }
var { font-style: normal; padding: 0 .2em; border: 1px dashed var(--line); border-radius: 2px; }
nav.where { font-size: .9rem; color: var(--dim); display: flex; flex-wrap: wrap; gap: .3rem 1rem; justify-content: space-between; }
nav.where ol { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; } nav.where li + li::before { content: "/"; margin-right: .5rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
.id { color: var(--dim); }
.ceiling { border: 1px solid var(--line); border-left-width: 6px; background: var(--faint); padding: .55rem 1rem; margin: 1rem 0; break-inside: avoid; }
.ceiling.reject { border-left-color: var(--red); } .ceiling.review { border-left-color: var(--amber); }
.tag { display: inline-block; border: 1.5px solid; border-radius: 3px; padding: 0 .5rem; font-size: .82rem; font-weight: 700; line-height: 1.55; white-space: nowrap; }
.tag.reject { color: var(--red); } .tag.review { color: var(--amber); border-style: double; border-width: 3px; } .tag.warn { color: var(--dim); border-style: dashed; }
figure { margin: .7rem 0; border: 1px solid var(--line); border-radius: 4px; overflow: hidden; break-inside: avoid; }
figure.bad { border-left: 6px solid var(--red); } figure.good { border-left: 6px solid var(--green); }
figcaption { padding: .45rem .9rem; background: var(--faint); } figcaption b { margin-right: .6rem; } .bad figcaption b { color: var(--red); } .good figcaption b { color: var(--green); }
pre { border: 1px solid var(--line); padding: .7rem .9rem; margin: .5rem 0; white-space: pre-wrap; }
figure pre { border: 0; margin: 0; padding: .7rem .9rem; white-space: pre-wrap; border-top: 1px solid var(--line); }
.remedy { border: 1.5px solid var(--ink); border-radius: 4px; padding: .5rem 1rem; break-inside: avoid; }
ul { padding-left: 1.3rem; margin: .5rem 0; } li { margin: .25rem 0; }
ul.said { list-style: none; padding: 0; } ul.said li { border-left: 3px solid var(--line); padding-left: .9rem; margin: .6rem 0; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: .7rem 0; font-size: .92rem; }
th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; } thead th { background: var(--faint); } thead { display: table-header-group; } tr { break-inside: avoid; }
tbody th { font-weight: 400; } .short { white-space: nowrap; }
caption { text-align: left; font-weight: 700; font-size: 1rem; padding: .3rem 0; }
td .en, th .en, li .en { color: var(--dim); font-size: .93em; display: block; }
.verify { color: var(--amber); font-weight: 700; }
.half + .half { margin-top: 4rem; border-top: 3px solid var(--ink); padding-top: 1rem; }
.scroll { overflow-x: auto; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .6rem; color: var(--dim); font-size: .86rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 40rem) { body { padding: 1rem .9rem 3rem; } }
@page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt system-ui, sans-serif; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } a { color: inherit; text-decoration: none; } .skip, nav.where { display: none; } .half + .half { break-before: page; border: 0; margin: 0; } figcaption, thead th, .ceiling { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** Nothing is fetched, run or sent; the one style sheet is named by its hash. Stands in the page too, for copies on a disk. */
export const PAGE_POLICY = `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'`;

/** As a server sends it, with what counts in a header only. */
export const SERVED_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`;
