import { z } from 'zod';
import { ENTRY_KINDS, PATH_LINKS } from '../domain/facts/code.ts';
import { VERSION_SOURCES } from '../domain/facts/third-party.ts';
import { SDK_LEVELS } from '../knowledge/sdks/detection/detected.ts';
import { bilingual, count } from './schema.ts';

const confidence = z.enum(['high', 'medium', 'low']);
const texts = z.array(z.string());

const taking = z
  .object({
    id: z.string(),
    name: bilingual,
    /** The vendor says so. */
    stated: z.boolean(),
    /** Places in its own code that could ask for it, as far as facts list them. */
    calls: count,
    targets: texts,
  })
  .meta({ id: 'ReportTaking' });

const place = z
  .object({
    kind: z.enum(['row', 'sentence']),
    range: z.tuple([count, count]),
    excerpt: z.string(),
    row: z
      .object({ name: z.string(), operator: z.string(), purpose: z.string(), types: z.string(), link: z.string() })
      .nullable(),
  })
  .meta({ id: 'ReportSdkPlace' });

/** One third-party SDK of the package, see `ReportSdk`. */
export const reportSdkSchema = z
  .object({
    id: z.string(),
    name: bilingual,
    operator: bilingual.nullable(),
    category: z.string(),
    level: z.enum(SDK_LEVELS),
    confidence,
    collects: z.enum(['yes', 'no', 'unknown']),
    profiling: z.boolean(),
    stub: z.boolean(),
    packages: texts,
    renamed: z.array(z.object({ package: z.string(), matched: count, of: count, confidence })),
    copies: texts,
    /** Empty: unknown. */
    versions: z.array(
      z.object({
        value: z.string(),
        sure: z.boolean(),
        source: z.enum(VERSION_SOURCES),
        subject: z.string(),
        entry: z.string(),
      }),
    ),
    components: texts,
    nativeLibraries: texts,
    traces: z.array(z.object({ kind: z.enum(['plugin', 'meta-data', 'asset', 'resource', 'domain']), value: z.string() })),
    calledFrom: texts,
    start: z
      .object({
        kind: z.enum(ENTRY_KINDS),
        class: z.string(),
        target: z.string(),
        consent: z.enum(['before', 'guarded', 'after', 'unknown']),
        path: z.array(z.object({ class: z.string(), method: z.string(), offset: z.int(), link: z.enum(PATH_LINKS) })),
      })
      .nullable(),
    switches: z.array(z.object({ kind: z.enum(['before', 'start', 'tell']), method: z.string(), callers: texts })),
    within: z.object({ id: z.string(), name: bilingual }).nullable(),
    takes: z.array(taking),
    permissions: z.array(z.object({ name: z.string(), requested: z.boolean() })),
    policy: z.enum(['disclosed', 'denied', 'operator', 'silent', 'unread']),
    policyPlaces: z.array(place),
    /** Whether the store was told of it; null where no listing is at hand. */
    listing: z.boolean().nullable(),
    listed: z.object({ name: z.string(), operator: z.string().nullable(), purpose: z.string().nullable() }).nullable(),
    privacyUrl: z.string().nullable(),
    reasons: z.array(bilingual),
  })
  .meta({ id: 'ReportSdk' });

/** How whole the list is, and what nobody knows, see `ReportThirdParty`. */
export const reportThirdPartySchema = z
  .object({
    mayHideMore: z.boolean(),
    notes: z.array(bilingual),
    /** Code that looks like somebody else's and belongs to nobody known; what takes personal information first. */
    unknown: z.array(z.object({ package: z.string(), classes: count, calledFrom: texts, takes: z.array(taking) })),
    unknownOmitted: count,
  })
  .meta({ id: 'ReportThirdParty' });
