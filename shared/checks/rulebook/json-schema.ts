import { z } from 'zod';
import { rulebookSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of a rulebook's file, for editors: what `rulebook.schema.json` beside this file holds. */
export function rulebookJsonSchema(): object {
  return z.toJSONSchema(rulebookSchema);
}
