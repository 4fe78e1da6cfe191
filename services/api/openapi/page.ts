import { type Html, html } from '../../../shared/pledge/html.ts';
import { PROBLEM_CODES, PROBLEMS } from '../problems/codes.ts';
import type { JsonObject } from './json.ts';

interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly { readonly key?: readonly string[] }[];
  readonly parameters: readonly { name: string; in: string; required: boolean; description?: string; schema: JsonObject }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, { schema: { $ref?: string } }>> }>
  >;
}

const nameOf = (ref: string | undefined): string | null => ref?.slice(ref.lastIndexOf('/') + 1) ?? null;
const schemaLink = (ref: string | undefined): Html | null => {
  const name = nameOf(ref);
  return name === null ? null : html`<a href="#schema-${name}"><code>${name}</code></a>`;
};

type Parameter = Described['parameters'][number];
const parameterRow = ({ name, in: place, required, description, schema }: Parameter): Html =>
  html`<tr><td><code>${name}</code>${required ? ' *' : ''}</td><td>${place}</td><td>${description}</td><td><code>${JSON.stringify(schema)}</code></td></tr>`;
const bodyRow = ([mediaType, { schema }]: [string, { readonly schema?: { readonly $ref?: string } }]): Html =>
  html`<tr><td><code>${mediaType}</code></td><td>${schemaLink(schema?.$ref)}</td></tr>`;

const section = (title: string, rows: readonly Html[]): Html | null =>
  rows.length === 0 ? null : html`<h4>${title}</h4><table>${rows}</table>`;

function operationBlock(method: string, path: string, operation: Described): Html {
  const scope = operation.security[0]?.key?.[0];
  const bodies = Object.entries(operation.requestBody?.content ?? {});
  return html`<details id="${operation.operationId}"><summary><h3><span class="method">${method}</span> <code>${path}</code></h3>
<span>${operation.summary}</span> <span class="scope">${scope ? html`需要权限 / scope: <code>${scope}</code>` : '无需密钥 / no key'}</span></summary>
${operation.description ? html`<p>${operation.description}</p>` : null}
${section('参数 / Parameters', operation.parameters.map(parameterRow))}
${section('请求体 / Body', bodies.map(bodyRow))}
<h4>应答 / Responses</h4><table>${Object.entries(operation.responses).map(
    ([status, { description, content }]) =>
      html`<tr><td><code>${status}</code></td><td>${description}</td><td>${Object.entries(content ?? {}).map(([type, { schema }]) => (schema.$ref === undefined ? html` <code>${type}</code>` : schemaLink(schema.$ref)))}</td></tr>`,
  )}</table></details>`;
}

/** The documentation as one page that needs no script: the operations by group, the problem codes, the schemas. */
export function docsPage(document: JsonObject): string {
  const { info, tags, paths, components } = document as unknown as {
    info: { title: string; description: string };
    tags: { name: string; description: string }[];
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, JsonObject> };
  };
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${info.title}</title>
<link rel="stylesheet" href="/docs/style.css"></head><body>
<h1>${info.title}</h1><p>${info.description}</p>
<nav>${tags.map((tag) => html`<a href="#tag-${tag.name}">${tag.description}</a>`)}<a href="#problems">错误码 / Problems</a>
<a href="#schemas">数据结构 / Schemas</a><a href="/v1/openapi.json">openapi.json</a></nav>
${tags.map(
  (tag) =>
    html`<h2 id="tag-${tag.name}">${tag.description}</h2>${all
      .filter(({ operation }) => operation.tags.includes(tag.name))
      .map(({ method, path, operation }) => operationBlock(method, path, operation))}`,
)}
<h2 id="problems">错误码 / Problems</h2>
<table><tr><th>code</th><th>status</th><th>含义 / Meaning</th></tr>${PROBLEM_CODES.map(
    (code) =>
      html`<tr id="problem-${code}"><td><code>${code}</code></td><td>${PROBLEMS[code].status}</td><td>${PROBLEMS[code].title.zh} / ${PROBLEMS[code].title.en}</td></tr>`,
  )}</table>
<h2 id="schemas">数据结构 / Schemas</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) =>
    html`<details id="schema-${name}"><summary><h3><code>${name}</code></h3></summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>`,
)}
</body></html>
`.html;
}
