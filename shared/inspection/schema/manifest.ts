import { z } from 'zod';
import { localText, metaData, texts } from './shapes.ts';

/** `PackageFacts.permissions[]`. */
export const permissionSchema = z.strictObject({
  name: z.string(),
  maxSdkVersion: z.int().optional(),
  element: z.enum([
    'uses-permission',
    'uses-permission-sdk-23',
    'uses-permission-sdk-m',
    'requestPermissions',
    'reqPermissions',
    'permissions',
  ]),
  neverForLocation: z.boolean().optional(),
  reason: localText.optional(),
  usedScene: z.strictObject({ abilities: texts, when: z.string().nullable() }).optional(),
  place: z.string(),
  module: z.string().optional(),
});

const intentFilter = z.strictObject({
  actions: texts,
  categories: texts,
  data: texts.optional(),
  priority: z.int().optional(),
});

/** `PackageFacts.components[]`. */
export const componentSchema = z.strictObject({
  kind: z.enum(['activity', 'activity-alias', 'service', 'receiver', 'provider', 'ability', 'extension-ability', 'page']),
  name: z.string(),
  exported: z.boolean(),
  exportedDeclared: z.boolean().optional(),
  enabled: z.boolean(),
  process: z.string().optional(),
  permission: z.string().optional(),
  readPermission: z.string().optional(),
  writePermission: z.string().optional(),
  authorities: texts.optional(),
  grantUriPermissions: z.boolean().optional(),
  initOrder: z.int().optional(),
  foregroundServiceType: z.int().optional(),
  foregroundServiceTypes: texts.optional(),
  targetActivity: z.string().optional(),
  extensionType: z.string().optional(),
  intentFilters: z.array(intentFilter),
  metaData,
  place: z.string(),
  module: z.string().optional(),
});

const networkSecurity = z.strictObject({
  entry: z.string(),
  cleartext: z.boolean().nullable(),
  cleartextDomains: texts,
  encryptedDomains: texts,
  trustsUserCertificates: z.boolean(),
  pinnedDomains: texts,
});

/** `PackageFacts.application`. */
export const applicationSchema = z.strictObject({
  className: z.string().nullable(),
  debuggable: z.boolean(),
  allowBackup: z.boolean(),
  usesCleartextTraffic: z.boolean().nullable(),
  networkSecurityConfig: z.string().nullable(),
  networkSecurity: networkSecurity.nullable().optional(),
  backupRules: z
    .strictObject({ fullBackupContent: z.string().nullable(), dataExtractionRules: z.string().nullable() })
    .optional(),
  testOnly: z.boolean().optional(),
  requestLegacyExternalStorage: z.boolean().optional(),
  process: z.string().optional(),
  appComponentFactory: z.string().optional(),
  sharedUserId: z.string().optional(),
  icon: z.string().nullable().optional(),
  libraries: texts.optional(),
  metaData,
});
