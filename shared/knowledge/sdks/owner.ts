import type { SdkEntry } from '../types.ts';

const indexes = new WeakMap<readonly SdkEntry[], ReadonlyMap<string, SdkEntry>>();

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
  const owners = prefixIndex(sdks);
  for (let prefix = name; prefix.includes('.'); prefix = prefix.slice(0, prefix.lastIndexOf('.'))) {
    const sdk = owners.get(prefix);
    if (sdk !== undefined) return { sdk, prefix };
  }
  return null;
}

function prefixIndex(sdks: readonly SdkEntry[]): ReadonlyMap<string, SdkEntry> {
  const known = indexes.get(sdks);
  if (known !== undefined) return known;
  const owners = new Map(sdks.flatMap((sdk) => sdk.prefixes.map((prefix) => [prefix, sdk] as const)));
  indexes.set(sdks, owners);
  return owners;
}
