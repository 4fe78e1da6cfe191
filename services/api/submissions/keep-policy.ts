import { Readable } from 'node:stream';
import type { PolicyDocument } from '../../../shared/platform/database/repositories.ts';
import type { ObjectStore } from '../../../shared/platform/objects/object-store.ts';
import type { PolicyFile } from './form.ts';

/** Where a policy document will lie: under its hash, so that the same document is stored once. */
export function policyDocumentOf({ bytes, sha256, mediaType, fileName }: PolicyFile): PolicyDocument {
  return { sha256, objectKey: `policies/${sha256}`, mediaType, fileName, bytes: bytes.length };
}

/** Stores a policy document unless it is there. @throws TransientError */
export async function keepPolicy(objects: ObjectStore, policy: PolicyFile): Promise<void> {
  const { objectKey, mediaType } = policyDocumentOf(policy);
  if ((await objects.stat(objectKey)) !== null) return;
  const contentType = mediaType ?? 'application/octet-stream';
  await objects.put(objectKey, Readable.from([policy.bytes]), { size: policy.bytes.length, contentType });
}
