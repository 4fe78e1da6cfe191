import type { Component } from '../../domain/facts/manifest.ts';
import { flagOf, integerOf, listOf, objectOf, objectsOf, textOf, textsOf } from '../json/fields.ts';
import type { JsonObject } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';
import {
  type DeclarationContext,
  definedPermissionsOf,
  guardOf,
  type HarmonyDeclaration,
  isHome,
  pairsOf,
  permissionsOf,
  skillsOf,
} from './declaration.ts';

/** Reads `module.json` of the stage model (OpenHarmony, "module.json5 Configuration File" and "app.json5 Configuration File"). */
export function readModuleJson(root: JsonObject, context: DeclarationContext): HarmonyDeclaration {
  const app = objectOf(root, 'app');
  const module = objectOf(root, 'module');
  const abilities = componentsOf(module, 'abilities', 'ability', context);
  const extensions = componentsOf(module, 'extensionAbilities', 'extension-ability', context);
  const label = context.values.text(app, 'label');
  const main = mainAbility(abilities, textOf(module, 'mainElement'));
  const shown = objectsOf(module, 'abilities').find(({ item }) => textOf(item, 'name') === main)?.item;
  return {
    model: 'stage',
    bundleName: textOf(app, 'bundleName'),
    versionName: textOf(app, 'versionName'),
    versionCode: integerOf(app, 'versionCode'),
    label: label.default === null && label.zh === null && shown ? context.values.text(shown, 'label') : label,
    icon: context.values.text(app, 'icon').default,
    vendor: textOf(app, 'vendor'),
    bundleType: textOf(app, 'bundleType'),
    minApiVersion: apiLevel(integerOf(app, 'minAPIVersion')),
    targetApiVersion: apiLevel(integerOf(app, 'targetAPIVersion')),
    apiReleaseType: textOf(app, 'apiReleaseType'),
    debug: flagOf(app, 'debug') ?? false,
    moduleName: textOf(module, 'name'),
    moduleType: textOf(module, 'type'),
    deliveryWithInstall: flagOf(module, 'deliveryWithInstall'),
    installationFree: flagOf(module, 'installationFree'),
    deviceTypes: textsOf(module, 'deviceTypes'),
    permissions: permissionsOf(module, 'requestPermissions', 'abilities', context),
    definedPermissions: definedPermissionsOf(module, 'definePermissions'),
    components: [...abilities, ...extensions],
    launcher: abilities.some(({ name, intentFilters }) => name === main && isHome(intentFilters)) ? main : homeOf(abilities),
    className: textOf(module, 'srcEntry') ?? textOf(module, 'srcEntrance'),
    process: textOf(module, 'process'),
    usesCleartextTraffic: null,
    supportsBackup: extensions.some(({ extensionType }) => extensionType === 'backup'),
    querySchemes: listOf(module, 'querySchemes').length,
    metaData: pairsOf(module, 'metadata', 'value'),
  };
}

/** API level; from HarmonyOS 5 on it stands behind the version of the system: 50000012 is 5.0.0(12). */
export function apiLevel(value: number | null): number | null {
  return value === null ? null : value > 10_000 ? value % 1000 : value;
}

function mainAbility(abilities: readonly Component[], mainElement: string | null): string | null {
  return abilities.some(({ name }) => name === mainElement) ? mainElement : homeOf(abilities);
}

function homeOf(abilities: readonly Component[]): string | null {
  return abilities.find(({ intentFilters }) => isHome(intentFilters))?.name ?? null;
}

function componentsOf(
  module: JsonObject,
  list: 'abilities' | 'extensionAbilities',
  kind: 'ability' | 'extension-ability',
  { module: name }: DeclarationContext,
): Component[] {
  return objectsOf(module, list)
    .slice(0, LIMITS.components)
    .flatMap(({ item, index }) => {
      const own = textOf(item, 'name');
      if (own === null) return [];
      const declared = flagOf(item, 'exported') ?? flagOf(item, 'visible');
      const type = textOf(item, 'type');
      const modes = textsOf(item, 'backgroundModes');
      return [
        {
          kind,
          name: own,
          exported: declared ?? false,
          exportedDeclared: declared !== null,
          enabled: flagOf(item, 'enabled') ?? true,
          ...optional('process', textOf(item, 'process')),
          ...guardOf(item),
          ...optional('readPermission', textOf(item, 'readPermission')),
          ...optional('writePermission', textOf(item, 'writePermission')),
          ...(kind === 'extension-ability' && type !== null ? { extensionType: type } : {}),
          ...(modes.length > 0 ? { foregroundServiceTypes: modes } : {}),
          intentFilters: skillsOf(item),
          metaData: pairsOf(item, 'metadata', 'value'),
          place: `/module/${list}[${index + 1}]`,
          ...(name === undefined ? {} : { module: name }),
        },
      ];
    });
}

/** A member where there is a value. */
export function optional<Name extends string>(name: Name, value: string | null): { readonly [K in Name]?: string } {
  return (value === null ? {} : { [name]: value }) as { readonly [K in Name]?: string };
}
