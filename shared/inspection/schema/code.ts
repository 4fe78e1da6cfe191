import { z } from 'zod';
import { ENTRY_KINDS } from '../../domain/facts/code.ts';
import { bytes, count, texts } from './shapes.ts';
import { printsSchema } from './third-party.ts';

const guard = z.strictObject({
  kind: z.enum(['preference', 'field', 'call']),
  name: z.string(),
  class: z.string(),
  method: z.string(),
  offset: z.int(),
  named: z.boolean(),
});

const path = z
  .strictObject({
    entry: count,
    steps: z.array(
      z.strictObject({
        class: z.string(),
        method: z.string(),
        offset: z.int(),
        link: z.enum(['call', 'hand-off', 'class-initialiser', 'callback', 'start']),
      }),
    ),
    guard: guard.nullable(),
  })
  .meta({ id: 'CallPath' });

const callSite = z.strictObject({
  class: z.string(),
  method: z.string(),
  offset: count,
  dex: z.string(),
  via: z.string().optional(),
  arguments: texts.optional(),
  paths: z.array(path).optional(),
});

const apiUse = z
  .strictObject({
    target: z.string(),
    constant: z.string().optional(),
    apis: texts,
    permissions: texts,
    piTypes: texts,
    count,
    reachable: count.optional(),
    callers: z.array(callSite),
  })
  .meta({ id: 'ApiUse' });

/** `PackageFacts.code`. */
export const codeSchema = z.strictObject({
  dexFiles: z.array(
    z.strictObject({
      entry: z.string(),
      version: z.string(),
      bytes,
      classes: count,
      methods: count,
      strings: count,
      loading: z.enum(['loaded', 'hidden']).optional(),
      module: z.string().optional(),
    }),
  ),
  packages: z.array(
    z.strictObject({
      name: z.string(),
      classes: count,
      methods: count,
      bodies: count.optional(),
      callers: z.array(count).optional(),
    }),
  ),
  declaredClasses: z.array(z.strictObject({ name: z.string(), defined: z.boolean(), superclasses: texts })).optional(),
  entryPoints: z.array(z.strictObject({ kind: z.enum(ENTRY_KINDS), class: z.string(), reaches: count })).optional(),
  apiUses: z.array(apiUse),
  dynamicLoading: z.array(apiUse),
  reflection: z.array(apiUse).optional(),
  hosts: texts,
  urls: texts.optional(),
  keys: z.array(z.strictObject({ kind: z.string(), hint: z.string(), place: z.string() })).optional(),
  startCalls: z.array(apiUse).optional(),
  packageEntries: z.array(z.strictObject({ package: count, target: z.string(), path })).optional(),
  prints: printsSchema.optional(),
  graph: z.strictObject({ methods: count, edges: count, reachable: count }).optional(),
});
