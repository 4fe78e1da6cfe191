import { createCipheriv, createHash } from 'node:crypto';
import { ArchiveWriter } from '../archive-writer.ts';
import { contentOf, corpusPackages, dependencyPackages, withArchive } from './real-code.ts';

export const MEGABYTE = 1_000_000;

/** A package made of real code. */
export interface MadePackage {
  readonly path: string;
  readonly bytes: number;
  readonly dexFiles: number;
  readonly dexBytes: number;
  /** DEX files that are there a second time, because there was not enough real code at hand. */
  readonly repeated: number;
}

/** How large the package shall be, and what stands in it beside its code: noise, which does not compress, or zeros, which take no disk. */
export interface Filler {
  readonly total: number;
  readonly zeros?: boolean;
}

/**
 * Writes a package: manifest, resources and signing block of the first dependency's APK, `megabytes` of real DEX under the names
 * `classesN.dex`, deflated as in most packages, and filler. The signature covers other content and is found wrong only after all of it
 * has been digested, so it costs what a right one does.
 */
export async function makePackage(path: string, megabytes: number, filler: Filler): Promise<MadePackage> {
  const [first] = dependencyPackages();
  const { dexes, repeated } = await realDex(megabytes * MEGABYTE);
  const named = await contentOf(first!, /^(?:AndroidManifest\.xml|resources\.arsc)$/);
  const block = await signingBlock(first!);
  let bytes = 0;
  await ArchiveWriter.write(path, async (writer) => {
    for (const [name, content] of named) await writer.add({ name, content, deflate: name.endsWith('.xml') });
    for (const [index, content] of dexes.entries()) {
      await writer.add({ name: index === 0 ? 'classes.dex' : `classes${index + 1}.dex`, content, deflate: true });
    }
    const left = filler.total - writer.offset - block.length;
    if (filler.zeros) await writer.add({ name: 'assets/large.bin', content: { zeros: Math.max(0, left) } });
    for (let at = 0; !filler.zeros && at < left; at += 4 * MEGABYTE) {
      await writer.add({ name: `assets/part${at / 4 / MEGABYTE}.bin`, content: noise(Math.min(left - at, 4 * MEGABYTE), at) });
    }
    await writer.bytes(block);
    bytes = writer.offset;
  });
  return { path, bytes, dexFiles: dexes.length, dexBytes: dexes.reduce((sum, { length }) => sum + length, 0), repeated };
}

/** Real DEX files of about so many bytes in all, each of them once while there are any that fit. */
async function realDex(bytes: number): Promise<{ dexes: Buffer[]; repeated: number }> {
  const known = new Map<string, Buffer>();
  for (const path of [...dependencyPackages(), ...corpusPackages()]) {
    for (const dex of (await contentOf(path, /^classes\d*\.dex$/)).values()) {
      known.set(createHash('sha256').update(dex).digest('hex'), dex);
    }
  }
  const dexes: Buffer[] = [];
  let sum = 0;
  let before = -1;
  // Another round begins only when every file is there and the sum is still short.
  while (sum < bytes * 0.98 && sum !== before) {
    before = sum;
    for (const dex of known.values()) {
      if (sum + dex.length > bytes * 1.02) continue;
      dexes.push(dex);
      sum += dex.length;
    }
  }
  return { dexes, repeated: dexes.length - new Set(dexes).size };
}

/** What lies between the last entry and the directory of a signed APK: padding and the APK Signing Block. */
async function signingBlock(path: string): Promise<Buffer> {
  return withArchive(path, async (archive, source) => {
    const tail = Buffer.from(await source.read(archive.directoryOffset - 24, 24));
    // "Size of block" stands in front of the magic "APK Sig Block 42" and does not count its own first copy.
    const size = Number(tail.readBigUInt64LE(0)) + 8;
    return Buffer.from(await source.read(archive.directoryOffset - size, size));
  });
}

/** Bytes that look random and are the same in every run. */
function noise(length: number, seed: number): Buffer {
  const key = createHash('sha256').update(`noise ${seed}`).digest().subarray(0, 16);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}
