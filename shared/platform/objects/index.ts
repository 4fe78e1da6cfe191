import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../domain/errors.ts';
import { openFileStore } from './file.ts';
import type { ObjectStore } from './object-store.ts';
import { openS3Store } from './s3.ts';

export type { ObjectStore } from './object-store.ts';

export interface ObjectCredentials {
  readonly accessKey: string | null;
  readonly secretKey: string | null;
}

const wrong = (en: string, zh: string): InputError => new InputError('bad-configuration', { zh, en }, 'OBJECT_STORE_URL');

function folderOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

/**
 * Opens the object store that a URL names: `file:./folder` (relative to the working directory, `file:///absolute` as well) or
 * `s3://host:port/bucket?tls=false&region=…`, whose bucket is created if it is not there. `tls` is true unless said otherwise.
 * @throws InputError `bad-configuration`; TransientError when an S3 store does not answer
 */
export async function openObjectStore(
  url: string,
  credentials: ObjectCredentials = { accessKey: null, secretKey: null },
): Promise<ObjectStore> {
  if (url.startsWith('file:')) return openFileStore(folderOf(url));
  if (!url.startsWith('s3://') || !URL.canParse(url))
    throw wrong('OBJECT_STORE_URL is neither file: nor s3:', 'OBJECT_STORE_URL 须为 file: 或 s3:');
  const { hostname, port, pathname, searchParams } = new URL(url);
  const bucket = pathname.replace(/^\/|\/$/g, '');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw wrong(
      'OBJECT_STORE_URL names no bucket (3–63 lower-case letters, digits, dots, hyphens)',
      'OBJECT_STORE_URL 缺少有效的存储桶名（3–63个小写字母、数字、点或连字符）',
    );
  if (credentials.accessKey === null || credentials.secretKey === null)
    throw wrong('S3_ACCESS_KEY and S3_SECRET_KEY are needed for s3', '使用 s3 时须设置 S3_ACCESS_KEY 与 S3_SECRET_KEY');
  const tls = searchParams.get('tls') ?? 'true';
  if (tls !== 'true' && tls !== 'false')
    throw wrong('tls in OBJECT_STORE_URL is true or false', 'OBJECT_STORE_URL 中的 tls 须为 true 或 false');
  return openS3Store({
    endPoint: hostname,
    port: port === '' ? undefined : Number(port),
    tls: tls === 'true',
    region: searchParams.get('region') ?? 'us-east-1',
    bucket,
    accessKey: credentials.accessKey,
    secretKey: credentials.secretKey,
  });
}
