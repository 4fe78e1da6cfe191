import { type FileHandle, open } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive: bytes, or a number of zeros that take no room on the disk. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: Uint8Array | { readonly zeros: number };
  readonly deflate?: boolean;
}

const ZERO_PIECE = Buffer.alloc(1 << 20);

/**
 * Writes a ZIP archive to a file: local headers (APPNOTE.TXT 4.3.7), central directory (4.3.12), its end (4.3.16). Zeros are left out of
 * the file, which is sparse then: it costs no disk; who reads it gets every byte. The size must stay under 4 GiB, where ZIP64 begins.
 */
export class ArchiveWriter {
  readonly #file: FileHandle;
  readonly #directory: Buffer[] = [];
  #offset = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens the file, writes what `fill` adds, ends the archive. */
  static async write(path: string, fill: (writer: ArchiveWriter) => Promise<void>): Promise<void> {
    const file = await open(path, 'w');
    try {
      const writer = new ArchiveWriter(file);
      await fill(writer);
      await writer.#finish();
    } finally {
      await file.close();
    }
  }

  /** Bytes written so far, zeros included. */
  get offset(): number {
    return this.#offset;
  }

  async add({ name, content, deflate = false }: ArchiveEntry): Promise<void> {
    const zeros = 'zeros' in content;
    const size = zeros ? content.zeros : content.length;
    const packed = zeros ? null : deflate ? deflateRawSync(content) : content;
    const packedSize = packed?.length ?? size;
    const encoded = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(deflate ? 8 : 0, 8);
    local.writeUInt32LE(zeros ? crcOfZeros(size) : crc32(content), 14);
    local.writeUInt32LE(packedSize, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(encoded.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(this.#offset, 42);
    this.#directory.push(central, encoded);
    await this.bytes(local);
    await this.bytes(encoded);
    if (packed === null) this.#offset += packedSize;
    else await this.bytes(packed);
  }

  /** Bytes that are no entry, such as a signing block in front of the directory. */
  async bytes(content: Uint8Array): Promise<void> {
    await this.#file.write(content, 0, undefined, this.#offset);
    this.#offset += content.length;
  }

  async #finish(): Promise<void> {
    const central = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#directory.length / 2, 8);
    end.writeUInt16LE(this.#directory.length / 2, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(this.#offset, 16);
    await this.bytes(Buffer.concat([central, end]));
  }
}

function crcOfZeros(size: number): number {
  let crc = 0;
  for (let left = size; left > 0; left -= ZERO_PIECE.length) {
    crc = crc32(ZERO_PIECE.subarray(0, Math.min(left, ZERO_PIECE.length)), crc);
  }
  return crc;
}
