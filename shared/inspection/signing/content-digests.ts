import { createHash, type Hash } from 'node:crypto';

/** Bytes of a chunk (source.android.com, "APK Signature Scheme v2", integrity-protected contents). */
export const CHUNK_BYTES = 1048576;

/**
 * Digests of a package's content by chunks of 1 MiB from its first byte, as APK Signature Scheme v2 and later define them
 * (SHA-2 of 0xa5, the chunk's length as 32 bits little-endian, the chunk), so that a signature can be verified without reading the
 * package again. Serialisable; 96 bytes a megabyte.
 */
export interface ContentDigests {
  readonly chunkBytes: 1048576;
  /** Bytes of the package. */
  readonly size: number;
  /**
   * Digests of the whole chunks one after another. What is left behind the last of them has none: no signed section of a package ends
   * with the file's own rest, so whoever verifies reads that much of it. Empty where the kind was not taken.
   */
  readonly sha256: Uint8Array;
  readonly sha512: Uint8Array;
}

/** Hash functions that the chunks of a signed package are digested with. */
export type ChunkDigestKind = 'sha256' | 'sha512';

/** Takes `ContentDigests` of bytes as they pass by; holds the digests and nothing else. */
export class ContentDigester {
  readonly #digests: Readonly<Record<ChunkDigestKind, Buffer[]>> = { sha256: [], sha512: [] };
  readonly #kinds: readonly ChunkDigestKind[];
  #chunk: Hash[] | null = null;
  #inChunk = 0;
  #size = 0;

  /** @param kinds what to take where it is known before; the list of the other kind stays empty */
  constructor(kinds: readonly ChunkDigestKind[] = ['sha256', 'sha512']) {
    this.#kinds = kinds;
  }

  /** Takes the next bytes; pieces of any length, however they are cut. */
  update(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      this.#chunk ??= this.#kinds.map((kind) => chunkHash(kind, CHUNK_BYTES));
      const piece = bytes.subarray(at, at + CHUNK_BYTES - this.#inChunk);
      for (const hash of this.#chunk) hash.update(piece);
      this.#inChunk += piece.length;
      at += piece.length;
      if (this.#inChunk < CHUNK_BYTES) continue;
      for (const [index, kind] of this.#kinds.entries()) this.#digests[kind].push(this.#chunk[index]!.digest());
      this.#chunk = null;
      this.#inChunk = 0;
    }
    this.#size += bytes.length;
  }

  /** The digests of all that was taken; once only, nothing can be taken afterwards. */
  finish(): ContentDigests {
    this.#chunk = null;
    return {
      chunkBytes: CHUNK_BYTES,
      size: this.#size,
      sha256: Buffer.concat(this.#digests.sha256),
      sha512: Buffer.concat(this.#digests.sha512),
    };
  }
}

/** The digest of one chunk of `length` bytes, begun: 0xa5, the length, and then the bytes that the caller gives it. */
export function chunkHash(algorithm: ChunkDigestKind, length: number): Hash {
  const head = Buffer.alloc(5);
  head[0] = 0xa5;
  head.writeUInt32LE(length, 1);
  return createHash(algorithm).update(head);
}

const PER_CHUNK = 32 + 64;

/** The digests as one value to be kept beside the package: all SHA-256, then all SHA-512. */
export function packDigests({ sha256, sha512 }: ContentDigests): Buffer {
  return Buffer.concat([sha256, sha512]);
}

/** What `packDigests` made, for a package of that many bytes; null for anything else. */
export function unpackDigests(packed: Uint8Array, size: number): ContentDigests | null {
  const chunks = Math.floor(size / CHUNK_BYTES);
  if (packed.length !== chunks * PER_CHUNK) return null;
  return { chunkBytes: CHUNK_BYTES, size, sha256: packed.subarray(0, chunks * 32), sha512: packed.subarray(chunks * 32) };
}
