import type { Tampering } from '../../domain/facts/package.ts';
import type { Gap } from '../../domain/gap.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { readPacked } from '../binary/zip-entry.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { Observations } from '../observations.ts';
import { noteTooMuchCode } from './scan-gaps.ts';
import { runScanJob, type ScanJob, type ScanResult } from './scan-job.ts';
import { ScanLists } from './scan-lists.ts';
import type { ScanWish } from './scanned.ts';

/** An entry with code: where it lies, the place that is told, and whether the system loads it by itself. */
export interface CodeEntry {
  readonly archive: ZipArchive;
  readonly entry: ZipEntry;
  /** `classes2.dex`, `base/dex/classes.dex`, `assets/plugin.jar!classes.dex`. */
  readonly name: string;
  readonly module?: string;
  readonly loading: 'loaded' | 'hidden';
}

/** Entries that are on their way at the same time where threads scan them; a few more than there are threads. */
const AHEAD = 6;
/** Packed bytes of code from which on handing it to threads costs less than it saves. */
const WORTH_THREADS = 1 << 20;

/**
 * Unpacks and scans entries, several at once where the context has threads for that. What comes out does not depend on it: the answers
 * are in the order of the entries, and the allowance of bytes is spent in that order.
 * @param take is told of each answer in that order, while later entries may still be on their way; null as below
 * @returns null for an entry that could not be read or was too much
 * @throws only what the source throws
 */
export async function scanEntries(
  entries: readonly CodeEntry[],
  wish: ScanWish,
  context: InspectionContext,
  observations: Observations,
  take: (index: number, result: ScanResult | null) => void,
): Promise<(ScanResult | null)[]> {
  const { run, ahead } = scanner(entries, context);
  const results: (ScanResult | null)[] = [];
  const pending: Promise<Scanned>[] = [];
  let left: number = LIMITS.dexTotalBytes;
  let next = 0;
  try {
    for (const [index, code] of entries.entries()) {
      if (index >= LIMITS.dexFiles || left <= 0) {
        noteTooMuchCode(code.name, observations);
        results.push(null);
        continue;
      }
      for (; next < Math.min(entries.length, index + ahead, LIMITS.dexFiles); next++) {
        const scanning = scanOne(entries[next]!, wish, run);
        // Where the source fails while an earlier entry is still waited for, nobody listens yet: that would end the process.
        scanning.catch(() => undefined);
        pending.push(scanning);
      }
      const { result, noticed } = await pending[index]!;
      adopt(noticed, code, observations);
      left -= result?.bytes ?? 0;
      take(index, result);
      results.push(result);
    }
  } finally {
    // Those on their way are waited for, so that nothing happens behind the caller's back.
    await Promise.allSettled(pending);
  }
  return results;
}

/** Threads where the context has some and there is enough to do for them; this thread else. */
function scanner(entries: readonly CodeEntry[], { scanDex }: InspectionContext) {
  const bytes = entries.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (scanDex && entries.length > 1 && bytes >= WORTH_THREADS) return { run: scanDex, ahead: AHEAD };
  const lists = new ScanLists();
  return { run: (job: ScanJob) => Promise.resolve(runScanJob(job, lists)), ahead: 1 };
}

interface Scanned {
  readonly result: ScanResult | null;
  readonly noticed: Pick<Observations, 'gaps' | 'tampering'>;
}

async function scanOne(
  { archive, entry }: CodeEntry,
  wish: ScanWish,
  run: (job: ScanJob) => Promise<ScanResult>,
): Promise<Scanned> {
  const noticed = new Observations();
  const { name, method, size, compressedSize, crc } = entry;
  const result = await noticed.attempt('code', name, null, async () => {
    const packed = (await readPacked(archive, entry, LIMITS.dexBytes, noticed)) as Buffer<ArrayBuffer>;
    return run({ packed, entry: { name, method, size, compressedSize, crc }, maxBytes: LIMITS.dexBytes, wish });
  });
  if (result) adopt(result, { name, entry }, noticed);
  return { result, noticed };
}

/** Takes over what was noticed of an entry, with the place of its archive. */
function adopt(
  noticed: { readonly gaps: readonly Gap[]; readonly tampering: readonly Tampering[] },
  { name, entry }: { readonly name: string; readonly entry: { readonly name: string } },
  observations: Observations,
): void {
  const at = observations.within(name.slice(0, Math.max(0, name.length - entry.name.length)));
  for (const { affects, code, place, message } of noticed.gaps) at.gap(affects, code, place, message);
  for (const { trick, place, detail, effect } of noticed.tampering) at.trick(trick, place, detail, effect);
}
