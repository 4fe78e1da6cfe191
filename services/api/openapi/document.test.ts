import { Validator } from '@seriousme/openapi-schema-validator';
import { rule } from '../../../shared/checks/rule.ts';
import { OPERATIONS } from '../operations.ts';
import { PROBLEM_CODES } from '../problems/codes.ts';
import { openApiDocument } from './document.ts';
import { docsPage } from './page.ts';

const sample = rule({
  id: 'permission/sample',
  clauses: ['sz2025-7'],
  basis: [{ instrument: 'x', verified: true }],
  ceiling: 'review',
  needs: [],
  title: { zh: '例', en: 'Sample' },
  explanation: { zh: '例', en: 'Sample' },
  examples: { bad: [{ text: { zh: '例', en: 'Sample' } }], good: [{ text: { zh: '例', en: 'Sample' } }] },
  messages: { any: { zh: '例', en: 'Sample' } },
  remedy: { zh: '例', en: 'Sample' },
  *evaluate() {},
});
const document = openApiDocument(OPERATIONS, { rules: [sample], publicUrl: null }) as {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown>; security: unknown[] }>>;
  components: { schemas: Record<string, { anyOf?: { enum?: string[] }[]; properties?: Record<string, { enum?: string[] }> }> };
};

/** Every string below `$ref`. */
function refs(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refs);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refs(inner)));
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  test('names every operation once and resolves every reference', () => {
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of OPERATIONS) expect(ids).toContain(id);
    const names = refs(document).map((ref) => ref.replace('#/components/schemas/', ''));
    expect(names.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  test('publishes the problem codes and the rules of today', () => {
    expect(document.components.schemas.Problem?.properties?.code?.enum).toEqual(PROBLEM_CODES);
    expect(document.components.schemas.RuleId?.anyOf?.[0]?.enum).toEqual(['permission/sample']);
  });

  test('asks for a key wherever a store’s data is', () => {
    const paths = Object.entries(document.paths).filter(([path]) => /submissions|uploads|callbacks/.test(path));
    expect(paths.length).toBeGreaterThan(5);
    for (const operation of paths.flatMap(([, methods]) => Object.values(methods))) {
      expect(operation.security).toHaveLength(1);
      expect(operation.responses).toHaveProperty('401');
    }
  });

  test('leaves out what no path needs', () => {
    expect(Object.keys(document.components.schemas)).not.toContain('__shared');
    expect(JSON.stringify(document)).not.toContain('"$id"');
  });
});

describe('the documentation page', () => {
  const page = docsPage(document);

  test('shows every operation and code, without scripts, inline styles or foreign hosts', () => {
    for (const { id } of OPERATIONS) expect(page).toContain(`id="${id}"`);
    for (const code of PROBLEM_CODES) expect(page).toContain(`id="problem-${code}"`);
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=|(?:src|href)="(?:https?:)?\/\//i);
  });

  test('escapes what it shows', () => {
    const hostile = structuredClone(document) as unknown as { info: { title: string } };
    hostile.info.title = '<img src=x onerror=alert(1)>';
    expect(docsPage(hostile)).not.toContain('<img');
  });
});
