import type { Tampering } from '../../domain/facts/package.ts';
import type { Gap } from '../../domain/gap.ts';
import { type PackedEntry, unpackEntry } from '../binary/zip-entry.ts';
import { Observations } from '../observations.ts';
import { scanEntry } from './scan-dex.ts';
import { ScanLists } from './scan-lists.ts';
import type { ScannedEntry, ScanWish } from './scanned.ts';

/** One entry to unpack and scan: plain data, so that it can be sent to a thread. */
export interface ScanJob {
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly entry: PackedEntry;
  /** Inflated bytes at most. */
  readonly maxBytes: number;
  readonly wish: ScanWish;
}

/** What came of a job; places are those of the archive that holds the entry. */
export interface ScanResult extends ScannedEntry {
  readonly gaps: readonly Gap[];
  readonly tampering: readonly Tampering[];
}

/** Unpacks and scans in this thread. Never throws: what is wrong with the entry is among the gaps. */
export function runScanJob({ packed, entry, maxBytes, wish }: ScanJob, lists = new ScanLists()): ScanResult {
  const observations = new Observations();
  const { tampering, gaps } = observations;
  try {
    const buffer = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
    const bytes = unpackEntry(buffer, entry, maxBytes, 'code', observations) as Buffer<ArrayBuffer>;
    const scanned = scanEntry(bytes, entry.name, wish, lists);
    return { ...scanned, tampering, gaps: [...gaps, ...scanned.gaps] };
  } catch (error) {
    observations.failed('code', entry.name, error);
    return { bytes: 0, dexes: [], hosts: [], urls: [], whole: false, gaps, tampering };
  }
}
