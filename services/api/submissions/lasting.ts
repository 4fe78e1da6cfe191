import { sha256Of } from '../digest.ts';

/** Headers of an answer that rarely changes: a client may keep it, but asks each time whether it still holds. */
export function lasting(body: unknown): Record<string, string> {
  return { ETag: `"${sha256Of(JSON.stringify(body)).slice(0, 32)}"`, 'Cache-Control': 'private, no-cache' };
}
