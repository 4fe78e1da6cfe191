import { crc32, deflateRawSync } from 'node:zlib';
import { ByteWriter } from '../../../services/cli/building/bytes.ts';

/** One entry whose bytes many names of the directory point to. */
export interface Flood {
  readonly name: string;
  readonly data: Uint8Array;
  readonly deflate?: boolean;
  /** Names of the further entries. */
  readonly names: Iterable<string>;
}

const LOCAL_HEADER = 30;

/**
 * Writes an archive in which every name costs one header of the directory and nothing else: all of a flood share one local entry, so
 * that a small file claims to hold millions of entries, or gigabytes.
 */
export function buildFlood(floods: readonly Flood[]): Buffer {
  const body = new ByteWriter();
  const directory: Buffer[] = [];
  for (const { name, data, deflate = false, names } of floods) {
    const packed = deflate ? deflateRawSync(data) : Buffer.from(data);
    const at = body.length;
    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(deflate ? 8 : 0, 8);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    body.bytes(local).bytes(Buffer.from(name)).bytes(packed);
    directory.push(central(name, local, at));
    for (const other of names) directory.push(central(other, local, at));
  }
  const directoryAt = body.length;
  const bytes = Buffer.concat(directory);
  const count = directory.length;
  body.bytes(bytes);
  const wide = count >= 0xffff;
  if (wide) {
    // ZIP64 end record (APPNOTE 4.3.14) and its locator (4.3.15).
    body.u32(0x06064b50).u64(44).u16(45).u16(45).u32(0).u32(0);
    body.u64(count).u64(count).u64(bytes.length).u64(directoryAt);
    body
      .u32(0x07064b50)
      .u32(0)
      .u64(directoryAt + bytes.length)
      .u32(1);
  }
  const shown = wide ? 0xffff : count;
  body.u32(0x06054b50).u16(0).u16(0).u16(shown).u16(shown);
  return body
    .u32(wide ? 0xffffffff : bytes.length)
    .u32(wide ? 0xffffffff : directoryAt)
    .u16(0)
    .toBuffer();
}

/** The directory's header of an entry, after its local one. */
function central(name: string, local: Buffer, at: number): Buffer {
  const encoded = Buffer.from(name);
  const header = Buffer.alloc(46 + encoded.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  local.copy(header, 6, 4, 26);
  header.writeUInt16LE(encoded.length, 28);
  header.writeUInt32LE(at, 42);
  encoded.copy(header, 46);
  return header;
}

/** `count` names made of their number. */
export function* names(count: number, name: (index: number) => string): Generator<string> {
  for (let i = 0; i < count; i++) yield name(i);
}
