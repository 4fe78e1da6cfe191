import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { TransientError } from '../domain/errors.ts';

/** What new passwords are hashed with; OWASP's strongest parameters for scrypt. 128 MiB and about a third of a second each. */
const COST = { ln: 17, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
/** A flood of sign-ins must not take the memory: so many are hashed at a time, so many wait, and the others are sent away. */
const AT_ONCE = 2;
const WAITING = 40;

/** Parameters, salt and hash in the PHC form: `$scrypt$ln=17,r=8,p=1$salt$hash`. */
const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

interface Parsed {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly key: Buffer;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Does expensive work when there is room. @throws TransientError when too many wait already */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) {
      throw new TransientError('busy', {
        zh: '登录请求过多，请稍后重试',
        en: 'Too many people sign in at once; try again later',
      });
    }
    // Whoever leaves hands over its place without giving it back.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function derive(password: string, { ln, r, p, salt }: Omit<Parsed, 'key'>, bytes: number): Promise<Buffer> {
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  // The same letters typed on another keyboard may be other code points.
  const typed = password.normalize('NFKC');
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        scrypt(typed, salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)));
      }),
  );
}

function parse(stored: string): Parsed | null {
  const [, ln, r, p, salt, key] = STORED.exec(stored) ?? [];
  if (salt === undefined || key === undefined) return null;
  return { ln: Number(ln), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** Hashes a password for keeping. @throws TransientError when too many are hashed at once */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, { ...COST, salt }, KEY_BYTES);
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${unpadded(salt)}$${unpadded(key)}`;
}

/** Stands in for accounts that are not there or have no password: nobody can tell from the time an answer takes. */
const NOBODY: Parsed = { ...COST, salt: randomBytes(16), key: randomBytes(KEY_BYTES) };

/**
 * Compares a password with a kept one.
 * @param stored null for an account that does not exist or has none: costs as much and never matches
 * @returns `outdated` when it was hashed with less than today's cost and should be hashed anew
 * @throws TransientError when too many are compared at once
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<{ readonly matches: boolean; readonly outdated: boolean }> {
  const parsed = stored === null ? null : parse(stored);
  const against = parsed ?? NOBODY;
  const key = await derive(password, against, against.key.length);
  const matches = timingSafeEqual(key, against.key) && parsed !== null;
  return { matches, outdated: against.ln < COST.ln || against.r < COST.r || against.p < COST.p };
}

/** Crockford's base 32 in lower case: no letters that a person confuses when reading a password aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A password of 100 bits for one use: `k3v9-…`, five groups of four. */
export function oneTimePassword(): string {
  const letters = Array.from(randomBytes(20), (byte) => ALPHABET[byte & 31]).join('');
  return letters.match(/.{4}/g)!.join('-');
}
