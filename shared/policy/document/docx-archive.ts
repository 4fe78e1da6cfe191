import { inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits.ts';

/** Why an archive's part cannot be read. */
export type ArchiveFault = 'not-a-zip' | 'missing' | 'encrypted' | 'too-large' | 'broken';

/**
 * One part of a ZIP archive by exact name, read through the central directory (APPNOTE 4.3.12, 4.3.16). Small on purpose: inflation
 * stops at the cap whatever sizes the archive claims, and no other entry is touched.
 */
export function readArchivePart(archive: Uint8Array, name: string): Uint8Array | ArchiveFault {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) return 'not-a-zip';
  let at = view.getUint32(end + 16, true);
  const entries = Math.min(view.getUint16(end + 10, true), LIMITS.docxEntries);
  for (let i = 0; i < entries; i++) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== 0x02014b50) return 'broken';
    const nameLength = view.getUint16(at + 28, true);
    const found = Buffer.from(archive.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
    if (found === name) {
      if ((view.getUint16(at + 8, true) & 1) === 1) return 'encrypted';
      return extract(archive, view, {
        offset: view.getUint32(at + 42, true),
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
      });
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return 'missing';
}

function extract(
  archive: Uint8Array,
  view: DataView,
  entry: { readonly offset: number; readonly method: number; readonly size: number },
): Uint8Array | ArchiveFault {
  const { offset, method, size } = entry;
  if (offset + 30 > archive.length || view.getUint32(offset, true) !== 0x04034b50) return 'broken';
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = archive.subarray(start, start + size);
  if (method === 0) return data.length > LIMITS.docxPart ? 'too-large' : data;
  if (method !== 8) return 'broken';
  try {
    return inflateRawSync(data, { maxOutputLength: LIMITS.docxPart });
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
  }
}

/** Offset of the end-of-central-directory record, searched backwards over the longest comment; -1 where there is none. */
function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}
