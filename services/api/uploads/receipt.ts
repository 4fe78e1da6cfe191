import { Readable } from 'node:stream';
import { z } from 'zod';
import type { ObjectStore } from '../../../shared/platform/objects/object-store.ts';

/** What stays of a resumable upload that was submitted: enough to know the same request again, for ever. */
const receiptSchema = z.strictObject({ storeId: z.string(), sha256: z.string(), bytes: z.number() });
export type Receipt = z.infer<typeof receiptSchema>;

const MAX_BYTES = 4096;
const keyOf = (uploadId: string): string => `receipts/${uploadId}.json`;

/** The receipt of an upload that was submitted before; null when it was not. @throws TransientError */
export async function readReceipt(objects: ObjectStore, uploadId: string): Promise<Receipt | null> {
  const key = keyOf(uploadId);
  if ((await objects.stat(key)) === null) return null;
  const bytes = await objects.read(key, 0, MAX_BYTES);
  return receiptSchema.parse(JSON.parse(bytes.toString('utf8')));
}

/** Writes the receipt; doing it again changes nothing. @throws TransientError */
export async function writeReceipt(objects: ObjectStore, uploadId: string, receipt: Receipt): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(receipt));
  await objects.put(keyOf(uploadId), Readable.from([bytes]), { size: bytes.length, contentType: 'application/json' });
}
