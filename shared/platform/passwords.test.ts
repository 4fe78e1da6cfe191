import { scryptSync } from 'node:crypto';
import { TransientError } from '../domain/errors.ts';
import { hashPassword, oneTimePassword, verifyPassword } from './passwords.ts';

/** A stored password with parameters of its own. */
function stored(password: string, ln: number): string {
  const salt = Buffer.from('0123456789abcdef');
  const key = scryptSync(password, salt, 32, { N: 2 ** ln, r: 8, p: 1 });
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$scrypt$ln=${ln},r=8,p=1$${text(salt)}$${text(key)}`;
}

test('a kept password says how it was hashed, matches itself and nothing else', async () => {
  const kept = await hashPassword('tulip granite seven');
  expect(kept).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await hashPassword('tulip granite seven')).not.toBe(kept);
  expect(await verifyPassword('tulip granite seven', kept)).toEqual({ matches: true, outdated: false });
  expect(await verifyPassword('tulip granite eight', kept)).toEqual({ matches: false, outdated: false });
  expect(await verifyPassword('', kept)).toEqual({ matches: false, outdated: false });
});

test('one that was hashed more cheaply still matches and is told to be outdated', async () => {
  expect(await verifyPassword('tulip granite seven', stored('tulip granite seven', 10))).toEqual({
    matches: true,
    outdated: true,
  });
});

test('the same characters match however they are composed', async () => {
  expect((await verifyPassword('cafe\u0301 ＡＢＣ 12', stored('café ABC 12', 10))).matches).toBe(true);
});

test('no account, and a stored text that is none, never match', async () => {
  for (const nothing of [null, '', 'plain text', '$scrypt$ln=17,r=8,p=1$$']) {
    expect((await verifyPassword('tulip granite seven', nothing)).matches).toBe(false);
  }
});

test('a flood waits in line, and is sent away when the line is long', async () => {
  const cheap = stored('tulip granite seven', 10);
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => verifyPassword('tulip granite seven', cheap)));
  const served = answers.filter(({ status }) => status === 'fulfilled');
  expect(served).toHaveLength(42);
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(TransientError);
  expect((await verifyPassword('tulip granite seven', cheap)).matches).toBe(true);
});

test('passwords for one use differ and can be read aloud', () => {
  const made = new Set(Array.from({ length: 100 }, oneTimePassword));
  expect(made.size).toBe(100);
  for (const each of made) expect(each).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/);
});
