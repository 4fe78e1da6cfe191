import type { Component } from '../../domain/facts/manifest.ts';
import { asObject, flagOf, integerOf, objectOf, objectsOf, textOf, textsOf } from '../json/fields.ts';
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
import { apiLevel, optional } from './module-json.ts';

/** Reads `config.json` of the FA model (OpenHarmony, "Application Configuration File Overview (FA Model)"). */
export function readConfigJson(root: JsonObject, context: DeclarationContext): HarmonyDeclaration {
  const app = objectOf(root, 'app');
  const module = objectOf(root, 'module');
  const version = objectOf(app, 'version');
  const api = objectOf(app, 'apiVersion');
  const distro = objectOf(module, 'distro');
  // Settings for all devices, and for some of them over these; what one device does, the app does.
  const devices = [...objectOf(root, 'deviceConfig').values()].map(asObject);
  const components = abilitiesOf(module, context);
  const main = mainAbility(components, qualified(textOf(module, 'mainAbility'), textOf(module, 'package')));
  const shown = objectsOf(module, 'abilities').find(
    ({ item }) => qualified(textOf(item, 'name'), textOf(module, 'package')) === main,
  );
  return {
    model: 'fa',
    bundleName: textOf(app, 'bundleName'),
    versionName: textOf(version, 'name'),
    versionCode: integerOf(version, 'code'),
    label: context.values.text(shown?.item ?? new Map(), 'label'),
    icon: context.values.text(shown?.item ?? new Map(), 'icon').default,
    vendor: textOf(app, 'vendor'),
    bundleType: null,
    minApiVersion: apiLevel(integerOf(api, 'compatible')),
    targetApiVersion: apiLevel(integerOf(api, 'target')),
    apiReleaseType: textOf(api, 'releaseType'),
    debug: devices.some((device) => flagOf(device, 'debug') === true),
    moduleName: textOf(distro, 'moduleName'),
    moduleType: textOf(distro, 'moduleType'),
    deliveryWithInstall: flagOf(distro, 'deliveryWithInstall'),
    installationFree: flagOf(distro, 'installationFree'),
    deviceTypes: textsOf(module, 'deviceType'),
    permissions: permissionsOf(module, 'reqPermissions', 'ability', context),
    definedPermissions: definedPermissionsOf(module, 'defPermissions'),
    components,
    launcher: components.some(({ name, intentFilters }) => name === main && isHome(intentFilters)) ? main : null,
    className: qualified(textOf(module, 'name'), textOf(module, 'package')),
    process: devices.map((device) => textOf(device, 'process')).find((process) => process !== null) ?? null,
    usesCleartextTraffic: cleartext(devices),
    supportsBackup: devices.some((device) => flagOf(device, 'supportBackup') === true),
    querySchemes: 0,
    metaData: pairsOf(objectOf(module, 'metaData'), 'customizeData', 'value'),
  };
}

function cleartext(devices: readonly JsonObject[]): boolean | null {
  const said = devices.map((device) => flagOf(objectOf(device, 'network'), 'cleartextTraffic')).filter((flag) => flag !== null);
  return said.length === 0 ? null : said.includes(true);
}

/** A name that begins with a dot belongs to the module's package. */
function qualified(name: string | null, packageName: string | null): string | null {
  return name?.startsWith('.') && packageName !== null ? `${packageName}${name}`.slice(0, LIMITS.text) : name;
}

function mainAbility(components: readonly Component[], declared: string | null): string | null {
  if (components.some(({ name }) => name === declared)) return declared;
  return components.find(({ intentFilters }) => isHome(intentFilters))?.name ?? components[0]?.name ?? null;
}

/** Page abilities are abilities; service, data and form abilities run without a page, as extension abilities do. */
function abilitiesOf(module: JsonObject, { module: name }: DeclarationContext): Component[] {
  return objectsOf(module, 'abilities')
    .slice(0, LIMITS.components)
    .flatMap(({ item, index }) => {
      const own = qualified(textOf(item, 'name'), textOf(module, 'package'));
      if (own === null) return [];
      const type = textOf(item, 'type') ?? 'page';
      const declared = flagOf(item, 'visible');
      const modes = textsOf(item, 'backgroundModes');
      return [
        {
          kind: type === 'page' ? ('ability' as const) : ('extension-ability' as const),
          name: own,
          exported: declared ?? false,
          exportedDeclared: declared !== null,
          enabled: true,
          ...optional('process', textOf(item, 'process')),
          ...guardOf(item),
          ...optional('readPermission', textOf(item, 'readPermission')),
          ...optional('writePermission', textOf(item, 'writePermission')),
          ...(type === 'page' ? {} : { extensionType: type }),
          ...(modes.length > 0 ? { foregroundServiceTypes: modes } : {}),
          intentFilters: skillsOf(item),
          metaData: pairsOf(objectOf(item, 'metaData'), 'customizeData', 'value'),
          place: `/module/abilities[${index + 1}]`,
          ...(name === undefined ? {} : { module: name }),
        },
      ];
    });
}
