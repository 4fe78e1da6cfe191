import type { DeclaredPermission, ImpliedPermission } from '../../domain/facts/manifest.ts';

type Split = readonly [permission: string, brings: readonly string[], below?: number];

const P = 'android.permission.';
/**
 * Permissions that bring others along (`split-permission` of the platform's data/etc/platform.xml, Android 14), some only for apps whose
 * target is below an API level, from the time before the new permission was there.
 */
const SPLITS: readonly Split[] = [
  ['ACCESS_FINE_LOCATION', ['ACCESS_COARSE_LOCATION']],
  ['WRITE_EXTERNAL_STORAGE', ['READ_EXTERNAL_STORAGE']],
  ['READ_CONTACTS', ['READ_CALL_LOG'], 16],
  ['WRITE_CONTACTS', ['WRITE_CALL_LOG'], 16],
  ['ACCESS_FINE_LOCATION', ['ACCESS_BACKGROUND_LOCATION'], 29],
  ['ACCESS_COARSE_LOCATION', ['ACCESS_BACKGROUND_LOCATION'], 29],
  ['READ_EXTERNAL_STORAGE', ['ACCESS_MEDIA_LOCATION'], 29],
  ['WRITE_EXTERNAL_STORAGE', ['ACCESS_MEDIA_LOCATION'], 29],
  ['BLUETOOTH', ['BLUETOOTH_SCAN', 'BLUETOOTH_CONNECT', 'BLUETOOTH_ADVERTISE'], 31],
  ['BLUETOOTH_ADMIN', ['BLUETOOTH_SCAN', 'BLUETOOTH_CONNECT', 'BLUETOOTH_ADVERTISE'], 31],
  ['BODY_SENSORS', ['BODY_SENSORS_BACKGROUND'], 33],
  ['READ_EXTERNAL_STORAGE', ['READ_MEDIA_AUDIO', 'READ_MEDIA_VIDEO', 'READ_MEDIA_IMAGES'], 33],
  ['WRITE_EXTERNAL_STORAGE', ['READ_MEDIA_AUDIO', 'READ_MEDIA_VIDEO', 'READ_MEDIA_IMAGES'], 33],
  ['READ_MEDIA_IMAGES', ['READ_MEDIA_VISUAL_USER_SELECTED']],
  ['READ_MEDIA_VIDEO', ['READ_MEDIA_VISUAL_USER_SELECTED']],
  ['ACCESS_MEDIA_LOCATION', ['READ_MEDIA_VISUAL_USER_SELECTED']],
];

/** Permissions that every app below a target gets (`CompatibilityPermissionInfo` of the platform). */
const COMPATIBILITY: readonly (readonly [permission: string, below: number])[] = [
  ['WRITE_EXTERNAL_STORAGE', 4],
  ['READ_PHONE_STATE', 4],
  ['POST_NOTIFICATIONS', 33],
];

/**
 * Permissions that the platform adds to those that a manifest requests: first those for old targets, then those that others bring along,
 * in one pass over the table as the platform makes it.
 * @param targetSdk null where it is not known: then only what holds for every target is said
 */
export function impliedPermissions(requested: readonly DeclaredPermission[], targetSdk: number | null): ImpliedPermission[] {
  const held = new Set(requested.map(({ name }) => name));
  const implied: ImpliedPermission[] = [];
  const add = (name: string, because: string) => {
    if (held.has(name)) return;
    held.add(name);
    implied.push({ name, because });
  };
  const target = targetSdk ?? Number.MAX_SAFE_INTEGER;
  for (const [name, below] of COMPATIBILITY) if (target < below) add(P + name, `targetSdkVersion < ${below}`);
  for (const [name, brings, below] of SPLITS) {
    if (!held.has(P + name) || (below !== undefined && target >= below)) continue;
    for (const brought of brings) add(P + brought, P + name);
  }
  return implied;
}
