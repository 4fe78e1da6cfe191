import type { Evidence } from '../domain/evidence.ts';
import type { DeclaredPermission, PackageFacts } from '../domain/facts/package.ts';
import { findPermission } from '../knowledge/permissions.ts';
import type { Knowledge, PermissionEntry } from '../knowledge/types.ts';
import { isAndroid } from './platform.ts';

/** A permission that the package declares, all its declarations together, with what is known about it. */
export interface RequestedPermission {
  readonly name: string;
  /** Null for a permission that the knowledge has nothing on (the app's own, a vendor's). */
  readonly entry: PermissionEntry | null;
  readonly declarations: readonly DeclaredPermission[];
}

/** First API level on which permissions are granted while the app runs; before, all were granted by installing. */
export const RUNTIME_PERMISSIONS_SINCE = 23;

/**
 * Android permissions that today's devices are asked for, ordered by name; none in a package of another platform, whatever names it
 * declares. Left out are declarations that end (`maxSdkVersion`) below API level 23 or below the app's own minimum: no current device
 * ever sees them. Declarations of the same name are put together.
 */
export function requestedPermissions(facts: PackageFacts, knowledge: Knowledge): RequestedPermission[] {
  const floor = Math.max(RUNTIME_PERMISSIONS_SINCE, facts.identity.minSdk ?? 1);
  const byName = new Map<string, DeclaredPermission[]>();
  for (const declaration of isAndroid(facts) ? facts.permissions : []) {
    if (declaration.maxSdkVersion !== undefined && declaration.maxSdkVersion < floor) continue;
    byName.set(declaration.name, [...(byName.get(declaration.name) ?? []), declaration]);
  }
  return [...byName]
    .map(([name, declarations]) => ({ name, entry: findPermission(knowledge, name), declarations }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Whether a permission opens personal information and is granted by the user at run time. Notifications are not: that permission
 * collects nothing, and every app needs it since Android 13.
 */
export function isDangerous(permission: RequestedPermission): permission is RequestedPermission & { entry: PermissionEntry } {
  return permission.entry?.kind.startsWith('dangerous') === true && permission.name !== 'android.permission.POST_NOTIFICATIONS';
}

/** Where the package declares it. */
export function declarationEvidence(permission: RequestedPermission): Evidence[] {
  return permission.declarations.map(({ place, name }) => ({
    type: 'manifest',
    element: place,
    attribute: 'android:name',
    value: name,
  }));
}
