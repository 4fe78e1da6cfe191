import { createRequire } from 'node:module';
import { z } from 'zod';
import { packageFactsSchema } from './package-facts.ts';

/** Text of a field, Chinese and English, by its path: `code.dexFiles[].entry`; those of shared shapes by name: `ApiUse.target`. */
export type FieldTexts = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What each field means, where it comes from and when it is empty. */
export const FIELD_TEXTS: FieldTexts = createRequire(import.meta.url)('./fields.json');

/** One field of the facts. */
export interface Field {
  readonly path: string;
  /** `string`, `string | null`, `ApiUse[]`, `a | b`; what is optional ends in `?`. */
  readonly type: string;
}

interface Node {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

/** Every field of the published schema, parents before children, in its order; shared shapes follow under their names. */
export function listFields(): Field[] {
  const root = z.toJSONSchema(packageFactsSchema) as Node;
  const shared = Object.entries(root.$defs ?? {}).flatMap(([name, shape]) => fieldsOf(shape, name));
  return [...fieldsOf(root, ''), ...shared];
}

function fieldsOf(node: Node, path: string): Field[] {
  if (node.anyOf) return node.anyOf.flatMap((option) => fieldsOf(option, path));
  if (node.items) return fieldsOf(node.items, `${path}[]`);
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const optional = node.required?.includes(name) ? '' : '?';
    return [{ path: place, type: typeOf(child) + optional }, ...fieldsOf(child, place)];
  });
}

function typeOf(node: Node): string {
  if (node.$ref) return node.$ref.slice(node.$ref.lastIndexOf('/') + 1);
  if (node.anyOf) return node.anyOf.map(typeOf).join(' | ');
  if (node.items) return node.items.enum || node.items.anyOf ? `(${typeOf(node.items)})[]` : `${typeOf(node.items)}[]`;
  if (node.const !== undefined) return node.const;
  return node.enum ? node.enum.join(' | ') : [node.type ?? 'any'].flat().join(' | ');
}

const HEAD = `# 安装包事实 / Package facts

\`PackageFacts\`（\`package-facts/2\`）是检查器读出的一切，只说有什么，不说对不对；规则只看它，从不打开安装包。本页由
\`schema/\` 生成，字段一个不少；\`schema/package-facts.schema.json\` 是同一内容的 JSON Schema。

\`PackageFacts\` is all that the inspector reads: what is there, never whether it is right. Rules see nothing else of a package. This page is
generated from \`schema/\` and has every field; \`schema/package-facts.schema.json\` is the same as JSON Schema.

- 列表为空、值为 null、字段不出现（类型后的 \`?\`）是三件事：空是读过而没有；null 与不出现的含义见各字段。
  An empty list, null and an absent field (\`?\` behind the type) differ: empty was read and is not there; the rest is said at each field.
- 没能读到的部分在 \`gaps\` 里：先看 \`gaps\` 与 \`coverage\`，再把“没有”当作没有。
  What could not be read is in \`gaps\`: look there and at \`coverage\` before taking "nothing" for nothing.
- 所有文字来自安装包，不可信；显示时须转义。 All texts come from the package and are untrusted: escape them.

`;

/** The page for people who write rules. */
export function describeFacts(): string {
  const sections = new Map<string, Field[]>();
  for (const field of listFields()) {
    const section = field.path.split(/[.[]/)[0]!;
    sections.set(section, [...(sections.get(section) ?? []), field]);
  }
  const plain = [...sections].filter(([, fields]) => fields.length === 1).map(([, fields]) => fields[0]!);
  const rest = [...sections].filter(([, fields]) => fields.length > 1);
  return [HEAD + table(plain), ...rest.map(([name, fields]) => `## ${name}\n\n${table(fields)}`)].join('\n');
}

function table(fields: readonly Field[]): string {
  const rows = fields.map(({ path, type }) => {
    const [zh, en] = FIELD_TEXTS[path] ?? ['', ''];
    return `| \`${path}\` | \`${type.replaceAll('|', '\\|')}\` | ${zh} | ${en} |`;
  });
  return ['| 字段 field | 类型 type | 含义 | meaning |', '|---|---|---|---|', ...rows, ''].join('\n');
}
