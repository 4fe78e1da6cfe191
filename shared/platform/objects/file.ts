import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, constants, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TransientError } from '../../domain/errors.ts';
import { checkKey, missing } from './key.ts';
import type { ObjectStore } from './object-store.ts';

/** Objects that are being written; no key can begin with a dot. */
const DRAFTS = '.drafts';
/** What an operator mends while we wait: no room, no handles, a disk that fails or has become read-only. */
const LACK = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'ESTALE', 'EROFS', 'EACCES']);

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | null)?.code ?? '');
const notThere = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error));

const unavailable = (cause: unknown): TransientError =>
  new TransientError(
    'object-store-unavailable',
    { zh: '对象存储暂时不可用', en: 'The object store cannot be used at the moment' },
    { cause },
  );

const mapped = (error: unknown): unknown => (LACK.has(codeOf(error)) ? unavailable(error) : error);

async function syncFolder(folder: string): Promise<void> {
  // A name is safe only when its folder is; Windows cannot open folders and needs no such step.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function openToRead(path: string, key: string): Promise<FileHandle> {
  try {
    const handle = await open(path, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    if (!notThere(error)) throw mapped(error);
  }
  throw missing(key);
}

async function* walk(root: string, folder: string): AsyncIterable<{ key: string; size: number; modified: Date }> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(root, path);
    else {
      // Removed in between: it is not there any more, and so not in the list.
      const found = await stat(join(root, path)).catch(() => null);
      if (found !== null) yield { key: path.split(sep).join('/'), size: found.size, modified: found.mtime };
    }
  }
}

/** An object store in a folder. An object is written aside, forced to the disk and then renamed, so that it is there whole or not at all. */
export async function openFileStore(root: string): Promise<ObjectStore> {
  await mkdir(join(root, DRAFTS), { recursive: true, mode: 0o700 });
  const pathOf = (key: string): string => join(root, ...checkKey(key).split('/'));
  return {
    async put(key, body: Readable) {
      const path = pathOf(key);
      const draft = join(root, DRAFTS, randomUUID());
      try {
        const file = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
        await pipeline(body, file);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rename(draft, path);
        await syncFolder(dirname(path));
        return { size: file.bytesWritten };
      } catch (error) {
        await rm(draft, { force: true });
        throw mapped(error);
      }
    },
    async get(key) {
      return (await openToRead(pathOf(key), key)).createReadStream();
    },
    async read(key, offset, length) {
      const handle = await openToRead(pathOf(key), key);
      try {
        const { size } = await handle.stat();
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        let done = 0;
        while (done < buffer.length) {
          const { bytesRead } = await handle.read(buffer, done, buffer.length - done, offset + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return buffer.subarray(0, done);
      } catch (error) {
        throw mapped(error);
      } finally {
        await handle.close();
      }
    },
    async stat(key) {
      const found = await stat(pathOf(key)).catch((error) => {
        if (notThere(error)) return null;
        throw mapped(error);
      });
      return found?.isFile() ? { size: found.size } : null;
    },
    async remove(key) {
      await rm(pathOf(key), { force: true }).catch((error) => {
        throw mapped(error);
      });
    },
    async *list(prefix) {
      const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      if (folder !== '') checkKey(folder.slice(0, -1));
      for await (const object of walk(root, folder)) if (object.key.startsWith(prefix)) yield object;
    },
    async check() {
      await access(join(root, DRAFTS), constants.R_OK | constants.W_OK).catch((error) => {
        throw unavailable(error);
      });
    },
    async close() {},
  };
}
