import { gunzipSync } from 'node:zlib';

const BLOCK = 512;
/** Bytes a package of the list may unpack to; the largest has some 60 MB. */
const MOST_BYTES = 512 << 20;

/**
 * A file of a tarball as `npm pack` leaves it (ustar, with PAX headers for long names), everything lying in one top folder.
 * @param path below that folder
 * @throws Error where there is no such file
 */
export function fileOfTarball(tarball: Uint8Array, path: string): Buffer {
  const tar = gunzipSync(tarball, { maxOutputLength: MOST_BYTES });
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    if (!(size >= 0 && at + BLOCK + size <= tar.length)) break;
    const body = tar.subarray(at + BLOCK, at + BLOCK + size);
    const kind = String.fromCharCode(tar[at + 156]!);
    if (kind === 'x') longName = /(?:^|\n)\d+ path=([^\n]+)\n/.exec(body.toString('utf8'))?.[1] ?? null;
    else {
      const folder = text(tar, at + 345, 155);
      const name: string = longName ?? (folder === '' ? '' : `${folder}/`) + text(tar, at, 100);
      longName = null;
      if ((kind === '0' || kind === '\0') && name.slice(name.indexOf('/') + 1) === path) return body;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`not in the package: ${path}`);
}

function text(tar: Buffer, at: number, length: number): string {
  return tar
    .toString('utf8', at, at + length)
    .replace(/\0[\s\S]*$/, '')
    .trim();
}
