import type { Dex } from './dex.ts';

/** `map_item` types and value types (DEX format, "Type codes" and "encoded_value"). */
const CALL_SITES = 0x0007;
const METHOD_HANDLES = 0x0008;
const VALUE = { methodType: 0x15, methodHandle: 0x16, array: 0x1c, annotation: 0x1d, null: 0x1e, boolean: 0x1f } as const;
/** Method handles of this type and above name methods, those below fields (DEX format, "Method handle type codes"). */
const FIRST_INVOKER = 4;
const MOST_MAP_ITEMS = 64;
const MOST_ARGUMENTS = 64;

/** What `invoke-custom` does at each index of `call_site_ids`; -1 for what is not there. */
export interface CallSites {
  /** The first method handle among the bootstrap's own arguments, which for `LambdaMetafactory` is the body of the lambda. */
  readonly methods: Int32Array;
  /** Prototype of the call itself: it returns the object that is made. */
  readonly protos: Int32Array;
}

/** Reads the call sites that the map tells of. @throws BrokenBytes `dex-overlap` */
export function readCallSites(dex: Dex): CallSites {
  const { bytes } = dex;
  const sites = mapItem(dex, CALL_SITES);
  const handles = mapItem(dex, METHOD_HANDLES);
  if (!sites || !handles) return { methods: new Int32Array(0), protos: new Int32Array(0) };
  // Instructions have sixteen bits for the index.
  const count = Math.min(sites.count, 0x10000, Math.max(0, Math.floor((bytes.length - sites.at) / 4)));
  dex.allowance.spend(count * 8, sites.at);
  const made = { methods: new Int32Array(count).fill(-1), protos: new Int32Array(count).fill(-1) };
  for (let site = 0; site < count; site++) {
    const { handle, proto } = readSite(dex, dex.base + bytes.readUInt32LE(sites.at + site * 4));
    made.protos[site] = proto < dex.protos.count ? proto : -1;
    const at = handles.at + handle * 8;
    if (handle < 0 || handle >= handles.count || at + 8 > bytes.length) continue;
    const method = bytes.readUInt16LE(at + 4);
    if (bytes.readUInt16LE(at) >= FIRST_INVOKER && method < dex.methods.count) made.methods[site] = method;
  }
  return made;
}

/** A section that only the `map_list` tells of. */
function mapItem(dex: Dex, wanted: number): { count: number; at: number } | null {
  const { bytes } = dex;
  const map = bytes.readUInt32LE(dex.header + 52) + dex.base;
  if (map + 4 > bytes.length) return null;
  const count = Math.min(bytes.readUInt32LE(map), MOST_MAP_ITEMS, Math.floor((bytes.length - map - 4) / 12));
  for (let item = 0; item < count; item++) {
    const at = map + 4 + item * 12;
    if (bytes.readUInt16LE(at) !== wanted) continue;
    const section = { count: bytes.readUInt32LE(at + 4), at: bytes.readUInt32LE(at + 8) + (dex.compact ? dex.header : 0) };
    return section.at <= bytes.length ? section : null;
  }
  return null;
}

/** Steps through an `encoded_array` to the first method type and the second method handle (the first is the bootstrap); -1 for none. */
function readSite(dex: Dex, from: number): { handle: number; proto: number } {
  const { bytes } = dex;
  const found = { handle: -1, proto: -1 };
  let at = from;
  let handles = 0;
  const size = Math.min(bytes[at++] ?? 0, MOST_ARGUMENTS);
  for (let item = 0; item < size && at < bytes.length && found.handle < 0; item++) {
    const head = bytes[at++]!;
    const type = head & 0x1f;
    if (type === VALUE.array || type === VALUE.annotation) break;
    const length = type === VALUE.null || type === VALUE.boolean ? 0 : (head >>> 5) + 1;
    if (at + length > bytes.length) break;
    const index = length === 0 ? 0 : bytes.readUIntLE(at, Math.min(length, 4));
    if (type === VALUE.methodType && found.proto < 0) found.proto = index;
    if (type === VALUE.methodHandle && ++handles === 2) found.handle = index;
    at += length;
  }
  return found;
}
