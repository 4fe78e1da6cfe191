import { createHash } from 'node:crypto';

/**
 * Identity of a finding across versions of the same app: 16 hex digits of SHA-256 over rule, message and subject. The three are
 * written as a JSON array, so that no choice of names can make two different triples look the same.
 */
export function fingerprint(rule: string, message: string, subject: string): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, message, subject]))
    .digest('hex')
    .slice(0, 16);
}
