import type { Category, PermissionEntry } from '../knowledge/types.ts';

/** How a permission stands to an app type of the 39; null where the table says nothing. */
export type Relevance = 'basic' | 'optional' | 'low' | null;

interface Table {
  readonly basic: ReadonlySet<string>;
  readonly optional: ReadonlySet<string>;
  readonly low: ReadonlySet<string>;
}

const tables = new WeakMap<Category, Table>();

/**
 * How a permission stands to an app type. The table is written in Android's names; a permission of another platform stands as the
 * Android permissions that open the same, and where these differ, as the one that the type needs most.
 */
export function relevanceOf(category: Category, { name, equivalents }: PermissionEntry): Relevance {
  let table = tables.get(category);
  if (table === undefined) {
    const { basic, optional, lowRelevance } = category;
    table = { basic: new Set(basic), optional: new Set(optional), low: new Set(lowRelevance) };
    tables.set(category, table);
  }
  const names = [name, ...equivalents];
  const isIn = (list: ReadonlySet<string>) => names.some((each) => list.has(each));
  return isIn(table.basic) ? 'basic' : isIn(table.optional) ? 'optional' : isIn(table.low) ? 'low' : null;
}

const CONTACTS = ['android.permission.READ_CONTACTS', 'android.permission.WRITE_CONTACTS'];
const CALL_LOG = [
  'android.permission.READ_CALL_LOG',
  'android.permission.WRITE_CALL_LOG',
  'android.permission.PROCESS_OUTGOING_CALLS',
];
const SMS = [
  'android.permission.READ_SMS',
  'android.permission.RECEIVE_SMS',
  'android.permission.SEND_SMS',
  'android.permission.RECEIVE_MMS',
  'android.permission.RECEIVE_WAP_PUSH',
];
const APP_LIST = ['android.permission.QUERY_ALL_PACKAGES', 'com.android.permission.GET_INSTALLED_APPS'];

/** Number of the type "online lending". */
const LENDING = 12;

const LENDING_PRIORITY: ReadonlySet<string> = new Set([...CONTACTS, ...CALL_LOG, ...SMS, ...APP_LIST]);
const FREE_PRIORITY: ReadonlySet<string> = new Set([...CALL_LOG, ...SMS]);

/**
 * Whether authorities look at this combination first: contacts, call log, messages and the app list of a lending app; call log and
 * messages of an app of the 13 types that need no personal information, unless the type has them for a function of its own (a security
 * app that filters spam).
 */
export function isPriority(category: Category, entry: PermissionEntry): boolean {
  if (relevanceOf(category, entry) === 'basic' || relevanceOf(category, entry) === 'optional') return false;
  const first = category.id === LENDING ? LENDING_PRIORITY : category.noPersonalInfoNeeded ? FREE_PRIORITY : null;
  return first !== null && [entry.name, ...entry.equivalents].some((name) => first.has(name));
}
