import type { Observations } from '../observations.ts';
import type { ZipArchive } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readEntry } from './zip-entry.ts';

/** Bytes that may still be read of several entries together. */
export interface ByteBudget {
  left: number;
}

/** Bytes that one byte of DEFLATE can stand for (RFC 1951: 258 bytes for two bits). */
const DENSEST = 1032;

/**
 * As `readEntry`, out of a budget. How much of an entry was inflated before it failed is not known; it counts as the most that its bytes
 * can hold.
 * @throws BrokenBytes when the content cannot be had, is larger than `most`, or than what is left
 */
export async function readWithin(
  archive: ZipArchive,
  entry: ZipEntry,
  budget: ByteBudget,
  most: number,
  affects: Parameters<Observations['gap']>[0],
  observations: Observations,
): Promise<Buffer> {
  const cap = Math.max(0, Math.min(most, budget.left));
  budget.left -= Math.min(cap, entry.compressedSize * DENSEST);
  const bytes = await readEntry(archive, entry, cap, affects, observations);
  budget.left += Math.min(cap, entry.compressedSize * DENSEST) - bytes.length;
  return bytes;
}
