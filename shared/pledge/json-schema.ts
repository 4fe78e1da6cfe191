import { z } from 'zod';
import { reportSchema } from './report-schema.ts';
import { verdictSchema } from './schema.ts';

/**
 * JSON Schema (draft 2020-12) of the published documents, self-contained: what `schema/*.json` beside this file holds. A test keeps
 * the files equal to this.
 */
export const PUBLISHED_SCHEMAS: Readonly<Record<'verdict' | 'report', () => object>> = {
  verdict: () => z.toJSONSchema(verdictSchema),
  report: () => z.toJSONSchema(reportSchema),
};
