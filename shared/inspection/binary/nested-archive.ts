import type { ByteSource } from '../../domain/ports.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { contentsAllowance, limitContents } from './contents-allowance.ts';
import { type ByteBudget, readWithin } from './entry-budget.ts';
import { Ranges } from './ranges.ts';
import { openArchive, type ZipArchive } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';
import { storedLength } from './zip-entry.ts';
import { noteLocalHeader } from './zip-local.ts';

const LOCAL_HEADER = 30;
const DEFLATED = 8;

/** What may still be inflated of archives within one package, however deep they lie, by the ranges of each archive. */
const allowances = new WeakMap<Ranges, ByteBudget>();

/** What a place within the archive of an entry begins with, as in `base.apk!classes.dex`. */
export function placeWithin(entry: ZipEntry): string {
  return `${entry.name}!`;
}

/**
 * Opens an archive that is an entry of another one. A stored one is read where it lies, so that its size costs nothing; a compressed one
 * is inflated whole, up to `LIMITS.nestedBytes` and to `LIMITS.nestedTotalBytes` for all of one package. What is strange about the inner
 * archive is noted with the outer entry in front of its place; readers of its content do the same with
 * `observations.within(placeWithin(entry))`. `null`, and a gap, when it is no readable archive.
 * @throws only what the source throws
 */
export function openNested(archive: ZipArchive, entry: ZipEntry, observations: Observations): Promise<ZipArchive | null> {
  return observations.attempt('package', entry.name, null, async () => {
    const ranges =
      entry.method === DEFLATED ? await inflated(archive, entry, observations) : await stored(archive, entry, observations);
    return openArchive(ranges, observations.within(placeWithin(entry)));
  });
}

/** A compressed archive as bytes in memory. */
async function inflated(archive: ZipArchive, entry: ZipEntry, observations: Observations): Promise<Ranges> {
  const allowance = allowanceOf(archive.ranges);
  const bytes = await readWithin(archive, entry, allowance, LIMITS.nestedBytes, 'package', observations);
  return shared(
    new Ranges({ size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) }),
    archive.ranges,
  );
}

/** A stored archive as a part of the outer one's ranges. */
async function stored(archive: ZipArchive, entry: ZipEntry, observations: Observations): Promise<Ranges> {
  const { ranges: outer } = archive;
  const head = await outer.read(entry.localOffset, LOCAL_HEADER + entry.nameLength, entry.name);
  noteLocalHeader(head, entry, observations);
  const start = entry.localOffset + LOCAL_HEADER + head.readUInt16LE(26) + head.readUInt16LE(28);
  const declared = storedLength(archive, entry);
  const size = Math.min(declared, Math.max(0, outer.size - start));
  if (size < declared) {
    observations.gap('package', 'zip-entry-truncated', entry.name, {
      zh: `条目 ${entry.name} 的数据不完整，只有 ${size} 字节`,
      en: `the data of ${entry.name} break off after ${size} bytes`,
    });
  }
  if (size === 0) throw new BrokenBytes('zip-entry-empty', entry.name, 0, { zh: '条目没有内容', en: 'the entry is empty' });
  const source: ByteSource = { size, read: (offset, length) => outer.read(start + offset, length, entry.name) };
  return shared(new Ranges(source), outer);
}

function allowanceOf(ranges: Ranges): ByteBudget {
  const known = allowances.get(ranges);
  if (known) return known;
  const allowance = { left: LIMITS.nestedTotalBytes };
  allowances.set(ranges, allowance);
  return allowance;
}

function shared(ranges: Ranges, outer: Ranges): Ranges {
  allowances.set(ranges, allowanceOf(outer));
  const contents = contentsAllowance(outer);
  if (contents) limitContents(ranges, contents);
  return ranges;
}
