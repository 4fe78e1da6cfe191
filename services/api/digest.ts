import { createHash } from 'node:crypto';

/** Lower-case hex of the SHA-256 of text (UTF-8) or bytes. */
export function sha256Of(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}

/** JSON with sorted keys, so that equal values have equal text however their fields were ordered. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
