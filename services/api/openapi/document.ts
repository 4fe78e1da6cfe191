import type { Rule } from '../../../shared/checks/rule.ts';
import { CSRF_HEADER } from '../access/session.ts';
import { SECURE_COOKIE } from '../access/session-cookie.ts';
import type { AnyOperation } from '../operation.ts';
import { TAGS } from '../operations.ts';
import { rulePagePaths } from '../rules-pages/paths.ts';
import { componentSchemas } from './components.ts';
import type { JsonObject } from './json.ts';
import { describeOperation, line } from './paths.ts';
import { uploadPaths } from './uploads.ts';
import { webhooks } from './webhooks.ts';

/** Version of the API's description; the path's `/v1` changes only when something breaks. */
const VERSION = '1.0.0';

/** The OpenAPI 3.1 document of the whole API, made of the very schemas that validate requests and answers. */
export function openApiDocument(
  operations: readonly AnyOperation[],
  { rules, publicUrl }: { readonly rules: readonly Rule[]; readonly publicUrl: string | null },
): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  const allPaths = { ...paths, ...rulePagePaths, ...uploadPaths };
  return {
    openapi: '3.1.0',
    info: {
      title: '上架审核接口 / Shelfgate',
      version: VERSION,
      description: line({
        zh: '应用商店送审安装包并取得机审结论。错误一律为 RFC 9457 文档，code 稳定，中英文并列。',
        en: 'Stores submit app packages and get verdicts. Errors are RFC 9457 documents with a stable code, in both languages.',
      }),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl ?? '/' }],
    tags: TAGS.map(({ name, zh, en }) => ({ name, description: line({ zh, en }) })),
    paths: allPaths,
    webhooks,
    components: {
      schemas: componentSchemas(
        { paths: allPaths, webhooks },
        rules.map((rule) => rule.id),
      ),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'sg_…',
          description: line({
            zh: '商店的密钥；各操作所需权限见 security',
            en: 'A key of the store; security names the scope needed',
          }),
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SECURE_COOKIE,
          description: line({
            zh: `审核工作台的会话；除 GET 外须附 ${CSRF_HEADER}；security 列出所需权限`,
            en: `A session of the reviewers' console; all but GET also send ${CSRF_HEADER}; security names the right needed`,
          }),
        },
      },
    },
  };
}
