import type { Dex } from './dex.ts';

/** Instructions of a method: where they begin and how many there are, in units of 16 bits from the start of the bytes. */
export interface CodePlace {
  start: number;
  length: number;
}

const STANDARD_HEADER = 16;
const COMPACT_HEADER = 4;
/** ART, `CompactDexFile::CodeItem`: the instruction count lies above five flags, the last of which says that there is more in front. */
const COMPACT = { countShift: 5, countBefore: 0x10 } as const;

/**
 * Where a `code_item` has its instructions (DEX format, "code_item"; for compact files ART's `CompactDexFile::CodeItem`).
 * @param offset as the class data have it
 * @param place is filled in
 * @returns false when the code leaves the file, is empty, or lies where no instruction may begin
 */
export function codePlace(dex: Dex, offset: number, place: CodePlace): boolean {
  const { bytes } = dex;
  const at = dex.base + offset;
  // ART demands alignment of code; an odd offset could not even be addressed in units.
  if (at % 2 !== 0) return false;
  if (dex.compact) {
    if (at + COMPACT_HEADER > bytes.length) return false;
    const countAndFlags = bytes.readUInt16LE(at + 2);
    place.start = (at + COMPACT_HEADER) >>> 1;
    place.length = countAndFlags >>> COMPACT.countShift;
    if ((countAndFlags & COMPACT.countBefore) !== 0) {
      if (at < 4) return false;
      place.length += bytes.readUInt16LE(at - 2) + bytes.readUInt16LE(at - 4) * 0x10000;
    }
  } else {
    if (at + STANDARD_HEADER > bytes.length) return false;
    place.start = (at + STANDARD_HEADER) >>> 1;
    place.length = bytes.readUInt32LE(at + 12);
  }
  return place.length > 0 && place.start * 2 + place.length * 2 <= bytes.length;
}
