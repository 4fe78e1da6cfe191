import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * Writes a package of a given size to a file: the manifest that is given and an asset of zeros, both stored. The file is sparse, so
 * it costs no disk; over HTTP every byte of it is sent. Layout as in APPNOTE.TXT: local headers (4.3.7), central directory (4.3.12),
 * its end (4.3.16). The size must stay under 4 GiB, where ZIP64 begins.
 */
export async function writeLargePackage(path: string, manifest: Buffer, size: number): Promise<void> {
  const zeros = Buffer.alloc(1 << 20);
  let zeroCrc = 0;
  for (let left = size; left > 0; left -= zeros.length) zeroCrc = crc32(zeros.subarray(0, Math.min(left, zeros.length)), zeroCrc);
  const entries = [
    { name: Buffer.from('AndroidManifest.xml'), size: manifest.length, crc: crc32(manifest) },
    { name: Buffer.from('assets/large.bin'), size, crc: zeroCrc },
  ];
  const file = await open(path, 'w');
  try {
    let offset = 0;
    const directory: Buffer[] = [];
    for (const [index, entry] of entries.entries()) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(20, 4);
      local.writeUInt32LE(entry.crc, 14);
      local.writeUInt32LE(entry.size, 18);
      local.writeUInt32LE(entry.size, 22);
      local.writeUInt16LE(entry.name.length, 26);
      const central = Buffer.alloc(46);
      central.writeUInt32LE(0x02014b50, 0);
      central.writeUInt16LE(20, 4);
      local.copy(central, 6, 4, 30);
      central.writeUInt32LE(offset, 42);
      directory.push(central, entry.name);
      await file.write(Buffer.concat([local, entry.name, index === 0 ? manifest : Buffer.alloc(0)]), 0, undefined, offset);
      offset += local.length + entry.name.length + entry.size;
    }
    const central = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(offset, 16);
    await file.write(Buffer.concat([central, end]), 0, undefined, offset);
  } finally {
    await file.close();
  }
}
