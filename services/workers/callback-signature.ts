import { createHmac } from 'node:crypto';
import { PermanentError } from '../../shared/domain/errors.ts';

/**
 * Headers of a callback by the Standard Webhooks specification: `webhook-id`, `webhook-timestamp` (seconds) and
 * `webhook-signature`, `v1,` and the base64 HMAC-SHA256 over `id.timestamp.body`.
 * @param secret `whsec_` and the key in base64
 * @throws PermanentError `webhook-secret` when the secret has another form
 */
export function signedHeaders(id: string, at: Date, body: string, secret: string): Record<string, string> {
  const key = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  if (key === undefined) {
    throw new PermanentError('webhook-secret', {
      zh: '商店的回调密钥格式有误，应为 whsec_ 加 base64',
      en: "The store's webhook secret has a wrong form; it must be whsec_ and base64",
    });
  }
  const timestamp = Math.floor(at.getTime() / 1_000);
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` };
}
