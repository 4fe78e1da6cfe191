import { CHECKS } from '../../../shared/domain/check.ts';
import type { JsonObject } from '../openapi/json.ts';
import { line, problemResponses } from '../openapi/paths.ts';

const HTML: JsonObject = { 'text/html': { schema: { type: 'string' } } };
const CACHED: JsonObject = {
  ETag: { description: line({ zh: '页面的版本', en: 'Version of the page' }), schema: { type: 'string' } },
};

const inPath = (name: string, schema: JsonObject, zh: string, en: string): JsonObject => ({
  name,
  in: 'path',
  required: true,
  description: line({ zh, en }),
  schema: { type: 'string', ...schema },
});

const page = (id: string, zh: string, en: string, parameters: JsonObject[]): JsonObject => ({
  get: {
    operationId: id,
    tags: ['rulebook'],
    summary: line({ zh, en }),
    security: [],
    parameters,
    responses: {
      200: { description: line({ zh: '中英文网页', en: 'A page in Chinese and English' }), headers: CACHED, content: HTML },
      304: { description: line({ zh: '没有变化', en: 'Not modified' }) },
      ...(parameters.length > 0 ? problemResponses(['not-found']) : {}),
    },
  },
});

/** The pages of rules and clauses: HTML for people, which no schema of ours describes. */
export const rulePagePaths: JsonObject = {
  '/rules/': page('rulePagesIndex', '规则与条款的目录', 'Index of rules and clauses', []),
  '/rules/{check}/{rule}.html': page('rulePage', '一条规则的说明', 'The page of one rule', [
    inPath('check', { enum: [...CHECKS] }, '检查', 'The check'),
    inPath('rule', {}, '规则名，不含检查', 'Name of the rule without its check'),
  ]),
  '/rules/clauses/{clause}.html': page('clausePage', '一项条款的说明', 'The page of one clause', [
    inPath('clause', {}, '条款编号', 'Id of the clause'),
  ]),
};
