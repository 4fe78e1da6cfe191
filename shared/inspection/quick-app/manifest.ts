import type { QuickAppFacts } from '../../domain/facts/contents.ts';
import type { Component, DeclaredPermission, IntentFilter, LocalText, MetaData } from '../../domain/facts/manifest.ts';
import { asObject, flagOf, integerOf, objectOf, objectsOf, textOf, textsOf } from '../json/fields.ts';
import type { JsonObject } from '../json/read-json.ts';
import { LIMITS } from '../limits.ts';
import type { QuickAppTexts } from './texts.ts';

/** What a quick app or quick game says about itself. */
export interface QuickAppManifest {
  readonly packageName: string | null;
  readonly versionName: string | null;
  readonly versionCode: number | null;
  readonly label: LocalText;
  /** Path in the package. */
  readonly icon: string | null;
  readonly debug: boolean;
  readonly permissions: readonly DeclaredPermission[];
  readonly components: readonly Component[];
  readonly launcher: string | null;
  readonly metaData: readonly MetaData[];
  readonly quickApp: QuickAppFacts;
}

/** Reads `manifest.json` (quick app engine, `AppInfo`, `RouterInfo`, `SubpackageInfo`; games name their script instead of pages). */
export function readManifest(root: JsonObject, texts: QuickAppTexts): QuickAppManifest {
  const router = objectOf(root, 'router');
  const config = objectOf(root, 'config');
  const pages = objectOf(router, 'pages');
  const entry = textOf(router, 'entry');
  return {
    packageName: textOf(root, 'package'),
    versionName: textOf(root, 'versionName'),
    versionCode: integerOf(root, 'versionCode'),
    label: texts.resolve(textOf(root, 'name')),
    icon: textOf(root, 'icon')?.replace(/^\/+/, '') ?? null,
    debug: flagOf(config, 'debug') === true,
    permissions: permissionsOf(root, texts),
    components: pagesOf(pages),
    launcher: entry !== null && pages.has(entry) ? entry : null,
    metaData: settingsOf(root, config),
    quickApp: {
      minPlatformVersion: integerOf(root, 'minPlatformVersion'),
      features: namesOf(root, 'features'),
      pages: [...pages.keys()].slice(0, LIMITS.jsonList).map(cut),
      subpackages: [...namesOf(root, 'subpackages'), ...namesOf(root, 'subPackages')],
      widgets: [...objectOf(router, 'widgets').keys()].slice(0, LIMITS.jsonList).map(cut),
    },
  };
}

/** Names of objects in a list, or texts in it, each once. */
function namesOf(root: JsonObject, list: string): string[] {
  const names = [...objectsOf(root, list).flatMap(({ item }) => textOf(item, 'name') ?? []), ...textsOf(root, list)];
  return [...new Set(names)].slice(0, LIMITS.jsonList);
}

/**
 * What a manifest calls permissions: origins that requests may go to, and in `permissionDesc` the permissions that the user is asked for
 * with the reason.
 */
function permissionsOf(root: JsonObject, texts: QuickAppTexts): DeclaredPermission[] {
  const element = 'permissions' as const;
  const origins = objectsOf(root, 'permissions').flatMap(({ item, index }) => {
    const origin = textOf(item, 'origin');
    const name = textOf(item, 'name') ?? (origin === null ? null : `origin:${origin}`);
    return name === null ? [] : [{ name, element, place: `/permissions[${index + 1}]` }];
  });
  const described = objectsOf(root, 'permissionDesc').flatMap(({ item, index }) => {
    const name = textOf(item, 'name');
    const reason = textOf(item, 'desc');
    if (name === null) return [];
    return [
      { name, element, ...(reason === null ? {} : { reason: texts.resolve(reason) }), place: `/permissionDesc[${index + 1}]` },
    ];
  });
  return [...origins, ...described].slice(0, LIMITS.permissions);
}

/** Pages are reached by a link from anywhere (`hap://app/<package>/<path>`); a filter adds addresses of the web. */
function pagesOf(pages: JsonObject): Component[] {
  return [...pages].slice(0, LIMITS.components).map(([name, page]) => ({
    kind: 'page',
    name: cut(name),
    exported: true,
    exportedDeclared: false,
    enabled: true,
    intentFilters: filtersOf(asObject(page)),
    metaData: [],
    place: `/router/pages/${cut(name)}`,
  }));
}

function filtersOf(page: JsonObject): IntentFilter[] {
  return [...objectOf(page, 'filter')].slice(0, LIMITS.jsonList).flatMap(([action, filter]) => {
    const uri = textOf(asObject(filter), 'uri');
    return [{ actions: [cut(action)], categories: [], ...(uri === null ? {} : { data: [uri] }) }];
  });
}

/** Settings that a reviewer asks about: what runs in the background, whose certificates are trusted, whether it is a game. */
function settingsOf(root: JsonObject, config: JsonObject): MetaData[] {
  const type = textOf(root, 'type');
  const background = textsOf(objectOf(config, 'background'), 'features');
  return [
    ...(type === null ? [] : [{ name: 'type', value: type }]),
    ...background.map((value) => ({ name: 'config.background.features', value })),
    ...textsOf(root, 'trustedSslDomains').map((value) => ({ name: 'trustedSslDomains', value })),
  ];
}

function cut(name: string): string {
  return name.slice(0, LIMITS.text);
}
