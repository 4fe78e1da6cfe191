import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileConfigstore } from '@tus/file-store';

/** Ids of resumable uploads; nothing else is ever made into a path. */
export const UPLOAD_ID = /^up_[0-9a-z]{20}$/;

/** Name of the metadata in which the server keeps the owner; a client's value for it is overwritten. */
export const OWNER = 'storeId';

/** A resumable upload in the staging folder. */
export interface Staged {
  readonly path: string;
  /** Null when the client has not said yet. */
  readonly size: number | null;
  readonly offset: number;
}

/** A store's own upload; null when there is none of that id, or when it is another store's. */
export async function findStaged(folder: string, storeId: string, uploadId: string): Promise<Staged | null> {
  if (!UPLOAD_ID.test(uploadId)) return null;
  const record = await new FileConfigstore(folder).get(uploadId);
  if (record?.metadata?.[OWNER] !== storeId) return null;
  const path = join(folder, uploadId);
  const file = await stat(path).catch(() => null);
  return file === null ? null : { path, size: record.size ?? null, offset: file.size };
}
