import { constants, inflateRawSync } from 'node:zlib';
import { concurrently } from '../concurrently.ts';
import { LIMITS } from '../limits.ts';
import { SourceFailure } from '../observations.ts';
import type { Listing, Placed } from './listing.ts';

/** What the first bytes of an entry say that it is, whatever its name says. */
export type EmbeddedKind = 'archive' | 'dex' | 'elf';

export interface Embedded extends Placed {
  readonly kind: EmbeddedKind;
}

export interface EmbeddedFiles {
  readonly found: readonly Embedded[];
  /** Names that promise code and whose bytes say nothing that we know: encrypted, most likely. */
  readonly opaque: readonly Placed[];
}

const LOCAL_HEADER = 30;
const WINDOW = 64 << 10;
const HEAD = 512;
/** What they can hold at most (RFC 1951: 258 bytes for two bits): a package may begin with an entry of nothing but zeros. */
const MOST_OF_HEAD = HEAD * 1032;
/** Bytes from a local header on that hold it, its name and extra field, and the head of the content. */
const REACH = 2048;
const AT_ONCE = 6;
/** Names that promise code or a package. */
const NAMED = /\.(?:dex|jar|apk|aab|apks|xapk|zip|hap|hsp|rpk|odex|vdex|cdex)$/i;
/** Endings of media and text: what is code under such a name is disguised; they are looked at last. */
const MEDIA =
  /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|mp3|ogg|wav|aac|m4a|mp4|webm|ttf|otf|woff2?|js|mjs|css|html?|json|xml|txt|md|properties|proto|csv|glsl|vert|frag|pem|crt|cer|lua|so|version|SF|RSA|DSA|EC|MF|kotlin_module|kotlin_builtins)$/i;
/** Where an app keeps what only itself reads: not resources, libraries, code or the archive's own manifest. */
const ELSEWHERE =
  /^(?:assets\/|res\/raw\/|lib\/|(?!res\/|META-INF\/|kotlin\/|AndroidManifest\.xml|resources\.arsc|classes\d*\.dex$))/;

/**
 * Looks at the first bytes of entries that may be code or packages: names that promise it first, then names that promise nothing, then
 * media, within a budget of windows of 64 kB, so that thousands of pictures cost no more than a few.
 * @throws only what the source throws
 */
export async function findEmbedded(listing: Listing): Promise<EmbeddedFiles> {
  const ranks: [Placed[], Placed[], Placed[]] = [[], [], []];
  for (const placed of listing.byPath.values()) if (isCandidate(placed)) ranks[rankOf(placed.path)].push(placed);
  ranks[2].sort((a, b) => b.entry.size - a.entry.size);
  const chosen = ranks.map((placed) => placed.slice(0, LIMITS.sniffed));
  const windows = chosen.flatMap((placed, rank) => inWindows(placed).slice(0, LIMITS.sniffWindows[rank]));
  const heads = await concurrently(windows, AT_ONCE, readHeads);
  const found: Embedded[] = [];
  const opaque: Placed[] = [];
  for (const { placed, head } of heads.flat()) {
    const kind = kindOf(head);
    if (kind === 'elf' && /\.so(?:\.|$)/.test(placed.path)) continue;
    if (kind) found.push({ ...placed, kind });
    else if (/\.(?:dex|jar|apk)$/i.test(placed.path) && head.length > 0) opaque.push(placed);
  }
  const order = new Map(chosen.flat().map(({ path }, index) => [path, index]));
  const byOrder = (a: Placed, b: Placed) => order.get(a.path)! - order.get(b.path)!;
  return { found: found.sort(byOrder), opaque: opaque.sort(byOrder) };
}

/** Neither the smallest DEX file nor the smallest archive with code is shorter than 100 bytes. */
function isCandidate({ path, entry }: Placed): boolean {
  return Math.max(entry.size, entry.compressedSize) >= 100 && ELSEWHERE.test(path) && !/^classes\d*\.dex$/.test(path);
}

function rankOf(path: string): 0 | 1 | 2 {
  if (NAMED.test(path)) return 0;
  return MEDIA.test(path) ? 2 : 1;
}

/** Entries of one archive that lie near each other share one read.  */
function inWindows(chosen: readonly Placed[]): Placed[][] {
  const windows: Placed[][] = [];
  const open = new Map<string, Placed[]>();
  for (const placed of chosen) {
    const key = `${placed.part.place}\n${Math.floor(placed.entry.localOffset / WINDOW)}`;
    const window = open.get(key);
    if (window) window.push(placed);
    else {
      const created = [placed];
      open.set(key, created);
      windows.push(created);
    }
  }
  return windows;
}

interface Head {
  readonly placed: Placed;
  readonly head: Buffer;
}

async function readHeads(window: readonly Placed[]): Promise<Head[]> {
  const { ranges } = window[0]!.part.archive;
  const offsets = window.map(({ entry }) => entry.localOffset);
  const start = Math.min(...offsets);
  try {
    const bytes = await ranges.read(start, Math.max(...offsets) - start + REACH, 'ZIP');
    return window.map((placed) => ({ placed, head: headOf(placed, bytes.subarray(placed.entry.localOffset - start)) }));
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    // An offset beyond the end: whoever reads the entry notes it.
    return [];
  }
}

/** The first bytes of the content; empty where they cannot be had. */
function headOf({ entry }: Placed, local: Buffer): Buffer {
  if (local.length < LOCAL_HEADER) return local.subarray(0, 0);
  const start = LOCAL_HEADER + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = local.subarray(start, start + Math.min(HEAD, entry.method === 8 ? entry.compressedSize : entry.size));
  if (entry.method !== 8) return packed;
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_OF_HEAD });
  } catch {
    // Damaged.
    return packed.subarray(0, 0);
  }
}

function kindOf(head: Buffer): EmbeddedKind | null {
  if (head.length < 8) return null;
  const text = head.toString('latin1', 0, 8);
  if (/^(?:dex\n\d{3}\0|cdex\d{3}\0|dey\n\d{3}\0)/.test(text)) return 'dex';
  if (text.startsWith('PK\x03\x04')) return 'archive';
  return text.startsWith('\x7fELF') ? 'elf' : null;
}
