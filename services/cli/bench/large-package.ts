import { ArchiveWriter } from './archive-writer.ts';

/**
 * Writes a package of a given size to a file: the manifest that is given and an asset of zeros, both stored. The file is sparse; over
 * HTTP every byte of it is sent.
 */
export async function writeLargePackage(path: string, manifest: Buffer, size: number): Promise<void> {
  await ArchiveWriter.write(path, async (writer) => {
    await writer.add({ name: 'AndroidManifest.xml', content: manifest });
    await writer.add({ name: 'assets/large.bin', content: { zeros: size } });
  });
}
