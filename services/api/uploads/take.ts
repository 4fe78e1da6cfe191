import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { ApiPorts } from '../ports.ts';
import { invalidRequest, notFound, type Problem } from '../problems/problem.ts';
import { packageTooLarge } from './limits.ts';
import { readReceipt, writeReceipt } from './receipt.ts';
import { findStaged, UPLOAD_ID } from './staged.ts';
import { type StoredUpload, storeUpload } from './store.ts';

/** A resumable upload, now in the object store. */
export interface TakenUpload {
  readonly sha256: string;
  /** The object just written; null when the upload was submitted before and its package is here already. */
  readonly fresh: StoredUpload | null;
  /** Leaves the receipt and removes the staged bytes; to be called when the submission's row is there. */
  readonly settled: () => Promise<void>;
}

/**
 * Moves a finished resumable upload into the object store, hashing it on the way. The staged bytes stay until `settled`, so that a
 * process that dies in between loses nothing; afterwards the same request is known by its receipt.
 * @throws Problem `not-found` (another store's too), `invalid-request` when it is not finished, `payload-too-large`; TransientError
 */
export async function takeStaged(ports: ApiPorts, storeId: string, uploadId: string): Promise<TakenUpload> {
  const { objects, configuration } = ports;
  const absent = () => notFound({ zh: '上传', en: 'upload' });
  if (!UPLOAD_ID.test(uploadId)) throw absent();
  const receipt = await readReceipt(objects, uploadId);
  if (receipt !== null) {
    if (receipt.storeId !== storeId) throw absent();
    return { sha256: receipt.sha256, fresh: null, settled: async () => {} };
  }
  const staged = await findStaged(configuration.uploadStaging, storeId, uploadId);
  if (staged === null) throw absent();
  if (staged.offset !== staged.size) {
    const text = {
      zh: `上传尚未完成（已收 ${staged.offset} 字节）`,
      en: `is not finished (${staged.offset} bytes received)`,
    };
    throw invalidRequest([{ pointer: '/package/uploadId', code: 'unfinished-upload', text }]);
  }
  const { packageBytes } = configuration.limits;
  const tooLarge = (): Problem => packageTooLarge(packageBytes);
  const body = createReadStream(staged.path);
  const fresh = await storeUpload(objects, body, { maxBytes: packageBytes, tooLarge, size: staged.offset });
  const settled = async (): Promise<void> => {
    await writeReceipt(objects, uploadId, { storeId, sha256: fresh.sha256, bytes: fresh.bytes });
    await Promise.all([rm(staged.path, { force: true }), rm(`${staged.path}.json`, { force: true })]);
  };
  return { sha256: fresh.sha256, fresh, settled };
}
