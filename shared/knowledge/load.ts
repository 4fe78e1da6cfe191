import { joinApis } from './apis.ts';
import { constantsFile, indexConstants } from './constants.ts';
import {
  androidPermission,
  harmonyPermission,
  harmonyPermissionsFile,
  quickAppFeature,
  quickAppFeaturesFile,
} from './permission-entries.ts';
import { readData } from './read-data.ts';
import * as schemas from './schemas.ts';
import { operatorGroups } from './sdks/names/operator-groups.ts';
import { readFingerprints } from './sdks/prints/fingerprints.ts';
import { readSdks } from './sdks/read.ts';
import { textTopics } from './text-topics.ts';
import type { Category, Knowledge, PackerSignature } from './types.ts';
import { contentVersion } from './version.ts';

/**
 * Reads, validates and indexes all data files; done once a process, by `index.ts`.
 * @throws PermanentError `knowledge-invalid`, see `readData`
 */
export function loadKnowledge(): Knowledge {
  const clauses = readData('./data/clauses.json', schemas.clausesFile);
  const instruments = readData('./data/instruments.json', schemas.instrumentsFile);
  const categories = readData('./data/categories.json', schemas.categoriesFile);
  const permissions = readData('./data/permissions.json', schemas.permissionsFile);
  const harmonyPermissions = readData('./data/harmony-permissions.json', harmonyPermissionsFile);
  const quickAppFeatures = readData('./data/quick-app-features.json', quickAppFeaturesFile);
  const piTypes = readData('./data/pi-types.json', schemas.piTypesFile);
  const piApis = readData('./data/pi-apis.json', schemas.piApisFile);
  const constants = readData('./data/pi-constants.json', constantsFile);
  const scriptApis = readData('./data/pi-script-apis.json', schemas.piScriptApisFile);
  const permissionApis = readData('./data/permission-apis.json', schemas.permissionApisFile);
  const packers = readData('./data/packers.json', schemas.packersFile);
  const libraryNamespaces = readData('./data/library-namespaces.json', schemas.libraryNamespacesFile);
  const policyItems = readData('./data/policy-items.json', schemas.policyItemsFile);
  const sdks = readSdks();
  const sdkFingerprints = readFingerprints();
  const all = {
    clauses,
    instruments,
    categories,
    permissions,
    harmonyPermissions,
    quickAppFeatures,
    piTypes,
    piApis,
    constants,
    scriptApis,
    permissionApis,
    libraryNamespaces,
    packers,
    policyItems,
    sdks,
    operatorGroups,
    sdkFingerprints,
    textTopics,
  };

  const expand = (groups: readonly string[]) => groups.flatMap((group) => categories.groups[group] ?? []);
  return {
    version: contentVersion(all),
    clauses: clauses.entries,
    instruments: byKey(instruments.entries, (entry) => entry.id),
    categories: new Map(
      categories.entries.map((entry): [number, Category] => [
        entry.id,
        {
          ...entry,
          basic: expand(entry.basic),
          optional: expand(entry.optional),
          lowRelevance: expand(entry.lowRelevance),
        },
      ]),
    ),
    permissions: byKey(
      [
        ...permissions.entries.map(androidPermission),
        ...harmonyPermissions.entries.map(harmonyPermission),
        ...quickAppFeatures.entries.map(quickAppFeature),
      ],
      (entry) => entry.name,
    ),
    piTypes: byKey(piTypes.entries, (entry) => entry.id),
    apis: joinApis(piApis, permissionApis),
    beforeConsent: new Map(
      (['medium', 'high'] as const).flatMap((weight) => piApis.beforeConsent[weight].map((id) => [id, weight] as const)),
    ),
    constants: indexConstants(constants),
    scriptApis: scriptApis.entries,
    permissionsWithKnownApis: new Set(permissionApis.judgeable),
    sdks,
    sdkFingerprints,
    libraryNamespaces: new Set(libraryNamespaces.entries),
    packers: packers.entries.flatMap((entry): PackerSignature[] => [
      ...entry.entries.map((value) => ({ packer: entry.packer, kind: 'entry' as const, value })),
      ...entry.libraries.map((value) => ({ packer: entry.packer, kind: 'library' as const, value })),
      ...entry.libraryPatterns.map((value) => ({ packer: entry.packer, kind: 'library-pattern' as const, value })),
      ...entry.classes.map((value) => ({ packer: entry.packer, kind: 'class' as const, value })),
      ...entry.namespaces.map((value) => ({ packer: entry.packer, kind: 'namespace' as const, value })),
    ]),
    policyItems: byKey(policyItems.entries, (entry) => entry.id),
  };
}

function byKey<Entry>(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, Entry> {
  return new Map(entries.map((entry) => [key(entry), entry]));
}
