import { html } from '../../../shared/pledge/html.ts';

/** The page at `/`: what this is and where to go. */
export function frontPage(served: { readonly console: boolean }): string {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shelfgate 上架审核</title>
<link rel="stylesheet" href="/docs/style.css"></head><body>
<h1>Shelfgate 上架审核</h1>
<p>应用上架前的个人信息保护自动审核：商店送审安装包、上架信息与隐私政策，得到逐条款、附证据的机审结论。</p>
<p>Reviews how app packages protect personal information before a store puts them on the shelf: submit a package, its listing and its privacy policy; the verdict assesses every clause and shows evidence.</p>
<ul>
${
  served.console
    ? html`<li><a href="/console/">审核工作台 / Reviewers’ console</a></li>
`
    : null
}<li><a href="/docs">接口文档 / API documentation</a></li>
<li><a href="/v1/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/rules/">规则与条款的说明 / Rules and clauses explained</a></li>
<li><a href="/v1/rules">规则库 / Rules</a></li>
<li><a href="/v1/clauses">条款目录 / Clauses</a></li>
<li><a href="/readyz">运行状态 / Readiness</a></li>
</ul>
</body></html>
`.html;
}
