/** Longest wait that the API grants, in seconds. */
export const WAIT_CAP_SECONDS = 60;

/**
 * Seconds of `Prefer: wait=N` (RFC 7240 section 4.3), capped; 0 without one. What cannot be read is ignored, as the RFC wants.
 */
export function preferredWait(header: string | undefined): number {
  for (const preference of (header ?? '').split(',')) {
    const [, seconds] = /^\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:;.*)?$/i.exec(preference) ?? [];
    if (seconds !== undefined) return Math.min(Number(seconds), WAIT_CAP_SECONDS);
  }
  return 0;
}
