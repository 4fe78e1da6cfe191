import { z } from 'zod';

/** Schemas that have a name in the OpenAPI document. Bodies are always published; parameters stay anonymous. */
export const published = z.registry<{ id: string }>();

/**
 * Gives a schema its public name.
 * @returns the same schema
 */
export function publish<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  published.add(schema, { id });
  return schema;
}

/** Moment in ISO 8601 with a time zone, as `Date#toISOString` writes it. */
export const instant = z.iso.datetime({ offset: true });

export const bilingualSchema = publish(
  'Bilingual',
  z.strictObject({ zh: z.string(), en: z.string() }).describe('中文在前，英文在后 / Chinese first, English second'),
);

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
