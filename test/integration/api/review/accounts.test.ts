import supertest from 'supertest';
import { type Account, STAFF_ROLES } from '../../../../shared/domain/review/account.ts';
import { makeAccount, STAFF_PASSWORD, type Staff, signedIn, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let admin: Staff;
beforeAll(async () => {
  api = await startApi({ rate: { perMinute: 1_000, unauthenticatedPerMinute: 1_000, signInPerMinute: 1_000 } });
  admin = await staff(api.url, api.database, 'administrator', { name: 'first', displayName: '第一位' });
});
afterAll(() => api.close());

const signIn = (name: string, password: string) => supertest(api.url).post('/v1/review/session').send({ name, password });
const entriesOf = async (id: string) =>
  (await api.database.audit.list({}, { limit: 200 })).filter(({ subject }) => subject.id === id).reverse();

test('an account is made with a password for one use, which is shown once and replaced at the first sign-in', async () => {
  const made = await admin.agent.post('/v1/review/accounts').send({ name: ' Zhao.Min ', displayName: '赵敏', role: 'reviewer' });
  expect(made.status).toBe(201);
  const { account, password } = made.body as { account: Account; password: string };
  expect(account).toMatchObject({
    name: 'zhao.min',
    displayName: '赵敏',
    role: 'reviewer',
    mustChangePassword: true,
    origin: 'local',
  });
  const session = await signIn('zhao.min', password);
  expect(session.body.account).toMatchObject({ mustChangePassword: true });
  const listed = await admin.agent.get('/v1/review/accounts').expect(200);
  expect(listed.body.accounts.map(({ id }: Account) => id)).toContain(account.id);
  for (const text of [listed.text, JSON.stringify(await entriesOf(account.id)), JSON.stringify(api.lines)]) {
    expect(text).not.toContain(password);
    expect(text).not.toContain('scrypt');
  }
  expect((await entriesOf(account.id))[0]).toMatchObject({
    action: 'account.created',
    by: { id: admin.account.id, displayName: '第一位' },
    after: { name: 'zhao.min', displayName: '赵敏', role: 'reviewer', origin: 'local', disabled: false },
  });
});

test('a name is taken once, whatever its capitals', async () => {
  const { name } = await makeAccount(api.database, 'auditor');
  const answer = await admin.agent
    .post('/v1/review/accounts')
    .send({ name: name.toUpperCase(), displayName: 'x', role: 'reviewer' });
  expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
  expect(answer.body.detailEn).toContain(name);
});

test.each([
  [{ name: 'a b', displayName: 'x', role: 'reviewer' }, '/name'],
  [{ name: '', displayName: 'x', role: 'reviewer' }, '/name'],
  [{ name: 'a\u0000b', displayName: 'x', role: 'reviewer' }, '/name'],
  [{ name: '王', displayName: 'x', role: 'reviewer' }, '/name'],
  [{ name: 'x'.repeat(65), displayName: 'x', role: 'reviewer' }, '/name'],
  [{ name: 'new', displayName: '  ', role: 'reviewer' }, '/displayName'],
  [{ name: 'new', displayName: 'a\u202eb', role: 'reviewer' }, '/displayName'],
  [{ name: 'new', displayName: 'a\u0000b', role: 'reviewer' }, '/displayName'],
  [{ name: 'new', displayName: 'a\nb', role: 'reviewer' }, '/displayName'],
  [{ name: 'new', displayName: 'x'.repeat(101), role: 'reviewer' }, '/displayName'],
  [{ name: 'new', displayName: 'x', role: 'king' }, '/role'],
  [{ name: 'new', displayName: 'x' }, '/role'],
  [{ name: 'new', displayName: 'x', role: 'reviewer', password: 'mine' }, '/password'],
])('%j is no account', async (body, pointer) => {
  const answer = await admin.agent.post('/v1/review/accounts').send(body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
});

test('name, role and whether one may sign in are changed, with what was before', async () => {
  const account = await makeAccount(api.database, 'reviewer', { displayName: '旧名' });
  const change = (body: object) => admin.agent.patch(`/v1/review/accounts/${account.id}`).send(body);
  expect((await change({ displayName: '<script>alert(1)</script>', role: 'senior-reviewer' }).expect(200)).body).toMatchObject({
    displayName: '<script>alert(1)</script>',
    role: 'senior-reviewer',
  });
  expect((await change({ disabled: true }).expect(200)).body.disabledAt).not.toBeNull();
  expect((await signIn(account.name, STAFF_PASSWORD)).status).toBe(401);
  expect((await change({ disabled: false }).expect(200)).body.disabledAt).toBeNull();
  // What is so already is no change.
  await change({ disabled: false, role: 'senior-reviewer' }).expect(200);
  const entries = (await entriesOf(account.id)).filter(({ action }) => action.startsWith('account.'));
  expect(entries.map(({ action }) => action)).toEqual([
    'account.created',
    'account.changed',
    'account.disabled',
    'account.enabled',
  ]);
  expect(entries[1]).toMatchObject({
    by: { id: admin.account.id },
    before: { displayName: '旧名', role: 'reviewer' },
    after: { displayName: '<script>alert(1)</script>', role: 'senior-reviewer' },
  });
});

test.each([[{}], [{ role: null }], [{ disabled: 'yes' }], [{ name: 'other' }], [{ mustChangePassword: false }], ['x'], [null]])(
  '%j is no change',
  async (body) => {
    const account = await makeAccount(api.database, 'reviewer');
    const answer = await admin.agent.patch(`/v1/review/accounts/${account.id}`).type('json').send(JSON.stringify(body));
    expect(answer.status).toBe(400);
  },
);

test('a reset gives a password for one use and ends what is open', async () => {
  const person = await staff(api.url, api.database, 'reviewer');
  const answer = await admin.agent.post(`/v1/review/accounts/${person.account.id}/password`).expect(200);
  expect(answer.body.account.mustChangePassword).toBe(true);
  await person.agent.get('/v1/review/session').expect(401);
  expect((await signIn(person.account.name, STAFF_PASSWORD)).status).toBe(401);
  expect((await signIn(person.account.name, answer.body.password)).body.account.mustChangePassword).toBe(true);
  expect((await entriesOf(person.account.id)).map(({ action }) => action)).toContain('account.password-reset');
});

test('nobody changes their own role, disables themselves, or resets their own password', async () => {
  const own = `/v1/review/accounts/${admin.account.id}`;
  await admin.agent.patch(own).send({ role: 'auditor' }).expect(409);
  await admin.agent.patch(own).send({ disabled: true }).expect(409);
  await admin.agent.post(`${own}/password`).expect(409);
  await admin.agent.patch(own).send({ role: 'administrator', displayName: '第一位' }).expect(200);
});

test('what is not there', async () => {
  for (const id of ['acc_none', 'x', '%00', '..%2F..', 'x'.repeat(300)]) {
    const answers = [
      await admin.agent.patch(`/v1/review/accounts/${id}`).send({ disabled: true }),
      await admin.agent.post(`/v1/review/accounts/${id}/password`),
    ];
    for (const { status } of answers) expect([400, 404]).toContain(status);
  }
});

test('two administrators who disable each other at once leave one', async () => {
  const alone = await startApi();
  try {
    const [one, two] = [
      await staff(alone.url, alone.database, 'administrator'),
      await staff(alone.url, alone.database, 'administrator'),
    ];
    const answers = await Promise.all([
      one.agent.patch(`/v1/review/accounts/${two.account.id}`).send({ disabled: true }),
      two.agent.patch(`/v1/review/accounts/${one.account.id}`).send({ role: 'auditor' }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const left = (await alone.database.accounts.list()).filter(
      ({ role, disabledAt }) => role === 'administrator' && disabledAt === null,
    );
    expect(left).toHaveLength(1);
    // Not even from outside, where nobody's own session is in the way.
    for (const change of [{ disabled: true }, { role: 'reviewer' as const }]) {
      await expect(alone.database.accounts.change(left[0]!.id, change, null)).rejects.toMatchObject({ code: 'conflict' });
    }
  } finally {
    await alone.close();
  }
});

test('a disabled administrator does not count as one who is left', async () => {
  const alone = await startApi();
  try {
    const one = await staff(alone.url, alone.database, 'administrator');
    const two = await staff(alone.url, alone.database, 'administrator');
    await one.agent.patch(`/v1/review/accounts/${two.account.id}`).send({ disabled: true }).expect(200);
    await expect(alone.database.accounts.change(one.account.id, { role: 'reviewer' }, null)).rejects.toMatchObject({
      code: 'conflict',
    });
    // One that is disabled already may be given another role.
    await one.agent.patch(`/v1/review/accounts/${two.account.id}`).send({ role: 'reviewer' }).expect(200);
  } finally {
    await alone.close();
  }
});

test('colleagues are those who may sign in, by name and role alone', async () => {
  const gone = await makeAccount(api.database, 'reviewer');
  await api.database.accounts.change(gone.id, { disabled: true }, null);
  const auditor = await signedIn(api.url, api.database, await makeAccount(api.database, 'auditor'));
  const { body } = await auditor.agent.get('/v1/review/colleagues').expect(200);
  expect(body).toContainEqual({ id: admin.account.id, displayName: admin.account.displayName, role: 'administrator' });
  expect(body.map(({ id }: { id: string }) => id)).not.toContain(gone.id);
  for (const colleague of body) {
    expect(Object.keys(colleague).sort()).toEqual(['displayName', 'id', 'role']);
    expect(STAFF_ROLES).toContain(colleague.role);
  }
});

test('the log of all this is whole', async () => {
  await makeAccount(api.database, 'reviewer');
  expect((await api.database.audit.verify()).broken).toBeNull();
});
