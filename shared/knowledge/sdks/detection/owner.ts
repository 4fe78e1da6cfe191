import type { SdkEntry } from '../../types.ts';
import { PrefixTable } from './prefix-table.ts';

const tables = new WeakMap<readonly SdkEntry[], PrefixTable<SdkEntry>>();

/** Which SDK owns a package or class, and by which of its prefixes. */
export interface Ownership {
  readonly sdk: SdkEntry;
  readonly prefix: string;
}

/**
 * The SDK whose prefix covers a dotted name, whole segments only; of several prefixes the longest owns.
 * @param name package or class, `com.amap.api.location.AMapLocationClient`
 */
export function ownerOf(name: string, sdks: readonly SdkEntry[]): Ownership | null {
  const found = prefixesOf(sdks).longest(name);
  return found === null ? null : { sdk: found.value, prefix: found.prefix };
}

/** Prefixes of all SDKs. */
export function prefixesOf(sdks: readonly SdkEntry[]): PrefixTable<SdkEntry> {
  const known = tables.get(sdks);
  if (known !== undefined) return known;
  const table = new PrefixTable(sdks.flatMap((sdk) => sdk.prefixes.map((prefix) => [prefix, sdk] as const)));
  tables.set(sdks, table);
  return table;
}

const types = new WeakMap<readonly SdkEntry[], PrefixTable<SdkEntry>>();

/** The SDK that owns the class of a method, given as `Lcom/vendor/sdk/Core;->init`. */
export function ownerOfMethod(target: string, sdks: readonly SdkEntry[]): SdkEntry | null {
  let table = types.get(sdks);
  if (table === undefined) {
    const prefixes = sdks.flatMap((sdk) => sdk.prefixes.map((prefix) => [prefix.replaceAll('.', '/'), sdk] as const));
    table = new PrefixTable(prefixes, 'type');
    types.set(sdks, table);
  }
  return table.longest(target, 1)?.value ?? null;
}

/** Whether a dotted name is another one or lies below it; no name lies below null. */
export function isUnder(name: string, above: string | null): boolean {
  return above !== null && name.startsWith(above) && (name.length === above.length || name[above.length] === '.');
}
