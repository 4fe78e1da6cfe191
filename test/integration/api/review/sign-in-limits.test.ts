import supertest from 'supertest';
import { makeAccount, STAFF_PASSWORD } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

const LIMIT = 2;
const NAME_LIMIT = LIMIT * 3;

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi({ trustProxy: 1, rate: { perMinute: 1_000, unauthenticatedPerMinute: 1_000, signInPerMinute: LIMIT } });
});
afterAll(() => api.close());

let addresses = 0;
/** An address from which nobody has come yet. */
const newAddress = (): string => {
  addresses += 1;
  return `192.0.2.${addresses}`;
};

const signIn = (name: string, password: string, address: string, cookie?: string) => {
  const request = supertest(api.url).post('/v1/review/session').set('X-Forwarded-For', address);
  return (cookie === undefined ? request : request.set('Cookie', cookie)).send({ name, password });
};

const WRONG = 'tulip granite eight';

test('an address that fails too often is refused for a while, whatever it sends; others are not', async () => {
  const { name } = await makeAccount(api.database, 'reviewer');
  const address = newAddress();
  for (let round = 0; round < LIMIT; round += 1) expect((await signIn(`guess-${round}`, WRONG, address)).status).toBe(401);
  const answer = await signIn(name, STAFF_PASSWORD, address);
  expect(answer.status).toBe(429);
  expect(answer.body.code).toBe('rate-limited');
  expect(Number(answer.get('Retry-After'))).toBeGreaterThan(0);
  expect(Number(answer.get('Retry-After'))).toBeLessThanOrEqual(60);
  expect(answer.get('Set-Cookie')).toBeUndefined();
  expect((await signIn(name, STAFF_PASSWORD, newAddress())).status).toBe(200);
});

test('many at once do not slip through', async () => {
  const { name } = await makeAccount(api.database, 'reviewer');
  const address = newAddress();
  const answers = await Promise.all(Array.from({ length: 3 * LIMIT }, () => signIn(name, WRONG, address)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(LIMIT);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2 * LIMIT);
});

test('those that succeed do not count: an office behind one address signs in', async () => {
  const { name } = await makeAccount(api.database, 'reviewer');
  const address = newAddress();
  for (let round = 0; round < 2 * LIMIT; round += 1) expect((await signIn(name, STAFF_PASSWORD, address)).status).toBe(200);
});

test('one stranger cannot shut a reviewer out, who comes from elsewhere', async () => {
  const { name } = await makeAccount(api.database, 'reviewer');
  const stranger = newAddress();
  for (let round = 0; round < NAME_LIMIT + LIMIT; round += 1) await signIn(name, WRONG, stranger);
  expect((await signIn(name, STAFF_PASSWORD, newAddress())).status).toBe(200);
});

test('many strangers use up the tries of strangers, and the reviewer still gets in from the usual browser', async () => {
  const { id, name } = await makeAccount(api.database, 'reviewer');
  const first = await signIn(name, STAFF_PASSWORD, newAddress());
  const known = first
    .get('Set-Cookie')!
    .map((cookie) => cookie.split(';')[0]!)
    .find((cookie) => cookie.startsWith('shelfgate-browser='))!;
  const strangers = Array.from({ length: NAME_LIMIT / LIMIT }, newAddress);
  for (const stranger of strangers) for (let round = 0; round < LIMIT; round += 1) await signIn(name, WRONG, stranger);
  // Enough of them lock a browser out that nobody knows …
  expect((await signIn(name, STAFF_PASSWORD, newAddress())).status).toBe(429);
  // … the mark of another account's browser does not help …
  const other = await makeAccount(api.database, 'reviewer');
  const others = await signIn(other.name, STAFF_PASSWORD, newAddress());
  const foreign = others
    .get('Set-Cookie')!
    .map((cookie) => cookie.split(';')[0]!)
    .find((cookie) => cookie.startsWith('shelfgate-browser='))!;
  expect((await signIn(name, STAFF_PASSWORD, newAddress(), foreign)).status).toBe(429);
  expect((await signIn(name, STAFF_PASSWORD, newAddress(), `${known}x`)).status).toBe(429);
  // … and the usual one gets in, even from a stranger's address.
  expect((await signIn(name, STAFF_PASSWORD, strangers[0]!, known)).status).toBe(200);
  const refused = (await api.database.audit.list({}, { limit: 200 })).filter(
    ({ subject, action }) => subject.id === id && action === 'session.refused',
  );
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ by: null, after: { reason: 'wrong', address: strangers[0] } });
});

test('a known browser has its own tries, and no more', async () => {
  const { name } = await makeAccount(api.database, 'reviewer');
  const first = await signIn(name, STAFF_PASSWORD, newAddress());
  const known = first
    .get('Set-Cookie')!
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
  for (let round = 0; round < LIMIT; round += 1) expect((await signIn(name, WRONG, newAddress(), known)).status).toBe(401);
  expect((await signIn(name, STAFF_PASSWORD, newAddress(), known)).status).toBe(429);
});
