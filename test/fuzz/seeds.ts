import { readFileSync, statSync } from 'node:fs';
import { Ranges } from '../../shared/inspection/binary/ranges.ts';
import { openArchive, type ZipArchive } from '../../shared/inspection/binary/zip.ts';
import { readEntry } from '../../shared/inspection/binary/zip-entry.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { bytesSource } from '../fixtures/source.ts';

/** Real files above this are too slow to be tried a thousand times a second. */
const LARGEST_SEED = 96 << 10;
const KINDS = ['apk', 'hostile', 'aab', 'hap', 'rpk'] as const;

/** Real packages that are small enough to be seeds themselves. */
export function smallPackages(): Buffer[] {
  return KINDS.flatMap((kind) => corpus(kind))
    .filter((path) => statSync(path).size <= LARGEST_SEED)
    .map((path) => readFileSync(path));
}

async function fromPackages(read: (archive: ZipArchive, bytes: Buffer) => Promise<Iterable<Buffer>>): Promise<Buffer[]> {
  const found = new Map<string, Buffer>();
  for (const path of [...DEPENDENCY_APKS, ...KINDS.flatMap((kind) => corpus(kind))]) {
    const bytes = readFileSync(path);
    const archive = await openArchive(new Ranges(bytesSource(bytes)), new Observations());
    for (const part of await read(archive, bytes)) found.set(part.toString('latin1'), part);
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}

/** Entries of real packages whose names match, each content once, the smallest first. */
export async function realParts(pattern: RegExp, { most = 12, largest = LARGEST_SEED } = {}): Promise<Buffer[]> {
  const parts = await fromPackages(async (archive) => {
    const found: Buffer[] = [];
    for (const entry of archive.byName.values()) {
      if (!pattern.test(entry.name) || entry.size === 0 || entry.size > largest) continue;
      found.push(Buffer.from(await readEntry(archive, entry, largest, 'package', new Observations())));
    }
    return found;
  });
  return parts.slice(0, most);
}

/** What real packages have between their last entry and their directory: signing blocks of Android and HarmonyOS. */
export async function realSigningBlocks(largest = LARGEST_SEED): Promise<Buffer[]> {
  return fromPackages(async (archive, bytes) => {
    const end = archive.directoryOffset;
    const magic = bytes.toString('latin1', end - 16, end);
    // "size of block" of an APK Signing Block does not count its own first copy; a HarmonyOS block is no part of this one.
    const size = magic === 'APK Sig Block 42' ? Number(bytes.readBigUInt64LE(end - 24)) + 8 : 0;
    return size > 0 && size <= largest ? [Buffer.from(bytes.subarray(end - size, end))] : [];
  });
}
