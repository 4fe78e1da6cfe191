import { createHash } from 'node:crypto';

/**
 * Identity of a finding across versions of the same app: 16 hex digits of SHA-256 over rule, message and subject. The three are
 * written as a JSON array, so that no choice of names can make two different triples look the same.
 */
export function fingerprint(rule: string, message: string, subject: string): string {
  const known = remembered.get(rule)?.get(message)?.get(subject);
  if (known !== undefined) return known;
  const triple = JSON.stringify([rule, message, subject]);
  const made = createHash('sha256').update(triple).digest('hex').slice(0, 16);
  if (triple.length <= MOST_CHARACTERS) remember(rule, message, subject, made);
  return made;
}

/** The same few thousand findings come back in app after app; subjects out of packages must not fill the memory. */
const remembered = new Map<string, Map<string, Map<string, string>>>();
let size = 0;
const MOST_REMEMBERED = 10_000;
const MOST_CHARACTERS = 200;

function remember(rule: string, message: string, subject: string, made: string): void {
  if (size >= MOST_REMEMBERED) {
    remembered.clear();
    size = 0;
  }
  const messages = remembered.get(rule) ?? new Map<string, Map<string, string>>();
  remembered.set(rule, messages);
  const subjects = messages.get(message) ?? new Map<string, string>();
  messages.set(message, subjects);
  subjects.set(subject, made);
  size += 1;
}
