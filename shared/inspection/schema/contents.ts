import { z } from 'zod';
import { FORMATS } from '../../domain/facts/package.ts';
import { bilingual, bytes, count, localText, sha256, texts, topics } from './shapes.ts';

/** `PackageFacts.nativeLibraries[]`. */
export const nativeLibrarySchema = z.strictObject({
  abi: z.string(),
  name: z.string(),
  bytes,
  buildId: z.string().nullable().optional(),
  strings: texts.optional(),
  module: z.string().optional(),
});

/** `PackageFacts.scripts[]`. */
export const scriptSchema = z.strictObject({
  entry: z.string(),
  runtime: z.enum(['javascript', 'hermes', 'arkts', 'dart', 'lua']),
  bytes,
  modules: texts,
  apis: texts,
  hosts: texts,
});

/** `PackageFacts.nested[]`. */
export const nestedSchema = z.strictObject({
  entry: z.string(),
  format: z.enum(FORMATS),
  bytes,
  sha256: sha256.nullable(),
  packageName: z.string().nullable(),
  versionName: z.string().nullable(),
  permissions: texts,
  dexFiles: count,
});

/** `PackageFacts.modules[]`. */
export const moduleSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['base', 'feature', 'config', 'asset-pack', 'entry', 'shared', 'har']),
  entry: z.string(),
  bytes: bytes.nullable(),
  delivery: z.string().nullable(),
  versionCode: z.int().nullable(),
  signers: texts,
});

/** `PackageFacts.texts[]`. */
export const uiTextSchema = z.strictObject({ topics, text: z.string(), place: z.string() });

/** `PackageFacts.consentScreens[]`. */
export const consentScreenSchema = z.strictObject({
  entry: z.string(),
  name: z.string().nullable(),
  topics,
  controls: z.array(
    z.strictObject({
      kind: z.enum(['checkbox', 'switch', 'radio', 'button', 'text']),
      id: z.string().nullable(),
      text: localText,
      checked: z.boolean().nullable(),
      visible: z.boolean().nullable(),
      place: z.string(),
    }),
  ),
});

/** `PackageFacts.harmony`. */
export const harmonySchema = z.strictObject({
  minApiVersion: z.int().nullable(),
  targetApiVersion: z.int().nullable(),
  apiReleaseType: z.string().nullable(),
  bundleType: z.string().nullable(),
  vendor: z.string().nullable(),
  deviceTypes: texts,
  debug: z.boolean(),
  model: z.enum(['stage', 'fa']).nullable(),
  installationFree: z.boolean().nullable(),
  packages: z.array(z.strictObject({ name: z.string(), version: z.string().nullable() })),
});

/** `PackageFacts.quickApp`. */
export const quickAppSchema = z.strictObject({
  minPlatformVersion: z.int().nullable(),
  features: texts,
  pages: texts,
  subpackages: texts,
  widgets: texts,
});

/** `PackageFacts.tampering[]`. */
export const tamperingSchema = z.strictObject({
  trick: z.string(),
  place: z.string(),
  detail: bilingual,
  effect: z.enum(['analysis', 'install']).optional(),
});

/** `PackageFacts.coverage`. */
export const coverageSchema = z.strictObject({ level: z.enum(['full', 'partial', 'none']), reasons: z.array(bilingual) });
