import type { PackageFormat } from '../../../shared/domain/facts/package.ts';
import { INSPECTABLE_FORMATS, sniffFormat } from '../../../shared/inspection/index.ts';
import { packDigests } from '../../../shared/inspection/signing/content-digests.ts';
import type { ObjectStore } from '../../../shared/platform/objects/object-store.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems/problem.ts';
import type { StoredUpload } from '../uploads/store.ts';

/** Tells the format by a few range reads. @throws Problem `not-a-package`, `unsupported-format` naming what was found */
async function acceptedFormat(objects: ObjectStore, upload: StoredUpload): Promise<PackageFormat> {
  const format = await sniffFormat({
    size: upload.bytes,
    read: (offset, length) => objects.read(upload.objectKey, offset, length),
  });
  if (INSPECTABLE_FORMATS.includes(format)) return format;
  const accepted = INSPECTABLE_FORMATS.join(', ');
  throw new Problem(
    'unsupported-format',
    { zh: `识别为 ${format}，目前可审：${accepted}`, en: `This is ${format}; accepted: ${accepted}` },
    { format },
  );
}

/**
 * Makes an upload the kept package of its hash, or drops it when the same bytes are here already.
 * @throws Problem `not-a-package`, `unsupported-format`; TransientError. The object is the caller's to remove then
 */
export async function keepPackage({ objects, database }: ApiPorts, upload: StoredUpload): Promise<void> {
  const format = await acceptedFormat(objects, upload);
  const { objectKey, sha256, bytes, digests } = upload;
  const kept = await database.packages.keep({ sha256, objectKey, bytes, format }, packDigests(digests));
  if (kept.objectKey === objectKey) return;
  if ((await objects.stat(kept.objectKey)) === null) {
    // The row outlived its object: the bytes are here again, so they go where the row says they are.
    await objects.put(kept.objectKey, await objects.get(objectKey), { size: bytes, contentType: 'application/octet-stream' });
  }
  await objects.remove(objectKey);
}
