import { join } from 'node:path';
import { InputError } from '../domain/errors.ts';
import { QUEUES, ROLES, readConfiguration, VARIABLES } from './configuration.ts';

const error = (env: NodeJS.ProcessEnv): InputError => {
  try {
    readConfiguration(env);
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown;
  }
  throw new Error('nothing was refused');
};

test('nothing set gives the embedded form with every role', () => {
  const configuration = readConfiguration({});
  expect(configuration.databaseUrl).toBeNull();
  expect(configuration.queueUrl).toBeNull();
  expect(configuration.objectStore.url).toMatch(/^file:.*objects$/);
  expect(configuration.roles).toEqual(ROLES);
  expect(configuration.limits.packageBytes).toBe(4 * 2 ** 30);
  expect(configuration.callback.giveUpAfterMs).toBe(24 * 3600 * 1000);
  expect(configuration.fetchAllowPrivateAddresses).toBe(false);
  expect(configuration).toMatchObject({ rulebooks: null, filingRegistry: null });
  expect(configuration.rendering).toEqual({ executablePath: null, sandbox: null, concurrency: 1 });
});

test('rulebooks and filings are found from wherever the process is', () => {
  const { rulebooks, filingRegistry } = readConfiguration({ RULEBOOKS: 'stores', FILING_REGISTRY: '/srv/filings.csv' });
  expect(rulebooks).toBe(join(process.cwd(), 'stores'));
  expect(filingRegistry).toBe('/srv/filings.csv');
});

test('an empty variable counts as unset', () => {
  expect(readConfiguration({ DATABASE_URL: ' ', PORT: '' })).toEqual(readConfiguration({}));
});

test('every queue has a concurrency of its own', () => {
  for (const [index, queue] of QUEUES.entries()) {
    const name = `${queue.toUpperCase().replaceAll('-', '_')}_CONCURRENCY`;
    expect(readConfiguration({ [name]: String(index + 11) }).concurrency[queue]).toBe(index + 11);
  }
});

test.each([
  ['PORT', '70000', '65535'],
  ['PORT', '8080x', 'whole number'],
  ['MAX_PACKAGE_BYTES', '4GB', 'GiB'],
  ['SHELFGATE_ROLES', 'api,wroker', 'inspection'],
  ['FETCH_ALLOW_PRIVATE_ADDRESSES', 'yes', 'true or false'],
  ['DATABASE_URL', 'mysql://h/d', 'postgres://'],
  ['QUEUE_URL', 'http://h', 'redis://'],
  ['OBJECT_STORE_URL', '/data', 'file:'],
  ['LOG_LEVEL', 'loud', 'debug'],
  ['CHECK_TIMEOUT_MS', '0', 'milliseconds'],
])('%s=%s is refused, naming the variable and what is allowed', (name, value, allowed) => {
  const refused = error({ [name]: value });
  expect(refused.code).toBe('bad-configuration');
  expect(refused.place).toBe(name);
  expect(refused.text.en).toContain(name);
  expect(refused.text.zh).toContain(name);
  expect(refused.text.en).toContain(allowed);
});

test('a refused secret is not repeated', () => {
  const refused = error({ DATABASE_URL: 'mysql://shelfgate:hunter2@db/shelfgate' });
  expect(JSON.stringify(refused.text)).not.toContain('hunter2');
});

test('s3 needs both keys', () => {
  expect(error({ OBJECT_STORE_URL: 's3://store:9000/packages?tls=false', S3_ACCESS_KEY: 'a' }).place).toBe('S3_SECRET_KEY');
  const { objectStore } = readConfiguration({
    OBJECT_STORE_URL: 's3://store:9000/packages',
    S3_ACCESS_KEY: 'a',
    S3_SECRET_KEY: 'b',
  });
  expect(objectStore).toEqual({ url: 's3://store:9000/packages', accessKey: 'a', secretKey: 'b' });
});

test('roles keep one order and no double', () => {
  expect(readConfiguration({ SHELFGATE_ROLES: 'sdk, api,sdk' }).roles).toEqual(['api', 'sdk']);
});

test('no secret has a standard value and every variable says in both languages what it is for', () => {
  for (const variable of Object.values(VARIABLES)) {
    if (variable.secret) expect(variable.standard).toBeNull();
    expect(variable.about.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(variable.about.en).toMatch(/[A-Za-z]/);
    if (variable.standard !== null) expect(variable.kind.schema.safeParse(variable.standard).success).toBe(true);
  }
});
