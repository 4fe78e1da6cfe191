import type { Evidence } from '../domain/evidence.ts';
import type { Component, DeclaredPermission, PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import { findPermission } from '../knowledge/permissions.ts';
import type { Knowledge, PermissionEntry } from '../knowledge/types.ts';
import { platformOf } from './platform.ts';

/** A permission that the package declares, all its declarations together, with what is known about it. */
export interface RequestedPermission {
  readonly name: string;
  /** Null for a permission that the knowledge has nothing on (the app's own, a vendor's, another platform's). */
  readonly entry: PermissionEntry | null;
  readonly declarations: readonly DeclaredPermission[];
}

/** First API level on which permissions are granted while the app runs; before, all were granted by installing. */
export const RUNTIME_PERMISSIONS_SINCE = 23;

/** `permissions[].origin` of a quick app names servers that it may talk to, no permission. */
const ORIGIN = 'origin:';

const requested = new WeakMap<PackageFacts, { readonly knowledge: Knowledge; readonly list: readonly RequestedPermission[] }>();

/**
 * Permissions that today's devices are asked for, ordered by name, declarations of the same name together: Android's `uses-permission`,
 * HarmonyOS's `requestPermissions`, a quick app's features and `permissionDesc`. Left out are declarations that end (`maxSdkVersion`)
 * below API level 23 or below the app's own minimum, which no current device ever sees. Made once a package: rules share it.
 */
export function requestedPermissions(facts: PackageFacts, knowledge: Knowledge): readonly RequestedPermission[] {
  const made = requested.get(facts);
  if (made?.knowledge === knowledge) return made.list;
  const list = collect(facts, knowledge);
  requested.set(facts, { knowledge, list });
  return list;
}

function collect(facts: PackageFacts, knowledge: Knowledge): RequestedPermission[] {
  const platform = platformOf(facts);
  if (platform === null) return [];
  const floor = Math.max(RUNTIME_PERMISSIONS_SINCE, facts.identity.minSdk ?? 1);
  const byName = new Map<string, DeclaredPermission[]>();
  for (const declaration of declaredPermissions(facts)) {
    if (platform === 'android' && declaration.maxSdkVersion !== undefined && declaration.maxSdkVersion < floor) continue;
    const same = byName.get(declaration.name);
    if (same === undefined) byName.set(declaration.name, [declaration]);
    else same.push(declaration);
  }
  return [...byName]
    .map(([name, declarations]) => ({ name, entry: entryOf(name, platform, knowledge), declarations }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A name of another platform means nothing to this one. */
function entryOf(name: string, platform: PermissionEntry['platform'], knowledge: Knowledge): PermissionEntry | null {
  const entry = findPermission(knowledge, name);
  return entry?.platform === platform ? entry : null;
}

/**
 * Every declaration of a permission, those that no current device sees included. A quick app's features are among them, the servers that
 * it may talk to are not.
 */
export function declaredPermissions(facts: PackageFacts): readonly DeclaredPermission[] {
  if (facts.platform !== 'quick-app') return facts.permissions;
  return [...featuresOf(facts), ...facts.permissions.filter(({ name }) => !name.startsWith(ORIGIN))];
}

/** What a quick app may call it declares as features, so these are its permissions. */
function featuresOf({ quickApp }: PackageFacts): DeclaredPermission[] {
  return (quickApp?.features ?? []).map((name, at) => ({ name, element: 'permissions', place: `/features[${at + 1}]` }));
}

/**
 * Whether a permission opens personal information and is granted by the user at run time (a quick app: the engine asks the user).
 * Notifications are not: that permission collects nothing, and every app needs it since Android 13.
 */
export function isDangerous(permission: RequestedPermission): permission is RequestedPermission & { entry: PermissionEntry } {
  return permission.entry?.kind.startsWith('dangerous') === true && permission.name !== 'android.permission.POST_NOTIFICATIONS';
}

const NOUNS: Readonly<Record<PermissionEntry['platform'], Bilingual>> = {
  android: { zh: '危险权限', en: 'dangerous permission' },
  harmony: { zh: '须用户授权的权限（user_grant）', en: 'permission that users grant (user_grant)' },
  'quick-app': { zh: '调用时须用户授权的接口', en: 'feature for which users are asked' },
};

/** What the platform calls a permission that users grant. */
export function permissionNoun({ platform }: PermissionEntry): Bilingual {
  return NOUNS[platform];
}

/** The name as people write it: without the platform's prefix. */
export function shortName(name: string): string {
  return name.replace(/^(?:android|ohos)\.permission\./, '');
}

/** Where the package declares it. */
export function declarationEvidence({ declarations }: RequestedPermission): Evidence[] {
  return declarations.map(({ place, name, element }) => ({
    type: 'manifest',
    element: place,
    attribute: element.startsWith('uses-permission') ? 'android:name' : 'name',
    value: name,
  }));
}

/** Something that the package may have: a permission it requests, or a service that users bind to it in the settings. */
export interface RequestedAccess extends RequestedPermission {
  /** Enabled services that only a holder of this permission may bind: accessibility, notification access, VPN, input method. */
  readonly services: readonly Component[];
}

/** What is requested, together with the services that users switch on in the settings (`BIND_…`), ordered by name. */
export function requestedAccess(facts: PackageFacts, knowledge: Knowledge): RequestedAccess[] {
  const bound = new Map<string, Component[]>();
  for (const component of platformOf(facts) === 'android' ? facts.components : []) {
    const { kind, enabled, permission } = component;
    if (kind !== 'service' || !enabled || permission === undefined) continue;
    const same = bound.get(permission);
    if (same !== undefined) same.push(component);
    else if (knowledge.permissions.get(permission)?.kind === 'bind') bound.set(permission, [component]);
  }
  return [
    ...requestedPermissions(facts, knowledge).map((permission) => ({ ...permission, services: [] })),
    ...[...bound].map(([name, services]) => ({ name, entry: findPermission(knowledge, name), declarations: [], services })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where it is requested, or which services carry it. */
export function accessEvidence(access: RequestedAccess): Evidence[] {
  return [
    ...declarationEvidence(access),
    ...access.services.map(
      ({ place, name }): Evidence => ({ type: 'manifest', element: place, attribute: 'android:permission', value: name }),
    ),
  ];
}
