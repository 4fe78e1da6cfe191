import { LIMITS } from '../limits.ts';
import { type ElfFields, type ElfHeader, elfFields } from './elf-fields.ts';
import type { EntryBytes } from './entry-bytes.ts';

/** A part of an ELF file: where it lies, in bytes from the file's start. */
export interface ElfPart {
  readonly offset: number;
  readonly size: number;
}

/** What the inspector reads of an ELF shared library (System V ABI, "Object Files"). */
export interface Elf {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  /** `e_machine`: 40 ARM, 183 AArch64, 3 x86, 62 x86-64, 243 RISC-V. */
  readonly machine: number;
  /** GNU build id, lower-case hex; null where no note that could be read holds one. */
  readonly buildId: string | null;
  /**
   * Where constant text lies: the segments that are loaded for reading only where they are small, else `.rodata` by the section headers;
   * empty where neither is told or can be read.
   */
  readonly constants: readonly ElfPart[];
}

const PT_LOAD = 1;
const PT_NOTE = 4;
const SHT_NOTE = 7;
const SHT_NOBITS = 8;
const PF_X = 1;
const PF_W = 2;
const NT_GNU_BUILD_ID = 3;

/**
 * Reads headers, notes and the places of constant text; what lies beyond the readable bytes counts as absent.
 * @throws BrokenBytes when it is no ELF file or its header says what no ELF file can
 */
export async function readElf(bytes: EntryBytes, name: string): Promise<Elf> {
  const head = await bytes.read(0, 64);
  const fields = elfFields(head, name);
  const segments = await readTable(bytes, fields, 'segments');
  const loaded = segments.filter(({ type }) => type === PT_LOAD);
  const constant = loaded.filter(({ flags }) => (flags & (PF_X | PF_W)) === 0);
  const notes = segments.filter(({ type }) => type === PT_NOTE);
  // The section headers lie at the far end of the file: they are read only where the segments do not tell enough.
  const size = constant.reduce((sum, each) => sum + each.size, 0);
  const enough = notes.length > 0 && size > 0 && size <= LIMITS.nativeTextBytes;
  const sections = enough ? [] : await readTable(bytes, fields, 'sections');
  const noteSections = sections.filter(({ type }) => type === SHT_NOTE);
  // Older linkers put constants and code into one segment.
  const readable = constant.length > 0 ? constant : loaded.filter(({ flags }) => (flags & PF_W) === 0);
  return {
    bits: fields.bits,
    littleEndian: fields.littleEndian,
    machine: fields.machine,
    buildId: await findBuildId(bytes, fields, [...notes, ...noteSections].slice(0, LIMITS.elfNotes)),
    constants: (await rodata(bytes, fields, sections)) ?? readable.map((part) => ({ offset: part.offset, size: part.size })),
  };
}

async function readTable(bytes: EntryBytes, fields: ElfFields, kind: 'segments' | 'sections'): Promise<ElfHeader[]> {
  const { offset, count, entrySize } = fields[kind];
  const most = Math.min(count, LIMITS.elfHeaders);
  if (offset === 0 || offset >= bytes.readable || entrySize !== fields.minimum[kind]) return [];
  const table = await bytes.read(offset, most * entrySize);
  const headers: ElfHeader[] = [];
  for (let at = 0; at + entrySize <= table.length; at += entrySize) {
    headers.push(fields.header(table.subarray(at, at + entrySize), kind));
  }
  return headers;
}

/** Notes (`namesz`, `descsz`, `type`, name, descriptor, each padded to four bytes); the first GNU build id counts. */
async function findBuildId(bytes: EntryBytes, fields: ElfFields, notes: readonly ElfPart[]): Promise<string | null> {
  for (const { offset, size } of notes) {
    const area = await bytes.read(offset, Math.min(size, LIMITS.elfNoteBytes));
    for (let at = 0; at + 12 <= area.length; ) {
      const [nameSize, size, type] = [fields.u32(area, at), fields.u32(area, at + 4), fields.u32(area, at + 8)];
      const name = at + 12;
      const descriptor = name + padded(nameSize);
      if (descriptor + size > area.length) break;
      const isBuildId = type === NT_GNU_BUILD_ID && area.toString('latin1', name, name + nameSize) === 'GNU\0';
      if (isBuildId && size > 0 && size <= 64) return area.toString('hex', descriptor, descriptor + size);
      at = descriptor + padded(size);
    }
  }
  return null;
}

async function rodata(bytes: EntryBytes, fields: ElfFields, sections: readonly ElfHeader[]): Promise<ElfPart[] | null> {
  const names = sections[fields.nameSection];
  if (!names || names.offset >= bytes.readable) return null;
  const text = await bytes.read(names.offset, Math.min(names.size, LIMITS.elfNoteBytes));
  const found = sections.filter(({ type, name }) => {
    return type !== SHT_NOBITS && /^\.rodata(?:[.\0]|$)/.test(text.toString('latin1', name, name + 16));
  });
  return found.length === 0 ? null : found.map(({ offset, size }) => ({ offset, size }));
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}
