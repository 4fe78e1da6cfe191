import { openRateLimiter, type RateLimiter } from '../../../shared/platform/rate-limit.ts';
import { redisAvailable, redisCanBeKilled, type TestRedis, testRedis } from '../../support/redis.ts';
import { until } from '../../support/until.ts';

const key = () => `key-${Math.random()}`;

/** Takes until it is refused. @returns how many were allowed */
async function allowedOf(limiter: RateLimiter, name: string, limit: number, tries: number): Promise<number> {
  let allowed = 0;
  for (let index = 0; index < tries; index += 1) if ((await limiter.take(name, limit)).allowed) allowed += 1;
  return allowed;
}

describe('a limiter in the process', () => {
  const limiter = openRateLimiter(null);

  test('allows the limit, counts down and says when it begins anew', async () => {
    const name = key();
    expect(await limiter.peek(name, 2)).toMatchObject({ allowed: true, remaining: 2 });
    expect(await limiter.take(name, 2)).toMatchObject({ allowed: true, limit: 2, remaining: 1 });
    expect(await limiter.take(name, 2)).toMatchObject({ allowed: true, remaining: 0 });
    const refused = await limiter.take(name, 2);
    expect(refused).toMatchObject({ allowed: false, remaining: 0 });
    expect(refused.resetSeconds).toBeGreaterThan(0);
    expect(refused.resetSeconds).toBeLessThanOrEqual(60);
    expect(await limiter.peek(name, 2)).toMatchObject({ allowed: false });
    expect((await limiter.take(key(), 2)).allowed).toBe(true);
  });

  test('what is given back may be taken again', async () => {
    const name = key();
    expect(await allowedOf(limiter, name, 2, 2)).toBe(2);
    await limiter.giveBack(name, 2);
    expect(await limiter.take(name, 2)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await limiter.take(name, 2)).toMatchObject({ allowed: false });
  });

  test('a PostgreSQL queue needs no other limiter', async () => {
    const other = openRateLimiter('postgres://nowhere/none');
    expect(await allowedOf(other, key(), 3, 5)).toBe(3);
    await other.close();
  });
});

(redisAvailable ? describe : describe.skip)('a limiter in Redis (skipped without redis-server or REDIS_URL)', () => {
  let redis: TestRedis;
  const limiters: RateLimiter[] = [];
  const open = () => {
    const limiter = openRateLimiter(redis.url);
    limiters.push(limiter);
    return limiter;
  };
  beforeAll(async () => {
    redis = await testRedis();
  });
  afterAll(async () => {
    for (const limiter of limiters) await limiter.close();
    await redis.stop();
  });

  test('is shared by processes', async () => {
    const [one, two] = [open(), open()];
    const name = key();
    // Until its connection stands a limiter counts by itself.
    for (const limiter of [one, two]) {
      const probe = key();
      await until(() => seenBy(limiter, redis.url, probe));
    }
    expect((await allowedOf(one, name, 5, 3)) + (await allowedOf(two, name, 5, 4))).toBe(5);
    // Seven were taken of five; with three given back there is one.
    for (let index = 0; index < 3; index += 1) await two.giveBack(name, 5);
    expect((await one.take(name, 5)).allowed).toBe(true);
    expect((await one.take(name, 5)).allowed).toBe(false);
  });

  (redisCanBeKilled ? test : test.skip)('goes on by itself while Redis is away', async () => {
    const limiter = open();
    await limiter.take(key(), 10);
    await redis.kill!();
    expect(await allowedOf(limiter, key(), 2, 4)).toBe(2);
  });
});

/** Whether a limiter's count of `probe` can be seen by a fresh one. */
async function seenBy(limiter: RateLimiter, url: string, probe: string): Promise<boolean> {
  await limiter.take(probe, 1_000);
  const fresh = openRateLimiter(url);
  try {
    for (let tries = 0; tries < 20; tries += 1) {
      if ((await fresh.peek(probe, 1_000)).remaining < 1_000) return true;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return false;
  } finally {
    await fresh.close();
  }
}
