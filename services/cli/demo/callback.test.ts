import { createHmac } from 'node:crypto';
import { verifyCallback } from './callback.ts';

const key = Buffer.from('0123456789abcdef0123456789abcdef');
const secret = `whsec_${key.toString('base64')}`;
const now = new Date('2026-05-01T00:00:00Z');
const body = JSON.stringify({ type: 'submission.decided', data: { submissionId: 'sub_1', decision: 'reject' } });

function headersFor(text: string, at = now): Record<string, string> {
  const timestamp = String(at.getTime() / 1000);
  const signature = createHmac('sha256', key).update(`evt_1.${timestamp}.${text}`).digest('base64');
  return { 'webhook-id': 'evt_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

describe('verifyCallback', () => {
  test('accepts what the store key signed, also beside a signature by another key', () => {
    const headers = headersFor(body);
    const expected = { ok: true, callback: { id: 'evt_1', submission: 'sub_1', decision: 'reject' } };
    expect(verifyCallback(headers, body, secret, now)).toEqual(expected);
    const two = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
    expect(verifyCallback(two, body, secret, now)).toEqual(expected);
  });

  test('refuses another body, another key, another version', () => {
    expect(verifyCallback(headersFor(body), body.replace('reject', 'approve'), secret, now).ok).toBe(false);
    expect(verifyCallback(headersFor(body), body, 'whsec_AAAA', now).ok).toBe(false);
    const headers = headersFor(body);
    const old = { ...headers, 'webhook-signature': headers['webhook-signature']!.replace('v1,', 'v0,') };
    expect(verifyCallback(old, body, secret, now).ok).toBe(false);
  });

  test('refuses a replay, a timestamp that is none, a missing header', () => {
    expect(verifyCallback(headersFor(body, new Date(now.getTime() - 301_000)), body, secret, now).ok).toBe(false);
    expect(verifyCallback({ ...headersFor(body), 'webhook-timestamp': 'soon' }, body, secret, now).ok).toBe(false);
    expect(verifyCallback({ 'webhook-id': 'evt_1' }, body, secret, now).ok).toBe(false);
  });
});
