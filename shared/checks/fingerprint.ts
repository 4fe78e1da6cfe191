import { createHash } from 'node:crypto';

/**
 * Identity of a finding across versions of the same app: 16 hex digits of SHA-256 over rule, message and subject. The three are
 * written as a JSON array, so that no choice of names can make two different triples look the same.
 */
export function fingerprint(rule: string, message: string, subject: string): string {
  const triple = JSON.stringify([rule, message, subject]);
  const known = remembered.get(triple);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(triple).digest('hex').slice(0, 16);
  if (triple.length <= MOST_CHARACTERS) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(triple, made);
  }
  return made;
}

/** The same few thousand findings come back in app after app; subjects out of packages must not fill the memory. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 10_000;
const MOST_CHARACTERS = 200;
