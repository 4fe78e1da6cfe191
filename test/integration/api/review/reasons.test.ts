import { knowledge } from '../../../../shared/knowledge/index.ts';
import { SEEDED_REASONS } from '../../../../shared/platform/database/canned-reasons-seed.ts';
import { migrate } from '../../../../shared/platform/database/index.ts';
import { type Staff, staff } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

let api: RunningTestApi;
let senior: Staff;
let other: Staff;
beforeAll(async () => {
  api = await startApi();
  senior = await staff(api.url, api.database, 'senior-reviewer');
  other = await staff(api.url, api.database, 'administrator');
});
afterAll(() => api.close());

const WORDS = {
  clause: 'sz2025-8',
  kinds: ['uphold', 'rectify'],
  title: { zh: '一次性索取权限', en: 'All permissions at once' },
  text: { zh: '请在用到功能时再申请权限。', en: 'Ask for a permission when its function is used.' },
};
const list = async () => (await senior.agent.get('/v1/review/reasons')).body;

test('a new installation has words for what reviewers meet most, in both languages and of clauses that exist', async () => {
  const reasons = await list();
  expect(reasons.map(({ id }: { id: string }) => id).sort()).toEqual(SEEDED_REASONS.map(({ id }) => id).sort());
  const clauses = new Set<string>(knowledge.clauses.map(({ id }) => id));
  for (const { clause, title, text } of SEEDED_REASONS) {
    if (clause !== null) expect(clauses).toContain(clause);
    for (const words of [title, text]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
    }
  }
  expect(reasons[0].clause).toBeNull();
});

test('reasons are added, changed by who has read the present version, and removed; all of it is written down', async () => {
  const { status, body: added } = await senior.agent.post('/v1/review/reasons').send(WORDS);
  expect({ status, body: added }).toMatchObject({ status: 201, body: { ...WORDS, version: 1 } });
  const path = `/v1/review/reasons/${added.id}`;
  const change = (who: Staff, version: number, title: string) =>
    who.agent.put(path).send({ ...WORDS, title: { ...WORDS.title, zh: title }, version });
  const answers = await Promise.all([change(senior, 1, '甲'), change(other, 1, '乙')]);
  expect(answers.map(({ status: each }) => each).sort()).toEqual([200, 409]);
  expect(answers.find(({ status: each }) => each === 409)?.body).toMatchObject({
    code: 'conflict',
    detailEn: expect.stringContaining('version 2'),
  });
  expect((await senior.agent.delete(`${path}?version=1`)).status).toBe(409);
  expect((await senior.agent.delete(`${path}?version=2`)).body).toEqual({ id: added.id });
  expect((await change(senior, 3, '丙')).status).toBe(404);
  expect((await list()).map(({ id }: { id: string }) => id)).not.toContain(added.id);
  const log = (await api.database.audit.list({ action: 'reason.changed' }, { limit: 10 })).filter(
    ({ subject }) => subject.id === added.id,
  );
  expect(log.map(({ before, after }) => [before === null, after === null])).toEqual([
    [false, true],
    [false, false],
    [true, false],
  ]);
});

test('what was seeded and edited or removed stays so when the program starts again', async () => {
  const [first, second] = SEEDED_REASONS;
  const { id, ...words } = first!;
  await senior.agent.put(`/v1/review/reasons/${id}`).send({ ...words, title: { zh: '改过', en: 'Edited' }, version: 1 });
  await senior.agent.delete(`/v1/review/reasons/${second!.id}?version=1`);
  await migrate(api.databaseUrl);
  const reasons = await list();
  expect(reasons.find((each: { id: string }) => each.id === id)).toMatchObject({ title: { en: 'Edited' }, version: 2 });
  expect(reasons.map((each: { id: string }) => each.id)).not.toContain(second!.id);
});

test.each<[string, object, string]>([
  ['a clause that there is not', { clause: 'sz2025-99' }, '/clause'],
  ['a title in one language', { title: { zh: '标题' } }, '/title/en'],
  ['a blank text', { text: { zh: ' ', en: 'x' } }, '/text/zh'],
  ['a title as long as a text', { title: { zh: '长'.repeat(101), en: 'x' } }, '/title/zh'],
  ['an unknown kind', { kinds: ['approve'] }, '/kinds/0'],
])('%s is refused', async (_what, change, pointer) => {
  const { status, body } = await senior.agent.post('/v1/review/reasons').send({ ...WORDS, ...change });
  expect({ status, pointer: body.errors?.[0]?.pointer }).toEqual({ status: 400, pointer });
});

test('reviewers read them and do not change them', async () => {
  const reviewer = await staff(api.url, api.database, 'reviewer');
  expect((await reviewer.agent.get('/v1/review/reasons')).status).toBe(200);
  expect((await reviewer.agent.post('/v1/review/reasons').send(WORDS)).status).toBe(403);
});
