import supertest from 'supertest';
import { makeAccount, STAFF_PASSWORD, signedIn, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const signIn = (name: string, password: string) => supertest(api.url).post('/v1/review/session').send({ name, password });

test('somebody signs in, is known, and signs out', async () => {
  const account = await makeAccount(api.database, 'reviewer');
  const answer = await signIn(` ${account.name.toUpperCase()} `, STAFF_PASSWORD);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ account: { id: account.id, role: 'reviewer' }, rights: ['read', 'decide', 'rerun'] });
  const cookies = answer.get('Set-Cookie') ?? [];
  const session = cookies.find((cookie) => cookie.startsWith('shelfgate='))!;
  expect(session).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
  expect(session).not.toContain('Secure');
  const headers = { Cookie: session.split(';')[0]!, 'X-Shelfgate-CSRF': answer.body.csrfToken };
  expect((await supertest(api.url).get('/v1/review/session').set(headers)).body.account.name).toBe(account.name);
  const out = await supertest(api.url).delete('/v1/review/session').set(headers);
  expect(out.status).toBe(200);
  expect((await supertest(api.url).get('/v1/review/session').set(headers)).status).toBe(401);
});

test('the support for tests signs people of any role in', async () => {
  const { agent, account } = await staff(api.url, api.database, 'auditor');
  const { body } = await agent.get('/v1/review/session').expect(200);
  expect(body.account).toEqual({ ...account, lastSignInAt: expect.any(String) });
  const again = await signedIn(api.url, api.database, account);
  await again.agent.delete('/v1/review/session').expect(200);
  await agent.get('/v1/review/session').expect(200);
});
