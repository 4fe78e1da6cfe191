import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A callback as its receiver understands it. */
export interface Callback {
  /** `webhook-id`: the same however often the event is sent. */
  readonly id: string;
  readonly submission: string;
  readonly decision: string | null;
}

/** Seconds by which the sender's clock may differ, as Standard Webhooks recommends, against replays. */
const TOLERANCE_SECONDS = 300;

type Result = { readonly ok: true; readonly callback: Callback } | { readonly ok: false; readonly reason: string };

/**
 * What a store does with a callback before it believes it: Standard Webhooks, HMAC-SHA256 over `id.timestamp.body` with the key
 * behind `whsec_`, compared in constant time. Written from the specification, independent of the code that signs.
 */
export function verifyCallback(headers: IncomingHttpHeaders, body: string, secret: string, now: Date): Result {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') {
    return { ok: false, reason: 'a header is missing' };
  }
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS))
    return { ok: false, reason: 'timestamp out of tolerance' };
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  const signed = signatures.split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!signed) return { ok: false, reason: 'no signature fits' };
  const payload = JSON.parse(body) as { data?: { submissionId?: unknown; decision?: unknown } };
  const { submissionId, decision } = payload.data ?? {};
  if (typeof submissionId !== 'string') return { ok: false, reason: 'no submission in the payload' };
  return { ok: true, callback: { id, submission: submissionId, decision: typeof decision === 'string' ? decision : null } };
}
