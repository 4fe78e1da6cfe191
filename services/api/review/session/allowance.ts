import type { ApiPorts } from '../../ports.ts';
import { Problem } from '../../problems/problem.ts';

/** Tries of strangers for one name, as a multiple of those from one address: one address alone can never use them up. */
const NAME_FACTOR = 3;

/**
 * Takes one try of those that an address and a name have in a minute, before anything is looked at, so that many at once cannot slip
 * through. A try that succeeds is given back.
 * @param key what the tries are counted by besides the address
 * @returns gives it back
 * @throws Problem `rate-limited`
 */
async function take(
  ports: ApiPorts,
  tries: readonly { readonly key: string; readonly limit: number }[],
): Promise<() => Promise<void>> {
  for (const { key, limit } of tries) {
    const { allowed, resetSeconds } = await ports.limiter.take(key, limit);
    if (allowed) continue;
    throw new Problem(
      'rate-limited',
      {
        zh: `登录失败次数过多，请在${resetSeconds}秒后重试；忘记密码请联系管理员重置`,
        en: `Too many failed sign-ins; try again in ${resetSeconds} seconds. An administrator resets a forgotten password`,
      },
      {},
      { 'Retry-After': String(resetSeconds) },
    );
  }
  return async () => {
    for (const { key, limit } of tries) await ports.limiter.giveBack(key, limit);
  };
}

/** One try to sign in. @param browser what tells a known browser from others, null for a stranger's */
export function takeSignIn(ports: ApiPorts, address: string, name: string, browser: string | null): Promise<() => Promise<void>> {
  const limit = ports.configuration.rate.signInPerMinute;
  const byName =
    browser === null ? { key: `sign-in-name:${name}`, limit: limit * NAME_FACTOR } : { key: `sign-in-browser:${browser}`, limit };
  // Somebody who is known at this browser is not kept out by strangers behind the same address.
  return take(ports, browser === null ? [{ key: `sign-in-address:${address}`, limit }, byName] : [byName]);
}

/** One try to change a password, by whoever holds the session. */
export function takePasswordChange(ports: ApiPorts, accountId: string): Promise<() => Promise<void>> {
  return take(ports, [{ key: `password-change:${accountId}`, limit: ports.configuration.rate.signInPerMinute }]);
}
