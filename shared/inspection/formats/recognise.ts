import type { PackageFormat } from '../../domain/facts/package.ts';
import type { Ranges } from '../binary/ranges.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { viewArchive } from './archive-view.ts';
import { NAMED_FORMATS } from './named.ts';
import { READERS } from './readers.ts';

/** Tells what an archive is by its entries; a ZIP that is none of the packages we know is a `zip`. */
export async function recognise(archive: ZipArchive): Promise<PackageFormat> {
  const view = viewArchive(archive);
  for (const known of [...READERS, ...NAMED_FORMATS]) {
    if (await known.sniff(view)) return known.format;
  }
  return 'zip';
}

const LOOKED_AT = 1 << 20;

/**
 * What a file without a readable directory was meant to be. A package that was cut short begins with an entry; names of an APK's
 * entries in its first or last megabyte tell it, so that it gets a verdict that says what is broken. `null`: no ZIP at all.
 */
export async function recogniseBroken(ranges: Ranges): Promise<PackageFormat | null> {
  const head = await ranges.read(0, LOOKED_AT, 'ZIP');
  const tail = await ranges.read(Math.max(0, ranges.size - LOOKED_AT), LOOKED_AT, 'ZIP');
  const parts = [head, tail];
  const isZip = head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  const hasDirectory = tail.includes(Buffer.from('PK\x01\x02', 'latin1')) || tail.includes(Buffer.from('PK\x05\x06', 'latin1'));
  const holds = (name: string) => parts.some((part) => part.includes(name));
  if ((isZip || hasDirectory) && holds('AndroidManifest.xml')) return 'apk';
  return isZip ? 'zip' : null;
}
