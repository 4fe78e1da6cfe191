import { findPermission } from '../knowledge/permissions.ts';
import type { Knowledge, PermissionEntry } from '../knowledge/types.ts';

/** Groups that policies treat as one: whoever writes 存储权限 means photos and files on old and new systems alike. */
const ONE_GROUP: readonly (readonly string[])[] = [
  [
    'android.permission.READ_EXTERNAL_STORAGE',
    'android.permission.WRITE_EXTERNAL_STORAGE',
    'android.permission.MANAGE_EXTERNAL_STORAGE',
    'android.permission.READ_MEDIA_IMAGES',
    'android.permission.READ_MEDIA_VIDEO',
    'android.permission.READ_MEDIA_AUDIO',
    'android.permission.READ_MEDIA_VISUAL_USER_SELECTED',
    'android.permission.ACCESS_MEDIA_LOCATION',
  ],
  ['com.android.permission.GET_INSTALLED_APPS', 'android.permission.QUERY_ALL_PACKAGES'],
];

/** Names of groups that say nothing of what a permission opens. */
const NO_GROUP: ReadonlySet<string> = new Set(['系统授权']);

const known = new WeakMap<Knowledge, Map<string, readonly string[]>>();

/**
 * Keys of the groups that a permission belongs to: two permissions that share one are covered by one disclosure. A permission of
 * HarmonyOS or a quick app's feature belongs to the groups of the Android permissions that open the same.
 */
function groupsOf(name: string, knowledge: Knowledge): readonly string[] {
  const entry = findPermission(knowledge, name);
  if (entry === null) return [name];
  const groups = known.get(knowledge) ?? new Map<string, readonly string[]>();
  known.set(knowledge, groups);
  const keys = groups.get(entry.name) ?? keysOf(entry, knowledge);
  groups.set(entry.name, keys);
  return keys;
}

function keysOf(entry: PermissionEntry, knowledge: Knowledge): readonly string[] {
  const same = [entry, ...entry.equivalents.flatMap((name) => findPermission(knowledge, name) ?? [])];
  const keys = same.flatMap(({ name, group }) => [
    name,
    ...(NO_GROUP.has(group.zh) ? [] : [`group:${group.zh}`]),
    ...ONE_GROUP.flatMap((names, at) => (names.includes(name) ? [`one:${at}`] : [])),
  ]);
  return [...new Set(keys)];
}

const members = new WeakMap<Knowledge, Map<string, ReadonlySet<string>>>();

/** Names in the knowledge that one disclosure covers together with this one, itself included. */
export function sameGroupAs(name: string, knowledge: Knowledge): ReadonlySet<string> {
  const entry = findPermission(knowledge, name);
  if (entry === null) return new Set([name]);
  const sets = members.get(knowledge) ?? new Map<string, ReadonlySet<string>>();
  members.set(knowledge, sets);
  const known = sets.get(entry.name);
  if (known !== undefined) return known;
  const keys = new Set(groupsOf(entry.name, knowledge));
  const same = [...knowledge.permissions.keys()].filter((other) => groupsOf(other, knowledge).some((key) => keys.has(key)));
  const set: ReadonlySet<string> = new Set(same);
  sets.set(entry.name, set);
  return set;
}

/** Whether one disclosure covers both. */
export function isSameGroup(a: string, b: string, knowledge: Knowledge): boolean {
  return a === b || sameGroupAs(a, knowledge).has(findPermission(knowledge, b)?.name ?? b);
}

/**
 * The group under which a reader thinks of a permission, as one word: storage and media are one, location of any kind is one. For
 * counting how many things are asked for.
 */
export function groupKey(entry: PermissionEntry, knowledge: Knowledge): string {
  const [first] = entry.equivalents;
  const of = (first === undefined ? null : findPermission(knowledge, first)) ?? entry;
  const one = ONE_GROUP.findIndex((names) => names.includes(of.name));
  return one >= 0 ? `one:${one}` : of.group.zh;
}
