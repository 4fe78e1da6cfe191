import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform } from 'node:stream';
import type { StorageEngine } from 'multer';
import type { KeptAttachment } from '../../../shared/platform/database/appeals.ts';
import type { ObjectStore } from '../../../shared/platform/objects/object-store.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problems/problem.ts';
import { ATTACHMENT_BYTES } from '../schemas/appeals.ts';
import { fileNameFor } from './file-name.ts';
import { ATTACHMENT_TYPES, Sniffer } from './sniff.ts';

/** Files of a form by their place in it, since they may be kept in another order, and the first error of ours, as against one of the form's syntax. */
export interface AttachmentsSoFar {
  readonly kept: Map<number, KeptAttachment>;
  failure: unknown;
}

const tooLarge = () =>
  new Problem(
    'payload-too-large',
    { zh: `附件超过上限 ${ATTACHMENT_BYTES} 字节`, en: `An attachment exceeds the limit of ${ATTACHMENT_BYTES} bytes` },
    { limitBytes: ATTACHMENT_BYTES },
  );

const ALLOWED = Object.keys(ATTACHMENT_TYPES).join(', ');

const notAllowed = (number: number) =>
  new Problem('unsupported-format', {
    zh: `第 ${number} 个附件为空，或不是允许的类型（按内容识别）：${ALLOWED}；文本须为 UTF-8`,
    en: `Attachment ${number} is empty or of no allowed type, told by content: ${ALLOWED}; text must be UTF-8`,
  });

/** Where attachments lie; what no row owns there is swept up. */
const newKey = (): string => `appeals/${newId('apf')}`;

/** Streams one file to the object store, hashing it and telling its type on the way. Nothing is left behind when it fails. */
async function keep(objects: ObjectStore, body: Readable, originalName: string, number: number): Promise<KeptAttachment> {
  const objectKey = newKey();
  const hash = createHash('sha256');
  const sniffer = new Sniffer();
  let bytes = 0;
  const gauge = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > ATTACHMENT_BYTES) return done(tooLarge());
      hash.update(chunk);
      sniffer.take(chunk);
      done(null, chunk);
    },
  });
  let broken: Error | null = null;
  pipeline(body, gauge, (error) => {
    broken = error ?? null;
  });
  try {
    await objects.put(objectKey, gauge, { contentType: 'application/octet-stream' });
  } catch (error) {
    gauge.destroy();
    throw broken ?? error;
  }
  const mediaType = sniffer.type();
  if (mediaType === null) {
    await objects.remove(objectKey);
    throw notAllowed(number);
  }
  const fileName = fileNameFor(originalName, mediaType);
  return { id: newId('apf'), fileName, mediaType, bytes, sha256: hash.digest('hex'), objectKey };
}

/** multer's storage: files go straight to the object store; `so far` remembers them, so that a form that fails later can be tidied up. */
export function attachmentsEngine(objects: ObjectStore, soFar: AttachmentsSoFar): StorageEngine {
  let count = 0;
  return {
    _handleFile(_request, file, done) {
      count += 1;
      const place = count;
      keep(objects, file.stream, file.originalname, place).then(
        (attachment) => {
          soFar.kept.set(place, attachment);
          done(null, {});
        },
        (error: unknown) => {
          soFar.failure ??= error;
          done(error);
        },
      );
    },
    // All of them are removed together by whoever reads the form.
    _removeFile: (_request, _file, done) => done(null),
  };
}
