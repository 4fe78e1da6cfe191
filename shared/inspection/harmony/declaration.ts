import type { Component, DeclaredPermission, IntentFilter, LocalText, MetaData } from '../../domain/facts/manifest.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import { asObject, listOf, objectsOf, textOf, textsOf } from '../json/fields.ts';
import type { JsonObject } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';
import type { HarmonyValues } from './values.ts';

/** What one HAP or HSP says about itself, whichever generation of the application model it is of. */
export interface HarmonyDeclaration {
  readonly model: 'stage' | 'fa';
  readonly bundleName: string | null;
  readonly versionName: string | null;
  readonly versionCode: number | null;
  readonly label: LocalText;
  /** Value of the icon in the resources, `entry/resources/base/media/icon.png`. */
  readonly icon: string | null;
  readonly vendor: string | null;
  readonly bundleType: string | null;
  readonly minApiVersion: number | null;
  readonly targetApiVersion: number | null;
  readonly apiReleaseType: string | null;
  readonly debug: boolean;
  readonly moduleName: string | null;
  readonly moduleType: string | null;
  readonly deliveryWithInstall: boolean | null;
  readonly installationFree: boolean | null;
  readonly deviceTypes: readonly string[];
  readonly permissions: readonly DeclaredPermission[];
  readonly definedPermissions: PackageFacts['definedPermissions'];
  readonly components: readonly Component[];
  /** Ability that the launcher shows. */
  readonly launcher: string | null;
  /** Class that starts with the process: an AbilityStage or ability package. */
  readonly className: string | null;
  readonly process: string | null;
  readonly usesCleartextTraffic: boolean | null;
  readonly supportsBackup: boolean;
  /** Schemes of other apps that it may ask about (`querySchemes`). */
  readonly querySchemes: number;
  readonly metaData: readonly MetaData[];
}

/** What every reader of a declaration needs. */
export interface DeclarationContext {
  readonly values: HarmonyValues;
  /** Module, where the package is made of several. */
  readonly module?: string;
}

const HOME_ENTITIES: ReadonlySet<string> = new Set(['entity.system.home']);
const HOME_ACTIONS: ReadonlySet<string> = new Set(['ohos.want.action.home', 'action.system.home']);

/** Skills of an ability as intent filters: their entities are the categories. */
export function skillsOf(ability: JsonObject): IntentFilter[] {
  return objectsOf(ability, 'skills')
    .slice(0, LIMITS.jsonList)
    .map(({ item }) => {
      const data = new Set(
        objectsOf(item, 'uris').map(({ item: uri }) => `${textOf(uri, 'scheme') ?? ''}://${textOf(uri, 'host') ?? ''}`),
      );
      return {
        actions: textsOf(item, 'actions'),
        categories: textsOf(item, 'entities'),
        data: [...data]
          .filter((uri) => uri !== '://')
          .sort()
          .slice(0, LIMITS.jsonList),
      };
    });
}

/** Whether the launcher shows an ability with these skills. */
export function isHome(filters: readonly IntentFilter[]): boolean {
  return filters.some(
    ({ actions, categories }) =>
      actions.some((action) => HOME_ACTIONS.has(action)) && categories.some((entity) => HOME_ENTITIES.has(entity)),
  );
}

/** The permissions that one may need of a caller, as one text. */
export function guardOf(ability: JsonObject): { readonly permission?: string } {
  const needed = textsOf(ability, 'permissions');
  return needed.length === 0 ? {} : { permission: needed.join(', ').slice(0, LIMITS.text) };
}

/** Names with texts, under whichever names a generation keeps the two. */
export function pairsOf(object: JsonObject, list: string, value: string): MetaData[] {
  return objectsOf(object, list)
    .flatMap(({ item }) => {
      const name = textOf(item, 'name');
      const text = textOf(item, value);
      return name === null ? [] : [{ name, ...(text === null ? {} : { value: text }) }];
    })
    .slice(0, LIMITS.jsonList);
}

/**
 * Permissions that a module asks for. @param scenes name of the list of abilities in `usedScene`: `abilities` or `ability`
 */
export function permissionsOf(
  module: JsonObject,
  element: 'requestPermissions' | 'reqPermissions',
  scenes: 'abilities' | 'ability',
  { values, module: name }: DeclarationContext,
): DeclaredPermission[] {
  return objectsOf(module, element)
    .slice(0, LIMITS.permissions)
    .flatMap(({ item, index }) => {
      const permission = textOf(item, 'name');
      if (permission === null) return [];
      const scene = item.get('usedScene');
      const reason = item.has('reason') || item.has('reasonId') ? values.text(item, 'reason') : null;
      return [
        {
          name: permission,
          element,
          ...(reason ? { reason } : {}),
          ...(scene instanceof Map ? { usedScene: sceneOf(asObject(scene), scenes) } : {}),
          place: `/module/${element}[${index + 1}]`,
          ...(name === undefined ? {} : { module: name }),
        },
      ];
    });
}

function sceneOf(scene: JsonObject, name: 'abilities' | 'ability'): NonNullable<DeclaredPermission['usedScene']> {
  const single = textOf(scene, name);
  return { abilities: single === null ? textsOf(scene, name) : [single], when: textOf(scene, 'when') };
}

/**
 * Permissions that a module defines. HarmonyOS grants them by `grantMode` and keeps them to apps of a level; on Android's scale one that
 * the user grants is dangerous (1), one for system apps only is signature (2).
 */
export function definedPermissionsOf(module: JsonObject, list: string): PackageFacts['definedPermissions'] {
  return listOf(module, list)
    .slice(0, LIMITS.permissions)
    .flatMap((entry) => {
      const item = asObject(entry);
      const name = textOf(item, 'name');
      if (name === null) return [];
      const level = textOf(item, 'availableLevel') ?? 'normal';
      return [{ name, protectionLevel: textOf(item, 'grantMode') === 'user_grant' ? 1 : level === 'normal' ? 0 : 2 }];
    });
}
