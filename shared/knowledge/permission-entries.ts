import { z } from 'zod';
import type { permissionsFile } from './schemas.ts';
import type { PermissionEntry } from './types.ts';

const note = { source: z.string().min(40), confidence: z.string().min(4) };
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const texts = z
  .array(z.string())
  .refine((items) => !items.includes(''), 'has an empty string')
  .default([]);
const level = z.enum(['high', 'medium', 'low']);

/** Permissions of HarmonyOS (OpenHarmony documentation, "Application permissions": grant mode, APL, open and restricted lists). */
export const harmonyPermissionsFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      name: z.string().regex(/^ohos\.permission\.[\w.]+$/),
      grant: z.enum(['user', 'system']),
      level: z.enum(['normal', 'system_basic']),
      access: z.enum(['open', 'restricted', 'system-apps']),
      group: bilingual,
      equivalents: texts,
      piTypes: texts,
      policyTerms: texts,
      attention: level,
      since: z.int().positive().optional(),
      deprecatedSince: z.int().positive().optional(),
      confidence: level,
    }),
  ),
});

/** Features of quick apps (`manifest.json`, `features[].name`) and their actions. */
export const quickAppFeaturesFile = z.strictObject({
  ...note,
  entries: z.array(
    z.strictObject({
      name: z.string().regex(/^(?:system|service)\.\w+$/),
      group: bilingual,
      equivalents: texts,
      actions: z
        .array(z.strictObject({ names: z.array(z.string().min(1)).min(1), permission: z.string().optional(), asks: z.boolean() }))
        .min(1),
      piTypes: texts,
      policyTerms: texts,
      attention: level,
    }),
  ),
});

type AndroidEntry = z.output<typeof permissionsFile>['entries'][number];
type HarmonyEntry = z.output<typeof harmonyPermissionsFile>['entries'][number];
type QuickAppEntry = z.output<typeof quickAppFeaturesFile>['entries'][number];

const GRANTS: Readonly<Record<PermissionEntry['kind'], PermissionEntry['grant']>> = {
  dangerous: 'user',
  'dangerous-family': 'user',
  'dangerous-vendor': 'user',
  special: 'settings',
  bind: 'settings',
  'normal-privacy': 'install',
  vendor: 'install',
  signature: 'none',
  removed: 'none',
};

/** The entry of an Android permission, which is its own equivalent. */
export function androidPermission(entry: AndroidEntry): PermissionEntry {
  return { ...entry, platform: 'android', grant: GRANTS[entry.kind], equivalents: [], restricted: false, confidence: 'high' };
}

/**
 * The entry of a HarmonyOS permission, in the kinds of Android: what the user grants is dangerous, what the system grants after a store's
 * approval is special, what only system apps have is of the signature.
 */
export function harmonyPermission({ grant, access, level: _, ...entry }: HarmonyEntry): PermissionEntry {
  const kind =
    access === 'system-apps' ? 'signature' : grant === 'user' ? 'dangerous' : access === 'open' ? 'normal-privacy' : 'special';
  return {
    ...entry,
    platform: 'harmony',
    kind,
    grant: kind === 'signature' ? 'none' : grant === 'user' ? 'user' : 'install',
    restricted: access === 'restricted',
  };
}

/** The entry of a quick-app feature: one whose actions ask the user is what a dangerous permission is elsewhere. */
export function quickAppFeature(entry: QuickAppEntry): PermissionEntry {
  const asks = entry.actions.some((action) => action.asks);
  return {
    ...entry,
    platform: 'quick-app',
    kind: asks ? 'dangerous' : 'normal-privacy',
    grant: asks ? 'user' : 'install',
    restricted: false,
    confidence: 'medium',
  };
}
