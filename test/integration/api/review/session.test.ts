import { createHash } from 'node:crypto';
import pg from 'pg';
import supertest from 'supertest';
import { makeAccount, STAFF_PASSWORD, signedIn, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

/** Most tests are not about how many tries there are. */
const rate = { perMinute: 1_000, unauthenticatedPerMinute: 1_000, signInPerMinute: 1_000 };
const session = { hours: 12, idleMinutes: 60, overHttp: false };

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi({ rate, session, trustProxy: 1 });
});
afterAll(() => api.close());

/** Runs a statement of SQL about a session. */
async function onSession(token: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql, [createHash('sha256').update(token).digest()])).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const signIn = (name: string, password: string, headers: Record<string, string> = {}, at = api) =>
  supertest(at.url).post('/v1/review/session').set(headers).send({ name, password });

/** What the browser is told to keep, by name, with its attributes. */
const cookiesOf = (answer: supertest.Response): Record<string, string> =>
  Object.fromEntries((answer.get('Set-Cookie') ?? []).map((cookie) => [cookie.split('=')[0], cookie]));
const pairOf = (cookie: string | undefined): string => cookie!.split(';')[0]!;

const actionsOf = async (id: string, at = api): Promise<string[]> =>
  (await at.database.audit.list({}, { limit: 200 })).filter(({ subject }) => subject.id === id).map(({ action }) => action);

describe('signing in and out', () => {
  test('somebody signs in, is known, and signs out', async () => {
    const account = await makeAccount(api.database, 'reviewer');
    const answer = await signIn(` ${account.name.toUpperCase()} `, STAFF_PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ account: { id: account.id, role: 'reviewer' }, rights: ['read', 'decide', 'rerun'] });
    const cookie = cookiesOf(answer).shelfgate!;
    expect(cookie).toMatch(/^shelfgate=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const headers = { Cookie: pairOf(cookie), 'X-Shelfgate-CSRF': answer.body.csrfToken };
    expect((await supertest(api.url).get('/v1/review/session').set(headers)).body).toEqual(answer.body);
    const out = await supertest(api.url).delete('/v1/review/session').set(headers);
    expect(out.body).toEqual({ signedOut: true });
    expect(cookiesOf(out).shelfgate).toContain('Expires=Thu, 01 Jan 1970');
    expect((await supertest(api.url).get('/v1/review/session').set(headers)).status).toBe(401);
    expect(await actionsOf(account.id)).toEqual(['session.signed-out', 'session.signed-in', 'account.created']);
  });

  test('over HTTPS the cookie has the prefix of hosts, and only it counts', async () => {
    const { name } = await makeAccount(api.database, 'reviewer');
    const https = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'review.example' };
    const answer = await signIn(name, STAFF_PASSWORD, https);
    const cookie = cookiesOf(answer)['__Host-shelfgate']!;
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect(cookie).not.toContain('Domain');
    const token = pairOf(cookie).split('=')[1];
    const ask = (headers: Record<string, string>) => supertest(api.url).get('/v1/review/session').set(headers);
    expect((await ask({ ...https, Cookie: `__Host-shelfgate=${token}` })).status).toBe(200);
    expect((await ask({ ...https, Cookie: `shelfgate=${token}` })).status).toBe(401);
    expect((await ask({ Cookie: `__Host-shelfgate=${token}` })).status).toBe(401);
  });

  test('without HTTPS only on one’s own machine, or where the configuration allows it', async () => {
    const { name } = await makeAccount(api.database, 'reviewer');
    for (const host of ['review.example', '10.1.2.3:8080', 'localhost.evil.example', '127.0.0.1.evil.example']) {
      const answer = await signIn(name, STAFF_PASSWORD, { 'X-Forwarded-Host': host });
      expect([host, answer.status, answer.body.code]).toEqual([host, 403, 'https-required']);
      expect(answer.get('Set-Cookie')).toBeUndefined();
    }
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:8080', 'shelfgate.localhost']) {
      expect([host, (await signIn(name, STAFF_PASSWORD, { 'X-Forwarded-Host': host })).status]).toEqual([host, 200]);
    }
    const open = await startApi({ rate, session: { ...session, overHttp: true }, trustProxy: 1 });
    try {
      const known = await makeAccount(open.database, 'reviewer');
      const answer = await signIn(known.name, STAFF_PASSWORD, { 'X-Forwarded-Host': '10.1.2.3:8080' }, open);
      expect(answer.status).toBe(200);
      expect(cookiesOf(answer).shelfgate).not.toContain('Secure');
    } finally {
      await open.close();
    }
  });

  test('the token is new at every sign-in, and one that the browser had is worth nothing afterwards', async () => {
    const before = await staff(api.url, api.database, 'reviewer');
    const { name } = await makeAccount(api.database, 'auditor');
    const answer = await signIn(name, STAFF_PASSWORD, { Cookie: before.cookie });
    expect(pairOf(cookiesOf(answer).shelfgate)).not.toBe(before.cookie);
    await before.agent.get('/v1/review/session').expect(401);
    const fixed = `shelfgate=${'a'.repeat(43)}`;
    const planted = await signIn(name, STAFF_PASSWORD, { Cookie: fixed });
    expect(pairOf(cookiesOf(planted).shelfgate)).not.toBe(fixed);
    await supertest(api.url).get('/v1/review/session').set('Cookie', fixed).expect(401);
  });

  test('a page of another site signs nobody in', async () => {
    const { name } = await makeAccount(api.database, 'reviewer');
    const headers: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${api.url}.evil.example` },
    ];
    for (const each of headers) {
      const answer = await signIn(name, STAFF_PASSWORD, each);
      expect([each, answer.status]).toEqual([each, 403]);
    }
    expect((await signIn(name, STAFF_PASSWORD, { Origin: api.url })).status).toBe(200);
    expect((await signIn(name, STAFF_PASSWORD, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    const form = supertest(api.url).post('/v1/review/session').type('form').send({ name, password: STAFF_PASSWORD });
    expect((await form).status).toBe(400);
  });

  test('a password that was hashed cheaply is hashed anew', async () => {
    const { name } = await makeAccount(api.database, 'reviewer');
    const kept = async () => (await api.database.accounts.credentials(name))!.password!;
    expect(await kept()).toContain('ln=4,');
    expect((await signIn(name, STAFF_PASSWORD)).status).toBe(200);
    const anew = await kept();
    expect(anew).toContain('$scrypt$ln=17,r=8,p=1$');
    expect((await signIn(name, STAFF_PASSWORD)).status).toBe(200);
    expect(await kept()).toBe(anew);
  });
});

describe('who is not let in', () => {
  test('a wrong password, an unknown name and a disabled account get the same answer, and the log one entry a minute', async () => {
    const known = await makeAccount(api.database, 'reviewer');
    const disabled = await makeAccount(api.database, 'reviewer');
    await api.database.accounts.change(disabled.id, { disabled: true }, null);
    const answers = [
      await signIn(known.name, 'tulip granite eight'),
      await signIn('nobody-has-this-name', STAFF_PASSWORD),
      await signIn(disabled.name, STAFF_PASSWORD),
      await signIn(disabled.name, 'tulip granite eight'),
      await signIn('王'.repeat(100), '\u0000'.repeat(1_500)),
    ];
    const shown = answers.map(({ status, body }) => ({ status, ...body, instance: null }));
    for (const each of shown) expect(each).toEqual({ ...shown[0], instance: null });
    expect(shown[0]).toMatchObject({ status: 401, code: 'unauthenticated' });
    for (const answer of answers) expect(answer.get('Set-Cookie')).toBeUndefined();
    await signIn(known.name, 'tulip granite nine');
    expect(await actionsOf(known.id)).toEqual(['session.refused', 'account.created']);
    expect((await actionsOf(disabled.id))[0]).toBe('session.refused');
    const entries = JSON.stringify(await api.database.audit.list({ action: 'session.refused' }, { limit: 200 }));
    expect(entries).not.toContain('tulip');
    expect(entries).not.toContain('nobody-has-this-name');
    expect(JSON.stringify(api.lines)).not.toContain('tulip');
  });

  test('an unknown name costs as much as a known one', async () => {
    const { name } = await makeAccount(api.database, 'reviewer');
    // Hashed as passwords are kept for long.
    await signIn(name, STAFF_PASSWORD);
    const timed = async (who: string) => {
      const times: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const began = performance.now();
        await signIn(who, 'tulip granite eight');
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    const [known, unknown] = [await timed(name), await timed('nobody-at-all')];
    // One round of the hash is hundreds of milliseconds, an answer without it is ten.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  test.each([
    [{}],
    [{ name: 'wang' }],
    [{ name: 'wang', password: '' }],
    [{ name: 'wang', password: 7 }],
    [{ name: ['wang'], password: 'x' }],
    [{ name: 'wang', password: 'x'.repeat(3_000) }],
    [{ name: 'w'.repeat(300), password: 'x' }],
    [{ name: 'wang', password: 'x', admin: true }],
  ])('%j is no sign-in, and what was typed is not repeated', async (body) => {
    const answer = await supertest(api.url).post('/v1/review/session').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.length).toBeGreaterThan(0);
    expect(answer.text).not.toContain('xxxx');
  });

  test('tokens that are none', async () => {
    for (const cookie of [
      'shelfgate=',
      'shelfgate=short',
      `shelfgate=${'%00'.repeat(20)}`,
      `shelfgate=${'x'.repeat(5_000)}`,
      '=;=',
    ]) {
      await supertest(api.url).get('/v1/review/session').set('Cookie', cookie).expect(401);
    }
  });
});

describe('how long a session lasts', () => {
  /** Moves a time of the session back, as if so many minutes had passed. */
  const age = (token: string, column: 'last_seen_at' | 'expires_at', minutes: number) =>
    onSession(token, `update sessions set ${column} = ${column} - interval '${minutes} minutes' where token_hash = $1`);

  test('not longer than it may, however busy', async () => {
    const { agent, token } = await staff(api.url, api.database, 'reviewer');
    await age(token, 'expires_at', 59);
    await agent.get('/v1/review/session').expect(200);
    await age(token, 'expires_at', 2);
    await agent.get('/v1/review/session').expect(401);
  });

  test('not longer than it is idle; what a person does keeps it alive', async () => {
    const { agent, token } = await staff(api.url, api.database, 'reviewer');
    await age(token, 'last_seen_at', 59);
    await agent.get('/v1/review/session').expect(200);
    await age(token, 'last_seen_at', 59);
    await agent.get('/v1/review/session').expect(200);
    await age(token, 'last_seen_at', 61);
    await agent.get('/v1/review/session').expect(401);
  });

  test('what the page asks by itself does not keep it alive', async () => {
    const { agent, token } = await staff(api.url, api.database, 'reviewer');
    await age(token, 'last_seen_at', 59);
    await agent.get('/v1/review/session').set('X-Shelfgate-Unattended', 'true').expect(200);
    expect(await api.database.sessions.find(token, { idleMinutes: 60, passive: true })).not.toBeNull();
    await age(token, 'last_seen_at', 2);
    expect(await api.database.sessions.find(token, { idleMinutes: 60 })).toBeNull();
  });

  test('over ones are swept when somebody signs in', async () => {
    const { token } = await staff(api.url, api.database, 'reviewer');
    await age(token, 'expires_at', 24 * 60);
    await staff(api.url, api.database, 'reviewer');
    expect(await onSession(token, 'select 1 from sessions where token_hash = $1')).toBe(0);
  });
});

describe('what may be done with a session', () => {
  test('nothing is changed without its CSRF token', async () => {
    const { cookie, agent, csrfToken } = await staff(api.url, api.database, 'administrator');
    const other = await staff(api.url, api.database, 'administrator');
    const send = (token?: string) => {
      const request = supertest(api.url).delete('/v1/review/session').set('Cookie', cookie);
      return token === undefined ? request : request.set('X-Shelfgate-CSRF', token);
    };
    for (const token of [undefined, '', 'x', other.csrfToken, csrfToken.toLowerCase(), `${csrfToken} ${csrfToken}`]) {
      expect((await send(token)).status).toBe(403);
    }
    await agent.get('/v1/review/session').expect(200);
    expect((await send(csrfToken)).status).toBe(200);
  });

  test('a role counts from the next request on', async () => {
    const { agent, account } = await staff(api.url, api.database, 'administrator');
    await staff(api.url, api.database, 'administrator');
    await agent.get('/v1/review/accounts').expect(200);
    await api.database.accounts.change(account.id, { role: 'auditor' }, null);
    await agent.get('/v1/review/accounts').expect(403);
    expect((await agent.get('/v1/review/session')).body).toMatchObject({
      account: { role: 'auditor' },
      rights: ['read', 'read-audit'],
    });
  });

  test('disabling ends it, and enabling does not bring it back', async () => {
    const { agent, account } = await staff(api.url, api.database, 'reviewer');
    await api.database.accounts.change(account.id, { disabled: true }, null);
    await agent.get('/v1/review/session').expect(401);
    await api.database.accounts.change(account.id, { disabled: false }, null);
    await agent.get('/v1/review/session').expect(401);
    expect((await signIn(account.name, STAFF_PASSWORD)).status).toBe(200);
  });
});

describe('passwords', () => {
  const change = (agent: supertest.Agent, current: string, next: string) =>
    agent.post('/v1/review/session/password').send({ current, next });

  test('whoever must choose one can do nothing else before', async () => {
    const { agent, account } = await staff(api.url, api.database, 'administrator', { mustChangePassword: true });
    expect((await agent.get('/v1/review/session').expect(200)).body.account.mustChangePassword).toBe(true);
    for (const request of [
      agent.get('/v1/review/accounts'),
      agent.get('/v1/review/colleagues'),
      agent.patch('/v1/review/accounts/x').send({}),
    ]) {
      const answer = await request;
      expect([answer.status, answer.body.code]).toEqual([403, 'password-change-required']);
    }
    const changed = await change(agent, STAFF_PASSWORD, 'little lighthouse keeper');
    expect(changed.body.account.mustChangePassword).toBe(false);
    await agent.get('/v1/review/accounts').expect(200);
    expect((await signIn(account.name, STAFF_PASSWORD)).status).toBe(401);
    expect((await signIn(account.name, 'little lighthouse keeper')).status).toBe(200);
  });

  test('a change ends the other sessions and keeps this one', async () => {
    const one = await staff(api.url, api.database, 'reviewer');
    const other = await signedIn(api.url, api.database, one.account);
    await change(one.agent, STAFF_PASSWORD, 'little lighthouse keeper').expect(200);
    await one.agent.get('/v1/review/session').expect(200);
    await other.agent.get('/v1/review/session').expect(401);
    expect(await actionsOf(one.account.id)).toContain('account.password-changed');
  });

  test('a reset has the last word over whoever signs in or changes it with the old one at that moment', async () => {
    const { account, agent } = await staff(api.url, api.database, 'reviewer');
    const kept = (await api.database.accounts.credentials(account.name))!.password!;
    const admin = await staff(api.url, api.database, 'administrator');
    await admin.agent.post(`/v1/review/accounts/${account.id}/password`).send({}).expect(200);
    // What was compared before the reset comes after it.
    expect(await api.database.sessions.open(account.id, 1, 'password', kept)).toBeNull();
    const { token } = (await api.database.sessions.open(account.id, 1))!;
    expect(await api.database.accounts.choosePassword(account, 'replaced', token, kept)).toBe(false);
    expect((await api.database.accounts.credentials(account.name))!.password).not.toBe('replaced');
    await agent.get('/v1/review/session').expect(401);
  });

  test('a change needs the present password, and one that is strong and new', async () => {
    const { agent, account } = await staff(api.url, api.database, 'reviewer', { name: 'zhang.wei' });
    const pointers = async (current: string, next: string) => {
      const answer = await change(agent, current, next);
      return [answer.status, answer.body.errors[0].pointer, answer.body.errors[0].code];
    };
    expect(await pointers('tulip granite eight', 'little lighthouse keeper')).toEqual([400, '/current', 'wrong-password']);
    expect(await pointers(STAFF_PASSWORD, STAFF_PASSWORD)).toEqual([400, '/next', 'same-password']);
    for (const weak of ['short', 'password1234', 'it is zhang.wei indeed', 'aaaaaaaaaaaaaaaa', 'x'.repeat(1_025)]) {
      expect(await pointers(STAFF_PASSWORD, weak)).toEqual([400, '/next', 'weak-password']);
    }
    expect((await signIn(account.name, STAFF_PASSWORD)).status).toBe(200);
    await change(agent, STAFF_PASSWORD, '长长的中文密码也可以用来登录🙂').expect(200);
    expect((await signIn(account.name, '长长的中文密码也可以用来登录🙂')).status).toBe(200);
    const long = `${'tulip granite '.repeat(70)}seven`;
    await change(agent, '长长的中文密码也可以用来登录🙂', long).expect(200);
    expect((await signIn(account.name, long)).status).toBe(200);
    expect((await signIn(account.name, long.slice(0, 72))).status).toBe(401);
  });

  test('whoever found an open page cannot guess the password', async () => {
    const tight = await startApi({ rate: { ...rate, signInPerMinute: 3 } });
    try {
      const { agent } = await staff(tight.url, tight.database, 'reviewer');
      for (let round = 0; round < 3; round += 1)
        await change(agent, `guess number ${round}`, 'little lighthouse keeper').expect(400);
      const answer = await change(agent, STAFF_PASSWORD, 'little lighthouse keeper');
      expect(answer.status).toBe(429);
      expect(Number(answer.get('Retry-After'))).toBeGreaterThan(0);
    } finally {
      await tight.close();
    }
  });
});
