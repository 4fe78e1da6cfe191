import { z } from 'zod';
import type { Evidence } from '../domain/evidence.ts';
import { ENTRY_KINDS, PATH_LINKS } from '../domain/facts/code.ts';

const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

/** One piece of evidence, told apart by `type`; see shared/domain/evidence.ts for what each place means. */
export const evidenceSchema: z.ZodType<Evidence> = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('manifest'),
      element: z.string(),
      attribute: z.string().optional(),
      value: z.string().optional(),
    }),
    z.object({
      type: z.literal('code'),
      target: z.string(),
      constant: z.string().optional(),
      caller: z.object({ class: z.string(), method: z.string(), offset: z.int() }).optional(),
      count: z.int().nonnegative(),
      reachedFrom: z
        .object({
          kind: z.enum(ENTRY_KINDS),
          class: z.string(),
          steps: z.int().nonnegative(),
          guard: z.string().nullable(),
          path: z
            .array(z.object({ class: z.string(), method: z.string(), offset: z.int(), link: z.enum(PATH_LINKS) }))
            .optional(),
        })
        .optional(),
      owner: z.object({ kind: z.enum(['app', 'sdk', 'library', 'unknown']), sdk: z.string().nullable() }).optional(),
    }),
    z.object({
      type: z.literal('resource'),
      entry: z.string(),
      element: z.string().optional(),
      attribute: z.string().optional(),
      text: z.string().optional(),
    }),
    z.object({
      type: z.literal('record'),
      record: z.enum(['previous-version', 'filing']),
      id: z.string(),
      field: z.string(),
      value: z.string().optional(),
    }),
    z.object({ type: z.literal('policy'), snapshot: z.string(), range, excerpt: z.string() }),
    z.object({
      type: z.literal('policy-absence'),
      snapshot: z.string(),
      searched: z.string(),
      characters: z.int().nonnegative(),
    }),
    z.object({ type: z.literal('listing'), field: z.string(), value: z.string().optional() }),
    z.object({ type: z.literal('signature'), certificate: z.string(), detail: z.string() }),
    z.object({ type: z.literal('network'), url: z.string(), status: z.int().optional(), detail: z.string() }),
    z.object({ type: z.literal('package'), entry: z.string(), offset: z.int().nonnegative().optional(), detail: z.string() }),
  ])
  .meta({ id: 'Evidence' });
