import type { ScanResult } from '../../inspection/code/scan-job.ts';

/** Smaller buffers may be cut from a pool of Node's that cannot be moved; they are copied. */
const LEAST_MOVED = 16 << 10;

type Place = Uint8Array<ArrayBuffer>;

/**
 * Makes a result ready to be moved to another thread instead of being copied: the buffers of all its lists, and of the bytes, which the
 * files of one container share.
 */
export function packResult(result: ScanResult): { result: ScanResult; transfer: ArrayBuffer[] } {
  const copies = new Map<ArrayBuffer, Place>();
  const own = (bytes: Place): Place => {
    if (bytes.byteLength >= LEAST_MOVED) return bytes;
    const copy = copies.get(bytes.buffer) ?? new Uint8Array(bytes);
    copies.set(bytes.buffer, copy);
    return copy;
  };
  // A Buffer would arrive as what it is underneath; said here, both sides see the same.
  const dexes = result.dexes.map((dex) => {
    const bytes = own(dex.bytes);
    return { ...dex, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  });
  const buffers = new Set<ArrayBuffer>();
  for (const dex of dexes) collect(dex, buffers);
  return { result: { ...result, dexes }, transfer: [...buffers] };
}

function collect(value: object, buffers: Set<ArrayBuffer>): void {
  for (const field of Object.values(value)) {
    if (ArrayBuffer.isView(field)) buffers.add(field.buffer as ArrayBuffer);
    else if (typeof field === 'object' && field !== null) collect(field, buffers);
  }
}
