import { z } from 'zod';
import { PLUGIN_RUNTIMES } from '../../domain/facts/third-party.ts';
import type { SdkCategory } from './entry.ts';

/** What an SDK is for. One that no entry uses is a dead one: the validator says so. */
export const SDK_CATEGORIES = [
  'advertising',
  'analytics',
  'push',
  'login',
  'payment',
  'map',
  'sharing',
  'crash',
  'identifier',
  'speech',
  'face',
  'live',
  'im',
  'security',
  'hotfix',
  'customer-service',
  'webview',
  'network',
  'image',
  'ui',
  'tool',
  'framework',
  'other',
] as const satisfies readonly SdkCategory[];

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const list = z
  .array(z.string())
  .refine((items) => !items.includes(''), 'has an empty string')
  .default([]);
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const version = z.string().regex(/^\d+(\.\d+)*([.+-]?[\w.+-]+)?$/);
const url = z.string().regex(/^https?:\/\/\S+$/);

/**
 * A file of SDKs, `shared/knowledge/sdks/<topic>.json`. Empty lists may be left out; `source` and `confidence` say in words where the data comes
 * from and how far to trust it.
 */
export const sdksFile = z.strictObject({
  /** For editors: `./sdks.schema.json`. */
  $schema: z.string().optional(),
  source: z.string().min(40),
  confidence: z.string().min(4),
  entries: z.array(
    z.strictObject({
      id: kebab,
      name: bilingual,
      aliases: list,
      operator: bilingual.nullable(),
      category: z.enum(SDK_CATEGORIES),
      prefixes: list,
      components: list,
      nativeLibraries: list,
      collects: z.enum(['yes', 'no', 'unknown']),
      piTypes: list,
      permissions: list,
      autoStart: list,
      autoStartSwitch: z.string().nullable().default(null),
      privacyUrl: url.nullable().default(null),
      china: z.boolean().default(false),
      plugins: z.partialRecord(z.enum(PLUGIN_RUNTIMES), z.array(z.string().min(1)).min(1)).default({}),
      metaData: list,
      assets: list,
      resources: list,
      domains: list,
      maven: list,
      versionAt: list,
      consent: z.strictObject({ before: list, start: list, tell: list }).nullable().default(null),
      badVersions: z
        .array(
          z.strictObject({
            below: version,
            from: version.nullable().default(null),
            reason: bilingual,
            source: url,
            weight: z.enum(['review', 'warn']),
          }),
        )
        .default([]),
      brings: z.array(kebab).default([]),
      umbrella: z.boolean().default(false),
      profiling: z.boolean().default(false),
      source: z.string().nullable().default(null),
      confidence: z.enum(['high', 'medium', 'low']),
    }),
  ),
});
