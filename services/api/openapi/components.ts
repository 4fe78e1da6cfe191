import { z } from 'zod';
import type { JsonObject } from './json.ts';

const PREFIX = '#/components/schemas/';

/** Collects the names that a piece of the document refers to. */
function refsIn(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) refsIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string' && inner.startsWith(PREFIX)) found.add(inner.slice(PREFIX.length));
      else refsIn(inner, found);
    }
  }
}

/** All named schemas as JSON Schema 2020-12, which is what OpenAPI 3.1 takes. */
function allSchemas(): Record<string, JsonObject> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => PREFIX + id, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _dialect, $id: _uri, id: _name, ...rest } = schema as JsonObject;
      return [id, rest];
    }),
  );
}

/**
 * The named schemas that the document needs, directly or through one another; whatever else the process has named stays out.
 * @param rules ids of today's rules, shown beside the pattern that also fits those of older verdicts
 */
export function componentSchemas(document: JsonObject, rules: readonly string[]): Record<string, JsonObject> {
  const all = allSchemas();
  const needed = new Set<string>();
  refsIn(document, needed);
  // A Set grows while it is walked, so this reaches everything.
  for (const name of needed) refsIn(all[name], needed);
  const ruleId = all.RuleId;
  if (ruleId)
    all.RuleId = {
      anyOf: [{ enum: [...rules] }, ruleId],
      description: '现行规则，或旧结论中的规则 / A rule of today or of an older verdict',
    };
  return Object.fromEntries([...needed].sort().map((name) => [name, all[name] ?? {}]));
}

/** Reference to a named schema. @throws Error for one without a name: a body that the document could not show */
export function refTo(schema: z.ZodType): JsonObject {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) throw new Error('a body without a published name');
  return { $ref: PREFIX + id };
}
