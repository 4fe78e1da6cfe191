import supertest from 'supertest';
import type { AnyOperation } from '../../../../services/api/operation.ts';
import { OPERATIONS } from '../../../../services/api/operations.ts';
import { type Account, may, STAFF_ROLES } from '../../../../shared/domain/review/account.ts';
import { makeAccount, signedIn } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
const people = new Map<string, Account>();
beforeAll(async () => {
  api = await startApi();
  for (const role of STAFF_ROLES) people.set(role, await makeAccount(api.database, role));
  // Another one, so that nobody is the last.
  await makeAccount(api.database, 'administrator');
  people.set('new', await makeAccount(api.database, 'administrator', { mustChangePassword: true }));
});
afterAll(() => api.close());

/** What people sign in by, before they have a session. */
const OPEN = ['beginSingleSignOn', 'finishSingleSignOn', 'getSignInOptions', 'signIn'];
const reviewing = OPERATIONS.filter(({ path }) => path.startsWith('/v1/review/'));
const guarded = OPERATIONS.filter(({ right }) => right !== undefined).map((operation) => [operation.id, operation] as const);

/** An address of the operation, of things that are not there; what waits for changes is asked not to. */
function addressOf({ path, query }: AnyOperation): string {
  const waits = query !== undefined && 'shape' in query && Object.hasOwn(query.shape as object, 'wait');
  return path.replaceAll(/\{\w+\}/g, 'none_such') + (waits ? '?wait=0' : '');
}

const ask = (operation: AnyOperation, headers: Record<string, string>) =>
  supertest(api.url)[operation.method](addressOf(operation)).set(headers).timeout(20_000);

/** Each with a session of its own: some operations end it. */
async function headersOf(who: string): Promise<{ Cookie: string; 'X-Shelfgate-CSRF': string }> {
  const { cookie, csrfToken } = await signedIn(api.url, api.database, people.get(who)!);
  return { Cookie: cookie, 'X-Shelfgate-CSRF': csrfToken };
}

test('every operation of the console asks for a right, but for those that people sign in by', () => {
  expect(reviewing.length).toBeGreaterThan(10);
  expect(
    reviewing
      .filter(({ right }) => right === undefined)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(OPEN);
  for (const { scope } of reviewing) expect(scope).toBeNull();
});

test.each(guarded)('%s: the table of rights decides for every role', async (_, operation) => {
  for (const role of STAFF_ROLES) {
    const { status, body, text } = await ask(operation, await headersOf(role));
    const refused = status === 403 && text.includes(`(${operation.right})`);
    expect({ role, refused }).toEqual({ role, refused: !may(role, operation.right!) });
    if (refused) expect(body.code).toBe('forbidden');
    else expect([role, [401, 500].includes(status)]).toEqual([role, false]);
  }
});

test.each(guarded)('%s: nobody without a session, and no store’s key', async (_, operation) => {
  const { Cookie: cookie, 'X-Shelfgate-CSRF': token } = await headersOf('administrator');
  const without: Record<string, string>[] = [
    {},
    { 'X-Shelfgate-CSRF': token },
    { Cookie: `${cookie}x` },
    { ...api.caller.auth },
    // A session over HTTPS is none over plain HTTP.
    { Cookie: `__Host-${cookie}`, 'X-Shelfgate-CSRF': token },
  ];
  for (const headers of without) expect((await ask(operation, headers)).status).toBe(401);
});

test.each(guarded.filter(([, { method }]) => method !== 'get'))(
  '%s: changes nothing without the CSRF token',
  async (_, operation) => {
    for (const role of STAFF_ROLES) {
      const { Cookie: cookie } = await headersOf(role);
      const answer = await ask(operation, { Cookie: cookie });
      expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
      expect(answer.body.detailEn).toContain('csrf');
    }
  },
);

test.each(guarded)('%s: not before the password is one’s own, unless it is about that', async (_, operation) => {
  const { status, body } = await ask(operation, await headersOf('new'));
  const refused = status === 403 && body.code === 'password-change-required';
  expect(refused).toBe(operation.beforePasswordChange !== true);
});

test('what may be done before the password is one’s own is to see the session, to end it, and to choose', () => {
  const ids = OPERATIONS.filter(({ beforePasswordChange }) => beforePasswordChange === true).map(({ id }) => id);
  expect(ids.sort()).toEqual(['changePassword', 'getSession', 'signOut']);
});

test('a session opens nothing that is for stores', async () => {
  const headers = await headersOf('administrator');
  for (const operation of OPERATIONS.filter(({ scope }) => scope !== null)) {
    expect([operation.id, (await ask(operation, headers)).status]).toEqual([operation.id, 401]);
  }
});
