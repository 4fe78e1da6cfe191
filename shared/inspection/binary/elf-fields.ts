import { BrokenBytes } from '../broken.ts';

/** Where the fields of an ELF file are, by its class (32 or 64 bits) and byte order (System V ABI, "ELF Header"). */
export interface ElfFields {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  readonly machine: number;
  readonly segments: ElfTable;
  readonly sections: ElfTable;
  /** Index of the section that holds the sections' names. */
  readonly nameSection: number;
  /** Bytes of a program and of a section header of this class. */
  readonly minimum: Readonly<Record<'segments' | 'sections', number>>;
  u32(bytes: Buffer, at: number): number;
  /** Type, flags, place in the file and place of the name of a program or section header. */
  header(bytes: Buffer, kind: 'segments' | 'sections'): ElfHeader;
}

interface ElfTable {
  readonly offset: number;
  readonly entrySize: number;
  readonly count: number;
}

export interface ElfHeader {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly size: number;
  readonly name: number;
}

/** Whether bytes begin as an ELF file does. */
function isElf(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32BE(0) === 0x7f454c46;
}

/** @param head the first 64 bytes @throws BrokenBytes when they are not the header of an ELF file */
export function elfFields(head: Buffer, name: string): ElfFields {
  const wide = head[4] === 2;
  const littleEndian = head[5] === 1;
  const known = (wide || head[4] === 1) && (littleEndian || head[5] === 2) && head.length >= (wide ? 64 : 52);
  if (!isElf(head) || !known) {
    const what = { zh: '不是 ELF 文件（文件头无效）', en: 'is no ELF file: its header is none' };
    throw new BrokenBytes('elf-header', name, 0, what);
  }
  const u16 = (at: number) => (littleEndian ? head.readUInt16LE(at) : head.readUInt16BE(at));
  const u32 = (bytes: Buffer, at: number) => (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  // Beyond 2^53 it is no place in any file; rounding keeps it beyond the end.
  const u64 = (bytes: Buffer, at: number) => Number(littleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
  const word = (bytes: Buffer, at: number) => (wide ? u64(bytes, at) : u32(bytes, at));
  const table = (offset: number, sizes: number): ElfTable => ({
    offset: word(head, offset),
    entrySize: u16(sizes),
    count: u16(sizes + 2),
  });
  return {
    bits: wide ? 64 : 32,
    littleEndian,
    machine: u16(18),
    segments: wide ? table(32, 54) : table(28, 42),
    sections: wide ? table(40, 58) : table(32, 46),
    nameSection: u16(wide ? 62 : 50),
    minimum: { segments: wide ? 56 : 32, sections: wide ? 64 : 40 },
    u32,
    header: (bytes, kind) => {
      if (kind === 'segments') {
        const flags = u32(bytes, wide ? 4 : 24);
        return { type: u32(bytes, 0), flags, offset: word(bytes, wide ? 8 : 4), size: word(bytes, wide ? 32 : 16), name: 0 };
      }
      const [offset, size] = wide ? [24, 32] : [16, 20];
      return { type: u32(bytes, 4), flags: 0, offset: word(bytes, offset), size: word(bytes, size), name: u32(bytes, 0) };
    },
  };
}
