import { z } from 'zod';
import { FORMATS } from '../../domain/facts/package.ts';
import { codeSchema } from './code.ts';
import {
  consentScreenSchema,
  coverageSchema,
  harmonySchema,
  moduleSchema,
  nativeLibrarySchema,
  nestedSchema,
  quickAppSchema,
  scriptSchema,
  tamperingSchema,
  uiTextSchema,
} from './contents.ts';
import { applicationSchema, componentSchema, permissionSchema } from './manifest.ts';
import { bilingual, bytes, count, localText, sha256, texts } from './shapes.ts';
import { signingSchema } from './signing.ts';
import { pluginsSchema, versionsSchema } from './third-party.ts';

/**
 * What `PackageFacts` (shared/domain/facts) promises, as a schema: what `shelfgate inspect --json` prints validates with it. A test keeps
 * it equal to the type, and the published `package-facts.schema.json` and `FACTS.md` equal to it.
 */
export const packageFactsSchema = z.strictObject({
  schema: z.literal('package-facts/2'),
  inspector: z.string(),
  format: z.enum(FORMATS),
  platform: z.enum(['android', 'harmony', 'quick-app']).nullable(),
  sha256,
  size: bytes,
  identity: z.strictObject({
    packageName: z.string().nullable(),
    versionName: z.string().nullable(),
    versionCode: z.int().nullable(),
    label: localText,
    minSdk: z.int().nullable(),
    targetSdk: z.int().nullable(),
    compileSdk: z.int().nullable(),
  }),
  permissions: z.array(permissionSchema),
  impliedPermissions: z.array(z.strictObject({ name: z.string(), because: z.string() })),
  definedPermissions: z.array(z.strictObject({ name: z.string(), protectionLevel: z.int() })),
  features: texts,
  queries: z.strictObject({ packages: texts, intents: count, providers: texts }),
  application: applicationSchema,
  components: z.array(componentSchema),
  launcher: z.string().nullable(),
  code: codeSchema,
  scripts: z.array(scriptSchema),
  nativeLibraries: z.array(nativeLibrarySchema),
  frameworks: texts,
  plugins: pluginsSchema.optional(),
  versions: versionsSchema.optional(),
  packers: z.array(z.strictObject({ packer: z.string(), evidence: z.string() })),
  consentScreens: z.array(consentScreenSchema),
  texts: z.array(uiTextSchema),
  modules: z.array(moduleSchema),
  nested: z.array(nestedSchema),
  nestedCount: count,
  harmony: harmonySchema.nullable(),
  quickApp: quickAppSchema.nullable(),
  signing: signingSchema,
  tampering: z.array(tamperingSchema),
  entries: z.strictObject({ count, names: texts }),
  coverage: coverageSchema,
  gaps: z.array(
    z.strictObject({
      code: z.string(),
      place: z.string(),
      message: bilingual,
      affects: z.enum(['package', 'manifest', 'resources', 'code', 'signature', 'native', 'policy', 'listing']),
    }),
  ),
});
