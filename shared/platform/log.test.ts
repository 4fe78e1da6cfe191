import { TransientError } from '../domain/errors.ts';
import { createLogger, type Logger } from './log.ts';

function logged(
  use: (log: Logger) => void,
  logLevel: 'info' | 'debug' = 'info',
): { line: string; entry: Record<string, unknown> } {
  const lines: string[] = [];
  use(createLogger({ logLevel }, { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return { line: lines[0]!, entry: JSON.parse(lines[0]!) as Record<string, unknown> };
}

const KEY = `sg_live_${'a1-_'.repeat(10)}`;
const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;

test.each([
  ['a header', { headers: { Authorization: `Bearer ${KEY}`, cookie: 'session=1234' } }, ['a1-_', '1234']],
  ['a key in a message', { note: `refused ${KEY} twice` }, ['a1-_']],
  ['a webhook secret', { store: { webhookSecret: SECRET } }, ['MDEy']],
  ['a webhook secret in text', { text: `signed with ${SECRET}.` }, ['MDEy']],
  ['credentials in a URL', { url: 'postgres://shelfgate:hunter2@db:5432/shelfgate' }, ['hunter2']],
  ['a password alone in a URL', { url: 'redis://:hunter2@cache:6379/0' }, ['hunter2']],
  ['a signed URL', { url: 'https://store/p?X-Amz-Credential=AKIA1&X-Amz-Signature=abcdef&part=1' }, ['AKIA1', 'abcdef']],
  ['another signed URL', { url: 'https://oss/p?OSSAccessKeyId=LTAI1&Signature=zzz%3D' }, ['LTAI1', 'zzz']],
  ['deep inside', { a: { b: { c: [{ secretKey: 'hunter2"quoted' }] } } }, ['hunter2', 'quoted']],
  ['an error', { err: new Error(`connect postgres://u:hunter2@db failed with ${KEY}`) }, ['hunter2', 'a1-_']],
])('%s is redacted', (_name, fields, secrets) => {
  const { line } = logged((log) => log.info(fields, 'event'));
  for (const secret of secrets) expect(line).not.toContain(secret);
  expect(line).toContain('[redacted]');
});

test('a secret in the message itself is redacted', () => {
  expect(logged((log) => log.warn({}, `key ${KEY}`)).entry.msg).toBe('key sg_live_[redacted]');
});

test('what is no secret stays', () => {
  const fields = {
    submissionId: 'sub_8f3k',
    url: 'https://example.com/privacy?lang=zh',
    package: 'com.example.map',
    keyId: 'key_1',
  };
  expect(logged((log) => log.info(fields, '送审')).entry).toMatchObject({ ...fields, msg: '送审', level: 'info' });
});

test('strangers cannot forge lines or turn the text around', () => {
  const name = '恶意\n{"level":"fatal"}\r\u001b[2J\u009b31m\u202egnp.exe\u2028';
  const { line, entry } = logged((log) => log.info({ name }, 'event'));
  expect(entry.name).toBe(name);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\u2028]/);
});

test('an error tells its code, its place and its causes, cut to a size', () => {
  const cause = Object.assign(new Error('x'.repeat(10_000)), { code: 'ECONNREFUSED' });
  const err = new TransientError(
    'database-unavailable',
    { zh: '数据库暂时不可用', en: 'The database does not answer' },
    { cause },
  );
  const { entry, line } = logged((log) => log.error({ err }, 'failed'));
  expect(entry.err).toMatchObject({ type: 'TransientError', code: 'database-unavailable', cause: { code: 'ECONNREFUSED' } });
  expect(line.length).toBeLessThan(20_000);
});

test('errors that go round in circles, and things that are none', () => {
  const round = new Error('round');
  (round as { cause?: unknown }).cause = round;
  expect(logged((log) => log.error({ err: round }, 'failed')).entry.err).toMatchObject({ message: 'round' });
  expect(logged((log) => log.error({ err: 'just text' }, 'failed')).entry.err).toEqual({ type: 'string', message: 'just text' });
});

test('a child adds its fields; a level below the configured one is not written', () => {
  expect(logged((log) => log.child({ role: 'sdk' }).info({ run: 1 }, 'x')).entry).toMatchObject({ role: 'sdk', run: 1 });
  const lines: string[] = [];
  createLogger({ logLevel: 'warn' }, { write: (line) => lines.push(line) }).info({}, 'quiet');
  expect(lines).toEqual([]);
});
