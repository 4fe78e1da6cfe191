import type { Readable } from 'node:stream';
import type { StorageEngine } from 'multer';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems/problem.ts';
import { formPackageLimit } from '../uploads/limits.ts';
import { type StoredUpload, storeUpload } from '../uploads/store.ts';
import { TEXT_PARTS, type TextPart } from './form.ts';

/** What has arrived of a form; `failure` is the first error of ours, as against one of the form's syntax. */
export interface PartsSoFar {
  package: StoredUpload | null;
  policy: { readonly bytes: Buffer; readonly mediaType: string | null; readonly fileName: string | null } | null;
  readonly texts: Map<TextPart, string>;
  failure: unknown;
}

/** Reads a small part into memory. @throws Problem `payload-too-large` */
async function collect(stream: Readable, limitBytes: number, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) {
      const text = { zh: `${name} 超过上限 ${limitBytes} 字节`, en: `${name} exceeds the limit of ${limitBytes} bytes` };
      throw new Problem('payload-too-large', text, { limitBytes });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A media type is kept only when it looks like one (RFC 9110 section 8.3.1); parameters are dropped. */
function mediaTypeOf(value: string | undefined): string | null {
  const type = value?.split(';')[0]?.trim().toLowerCase();
  return type !== undefined && /^[\w.+-]{1,64}\/[\w.+-]{1,64}$/.test(type) ? type : null;
}

/** A name for people to recognise the file by; never a path. */
function fileNameOf(value: string): string | null {
  const name = value
    .replaceAll(/\p{Cc}/gu, '')
    .replace(/^.*[/\\]/, '')
    .slice(0, 255);
  return name === '' ? null : name;
}

/**
 * multer's storage: the package goes straight to the object store, everything else is small and kept in memory. A package that
 * arrived whole but whose form fails later is removed again.
 */
export function partsEngine(ports: ApiPorts, parts: PartsSoFar): StorageEngine {
  const { limits } = ports.configuration;
  const take = async (file: Express.Multer.File): Promise<void> => {
    const text = TEXT_PARTS.find((name) => name === file.fieldname);
    if (text !== undefined) {
      const bytes = await collect(file.stream, limits.listingBytes, text);
      parts.texts.set(text, bytes.toString('utf8'));
    } else if (file.fieldname === 'package') {
      parts.package = await storeUpload(ports.objects, file.stream, formPackageLimit(ports.configuration));
    } else {
      const bytes = await collect(file.stream, limits.policyBytes, file.fieldname);
      parts.policy = { bytes, mediaType: mediaTypeOf(file.mimetype), fileName: fileNameOf(file.originalname) };
    }
  };
  return {
    _handleFile(_request, file, done) {
      take(file).then(
        () => done(null, {}),
        (error: unknown) => {
          parts.failure ??= error;
          done(error);
        },
      );
    },
    _removeFile(_request, file, done) {
      const stored = parts.package;
      if (file.fieldname !== 'package' || stored === null) return done(null);
      parts.package = null;
      ports.objects.remove(stored.objectKey).then(
        () => done(null),
        (error: Error) => done(error),
      );
    },
  };
}
