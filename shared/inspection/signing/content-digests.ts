/**
 * Digests of a package's content by chunks of 1 MiB from its first byte, as APK Signature Scheme v2 and later define them
 * (SHA-2 of 0xa5, the chunk's length as 32 bits little-endian, the chunk), so that a signature can be verified without reading the
 * package again. Serialisable; 96 bytes a megabyte.
 */
export interface ContentDigests {
  readonly chunkBytes: 1048576;
  /** Bytes of the package. */
  readonly size: number;
  /** Digests one after another; the last chunk is as long as what was left. */
  readonly sha256: Uint8Array;
  readonly sha512: Uint8Array;
}
