import { z } from 'zod';

/**
 * Gives a schema its public name in the OpenAPI document. Bodies always have one; parameters stay anonymous.
 * @returns the schema to use from here on; only it carries the name
 */
export function publish<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  return schema.meta({ ...schema.meta(), id });
}

/** Moment in ISO 8601 with a time zone, as `Date#toISOString` writes it. */
export const instant = z.iso.datetime({ offset: true });
