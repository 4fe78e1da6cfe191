import { inflateRawSync } from 'node:zlib';
import { buildZip, type EntryRecipe } from '../../../services/cli/building/zip.ts';
import type { Mutator } from '../engine/target.ts';
import { changeBytes } from './bytes.ts';

const LARGEST_ENTRY = 256 << 10;

/** Entries of a sound archive with their content; `null` for anything else. */
export function readEntries(input: Buffer): EntryRecipe[] | null {
  const end = input.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > input.length) return null;
  const entries: EntryRecipe[] = [];
  let at = input.readUInt32LE(end + 16);
  for (let left = Math.min(input.readUInt16LE(end + 10), 500); left > 0; left--) {
    if (at + 46 > end || input.readUInt32LE(at) !== 0x02014b50) return null;
    const nameEnd = at + 46 + input.readUInt16LE(at + 28);
    const local = input.readUInt32LE(at + 42);
    if (local + 30 > input.length) return null;
    const start = local + 30 + input.readUInt16LE(local + 26) + input.readUInt16LE(local + 28);
    const packed = input.subarray(start, start + input.readUInt32LE(at + 20));
    const stored = input.readUInt16LE(at + 10) !== 8;
    try {
      const data = stored ? packed : inflateRawSync(packed, { maxOutputLength: LARGEST_ENTRY });
      entries.push({ name: input.toString('utf8', at + 46, nameEnd), data, stored });
    } catch {
      return null;
    }
    at = nameEnd + input.readUInt16LE(at + 30) + input.readUInt16LE(at + 32);
  }
  return entries;
}

/** Changes what stands inside of an archive, so that it is still one: content of an entry, names, order, number, lies of headers. */
export const changeArchive: Mutator = (input, random) => {
  const entries = readEntries(input);
  if (entries === null || entries.length === 0) return null;
  const index = random.below(entries.length);
  const chosen = entries[index]!;
  const other = random.pick(entries);
  const context = { tokens: [Buffer.from(other.name)], largest: LARGEST_ENTRY, other: () => Buffer.from(other.data) };
  const lie = random.pick([
    { size: random.bits() },
    { compressedSize: random.bits() },
    { method: random.below(100) },
    { encrypted: true },
    { dataDescriptor: true },
    { localName: other.name },
    { localExtra: Buffer.alloc(random.small(300)) },
    { crc: random.bits() },
  ]);
  random.pick<() => void>([
    () => entries.splice(index, 1, { ...chosen, data: changeBytes(Buffer.from(chosen.data), random, context) }),
    () => entries.splice(index, 1, { ...chosen, data: changeBytes(Buffer.from(chosen.data), random, context) }),
    () => entries.splice(index, 1),
    () => entries.push({ ...chosen, data: other.data }),
    () =>
      entries.splice(index, 1, { ...chosen, name: changeBytes(Buffer.from(chosen.name), random, context).toString('latin1') }),
    () => entries.splice(index, 1, { ...chosen, lies: lie }),
    () => entries.reverse(),
    () => entries.push(...Array.from({ length: random.small(300) }, (_, n) => ({ ...chosen, name: `${chosen.name}${n}` }))),
  ])();
  const archive = random.pick([
    {},
    {},
    {},
    { prefix: Buffer.from('dex\n') },
    { zip64: true },
    { comment: Buffer.from('PK\x05\x06') },
  ]);
  return buildZip(entries, archive);
};
