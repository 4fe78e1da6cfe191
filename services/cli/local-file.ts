import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { InputError, TransientError } from '../../shared/domain/errors.ts';
import type { ByteSource } from '../../shared/domain/ports.ts';
import { ContentDigester, type ContentDigests } from '../../shared/inspection/signing/content-digests.ts';
import { neededDigests } from '../../shared/inspection/signing/needed-digests.ts';

const PIECE = 1 << 20;

/** SHA-256 in lower-case hex, and the digests of the content by chunks that signatures are verified with. */
export interface FileDigests {
  readonly sha256: string;
  readonly digests: ContentDigests;
}

/** The same while the file is still being read, so that it can be inspected meanwhile. Either fails where reading does. */
export interface DigestsUnderWay {
  readonly sha256: Promise<string>;
  readonly digests: Promise<ContentDigests>;
}

/** A file of this machine as a source of bytes. Close it when done. */
export interface LocalFile extends ByteSource {
  /** Digests of all of it; reads the file once, in pieces. */
  digest(): Promise<FileDigests>;
  /** Begins what `digest` does. A failure that nobody waits for goes unnoticed. */
  beginDigest(): DigestsUnderWay;
  close(): Promise<void>;
}

/**
 * Opens a package for reading at random; nothing is read yet.
 * @throws InputError `no-such-file` or `unreadable-file`, with the path as its place
 */
export async function openLocalFile(path: string): Promise<LocalFile> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new InputError('unreadable-file', { zh: `不是文件：${path}`, en: `not a file: ${path}` }, path);
  }
  const source: ByteSource = {
    size: stat.size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, stat.size - offset));
      const bytes = new Uint8Array(wanted);
      let done = 0;
      while (done < wanted) {
        const { bytesRead } = await handle.read(bytes, done, wanted - done, offset + done);
        if (bytesRead === 0)
          throw new TransientError('file-changed', { zh: '读取时文件变短', en: 'the file shrank while it was read' });
        done += bytesRead;
      }
      return bytes;
    },
  };
  const digest = async (): Promise<FileDigests> => {
    const hash = createHash('sha256');
    const digester = new ContentDigester(await neededDigests(source));
    // Two pieces of memory by turns: one is read into while the other is digested.
    let [piece, other] = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)];
    let reading = handle.read(piece, 0, PIECE, 0);
    for (let at = 0; ; [piece, other] = [other, piece]) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) break;
      at += bytesRead;
      reading = handle.read(other, 0, PIECE, at);
      const bytes = piece.subarray(0, bytesRead);
      hash.update(bytes);
      digester.update(bytes);
    }
    return { sha256: hash.digest('hex'), digests: digester.finish() };
  };
  return {
    ...source,
    digest,
    beginDigest() {
      const all = digest();
      const begun = { sha256: all.then(({ sha256 }) => sha256), digests: all.then(({ digests }) => digests) };
      for (const each of Object.values(begun)) each.catch(() => undefined);
      return begun;
    },
    close: () => handle.close(),
  };
}

/** The error for a path that cannot be opened or read. */
export function unreadable(path: string, cause: unknown): InputError {
  const code = (cause as { code?: unknown } | null)?.code;
  if (code === 'ENOENT')
    return new InputError('no-such-file', { zh: `文件不存在：${path}`, en: `no such file: ${path}` }, path, { cause });
  const detail = typeof code === 'string' ? code : String(cause);
  const text = { zh: `无法读取文件（${detail}）：${path}`, en: `cannot read the file (${detail}): ${path}` };
  return new InputError('unreadable-file', text, path, { cause });
}
