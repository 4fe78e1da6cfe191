import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { TransientError } from '../../../shared/domain/errors.ts';
import type { ContentDigests } from '../../../shared/inspection/signing/content-digests.ts';
import type { ObjectStore } from '../../../shared/platform/objects/object-store.ts';
import { newId } from '../new-id.ts';
import { meter } from './meter.ts';

/** A package whose bytes have arrived but that no row owns yet. */
export interface StoredUpload {
  readonly objectKey: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Taken beside the hash, so that inspection need not read the package again to verify its signature. */
  readonly digests: ContentDigests;
}

/**
 * Streams a package to a fresh key, hashing as it goes: nothing is held but the chunk on its way.
 * @param size bytes, when known beforehand
 * @throws what `tooLarge` makes; the error of `body`; TransientError of the store. Nothing is left behind then
 */
export async function storeUpload(
  objects: ObjectStore,
  body: Readable,
  limits: { readonly maxBytes: number; readonly tooLarge: () => Error; readonly size?: number },
): Promise<StoredUpload> {
  const objectKey = `uploads/${newId('up')}`;
  const gauge = meter(limits.maxBytes, limits.tooLarge);
  let broken: Error | null = null;
  // Either side's failure ends the other, so that neither waits for a peer that has gone.
  pipeline(body, gauge.stream, (error) => {
    broken = error ?? null;
  });
  try {
    await objects.put(objectKey, gauge.stream, {
      ...(limits.size !== undefined && { size: limits.size }),
      contentType: 'application/octet-stream',
    });
  } catch (error) {
    gauge.stream.destroy();
    // A store that fails cuts off the body as well; then the store's error is the cause, else the body's.
    throw error instanceof TransientError ? error : (broken ?? error);
  }
  return { objectKey, sha256: gauge.sha256(), bytes: gauge.size(), digests: gauge.digests() };
}
