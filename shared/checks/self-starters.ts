import type { PackageFacts } from '../domain/facts/package.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { codeOwner } from './ownership.ts';

/** Broadcasts of the boot, which need a permission and still start every app that asks for them. */
const BOOT: ReadonlySet<string> = new Set([
  'android.intent.action.BOOT_COMPLETED',
  'android.intent.action.LOCKED_BOOT_COMPLETED',
  'android.intent.action.QUICKBOOT_POWERON',
  'com.htc.intent.action.QUICKBOOT_POWERON',
]);

/** Other broadcasts that start an app without the user, and the target from which a manifest is no longer served. */
const EVENTS: ReadonlyMap<string, number> = new Map([
  ['android.intent.action.USER_PRESENT', 26],
  ['android.intent.action.ACTION_POWER_CONNECTED', 26],
  ['android.intent.action.ACTION_POWER_DISCONNECTED', 26],
  ['android.net.conn.CONNECTIVITY_CHANGE', 24],
  ['android.net.wifi.WIFI_STATE_CHANGED', 26],
]);

const BOOT_PERMISSION = 'android.permission.RECEIVE_BOOT_COMPLETED';

/** Whether the app asks to be told of the boot, without which its broadcasts do not reach it. */
export function asksToBoot({ permissions }: PackageFacts): boolean {
  return permissions.some(({ name }) => name === BOOT_PERMISSION);
}

/** Whether current systems still send a broadcast to a receiver in the manifest of an app with this target. */
export function isDelivered(action: string, { identity }: PackageFacts): boolean {
  const target = identity.targetSdk ?? identity.minSdk ?? 1;
  return target < (EVENTS.get(action) ?? Number.POSITIVE_INFINITY);
}

/** A receiver by which the system starts the app without the user. */
export interface Starter {
  readonly place: string;
  readonly actions: readonly string[];
}

/** Receivers that start the app on events of the system, except those that base libraries bring along. */
export function selfStarters(facts: PackageFacts, knowledge: Knowledge): Starter[] {
  const mayBoot = asksToBoot(facts);
  return facts.components.flatMap(({ kind, name, enabled, intentFilters, place }) => {
    if (kind !== 'receiver' || !enabled) return [];
    const actions = intentFilters
      .flatMap((filter) => filter.actions)
      .filter((action) => (BOOT.has(action) ? mayBoot || !action.endsWith('BOOT_COMPLETED') : EVENTS.has(action)));
    // Base libraries restore the alarms and jobs that the app itself asked for.
    return actions.length === 0 || codeOwner(name, facts, knowledge).kind === 'library' ? [] : [{ place, actions }];
  });
}
