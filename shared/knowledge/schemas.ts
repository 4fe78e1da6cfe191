import { z } from 'zod';
import { SCRIPT_RUNTIMES } from './types.ts';

/**
 * One schema a kind of data file. Files may leave out empty lists; `source` and `confidence` say in words where the data comes from
 * and how far to trust it.
 */
const note = { source: z.string().min(40), confidence: z.string().min(4) };
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** Checked as a whole, not string by string: there are thousands of them, and loading should be quick. */
const list = z
  .array(z.string())
  .refine((items) => !items.includes(''), 'has an empty string')
  .default([]);
const level = z.enum(['high', 'medium', 'low']);
const clauseId = z.templateLiteral([z.enum(['sz2025', 'pledge2021', 'platform2025']), '-', z.int().min(1).max(15)]);
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const methodsByClass = z.record(z.string().regex(/^L[\w/$]+;$/), z.array(z.string().min(1)));

export const clausesFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      id: clauseId,
      instrument: kebab,
      number: z.int().positive(),
      name: bilingual,
      summary: bilingual,
      kind: z.enum(['machine', 'partly', 'human']),
      force: z.enum(['recommended', 'pledge']),
    }),
  ),
});

export const instrumentsFile = z.strictObject({
  ...note,
  entries: z.array(z.strictObject({ id: kebab, name: bilingual, force: z.enum(['law', 'enforcement', 'recommended', 'draft']) })),
});

/** Permission lists are written with named groups. */
export const categoriesFile = z.strictObject({
  ...note,
  groups: z.record(z.string(), z.array(z.string())),
  entries: z.array(
    z.strictObject({
      id: z.int().min(1).max(39),
      name: bilingual,
      noPersonalInfoNeeded: z.boolean(),
      basic: list,
      optional: list,
      lowRelevance: list,
      confidence: level,
    }),
  ),
});

export const permissionsFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      name: z.string().min(1),
      kind: z.enum([
        'dangerous',
        'dangerous-family',
        'dangerous-vendor',
        'normal-privacy',
        'special',
        'signature',
        'bind',
        'removed',
        'vendor',
      ]),
      group: bilingual,
      piTypes: list,
      policyTerms: list,
      attention: level,
    }),
  ),
});

export const piTypesFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/),
      name: bilingual,
      synonyms: list,
      sensitive: z.enum(['yes', 'context', 'no']),
      nonResettable: z.boolean().nullable(),
    }),
  ),
});

/** class descriptor → method → what it gives away. */
export const piApisFile = z.strictObject({
  ...note,
  beforeConsent: z.strictObject({ high: list, medium: list }),
  classes: z.record(
    z.string().regex(/^L[\w/$]+;$/),
    z.record(z.string(), z.strictObject({ ids: list, piTypes: list, permissions: list })),
  ),
});

/** Modules of script run times and what their calls give away. */
export const piScriptApisFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      id: z.string().min(3),
      runtime: z.enum(SCRIPT_RUNTIMES),
      modules: list,
      calls: z.array(z.strictObject({ names: z.array(z.string().min(1)).min(1), piTypes: list, permissions: list })).min(1),
    }),
  ),
});

/** Which methods a permission guards; `judgeable` names the permissions whose table is complete enough to say "never used". */
export const permissionApisFile = z.strictObject({
  ...note,
  apiCoverageUntil: z.int(),
  judgeable: z.array(z.string()),
  entries: z.array(z.strictObject({ permissions: z.array(z.string()).min(1), methods: methodsByClass })),
});

export const libraryNamespacesFile = z.strictObject({ ...note, entries: z.array(z.string().min(1)) });

export const packersFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      packer: z.string().min(1),
      entries: list,
      libraries: list,
      libraryPatterns: list,
      classes: list,
      namespaces: list,
    }),
  ),
});

export const policyItemsFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      id: z.string().regex(/^PR-\d\d$/),
      title: bilingual,
      asks: bilingual,
      appliesWhen: z.string().min(1),
      ifMissing: z.enum(['reject', 'review', 'warn']),
      strongCues: list,
      negativeCues: list,
      clauses: z.array(clauseId),
      basis: z.array(z.strictObject({ instrument: kebab, article: z.string().optional(), verified: z.boolean() })),
    }),
  ),
});
