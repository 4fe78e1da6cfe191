import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { isNativeError } from 'node:util/types';
import { Client } from 'minio';
import { ShelfgateError, TransientError } from '../../domain/errors.ts';
import { CountedBody } from './counted-body.ts';
import { checkKey, missing } from './key.ts';
import type { ObjectStore } from './object-store.ts';

export interface S3Place {
  readonly endPoint: string;
  readonly port: number | undefined;
  readonly tls: boolean;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** The client holds a part in memory; its own choice for a stream of unknown size would be 528 MB. */
const PART_BYTES = 8 * 2 ** 20;

const MISSING = new Set(['NoSuchKey', 'NotFound']);
/** Answers that another try will not change: the configuration or the request is wrong. */
const FINAL = new Set([
  'AccessDenied',
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidBucketName',
  'EntityTooLarge',
  'InvalidArgument',
]);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

function mapped(error: unknown, key?: string): unknown {
  if (error instanceof ShelfgateError) return error;
  if (key !== undefined && MISSING.has(codeOf(error))) return missing(key, error);
  if (!isNativeError(error) || FINAL.has(codeOf(error))) return error;
  return new TransientError(
    'object-store-unavailable',
    { zh: '对象存储暂时不可用', en: 'The object store does not answer at the moment' },
    { cause: error },
  );
}

async function guarded<Value>(work: Promise<Value>, key?: string): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw mapped(error, key);
  }
}

/** Maps errors that come while the body of an answer is read. */
function mapping(source: Readable, key: string): Readable {
  const through = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
  pipeline(source, through).catch((error) => through.destroy(mapped(error, key) as Error));
  return through;
}

async function ensureBucket(client: Client, { bucket, region }: S3Place): Promise<void> {
  if (await guarded(client.bucketExists(bucket))) return;
  await guarded(
    client.makeBucket(bucket, region).catch((error) => {
      // Another process made it at the same moment.
      if (codeOf(error) !== 'BucketAlreadyOwnedByYou' && codeOf(error) !== 'BucketAlreadyExists') throw error;
    }),
  );
}

/** An object store behind the S3 protocol. Callers use a key once: parts of two uploads to one key could mix. */
export async function openS3Store(place: S3Place): Promise<ObjectStore> {
  const transportAgent = new (place.tls ? HttpsAgent : HttpAgent)({ keepAlive: true, timeout: 60_000 });
  const client = new Client({
    endPoint: place.endPoint,
    port: place.port,
    useSSL: place.tls,
    region: place.region,
    accessKey: place.accessKey,
    secretKey: place.secretKey,
    partSize: PART_BYTES,
    transportAgent,
  });
  const { bucket } = place;
  await ensureBucket(client, place);
  return {
    async put(key, body, options = {}) {
      checkKey(key);
      const metadata = options.contentType === undefined ? {} : { 'Content-Type': options.contentType };
      const counted = new CountedBody(body);
      if (!(await counted.begins())) {
        // The client makes an upload without parts of an empty stream, which S3 refuses.
        await guarded(client.putObject(bucket, key, Buffer.alloc(0), 0, metadata));
        return { size: 0 };
      }
      const { stream, failed } = counted.stream();
      try {
        // Raced, because the client never hears of a stream that fails and would wait for ever.
        await Promise.race([client.putObject(bucket, key, stream, options.size, metadata), failed]);
        return { size: counted.size };
      } catch (error) {
        stream.destroy();
        await client.removeIncompleteUpload(bucket, key).catch(() => undefined);
        throw counted.failure ?? mapped(error);
      }
    },
    get: async (key) => mapping(await guarded(client.getObject(bucket, checkKey(key)), key), key),
    async read(key, offset, length) {
      checkKey(key);
      if (length <= 0) return Buffer.alloc(0);
      try {
        return await buffer(await client.getPartialObject(bucket, key, offset, length));
      } catch (error) {
        // From the end of the object on there is nothing to read, which S3 calls an invalid range.
        if (codeOf(error) === 'InvalidRange') return Buffer.alloc(0);
        throw mapped(error, key);
      }
    },
    async stat(key) {
      try {
        return { size: (await client.statObject(bucket, checkKey(key))).size };
      } catch (error) {
        if (MISSING.has(codeOf(error))) return null;
        throw mapped(error);
      }
    },
    remove: (key) => guarded(client.removeObject(bucket, checkKey(key))),
    async *list(prefix) {
      try {
        for await (const item of client.listObjectsV2(bucket, prefix, true))
          if (item.name !== undefined) yield { key: item.name, size: item.size, modified: item.lastModified };
      } catch (error) {
        throw mapped(error);
      }
    },
    async check() {
      if (!(await guarded(client.bucketExists(bucket))))
        throw new TransientError('object-store-unavailable', {
          zh: `存储桶 ${bucket} 不存在`,
          en: `The bucket ${bucket} is gone`,
        });
    },
    close: async () => transportAgent.destroy(),
  };
}
