import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** What a limiter says of one key after a call. */
export interface RateState {
  readonly allowed: boolean;
  /** Calls a window. */
  readonly limit: number;
  /** Calls left in this window, never negative. */
  readonly remaining: number;
  /** Seconds until the window ends, rounded up. */
  readonly resetSeconds: number;
}

/** Fixed windows of a minute, counted by key. */
export interface RateLimiter {
  /** Counts one call of `key` against `limit` a minute. */
  take(key: string, limit: number): Promise<RateState>;
  /** The state of `key` without counting. */
  peek(key: string, limit: number): Promise<RateState>;
  /** Takes back one call that turned out not to count. */
  giveBack(key: string, limit: number): Promise<void>;
  close(): Promise<void>;
}

const WINDOW_SECONDS = 60;

/** Turns the library's answer into ours; `null` means that the key has no window yet. */
function stateOf(result: RateLimiterRes | null, limit: number): RateState {
  const used = result?.consumedPoints ?? 0;
  return {
    allowed: used <= limit,
    limit,
    remaining: Math.max(0, limit - used),
    resetSeconds: Math.ceil((result?.msBeforeNext ?? WINDOW_SECONDS * 1000) / 1000),
  };
}

/**
 * Opens the limiter: in Redis when `url` is a `redis:`/`rediss:` URL, so that all API processes count together, else in this
 * process. A Redis that does not answer is no reason to refuse a store: the process counts by itself until it is back.
 */
export function openRateLimiter(url: string | null): RateLimiter {
  const redis = url?.startsWith('redis') ? connect(url) : null;
  const byLimit = new Map<number, RateLimiterMemory | RateLimiterRedis>();
  // The library fixes the limit when a counter is made, our limits belong to keys: one counter a limit.
  const counter = (limit: number): RateLimiterMemory | RateLimiterRedis => {
    const known = byLimit.get(limit);
    if (known !== undefined) return known;
    const options = { points: limit, duration: WINDOW_SECONDS, keyPrefix: `shelfgate-rate-${limit}` };
    const memory = new RateLimiterMemory(options);
    const made = redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
    byLimit.set(limit, made);
    return made;
  };
  return {
    async take(key, limit) {
      try {
        return stateOf(await counter(limit).consume(key), limit);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return { ...stateOf(refusal, limit), allowed: false };
        throw refusal;
      }
    },
    async peek(key, limit) {
      const state = stateOf(await counter(limit).get(key), limit);
      return { ...state, allowed: state.remaining > 0 };
    },
    async giveBack(key, limit) {
      await counter(limit).reward(key);
    },
    async close() {
      redis?.disconnect();
    },
  };
}

/** A connection that fails fast: a request must not wait for a Redis that is away. */
function connect(url: string): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000 });
  // Without a listener a lost connection would end the process; the insurance limiter already covers it.
  redis.on('error', () => {});
  return redis;
}
