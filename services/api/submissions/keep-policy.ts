import { Readable } from 'node:stream';
import type { PolicyDocument } from '../../../shared/platform/database/repositories.ts';
import type { ObjectStore } from '../../../shared/platform/objects/object-store.ts';
import type { PolicyFile } from './form.ts';

/** Stores a policy document under its hash; the same document is stored once. @throws TransientError */
export async function keepPolicy(objects: ObjectStore, policy: PolicyFile): Promise<PolicyDocument> {
  const { bytes, sha256, mediaType, fileName } = policy;
  const objectKey = `policies/${sha256}`;
  if ((await objects.stat(objectKey)) === null) {
    const contentType = mediaType ?? 'application/octet-stream';
    await objects.put(objectKey, Readable.from([bytes]), { size: bytes.length, contentType });
  }
  return { sha256, objectKey, mediaType, fileName, bytes: bytes.length };
}
