import type { NewSubmission } from '../../../shared/platform/database/repositories.ts';
import { canonicalJson, sha256Of } from '../digest.ts';
import { invalidRequest } from '../problems/problem.ts';

/** The key of a request: what a client makes up to send the same thing twice safely. @throws Problem `invalid-request` */
export function idempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  // draft-ietf-httpapi-idempotency-key-header has it as a quoted string; most clients send it bare.
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const text = { zh: '须为1–255个可见ASCII字符', en: 'must be 1 to 255 visible ASCII characters' };
  throw invalidRequest([{ pointer: 'Idempotency-Key', code: 'bad-key', text }]);
}

/** Digest of everything that makes two requests the same, however it was written down or sent. */
export function fingerprintOf(
  row: Pick<NewSubmission, 'packageSha256' | 'listing' | 'callbackUrl' | 'origin' | 'policyDocument'>,
): string {
  const { packageSha256, listing, callbackUrl, origin, policyDocument } = row;
  return sha256Of(canonicalJson({ packageSha256, policy: policyDocument?.sha256 ?? null, listing, callbackUrl, origin }));
}
