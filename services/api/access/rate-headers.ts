import type { RateState } from '../../../shared/platform/rate-limit.ts';

/** `RateLimit-Policy` and `RateLimit` fields of draft-ietf-httpapi-ratelimit-headers: quota, window, what is left, when it resets. */
export function rateHeaders(rate: RateState): Record<string, string> {
  return {
    'RateLimit-Policy': `"key";q=${rate.limit};w=60`,
    RateLimit: `"key";r=${rate.remaining};t=${rate.resetSeconds}`,
  };
}
